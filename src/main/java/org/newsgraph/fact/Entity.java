package org.newsgraph.fact;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.newsgraph.article.Span;

/**
 * Something that the article names.
 *
 * @param key its name within the article's graph
 * @param types its most specific classes, one or more; superclasses follow from the ontology
 * @param aliases every other name that the article uses for it, the canonical one left out
 * @param mentions where the article names it, pronouns and nominals included, in order; empty for
 *     an entity known from the gazetteer alone, such as the country of a city
 */
public record Entity(
    EntityKey key, SortedSet<Term> types, SortedSet<String> aliases, List<Span> mentions) {

  /**
   * @throws IllegalArgumentException if there is no type
   */
  public Entity {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("entity " + key.name() + " has no type");
    }
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    TreeSet<String> others = new TreeSet<>(aliases);
    others.remove(key.name());
    aliases = Collections.unmodifiableSortedSet(others);
    mentions = List.copyOf(mentions);
  }
}
