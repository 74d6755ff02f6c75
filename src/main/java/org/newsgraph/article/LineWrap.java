package org.newsgraph.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells where a paragraph ends in a text whose lines may have been broken at a fixed width, as in
 * mail and plain-text archives.
 */
final class LineWrap {

  /** Nobody wraps at more columns than this; a text with longer lines has a paragraph a line. */
  private static final int WIDEST = 120;

  /** Nobody wraps at fewer: shorter lines are items of a list. */
  private static final int NARROWEST = 45;

  private static final double SHARE_OF_BROKEN_SENTENCES = 0.4;
  private static final double SHARE_OF_LONG_LINES = 0.1;

  private final int width;

  private LineWrap(int width) {
    this.width = width;
  }

  /** Finds out from all lines of a text whether they are wrapped, and at which width. */
  static LineWrap of(List<Line> lines) {
    int width = 0;
    int followed = 0;
    int broken = 0;
    int tooLong = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.text().length() > WIDEST) {
        tooLong++;
      } else {
        width = Math.max(width, line.text().length());
      }
      if (i + 1 < lines.size() && lines.get(i + 1).block() == line.block()) {
        followed++;
        broken += line.endsSentence() ? 0 : 1;
      }
    }
    boolean wrapped =
        followed >= 2
            && width >= NARROWEST
            && broken >= SHARE_OF_BROKEN_SENTENCES * followed
            && tooLong <= SHARE_OF_LONG_LINES * lines.size();
    return new LineWrap(wrapped ? width : 0);
  }

  /** Whether {@code next} goes on with the paragraph that {@code line} belongs to. */
  boolean continues(Line line, Line next) {
    if (line.block() != next.block() || line.heading() || next.heading() || isListItem(next)) {
      return false;
    }
    char first = next.text().charAt(0);
    if (!line.endsSentence() && Character.isLowerCase(first) && line.wordCount() > 2) {
      return true;
    }
    String nextWord = next.text().split("\\s", 2)[0];
    return width > 0 && line.text().length() + 1 + nextWord.length() > width;
  }

  /** Joins lines to paragraphs. */
  List<Span> paragraphs(List<Line> lines, Furniture furniture) {
    List<Span> paragraphs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Span span = lines.get(i).span();
      while (i + 1 < lines.size()
          && continues(lines.get(i), lines.get(i + 1))
          && !furniture.matchesStart(lines.get(i + 1).text())) {
        i++;
        span = span.union(lines.get(i).span());
      }
      paragraphs.add(span);
    }
    return paragraphs;
  }

  private static boolean isListItem(Line line) {
    return line.text().matches("(?s)(?:[*\\u2022\\u2013-]\\s|\\d{1,2}[.)]\\s).*");
  }
}
