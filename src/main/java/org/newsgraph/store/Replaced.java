package org.newsgraph.store;

/**
 * What became of graphs handed to the store.
 *
 * @param stored graphs that were new or different and are now in the dataset
 * @param unchanged graphs that the dataset held already, triple for triple
 */
public record Replaced(int stored, int unchanged) {

  /** Nothing handed over yet. */
  public static final Replaced NONE = new Replaced(0, 0);

  /** Both together. */
  public Replaced plus(Replaced other) {
    return new Replaced(stored + other.stored, unchanged + other.unchanged);
  }
}
