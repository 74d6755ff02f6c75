package org.newsgraph.article;

import java.util.Comparator;

/**
 * A stretch of an article's text.
 *
 * @param begin offset of the first character, in UTF-16 code units, 0 or more
 * @param end offset after the last character, greater than {@code begin}
 */
public record Span(int begin, int end) implements Comparable<Span> {

  private static final Comparator<Span> ORDER =
      Comparator.comparingInt(Span::begin).thenComparingInt(Span::end);

  /**
   * @throws IllegalArgumentException if the span is empty or begins before the text
   */
  public Span {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("no span from " + begin + " to " + end);
    }
  }

  /** The number of UTF-16 code units covered, 1 or more. */
  public int length() {
    return end - begin;
  }

  /** Whether {@code other} lies within this span, its ends included. */
  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  /** Whether the two spans share a character. */
  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  /** The smallest span that covers both. */
  public Span union(Span other) {
    return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
  }

  /** The covered part of {@code text}, which has to be the text that the span was made for. */
  public String of(CharSequence text) {
    return text.subSequence(begin, end).toString();
  }

  /** By begin, then by end. */
  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }
}
