package org.newsgraph.corpus;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Money;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/** Compares the values of one graph with expected ones, which are written as text. */
final class ValueMatcher {

  /** Roles whose filler is a phrase, of which an extractor may take a little more or less. */
  private static final Set<Term> PHRASES =
      Stream.of(
              "ng:restrictedItem",
              "ng:item",
              "ng:allegation",
              "ng:reason",
              "ng:program",
              "ng:role",
              "ng:court",
              "schema:text")
          .map(Term::of)
          .collect(Collectors.toUnmodifiableSet());

  /** The share of the shorter phrase's words that the longer has to hold. */
  private static final double ENOUGH_WORDS = 0.6;

  private static final Set<String> EMPTY_WORDS = Set.of("a", "an", "the", "of", "its", "that");

  private final Map<EntityKey, Entity> entities;

  ValueMatcher(ArticleGraph graph) {
    entities = graph.entities().stream().collect(Collectors.toMap(Entity::key, e -> e));
  }

  /** Whether {@code value}, as the filler of {@code role}, is one of the alternatives expected. */
  boolean matches(Term role, Value value, String expected) {
    boolean phrase = PHRASES.contains(role) && !(value instanceof Value.OfDate);
    return written(value).stream()
        .anyMatch(
            actual ->
                alternatives(expected).stream()
                    .anyMatch(wanted -> phrase ? overlap(actual, wanted) : equal(actual, wanted)));
  }

  /** Whether the entity goes by one of the names expected. */
  boolean names(EntityKey entity, String expected) {
    return written(new Value.OfEntity(entity)).stream()
        .anyMatch(name -> alternatives(expected).stream().anyMatch(wanted -> equal(name, wanted)));
  }

  /** Whether the article itself never names the entity. */
  boolean unmentioned(Value value) {
    return value instanceof Value.OfEntity(EntityKey key)
        && entityOf(key, entity -> entity.mentions().isEmpty(), false);
  }

  private Collection<String> written(Value value) {
    return switch (value) {
      case Value.OfEntity(EntityKey key) -> {
        Set<String> names = new TreeSet<>(Set.of(key.name()));
        names.addAll(entityOf(key, Entity::aliases, new TreeSet<String>()));
        yield names;
      }
      case Value.OfText text -> List.of(text.text());
      case Value.OfDate date -> List.of(date.date().iso());
      case Value.OfNumber number -> List.of(number.number().toPlainString());
      case Value.OfMoney money -> List.of(written(money.money()));
    };
  }

  private <T> T entityOf(EntityKey key, Function<Entity, ? extends T> get, T otherwise) {
    Entity entity = entities.get(key);
    return entity == null ? otherwise : get.apply(entity);
  }

  private static String written(Money money) {
    return (money.approximate() ? "~" : "")
        + money.currency()
        + " "
        + money.min().toPlainString()
        + money.max().map(max -> ".." + max.toPlainString()).orElse("");
  }

  private static List<String> alternatives(String expected) {
    return Arrays.asList(expected.split("\\|", -1));
  }

  private static boolean equal(String actual, String wanted) {
    return normal(actual).equals(normal(wanted));
  }

  private static boolean overlap(String actual, String wanted) {
    Set<String> some = words(actual);
    Set<String> others = words(wanted);
    int shorter = Math.min(some.size(), others.size());
    some.retainAll(others);
    return shorter > 0 && some.size() >= ENOUGH_WORDS * shorter;
  }

  private static Set<String> words(String phrase) {
    Set<String> words =
        new TreeSet<>(
            Arrays.asList(normal(phrase).replaceAll("[^\\p{L}\\p{N}.]+", " ").split(" ")));
    words.removeAll(EMPTY_WORDS);
    words.remove("");
    return words;
  }

  /** Lower case, plain quotes, single spaces; no leading article, no stops in abbreviations. */
  private static String normal(String text) {
    return text.replace('\u2019', '\'')
        .replaceAll("[\u201c\u201d\"]", "")
        .replaceAll("(?<=\\p{L})\\.|[,;:!?]+(?=\\s|$)", "")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(the|a|an) ", "");
  }
}
