package org.newsgraph.evaluate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;

/**
 * What an article's entities are among those that are marked in it: the one whose mentions they
 * share, names before pronouns and descriptions; else the one of their name.
 */
final class EntityAlignment {

  /** A name tells more than any number of pronouns: it is the name that is written. */
  private static final int NAME = 100;

  private static final String NATIONALITY = "Nationality";

  private final Map<EntityKey, Set<String>> marked = new HashMap<>();

  EntityAlignment(GoldArticle gold, ArticleGraph graph) {
    graph.entities().forEach(entity -> marked.put(entity.key(), marked(gold, entity)));
  }

  /**
   * What the entity is: a thing and the words of nationality that go with it; nothing where it is
   * none of those marked.
   */
  Set<String> of(EntityKey entity) {
    return marked.getOrDefault(entity, Set.of());
  }

  private static Set<String> marked(GoldArticle gold, Entity entity) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    Set<String> found = new LinkedHashSet<>();
    for (GoldMention mention : gold.mentions()) {
      if (entity.mentions().stream().anyMatch(span -> same(span, mention))) {
        if (mention.kind() != Kind.VALUE) {
          votes.merge(mention.entity(), mention.kind() == Kind.NAME ? NAME : 1, Integer::sum);
        } else if (mention.type().equals(NATIONALITY)) {
          found.add(mention.entity());
        }
      }
    }
    int most = votes.values().stream().reduce(0, Math::max);
    votes.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .map(best -> namesake(gold, entity, best, votes.keySet()))
        .ifPresent(found::add);
    if (votes.isEmpty()) {
      byName(gold, entity, found);
    }
    return found;
  }

  /** Of two things of one name, such as a firm and its app, the one of the entity's class. */
  private static String namesake(
      GoldArticle gold, Entity entity, String best, Set<String> candidates) {
    Map<String, GoldMention> first = new LinkedHashMap<>();
    gold.things().stream()
        .filter(m -> m.kind() == Kind.NAME && candidates.contains(m.entity()))
        .forEach(m -> first.putIfAbsent(m.entity() + " " + name(gold, m), m));
    return gold.things().stream()
        .filter(m -> m.kind() == Kind.NAME && m.entity().equals(best))
        .map(m -> name(gold, m))
        .findFirst()
        .flatMap(
            name ->
                first.values().stream()
                    .filter(m -> name(gold, m).equals(name) && isOf(entity, m.type()))
                    .map(GoldMention::entity)
                    .findFirst())
        .orElse(best);
  }

  private static String name(GoldArticle gold, GoldMention mention) {
    return Words.normal(mention.span().of(gold.article().text()));
  }

  private static boolean isOf(Entity entity, String type) {
    return entity.types().stream().anyMatch(t -> t.name().equals(type));
  }

  private static boolean same(Span span, GoldMention mention) {
    return span.overlaps(mention.core());
  }

  private static void byName(GoldArticle gold, Entity entity, Set<String> found) {
    Set<String> names = new LinkedHashSet<>(Set.of(Words.normal(entity.key().name())));
    entity.aliases().forEach(alias -> names.add(Words.normal(alias)));
    gold.things().stream()
        .filter(m -> names.contains(Words.normal(m.span().of(gold.article().text()))))
        .map(GoldMention::entity)
        .findFirst()
        .ifPresent(found::add);
  }
}
