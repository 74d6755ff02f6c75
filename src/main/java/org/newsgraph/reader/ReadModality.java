package org.newsgraph.reader;

/** How a sentence means a relation, as far as the reader can tell; in the order of its scores. */
public enum ReadModality {
  /** It is so. */
  ASSERTED,
  /** It is not so. */
  NEGATED,
  /** Someone says so. */
  ALLEGED,
  /** It is to be so. */
  PLANNED,
  /** It may be so. */
  POSSIBLE,
  /** It was so and is over. */
  FORMER
}
