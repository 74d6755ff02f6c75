package org.newsgraph.article;

import java.text.Normalizer;
import java.util.Locale;

/** Turns words into the readable last part of an IRI. */
public final class Slug {

  /** The most UTF-16 code units that a slug has. */
  public static final int MAX_LENGTH = 80;

  private Slug() {}

  /**
   * Letters and digits of any script in Unicode NFC and lower case, with one hyphen for whatever
   * stands between them; apostrophes vanish. A longer text is cut after its last whole word.
   *
   * @return empty where {@code words} has neither letter nor digit
   */
  public static String of(String words) {
    String lower = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder();
    int wordEnd = 0;
    boolean gap = false;
    for (int at = 0; at < lower.length(); ) {
      int c = lower.codePointAt(at);
      at += Character.charCount(c);
      if (isApostrophe(c)) {
        continue;
      }
      if (!isWordPart(c)) {
        gap = !slug.isEmpty();
        continue;
      }
      if (gap) {
        wordEnd = slug.length();
        slug.append('-');
        gap = false;
      }
      if (slug.length() + Character.charCount(c) > MAX_LENGTH) {
        slug.setLength(wordEnd > 0 ? wordEnd : slug.length());
        break;
      }
      slug.appendCodePoint(c);
    }
    return Normalizer.normalize(slug, Normalizer.Form.NFC);
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2018' || c == '\u2019' || c == '\u02BC';
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
