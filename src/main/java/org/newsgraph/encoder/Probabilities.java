package org.newsgraph.encoder;

/**
 * From a model's scores to probabilities. By {@link StrictMath}, so that every machine gives the
 * same.
 */
public final class Probabilities {

  private Probabilities() {}

  /** The probability of something that is scored alone. */
  public static double sigmoid(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }

  /**
   * The logarithms of the probabilities of classes of which exactly one holds.
   *
   * @param scores holds theirs, from {@code begin} on
   * @param classes how many
   */
  public static double[] logSoftmax(float[] scores, int begin, int classes) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = begin; i < begin + classes; i++) {
      most = Math.max(most, scores[i]);
    }
    double sum = 0;
    for (int i = begin; i < begin + classes; i++) {
      sum += StrictMath.exp(scores[i] - most);
    }
    double log = most + StrictMath.log(sum);
    double[] result = new double[classes];
    for (int i = 0; i < classes; i++) {
      result[i] = scores[begin + i] - log;
    }
    return result;
  }

  /** The probabilities of classes of which exactly one holds. */
  public static double[] softmax(float[] scores, int begin, int classes) {
    double[] result = logSoftmax(scores, begin, classes);
    for (int i = 0; i < classes; i++) {
      result[i] = StrictMath.exp(result[i]);
    }
    return result;
  }

  /** The place of the greatest, the first of equals. */
  public static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
