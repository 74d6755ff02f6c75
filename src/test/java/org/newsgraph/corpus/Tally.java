package org.newsgraph.corpus;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.newsgraph.corpus.Finding.Outcome;

/**
 * Precision and recall as counts.
 *
 * @param right predictions that were expected
 * @param predicted all predictions but those that are merely acceptable
 * @param found required expectations that were predicted
 * @param expected all required expectations
 */
record Tally(int right, int predicted, int found, int expected) {

  /** Counts. */
  static Tally of(Stream<Finding> findings) {
    Map<Outcome, Integer> count = new EnumMap<>(Outcome.class);
    findings.forEach(finding -> count.merge(finding.outcome(), 1, Integer::sum));
    int right = count.getOrDefault(Outcome.RIGHT, 0);
    int wrong =
        count.getOrDefault(Outcome.WRONG, 0) + count.getOrDefault(Outcome.WRONG_MODALITY, 0);
    int found = count.getOrDefault(Outcome.FOUND, 0);
    return new Tally(right, right + wrong, found, found + count.getOrDefault(Outcome.MISSED, 0));
  }

  /** From 0 to 1; 1 where nothing was predicted, for then nothing is wrong. */
  double precision() {
    return predicted == 0 ? 1 : (double) right / predicted;
  }

  /** From 0 to 1; 1 where nothing was expected. */
  double recall() {
    return expected == 0 ? 1 : (double) found / expected;
  }

  /** The harmonic mean of precision and recall, from 0 to 1. */
  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  /** A row of a table, to stand under {@link #heading}. */
  String row(String name) {
    return String.format(
        Locale.ROOT,
        "%-30s %.3f %9s   %.3f %9s   %.3f",
        name,
        precision(),
        right + "/" + predicted,
        recall(),
        found + "/" + expected,
        f1());
  }

  /** The heading of a table. */
  static String heading(String name) {
    return String.format("%-30s %-15s   %-15s   %s", name, "precision", "recall", "F1");
  }
}
