package org.newsgraph.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the usual commands once on a small article, so that Java can note which classes they load.
 * The launcher calls it after it has built the program; the note halves the start from then on.
 */
public final class StartupTraining {

  private static final String ARTICLE =
      """
      Ada Byron starts a firm

      January 29, 2025

      Ada Byron founded Enginery in London in 2024. It has not been sold, she said.
      """;

  private StartupTraining() {}

  /**
   * Runs the commands in a temporary directory and prints nothing.
   *
   * @throws IOException if there is no room for the directory
   */
  public static void main(String... args) throws IOException {
    Path folder = Files.createTempDirectory("newsgraph");
    String loc = folder.resolve("dataset").toString();
    String file = folder.resolve("graph.ttl").toString();
    try {
      for (List<String> command :
          List.of(
              List.of("build", "-", "--loc", loc),
              List.of("query", "--named", "founders", "--loc", loc),
              List.of("query", "--results", "json", "CONSTRUCT WHERE { ?s ?p ?o }", "--loc", loc),
              List.of("explain", "Ada Byron", "--loc", loc),
              List.of("stats", "--loc", loc),
              List.of("export", "-o", file, "--loc", loc),
              List.of("validate", "--loc", loc),
              List.of("--help"))) {
        PrintStream nowhere =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(
            new ByteArrayInputStream(ARTICLE.getBytes(StandardCharsets.UTF_8)),
            nowhere,
            nowhere,
            Map.of(),
            command.toArray(String[]::new));
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
