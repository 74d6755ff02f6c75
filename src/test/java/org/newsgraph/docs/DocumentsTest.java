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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.cli.Main;

/** Documents name commands, files and classes; all of them have to be there. */
class DocumentsTest {

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
  private static final Pattern CLASS =
      Pattern.compile("`(?:[a-z.]+[./])?([A-Z][a-z]+(?:[A-Z][a-z]*)+)`");

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(1)).toList();
  }

  @Test
  void theReadmeListsTheCommandsThatThereAre() throws IOException {
    ByteArrayOutputStream help = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(help, true, StandardCharsets.UTF_8);
    Main.run(InputStream.nullInputStream(), out, out, Map.of(), "--help");
    String commands = help.toString(StandardCharsets.UTF_8).split("Commands:|Examples:")[1];

    assertThat(found(Pattern.compile("(?m)^\\| `([a-z]+)"), Files.readString(Path.of("README.md"))))
        .containsExactlyInAnyOrderElementsOf(found(Pattern.compile("(?m)^  ([a-z]+)  "), commands));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "docs/inputs.md",
        "docs/patterns.md",
        "docs/evaluate.md",
        "docs/doctor.md",
        "training/README.md",
        "ontology/names/README.md",
        "ontology/patterns/README.md",
        "src/test/corpus/README.md"
      })
  void linksLeadSomewhere(String name) throws IOException {
    Path document = Path.of(name);
    assertThat(found(LINK, Files.readString(document)))
        .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
  }

  @Test
  void theTablesAreListedWithWhatReadsThem() throws IOException {
    String listed = Files.readString(Path.of("ontology/names/README.md"));
    try (Stream<Path> tables = Files.list(Path.of("ontology/names"))) {
      assertThat(tables.map(file -> file.getFileName().toString()).filter(n -> !n.endsWith(".md")))
          .allSatisfy(name -> assertThat(listed).contains("`" + name + "`"));
    }
  }

  @Test
  void theArchitectureNamesClassesThatThereAre() throws IOException {
    List<String> classes;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      classes =
          sources
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".java"))
              .map(file -> file.replace(".java", ""))
              .toList();
    }
    List<String> named = found(CLASS, Files.readString(Path.of("ARCHITECTURE.md")));
    assertThat(named).hasSizeGreaterThan(5).isSubsetOf(classes);
  }
}
