package org.newsgraph.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The pattern files that ship with the program. */
final class BuiltInPatterns {

  private static final List<String> FILES =
      List.of(
          "organizations.yaml",
          "people.yaml",
          "products.yaml",
          "deals.yaml",
          "markets.yaml",
          "trade.yaml",
          "exports.yaml",
          "sanctions.yaml",
          "disputes.yaml");

  private BuiltInPatterns() {}

  /**
   * Reads them all, in a fixed order.
   *
   * @throws IllegalStateException if one is missing or wrong
   */
  static List<Pattern> read(PatternReader reader) {
    List<Pattern> patterns = new ArrayList<>();
    for (String file : FILES) {
      String resource = "/ontology/patterns/" + file;
      try (InputStream in = BuiltInPatterns.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException(resource + " is missing from the program");
        }
        PatternReader.Patterns read = reader.read(file, in);
        if (!read.problems().isEmpty()) {
          throw new IllegalStateException(read.problems().getFirst().toString());
        }
        patterns.addAll(read.patterns());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + resource, e);
      }
    }
    return List.copyOf(patterns);
  }
}
