package org.newsgraph.reader;

import java.util.List;
import org.newsgraph.encoder.Probabilities;

/**
 * From scores to probabilities that say how often such scores are right (Platt 1999), fitted in
 * training on articles that the model had not seen.
 *
 * @param scale for each label, or one for all
 * @param shift for each label, or one for all
 */
record Calibration(double[] scale, double[] shift) {

  /**
   * @throws IllegalStateException if there are neither one nor as many numbers as labels
   */
  static Calibration of(List<String> scale, List<String> shift, int labels) {
    return new Calibration(numbers(scale, labels), numbers(shift, labels));
  }

  private static double[] numbers(List<String> words, int labels) {
    if (words.size() != 1 && words.size() != labels) {
      throw new IllegalStateException(
          "the model of pairs has " + words.size() + " calibrations for " + labels + " relations");
    }
    return words.stream().mapToDouble(Double::parseDouble).toArray();
  }

  double probability(int label, double score) {
    return Probabilities.sigmoid(of(scale, label) * score + of(shift, label));
  }

  private static double of(double[] numbers, int label) {
    return numbers[numbers.length == 1 ? 0 : label];
  }
}
