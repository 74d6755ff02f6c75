package org.newsgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.cli.Main;

/** Builds the sample articles anew and compares with the graphs that are kept. */
class SampleGraphsTest {

  private static final Path GRAPHS = Path.of("graphs");

  @TempDir Path folder;

  /** The samples by name: each has an article and a graph. */
  static List<String> samples() throws IOException {
    return names(GRAPHS.resolve("articles"), ".txt");
  }

  private static List<String> names(Path directory, String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyArticleHasItsGraph() throws IOException {
    assertThat(samples()).hasSizeGreaterThanOrEqualTo(4).isEqualTo(names(GRAPHS, ".ttl"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theGraphIsWhatTheArticleGives(String sample) throws IOException {
    String dataset = folder.resolve("dataset").toString();
    Path exported = folder.resolve(sample + ".ttl");
    run("build", GRAPHS.resolve("articles/" + sample + ".txt").toString(), "--loc", dataset);
    run("export", "--loc", dataset, "-o", exported.toString());

    assertThat(exported)
        .as("graphs/%s.ttl is out of date; if the new graph is right, run graphs/rebuild", sample)
        .hasSameBinaryContentAs(GRAPHS.resolve(sample + ".ttl"));
  }

  private static void run(String... args) {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(messages, true, StandardCharsets.UTF_8);
    int status = Main.run(InputStream.nullInputStream(), err, err, Map.of(), args);
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
  }
}
