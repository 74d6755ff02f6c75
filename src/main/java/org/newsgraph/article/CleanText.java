package org.newsgraph.article;

/**
 * Takes out of a text what no syntax of RDF can carry, one for one, so that offsets stay: control
 * characters become spaces; halves of surrogate pairs and noncharacters become U+FFFD.
 */
final class CleanText {

  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  static String of(String text) {
    int at = 0;
    while (at < text.length() && cleaned(text, at) == text.charAt(at)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text);
    for (; at < text.length(); at++) {
      clean.setCharAt(at, cleaned(text, at));
    }
    return clean.toString();
  }

  /** A text on one line, each run of white space one space, none at its ends. */
  static String line(String text) {
    return of(text).replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private static char cleaned(String text, int at) {
    char c = text.charAt(at);
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r' || c == '\f' ? c : ' ';
    }
    if (c < 0x7F) {
      return c;
    }
    if (c <= 0x9F) {
      return c == '\u0085' ? c : ' ';
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
          ? c
          : REPLACEMENT;
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? c : REPLACEMENT;
    }
    return c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ? REPLACEMENT : c;
  }
}
