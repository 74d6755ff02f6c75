package org.newsgraph.query;

import java.util.List;

/**
 * Everything that the dataset says of an entity.
 *
 * @param iri the entity's
 * @param name its canonical name
 * @param aliases its other names, sorted
 * @param types its most specific classes, compact and sorted
 * @param facts in which it is subject or object, by property
 * @param events in which it plays a role, by class
 */
public record Explanation(
    String iri,
    String name,
    List<String> aliases,
    List<String> types,
    List<Known> facts,
    List<Known> events) {

  /** Copies the lists. */
  public Explanation {
    aliases = List.copyOf(aliases);
    types = List.copyOf(types);
    facts = List.copyOf(facts);
    events = List.copyOf(events);
  }
}
