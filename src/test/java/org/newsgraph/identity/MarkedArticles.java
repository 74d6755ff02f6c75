package org.newsgraph.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles in which names are marked with who is meant.
 *
 * @param articles in the order of the file
 */
record MarkedArticles(List<Marked> articles) {

  private static final Pattern HEAD = Pattern.compile("=== (\\d{4}-\\d\\d-\\d\\d) \\| (.+)");
  private static final Pattern MARK = Pattern.compile("\\[\\[([^|\\]]+)\\|([a-z0-9-]+)\\]\\]");

  /**
   * An article.
   *
   * @param published ISO date
   * @param text without the marks
   * @param names who each name means
   */
  record Marked(String published, String headline, String text, Map<String, String> names) {}

  static MarkedArticles read(Path file) throws IOException {
    List<Marked> found = new ArrayList<>();
    String date = "";
    String headline = "";
    for (String line : Files.readAllLines(file)) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        date = head.group(1);
        headline = head.group(2);
      } else if (!line.isBlank()) {
        Map<String, String> names = new TreeMap<>();
        MARK.matcher(line).results().forEach(m -> names.put(m.group(1), m.group(2)));
        found.add(new Marked(date, headline, MARK.matcher(line).replaceAll("$1"), names));
      }
    }
    return new MarkedArticles(List.copyOf(found));
  }

  long mentions() {
    return articles.stream().mapToLong(a -> a.names().size()).sum();
  }
}
