package org.newsgraph.reader;

import java.util.List;

/**
 * A word that tells of an event.
 *
 * @param sentence index of its sentence
 * @param word index of the token
 * @param event the event's class, such as {@code ng:Acquisition}
 * @param probability of that class, from 0 to 1
 * @param roles who or what takes part, the most probable role of each mention, improbable ones left
 *     out
 */
public record ReadTrigger(
    int sentence, int word, String event, double probability, List<Filler> roles) {

  /**
   * What fills a role.
   *
   * @param span index among the article's spans
   * @param role such as {@code ng:acquirer}
   * @param probability from 0 to 1
   */
  public record Filler(int span, String role, double probability) {}

  /** Copies the list. */
  public ReadTrigger {
    roles = List.copyOf(roles);
  }
}
