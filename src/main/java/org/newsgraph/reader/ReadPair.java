package org.newsgraph.reader;

import java.util.List;
import org.newsgraph.encoder.Probabilities;

/**
 * Two mentions of a sentence that the reader has weighed.
 *
 * @param subject index of the first among the article's spans
 * @param object index of the second
 * @param relations those that are at all probable, the others left out
 * @param modality the probability of each of {@link ReadModality}, in their order
 */
public record ReadPair(int subject, int object, List<Relation> relations, double[] modality) {

  /**
   * A relation.
   *
   * @param label a property such as {@code schema:founder}, or one that only evaluation knows
   * @param probability that the sentence states it, in whatever modality, from 0 to 1
   */
  public record Relation(String label, double probability) {}

  /** Copies the list. */
  public ReadPair {
    relations = List.copyOf(relations);
  }

  /** The most probable modality. */
  public ReadModality bestModality() {
    return ReadModality.values()[Probabilities.best(modality)];
  }

  /** The probability of a modality. */
  public double probability(ReadModality of) {
    return modality[of.ordinal()];
  }
}
