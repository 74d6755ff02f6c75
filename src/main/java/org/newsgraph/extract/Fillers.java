package org.newsgraph.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Who and what fills a pattern's roles at one place.
 *
 * @param values the fillers of each role that has any, by the pattern's name for it
 * @param newEntities entities among them that no name of the article stands for
 */
record Fillers(Map<String, List<Value>> values, Map<EntityKey, Entity> newEntities) {

  /** The fillers of a role, none where it stays empty. */
  List<Value> of(String role) {
    return values.getOrDefault(role, List.of());
  }

  /** The classes of an entity of the article or among the new ones. */
  Set<Term> types(EntityKey key, Reading reading) {
    Entity added = newEntities.get(key);
    return added != null ? added.types() : reading.resolution().entity(key).types();
  }
}
