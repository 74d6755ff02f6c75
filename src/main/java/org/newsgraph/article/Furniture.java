package org.newsgraph.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;

/**
 * Knows the lines of a web page that are no part of the article on it: share buttons, captions,
 * comment links. The words are in {@code ontology/names/furniture.tsv}.
 */
final class Furniture {

  private final Set<String> whole = new HashSet<>();
  private final Set<String> end = new HashSet<>();
  private final List<String> start = new ArrayList<>();

  /**
   * @throws IllegalStateException if the word list is missing or names an unknown way to match
   */
  Furniture() {
    for (Row row : DataTable.read("furniture.tsv").rows()) {
      String words = row.get("words");
      switch (row.get("match")) {
        case "whole" -> whole.add(bare(words));
        case "start" -> start.add(words);
        case "end" -> end.add(bare(words));
        default -> throw new IllegalStateException("furniture.tsv: " + row.get("match") + "?");
      }
    }
  }

  /** Whether the line is no part of the article. */
  boolean matches(String line) {
    return matchesWhole(line) || matchesStart(line);
  }

  /** Whether the line as a whole is a label or button. */
  boolean matchesWhole(String line) {
    String bare = bare(line);
    return bare.isEmpty() || (!line.endsWith(".") && (whole.contains(bare) || end.contains(bare)));
  }

  /** Whether a line or paragraph starts as a caption, link or notice does. */
  boolean matchesStart(String line) {
    String lower = plain(line);
    for (String words : start) {
      if (lower.startsWith(words)
          && (lower.length() == words.length()
              || !Character.isLetterOrDigit(words.charAt(words.length() - 1))
              || !Character.isLetter(lower.charAt(words.length())))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line opens the readers' comments, so that nothing after it is of the article. */
  boolean endsArticle(String line) {
    String bare = bare(line).replaceFirst("^\\d+ ", "").replaceFirst("[ (]+\\d+$", "");
    return !line.endsWith(".") && end.contains(bare);
  }

  private static String bare(String line) {
    return plain(line).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
  }

  private static String plain(String line) {
    return line.toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replaceAll("[\\s\\u00A0]+", " ")
        .strip();
  }
}
