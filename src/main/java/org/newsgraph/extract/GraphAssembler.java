package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Puts what was found into one graph: a fact or event told twice is one, with two pieces of
 * evidence.
 */
final class GraphAssembler {

  private record Statement(EntityKey subject, Term property, Value object) {}

  private final Map<Statement, Set<Evidence>> facts = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final TreeMap<EntityKey, Entity> entities;
  private final TreeMap<EntityKey, Entity> unnamed = new TreeMap<>();

  /** An assembler that starts with the entities that the article names. */
  GraphAssembler(Map<EntityKey, Entity> named) {
    this.entities = new TreeMap<>(named);
  }

  /**
   * Adds an entity that only a role needs, such as "advanced chips"; what no role takes up is left
   * out.
   */
  void add(Entity entity) {
    unnamed.putIfAbsent(entity.key(), entity);
  }

  void add(Fact fact) {
    facts
        .computeIfAbsent(
            new Statement(fact.subject(), fact.property(), fact.object()),
            k -> new LinkedHashSet<>())
        .addAll(fact.evidence());
  }

  void add(Event event) {
    for (int i = 0; i < events.size(); i++) {
      if (isSame(events.get(i), event)) {
        events.set(i, merge(events.get(i), event));
        return;
      }
    }
    events.add(event);
  }

  /** The graph of everything added so far. */
  ArticleGraph assemble(Article article) {
    List<Fact> stated = new ArrayList<>();
    facts.forEach(
        (s, evidence) ->
            stated.add(new Fact(s.subject(), s.property(), s.object(), oneASentence(evidence))));
    TreeMap<EntityKey, Entity> all = new TreeMap<>(entities);
    Stream.concat(
            stated.stream().flatMap(f -> Stream.of(new Value.OfEntity(f.subject()), f.object())),
            events.stream().flatMap(e -> e.roles().stream()).map(Event.Role::value))
        .filter(v -> v instanceof Value.OfEntity)
        .map(v -> ((Value.OfEntity) v).entity())
        .forEach(
            key -> Optional.ofNullable(unnamed.get(key)).ifPresent(e -> all.putIfAbsent(key, e)));
    return new ArticleGraph(article, List.copyOf(all.values()), stated, events);
  }

  /**
   * The most confident evidence of each sentence and modality; two patterns that agree are no two
   * sources.
   */
  private static List<Evidence> oneASentence(Set<Evidence> evidence) {
    Map<List<Object>, Evidence> best = new LinkedHashMap<>();
    for (Evidence e : evidence) {
      best.merge(
          List.of(e.sentence(), e.modality()),
          e,
          (a, b) -> b.confidence().compareTo(a.confidence()) > 0 ? b : a);
    }
    return List.copyOf(best.values());
  }

  /**
   * Whether two events may be one: of one class and modality, no role filled differently, and the
   * entities of one all among those of the other.
   */
  private static boolean isSame(Event one, Event other) {
    if (!one.type().equals(other.type()) || one.modality() != other.modality()) {
      return false;
    }
    Map<Term, Set<Value>> first = byProperty(one);
    Map<Term, Set<Value>> second = byProperty(other);
    for (Map.Entry<Term, Set<Value>> role : first.entrySet()) {
      Set<Value> counterpart = second.get(role.getKey());
      if (counterpart != null && role.getValue().stream().noneMatch(counterpart::contains)) {
        return false;
      }
    }
    if (hasText(one) != hasText(other)
        && !one.roles().containsAll(other.roles())
        && !other.roles().containsAll(one.roles())) {
      return false;
    }
    Set<Value> entities = entities(one);
    Set<Value> others = entities(other);
    return !entities.isEmpty()
        && !others.isEmpty()
        && (entities.containsAll(others) || others.containsAll(entities));
  }

  private static Map<Term, Set<Value>> byProperty(Event event) {
    return event.roles().stream()
        .collect(
            Collectors.groupingBy(
                Event.Role::property,
                LinkedHashMap::new,
                Collectors.mapping(
                    Event.Role::value, Collectors.toCollection(LinkedHashSet::new))));
  }

  private static boolean hasText(Event event) {
    return event.roles().stream().anyMatch(r -> r.value() instanceof Value.OfText);
  }

  private static Set<Value> entities(Event event) {
    return event.roles().stream()
        .map(Event.Role::value)
        .filter(v -> v instanceof Value.OfEntity)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Event merge(Event one, Event other) {
    Set<Event.Role> roles = new LinkedHashSet<>(one.roles());
    roles.addAll(other.roles());
    Set<Evidence> evidence = new LinkedHashSet<>(one.evidence());
    evidence.addAll(other.evidence());
    return new Event(one.type(), List.copyOf(roles), oneASentence(evidence));
  }
}
