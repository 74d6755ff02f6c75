package org.newsgraph.resolve;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.newsgraph.annotate.Mention;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;

/**
 * Who is who in an article.
 *
 * @param entities in the order of their keys
 * @param referents the entity that each resolved mention stands for, in the order of the text
 */
public record Resolution(
    SortedMap<EntityKey, Entity> entities, SortedMap<Mention, EntityKey> referents) {

  /** Copies the maps. */
  public Resolution {
    entities = Collections.unmodifiableSortedMap(new TreeMap<>(entities));
    referents = Collections.unmodifiableSortedMap(new TreeMap<>(referents));
  }

  /** The shortest resolved mention that covers a token of a sentence. */
  public Optional<Mention> mentionAt(int sentence, int token) {
    return Mention.ofSentences(referents, sentence, sentence).keySet().stream()
        .filter(m -> m.covers(token))
        .min(
            Comparator.<Mention>comparingInt(m -> m.end() - m.begin())
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * The entity that a run of tokens stands for: that of the mention with the same borders, else of
   * the shortest one that covers the run's last token and lies within the run or around it.
   */
  public Optional<EntityKey> entityAt(int sentence, int begin, int end) {
    List<Mention> here =
        Mention.ofSentences(referents, sentence, sentence).keySet().stream()
            .filter(m -> m.covers(end - 1))
            .filter(m -> m.begin() >= begin && m.end() <= end || m.begin() <= begin)
            .toList();
    return here.stream()
        .filter(m -> m.begin() == begin && m.end() == end)
        .findFirst()
        .or(
            () ->
                here.stream()
                    .min(
                        Comparator.<Mention>comparingInt(m -> m.end() - m.begin())
                            .thenComparing(Comparator.naturalOrder())))
        .map(this::referent);
  }

  /** The resolved mentions of a sentence, in order. */
  public List<Mention> mentions(int sentence) {
    return List.copyOf(Mention.ofSentences(referents, sentence, sentence).keySet());
  }

  /** The entity that a resolved mention stands for. */
  public EntityKey referent(Mention mention) {
    EntityKey key = referents.get(mention);
    if (key == null) {
      throw new IllegalArgumentException("not a resolved mention: " + mention);
    }
    return key;
  }

  /** The entity of that key, which has to be one of the article's. */
  public Entity entity(EntityKey key) {
    Entity entity = entities.get(key);
    if (entity == null) {
      throw new IllegalArgumentException("no entity of the article: " + key);
    }
    return entity;
  }
}
