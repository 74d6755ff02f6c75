package org.newsgraph.reader;

import org.newsgraph.annotate.TaggedSpan.Kind;

/**
 * A mention, and what the reader takes it for.
 *
 * @param sentence index of its sentence
 * @param begin index of its first token
 * @param end index after its last token
 * @param kind how it refers
 * @param probability how probable the reader holds it to be a mention with these borders; 0 where
 *     only rules found it
 * @param types the logarithm of the probability of each class, in the order of {@link
 *     ArticleReading#typeLabels()}
 */
public record ReadSpan(
    int sentence, int begin, int end, Kind kind, double probability, double[] types) {

  /**
   * @throws IllegalArgumentException if it has no words
   */
  public ReadSpan {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("no words from " + begin + " to " + end);
    }
  }
}
