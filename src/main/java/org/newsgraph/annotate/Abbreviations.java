package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.data.DataTable;

/** Abbreviations that end in a full stop, from {@code ontology/names/abbreviations.tsv}. */
final class Abbreviations {

  private final Set<String> titles;
  private final Set<String> beforeNumbers;
  private final Set<String> words;

  Abbreviations() {
    DataTable table = DataTable.read("abbreviations.tsv");
    titles = table.wordsWhere("kind", "title");
    beforeNumbers = table.wordsWhere("kind", "number");
    words = table.wordsWhere("kind", "word");
  }

  /** Whether a name follows {@code token} and never the next sentence. */
  boolean isTitle(String token) {
    return titles.contains(token);
  }

  /** An expression for all of them, in which those before numbers need one to follow. */
  String expression() {
    return "(?:"
        + alternatives(titles, words)
        + "|"
        + alternatives(beforeNumbers, Set.of())
        + "(?=\\s*\\d))";
  }

  private static String alternatives(Set<String> some, Set<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    all.sort(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    return "(?:" + String.join("|", all.stream().map(Pattern::quote).toList()) + ")";
  }
}
