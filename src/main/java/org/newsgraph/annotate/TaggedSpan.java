package org.newsgraph.annotate;

/**
 * A run of words that the trained reader takes for a mention.
 *
 * @param sentence index of its sentence
 * @param begin index of its first token
 * @param end index after its last token
 * @param kind how it refers
 * @param probability how probable it is, borders included, from 0 to 1
 */
public record TaggedSpan(int sentence, int begin, int end, Kind kind, double probability) {

  /** How a run of words refers. */
  public enum Kind {
    /** "Liang Wenfeng". */
    NAME,
    /** "the company". */
    NOMINAL,
    /** "he". */
    PRONOUN,
    /** "last Monday", "$5bn", "chief executive", "Danish". */
    VALUE
  }

  /**
   * @throws IllegalArgumentException if it has no words
   */
  public TaggedSpan {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("no words from " + begin + " to " + end);
    }
  }

  /** Whether the two share a word. */
  public boolean overlaps(int otherSentence, int otherBegin, int otherEnd) {
    return sentence == otherSentence && begin < otherEnd && otherBegin < end;
  }
}
