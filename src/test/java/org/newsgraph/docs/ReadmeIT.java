package org.newsgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the commands of the README and of further pages in order, as a reader would type them, and
 * compares what the terminal then shows. With the system property {@code docs.refresh} it writes
 * that into the page instead. A block below a line that ends in "as `PATH`:" is a file of the
 * reader's.
 */
class ReadmeIT {

  private static final Pattern SAVED =
      Pattern.compile("(?m)as `([^`]+)`:\n\n```\\w+\n((?:(?!```).*\n)*)```$");

  private static final List<String> OWN_VARIABLES =
      List.of(
          "NEWSGRAPH_LOC",
          "NEWSGRAPH_TERMINAL",
          "NO_COLOR",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS");

  @TempDir Path folder;

  /** The reader's directory looks like the repository, but keeps what the commands write apart. */
  @BeforeEach
  void enter() throws IOException {
    Path articles = Files.createDirectories(folder.resolve("graphs/articles"));
    try (Stream<Path> samples = Files.list(Path.of("graphs/articles"))) {
      for (Path sample : samples.toList()) {
        Files.copy(sample, articles.resolve(sample.getFileName()));
      }
    }
    Path launcher = folder.resolve("newsgraph");
    Files.writeString(
        launcher, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(Path.of("newsgraph").toAbsolutePath()));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    // Were the program older than its sources, building it would tell of itself amid the output.
    type("./newsgraph --version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/patterns.md"})
  void showsWhatTheCommandsPrint(String name) throws IOException {
    Path page = Path.of(name);
    save(Files.readString(page));
    ConsoleDocument document = new ConsoleDocument(Files.readAllLines(page));
    boolean refresh = Boolean.getBoolean("docs.refresh");
    ConsoleDocument made = document.replaced(example -> run(page, example, refresh));
    if (refresh) {
      Files.writeString(page, String.join("\n", made.lines()) + "\n");
    }
    assertThat(made.examples()).as("commands in " + page).hasSizeGreaterThan(3);
  }

  private void save(String page) throws IOException {
    Matcher saved = SAVED.matcher(page);
    while (saved.find()) {
      Path file = folder.resolve(saved.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, saved.group(2));
    }
  }

  private List<String> run(Path page, ConsoleExample example, boolean refresh) {
    List<String> printed = type(example.command());
    if (!refresh && !example.shows(printed)) {
      assertThat(String.join("\n", example.cut(printed)))
          .as(
              "%s:%d: $ %s%nIf the new output is right, run docs/refresh",
              page, example.line(), example.command())
          .isEqualTo(String.join("\n", example.shown()));
    }
    return example.cut(printed);
  }

  private List<String> type(String command) {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeAll(OWN_VARIABLES);
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("$ %s%n%s", command, printed).isZero();
      return printed.lines().map(String::stripTrailing).toList();
    } catch (IOException | InterruptedException e) {
      return fail("$ " + command, e);
    }
  }
}
