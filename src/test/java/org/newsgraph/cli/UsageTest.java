package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest extends CommandLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build",
        "query",
        "export",
        "explain",
        "stats",
        "validate",
        "doctor",
        "completion",
        "evaluate"
      })
  void everyCommandHasHelpWithAnExample(String command) {
    assertThat(run(command, "--help").done().out())
        .startsWith("Usage: newsgraph " + command)
        .contains("Examples:", "  newsgraph " + command);
    assertThat(run("--help").done().out()).contains("  " + command + " ");
  }

  @Test
  void tellsItsVersion() {
    assertThat(run("--version").done().out()).startsWith("newsgraph ");
    assertThat(run("build", "-V").done().out()).startsWith("newsgraph ");
  }

  @Test
  void suggestsTheRightCommandOrOption() {
    run("qurey").failed(2, "'qurey'", "did you mean 'query'");
    run("stats", "--lco", "x")
        .failed(2, "'--lco'", "did you mean '--loc'", "newsgraph stats --help");
    run().failed(2, "name a command: build, query");
  }

  @Test
  void showsWhereAnErrorCameFromOnlyWhenAskedTo() {
    String none = folder.resolve("none").toString();
    run("stats", "--loc", none).failed(1, "no dataset at");
    run("stats", "-v", "--loc", none).failed(1, "no dataset at");
    assertThat(run("stats", "-vv", "--loc", none).err()).contains("\tat org.newsgraph.store");
  }

  /** Standard output that breaks at the first byte, as a pipe or disk does. */
  private Outcome runInto(String failure, String... args) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    int status =
        Main.run(
            InputStream.nullInputStream(),
            new PrintStream(new StandardOutput(broken), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            env,
            args);
    return new Outcome(status, "", err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "nq", "jsonld", "rdf", "ttl.gz"})
  void isQuietWhereTheReaderOfAPipeIsGone(String format) {
    buildTwo();
    Outcome outcome = runInto("Broken pipe", "export", "-q", "--format", format, "--loc", loc());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "csv", "json", "xml"})
  void saysWhereItsAnswerIsLost(String format) {
    buildTwo();
    runInto(
            "No space left on device",
            "query",
            "SELECT * { ?s ?p ?o }",
            "--results",
            format,
            "--loc",
            loc())
        .failed(1, "cannot write to standard output: No space left on device");
  }
}
