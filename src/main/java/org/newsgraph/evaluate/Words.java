package org.newsgraph.evaluate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;

/** Compares words without what makes no difference to their meaning. */
final class Words {

  private static final Pattern ARTICLE = Pattern.compile("(?i)(?:the|an?)\\s+(?=\\S)");

  /** The share of the shorter phrase's words that the longer has to hold. */
  private static final double ENOUGH = 0.6;

  private static final Set<String> EMPTY = Set.of("a", "an", "the", "of", "its", "and", "");

  private Words() {}

  /** A span without "the" or "a" at its beginning. */
  static Span withoutArticle(Span span, String text) {
    Matcher article = ARTICLE.matcher(span.of(text));
    return article.lookingAt() ? new Span(span.begin() + article.end(), span.end()) : span;
  }

  /** Lower case, plain apostrophes, single spaces, no leading article. */
  static String normal(String text) {
    return text.replace('\u2019', '\'')
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(the|an?) ", "");
  }

  /** Whether two phrases have most of the shorter one's words in common. */
  static boolean alike(String one, String other) {
    Set<String> some = content(one);
    Set<String> others = content(other);
    int shorter = Math.min(some.size(), others.size());
    some.retainAll(others);
    return shorter > 0 && some.size() >= ENOUGH * shorter;
  }

  private static Set<String> content(String phrase) {
    Set<String> words =
        new LinkedHashSet<>(Arrays.asList(normal(phrase).split("[^\\p{L}\\p{N}]+", -1)));
    words.removeAll(EMPTY);
    return words;
  }
}
