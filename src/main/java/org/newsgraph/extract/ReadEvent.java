package org.newsgraph.extract;

import java.util.List;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * An event as the trained reader weighs it.
 *
 * @param word index of the token that tells of it
 * @param type its class
 * @param probability of that class, from 0 to 1
 * @param roles what fills which role, the most probable first, each filler once
 */
record ReadEvent(int word, Term type, double probability, List<Filler> roles) {

  /**
   * What fills a role.
   *
   * @param property such as {@code ng:acquirer}
   * @param probability from 0 to 1
   */
  record Filler(Term property, Value value, double probability) {}

  /** Copies the list. */
  ReadEvent {
    roles = List.copyOf(roles);
  }
}
