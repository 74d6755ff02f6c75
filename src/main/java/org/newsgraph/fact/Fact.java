package org.newsgraph.fact;

import java.util.List;

/**
 * A relation or attribute of an entity, with all evidence the article gives for it.
 *
 * @param subject an entity of the article's graph
 * @param property such as {@code schema:founder}
 * @param object what the property leads to
 * @param evidence one or more, in the order of the text
 */
public record Fact(EntityKey subject, Term property, Value object, List<Evidence> evidence) {

  /**
   * @throws IllegalArgumentException if there is no evidence
   */
  public Fact {
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a fact without evidence: " + subject + " " + property);
    }
  }

  /** Whether the article itself says so somewhere, which alone makes a plain triple of it. */
  public boolean asserted() {
    return evidence.stream().anyMatch(e -> e.modality() == Modality.ASSERTED);
  }
}
