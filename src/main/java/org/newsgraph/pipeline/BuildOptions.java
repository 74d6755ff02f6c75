package org.newsgraph.pipeline;

import java.math.BigDecimal;

/**
 * How a build runs.
 *
 * @param minConfidence evidence below it is left out; 0 to 1
 * @param threads how many articles are extracted at a time, 1 or more
 */
public record BuildOptions(BigDecimal minConfidence, int threads) {

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public BuildOptions {
    if (minConfidence.signum() < 0 || minConfidence.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "a confidence of %s; give one from 0 to 1".formatted(minConfidence));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("%d threads; give 1 or more".formatted(threads));
    }
  }
}
