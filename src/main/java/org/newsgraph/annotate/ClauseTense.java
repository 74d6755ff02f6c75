package org.newsgraph.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsgraph.data.DataTable;

/** Tells whether a clause speaks of the future, so that its "on Monday" is the coming one. */
final class ClauseTense {

  private static final Set<String> BOUNDARIES =
      Set.of(
          "that", "which", "who", "because", "but", "after", "before", "while", "when", "if", ";",
          ":", "\u201C", "\u201D", "\"", "\u2014", "(");

  private final Set<String> auxiliaries;
  private final Set<String> plans;

  ClauseTense() {
    DataTable cues = DataTable.read("future-cues.tsv");
    auxiliaries = cues.wordsWhere("kind", "auxiliary");
    plans = cues.wordsWhere("kind", "plan");
  }

  /**
   * Whether the clause around an expression is about what is to come.
   *
   * @param begin offset of the expression in the article's text
   */
  boolean isFuture(Sentence sentence, int begin) {
    List<Token> tokens = sentence.tokens();
    int at = 0;
    while (at < tokens.size() - 1 && tokens.get(at).span().end() <= begin) {
      at++;
    }
    int from = at;
    boolean verbBefore = false;
    while (from > 0 && !isBoundary(tokens, from - 1, verbBefore)) {
      from--;
      verbBefore |= isVerb(tokens.get(from));
    }
    if (verbBefore) {
      return hasCue(tokens, from, at);
    }
    int to = at + 1;
    boolean verbAfter = false;
    while (to < tokens.size() && !isBoundary(tokens, to, verbAfter)) {
      verbAfter |= isVerb(tokens.get(to));
      to++;
    }
    return hasCue(tokens, from, to);
  }

  /** A comma ends a clause once it has its verb. */
  private static boolean isBoundary(List<Token> tokens, int i, boolean verbSeen) {
    String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
    return BOUNDARIES.contains(word) || (verbSeen && word.equals(","));
  }

  private static boolean isVerb(Token token) {
    return token.tag().equals("VERB") || token.tag().equals("AUX");
  }

  private boolean hasCue(List<Token> tokens, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      Token token = tokens.get(i);
      String lemma = token.lemma();
      if (auxiliaries.contains(lemma)) {
        return true;
      }
      String next = i + 1 < tokens.size() ? tokens.get(i + 1).lemma() : "";
      if (plans.contains(lemma) && (next.matches("to|for") || lemma.equals("due"))) {
        return true;
      }
      boolean finite =
          token.tag().equals("VERB") && i > from && !tokens.get(i - 1).lemma().equals("to");
      if (finite && !isHelped(tokens, from, i)) {
        return false;
      }
    }
    return false;
  }

  /** Whether an auxiliary stands before the verb, which then decides. */
  private static boolean isHelped(List<Token> tokens, int from, int verb) {
    for (int i = verb - 1; i >= Math.max(from, verb - 4); i--) {
      if (tokens.get(i).tag().equals("AUX")) {
        return true;
      }
    }
    return false;
  }
}
