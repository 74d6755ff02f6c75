package org.newsgraph.evaluate;

/**
 * Predictions and expectations, counted. The two may differ: two predictions can be the same
 * expectation.
 *
 * @param right predictions that were expected, 0 or more
 * @param wrong predictions that were not expected, 0 or more
 * @param found expectations that were predicted, 0 or more
 * @param missing expectations that were not predicted, 0 or more
 */
record Counts(int right, int wrong, int found, int missing) {

  static final Counts NONE = new Counts(0, 0, 0, 0);
  static final Counts HIT = new Counts(1, 0, 1, 0);
  static final Counts FALSE_ALARM = new Counts(0, 1, 0, 0);
  static final Counts MISS = new Counts(0, 0, 0, 1);

  /** The sums. */
  Counts plus(Counts other) {
    return new Counts(
        right + other.right, wrong + other.wrong, found + other.found, missing + other.missing);
  }

  /** From 0 to 1; 0 where nothing was predicted. */
  double precision() {
    return ratio(right, right + wrong);
  }

  /** From 0 to 1; 0 where nothing was expected. */
  double recall() {
    return ratio(found, found + missing);
  }

  /** The harmonic mean of precision and recall, from 0 to 1. */
  double f1() {
    return f1(precision(), recall());
  }

  /** The harmonic mean of two figures, 0 where both are. */
  static double f1(double precision, double recall) {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }

  /** A share; 0 where there is nothing to share. */
  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
