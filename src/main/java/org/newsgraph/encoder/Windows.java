package org.newsgraph.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a sentence that is longer than the encoder reads well, after a punctuation mark if it can.
 */
final class Windows {

  /** No sentence of the training data is longer. */
  static final int MOST_WORDS = 128;

  /** The encoder has 512 places; two are taken by the marks of begin and end. */
  static final int MOST_PIECES = 400;

  private static final Set<String> STRONG = Set.of(";", ":", ".", "!", "?", "--", "\u2014", "|");
  private static final Set<String> WEAK = Set.of(",", "\u2013", "-", ")", "/");

  private Windows() {}

  /**
   * @param begin the first word
   * @param end the word after the last
   */
  record Range(int begin, int end) {}

  /** The sentence's words in ranges that follow one another. */
  static List<Range> of(List<String> words, List<long[]> pieces) {
    List<Range> ranges = new ArrayList<>();
    int begin = 0;
    while (begin < words.size()) {
      int limit = limit(begin, pieces);
      int end = limit == words.size() ? limit : cut(words, begin, limit);
      ranges.add(new Range(begin, end));
      begin = end;
    }
    return ranges;
  }

  private static int limit(int begin, List<long[]> pieces) {
    int end = begin;
    int sum = 0;
    while (end < pieces.size() && end - begin < MOST_WORDS) {
      sum += pieces.get(end).length;
      if (sum > MOST_PIECES) {
        break;
      }
      end++;
    }
    return end;
  }

  private static int cut(List<String> words, int begin, int limit) {
    int middle = begin + (limit - begin) / 2;
    for (Set<String> marks : List.of(STRONG, WEAK)) {
      for (int i = limit - 1; i >= middle; i--) {
        if (marks.contains(words.get(i))) {
          return i + 1;
        }
      }
    }
    return limit;
  }
}
