package org.newsgraph.fact;

import java.util.List;

/**
 * Something that happened, is claimed to have happened, or is planned: a class and who or what
 * plays which role.
 *
 * @param type the event's class, such as {@code ng:ExportRestriction}
 * @param roles one or more; a role may have several fillers
 * @param evidence one or more, in the order of the text, all of one modality
 */
public record Event(Term type, List<Role> roles, List<Evidence> evidence) {

  /**
   * A filler of a role.
   *
   * @param property such as {@code ng:restrictedItem}
   * @param value who or what fills it
   */
  public record Role(Term property, Value value) {}

  /**
   * @throws IllegalArgumentException if there is no role or no evidence, or the evidence is of two
   *     modalities
   */
  public Event {
    roles = List.copyOf(roles);
    evidence = List.copyOf(evidence);
    if (roles.isEmpty() || evidence.isEmpty()) {
      throw new IllegalArgumentException("an event has a role and evidence: " + type);
    }
    if (evidence.stream().map(Evidence::modality).distinct().count() != 1) {
      throw new IllegalArgumentException("an event has one modality: " + type);
    }
  }

  /** How certain the article is of the event. */
  public Modality modality() {
    return evidence.getFirst().modality();
  }
}
