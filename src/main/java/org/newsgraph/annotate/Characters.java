package org.newsgraph.annotate;

/** Puts plain characters in place of typographic ones, one for one, so that offsets stay. */
final class Characters {

  private Characters() {}

  /**
   * The text with straight quotation marks, plain hyphens and plain spaces: what the language
   * models were trained on.
   *
   * @return as long as {@code text}, in UTF-16 code units
   */
  static String plain(CharSequence text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u2032', '\u00B4', '`' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2212' -> '-';
      case '\uFF05' -> '%';
      default -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c;
    };
  }
}
