package org.newsgraph.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely it is that two entities are one, and why.
 *
 * @param clues what speaks for it and against it
 */
public record Likeness(List<Clue> clues) {

  /** From here on two entities are joined: four to one. */
  static final double JOIN = 1.38;

  /** Below it two entities are apart for certain, and no user is asked. */
  static final double APART = -1.7;

  /** Copies the list. */
  public Likeness {
    clues = List.copyOf(clues);
  }

  double logOdds() {
    return clues.stream().mapToDouble(Clue::weight).sum();
  }

  /** From 0 to 1. */
  public double probability() {
    return 1 / (1 + Math.exp(-logOdds()));
  }

  boolean joins() {
    return logOdds() >= JOIN;
  }

  boolean isUndecided() {
    return logOdds() > APART;
  }

  Likeness plus(List<Clue> more) {
    List<Clue> all = new ArrayList<>(clues);
    all.addAll(more);
    return new Likeness(all);
  }
}
