package org.newsgraph.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.article.Article;

/**
 * Everything extracted from one article.
 *
 * @param article what was read
 * @param entities in the order of their keys, each key once
 * @param facts no two of the same subject, property and object
 * @param events in the order of the text
 */
public record ArticleGraph(
    Article article, List<Entity> entities, List<Fact> facts, List<Event> events) {

  /**
   * @throws IllegalArgumentException if two entities share a key, or a fact or event names an
   *     entity that is not there
   */
  public ArticleGraph {
    entities = List.copyOf(entities);
    facts = List.copyOf(facts);
    events = List.copyOf(events);
    Set<EntityKey> keys = new HashSet<>();
    for (Entity entity : entities) {
      if (!keys.add(entity.key())) {
        throw new IllegalArgumentException("two entities of one key: " + entity.key());
      }
    }
    Stream.of(
            facts.stream().map(Fact::subject),
            facts.stream().map(Fact::object).flatMap(ArticleGraph::entityOf),
            events.stream()
                .flatMap(e -> e.roles().stream())
                .map(Event.Role::value)
                .flatMap(ArticleGraph::entityOf),
            Stream.concat(
                    facts.stream().flatMap(f -> f.evidence().stream()),
                    events.stream().flatMap(e -> e.evidence().stream()))
                .flatMap(e -> e.attributedTo().stream()))
        .flatMap(s -> s)
        .filter(key -> !keys.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException("an entity that is not there: " + key);
            });
  }

  private static Stream<EntityKey> entityOf(Value value) {
    return value instanceof Value.OfEntity of ? Stream.of(of.entity()) : Stream.empty();
  }
}
