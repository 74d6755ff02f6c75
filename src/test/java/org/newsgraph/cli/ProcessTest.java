package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.newsgraph.store.Store;

/** What only a process of its own can show: locks, signals, encodings. */
class ProcessTest extends CommandLineTest {

  /** Holds a dataset until its standard input ends. */
  static final class Holder {
    public static void main(String... args) throws IOException {
      try (Store store = Store.openExisting(Path.of(args[0]))) {
        System.out.println("held " + store.quads());
        while (System.in.read() >= 0) {}
      }
    }
  }

  /** The program with the extractor of the tests. */
  static final class ScriptedMain {
    public static void main(String... args) {
      System.exit(Main.runProcess((schema, patterns) -> new ScriptedExtractor(), args));
    }
  }

  private static Process start(Class<?> main, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  private static BufferedReader reader(java.io.InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Test
  void aDatasetInUseIsRefusedAtOnceAndNamesItsHolder() throws Exception {
    buildTwo();
    Process holder = start(Holder.class, loc());
    try {
      assertThat(reader(holder.getInputStream()).readLine()).startsWith("held ");
      String who = "in use by process " + holder.pid();
      run("query", "ASK {}", "--loc", loc()).failed(5, who);
      run("build", folder.resolve("story.txt").toString(), "--loc", loc()).failed(5, who);
      run("export", "--loc", loc()).failed(5, who);
      Outcome doctor = run("doctor", "--loc", loc());
      assertThat(doctor.status()).isEqualTo(5);
      assertThat(doctor.out()).contains("error    lock ", who + "; wait until it is done");
    } finally {
      holder.getOutputStream().close();
      assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    run("query", "ASK {}", "--loc", loc()).done();
  }

  @Test
  void anInterruptedBuildStopsAtTheNextArticleAndKeepsWhatIsDone() throws Exception {
    String first = article("one.txt", founding("One", "Ada Byron", "Enginery"));
    Path pipe = folder.resolve("two.txt");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    String third = article("three.txt", founding("Three", "Eve Dole", "Dolery"));
    Process build =
        start(ScriptedMain.class, "build", first, pipe.toString(), third, "--loc", loc());
    String err;
    // Opening the pipe waits until the build is at the second article.
    try (java.io.OutputStream into = Files.newOutputStream(pipe);
        BufferedReader messages = reader(build.getErrorStream())) {
      assertThat(new ProcessBuilder("kill", "-INT", Long.toString(build.pid())).start().waitFor())
          .isZero();
      assertThat(messages.readLine()).contains("stopping");
      into.write(founding("Two", "Bob Crane", "Cranery").getBytes(StandardCharsets.UTF_8));
      into.close();
      err = String.join("\n", messages.lines().toList());
    }
    assertThat(build.waitFor(30, TimeUnit.SECONDS)).isTrue();

    assertThat(err).contains("1 article read: 1 stored").contains("interrupted");
    assertThat(build.exitValue()).isEqualTo(130);
    assertThat(run("query", "--named", "founders", "--results", "csv", "--loc", loc()).done().out())
        .contains("Ada Byron")
        .doesNotContain("Bob Crane", "Eve Dole");
  }

  @Test
  void theOutputIsUtf8WhateverThePlatformSays() throws Exception {
    buildTwo();
    Process query =
        start(
            ScriptedMain.class,
            "query",
            "--results",
            "csv",
            "SELECT ?s { ?s rdfs:label '東京' }",
            "--loc",
            loc());
    query.getOutputStream().close();
    String out = new String(query.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(query.waitFor()).as(out).isZero();
    assertThat(out).isEqualTo("s\r\nhttps://w3id.org/newsgraph/id/entity/place/東京\r\n");
  }
}
