package org.newsgraph.article;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text that is not blank.
 *
 * @param span where it stands, outer white space and Markdown's heading and quotation marks left
 *     out
 * @param text its characters
 * @param block the number of the run of lines without a blank one between them, from 0
 * @param heading whether Markdown marks it as a heading
 */
record Line(Span span, String text, int block, boolean heading) {

  /** The lines of {@code text} that are not blank, in order. */
  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int block = 0;
    boolean blankBefore = false;
    int begin = 0;
    while (begin < text.length()) {
      int end = begin;
      while (end < text.length() && !isLineEnd(text.charAt(end))) {
        end++;
      }
      int first = begin;
      int last = end;
      while (first < last && isSpace(text.charAt(first))) {
        first++;
      }
      while (last > first && isSpace(text.charAt(last - 1))) {
        last--;
      }
      int marks = first;
      while (marks < last && text.charAt(marks) == '#') {
        marks++;
      }
      boolean heading = marks > first && marks < last && isSpace(text.charAt(marks));
      if (heading) {
        first = skipSpace(text, marks, last);
      } else if (last - first > 2 && text.charAt(first) == '>' && isSpace(text.charAt(first + 1))) {
        first = skipSpace(text, first + 1, last);
      }
      if (first < last) {
        if (blankBefore && !lines.isEmpty()) {
          block++;
        }
        blankBefore = false;
        lines.add(new Line(new Span(first, last), text.substring(first, last), block, heading));
      } else {
        blankBefore = true;
      }
      begin = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    return lines;
  }

  /** The number of words, taken as runs without white space. */
  int wordCount() {
    return text.split("[\\s\\u00A0]+").length;
  }

  /** Whether the line ends as a sentence does, closing quotation marks and brackets aside. */
  boolean endsSentence() {
    return text.matches("(?s).*[.!?\\u2026][\"'\\u201D\\u2019)\\]\\u00BB]*");
  }

  private static int skipSpace(String text, int from, int to) {
    int at = from;
    while (at < to && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\f';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B'
        || c == '\uFEFF'
        || c == '\u0000';
  }
}
