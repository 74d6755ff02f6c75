package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.newsgraph.evaluate.Report.Column;
import org.newsgraph.evaluate.Report.Row;
import org.newsgraph.evaluate.Report.Table;

/**
 * Whether what is given with a confidence of, say, 0.8 is right eight times out of ten.
 *
 * @param bins ten, of equal width; the upper border belongs to a bin
 */
record Calibration(List<Bin> bins) {

  private static final int BINS = 10;

  /**
   * What is given with about one confidence.
   *
   * @param given how many
   * @param right how many of them are right
   * @param confidence theirs, added up
   */
  record Bin(int given, int right, double confidence) {
    private Bin with(double more, boolean isRight) {
      return new Bin(given + 1, right + (isRight ? 1 : 0), confidence + more);
    }

    private double gap() {
      return Math.abs(confidence - right);
    }
  }

  /** What was given with some confidence, above 0 up to 1. */
  record Guess(double confidence, boolean right) {}

  static Calibration of(List<Guess> guesses) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(new Bin(0, 0, 0));
    }
    for (Guess guess : guesses) {
      int bin = Math.max(0, (int) Math.ceil(guess.confidence() * BINS) - 1);
      bins.set(bin, bins.get(bin).with(guess.confidence(), guess.right()));
    }
    return new Calibration(List.copyOf(bins));
  }

  /** The mean distance of confidence from being right, from 0 to 1; 0 where nothing is given. */
  double expectedError() {
    return Counts.ratio(
        bins.stream().mapToDouble(Bin::gap).sum(), bins.stream().mapToInt(Bin::given).sum());
  }

  /** The bins that hold anything. */
  Table table(String name) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      Bin bin = bins.get(i);
      if (bin.given() > 0) {
        rows.add(
            Row.of(
                String.format(Locale.ROOT, "%.1f to %.1f", i / 10.0, (i + 1) / 10.0),
                bin.confidence() / bin.given(),
                (double) bin.right() / bin.given(),
                bin.given()));
      }
    }
    return new Table(
        name,
        List.of(Column.share("confidence"), Column.share("right"), Column.count("given")),
        rows);
  }
}
