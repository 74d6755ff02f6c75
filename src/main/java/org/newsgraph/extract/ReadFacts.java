package org.newsgraph.extract;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.reader.ReadModality;

/**
 * What the trained reader weighs in one sentence.
 *
 * @param facts the probable ones, in the order of the text
 * @param weighed every subject and object that were compared, probable or not
 * @param properties those that the reader knows
 */
record ReadFacts(List<ReadFact> facts, Set<Ends> weighed, Set<Term> properties) {

  /** Subject and object. */
  record Ends(EntityKey subject, Value object) {}

  /** Copies the lists. */
  ReadFacts {
    facts = List.copyOf(facts);
    weighed = Set.copyOf(weighed);
    properties = Set.copyOf(properties);
  }

  /** What there is without a reader. */
  static ReadFacts none() {
    return new ReadFacts(List.of(), Set.of(), Set.of());
  }

  /**
   * How the reader weighs a fact that something else found: its property or one that implies it or
   * that it implies, a symmetric one also the other way round. Of probability 0 where the reader
   * compared the two and heard nothing of it.
   *
   * @return empty where it has not compared the two or does not know the property
   */
  Optional<ReadFact> of(Fact fact, Schema schema) {
    Set<Term> related = related(fact.property(), schema);
    if (properties.stream().noneMatch(related::contains)) {
      return Optional.empty();
    }
    Set<Ends> ends = new HashSet<>(Set.of(new Ends(fact.subject(), fact.object())));
    if (schema.property(fact.property()).symmetric()
        && fact.object() instanceof Value.OfEntity(EntityKey object)) {
      ends.add(new Ends(object, new Value.OfEntity(fact.subject())));
    }
    if (weighed.stream().noneMatch(ends::contains)) {
      return Optional.empty();
    }
    return facts.stream()
        .filter(f -> related.contains(f.property()))
        .filter(f -> ends.contains(new Ends(f.subject(), f.object())))
        .max(Comparator.comparingDouble(ReadFact::probability))
        .or(
            () ->
                Optional.of(
                    new ReadFact(
                        fact.subject(),
                        fact.property(),
                        fact.object(),
                        0,
                        ReadModality.ASSERTED,
                        0,
                        0,
                        0)));
  }

  private Set<Term> related(Term property, Schema schema) {
    Set<Term> related = new HashSet<>(schema.property(property).superproperties());
    related.add(property);
    properties.stream()
        .filter(p -> schema.property(p).superproperties().contains(property))
        .forEach(related::add);
    return related;
  }

  /** Whether one of the facts says the same or more of the same two. */
  static boolean implies(Stream<Fact> facts, ReadFact read, Schema schema) {
    return facts.anyMatch(
        f -> {
          Schema.Property property = schema.property(f.property());
          boolean same = f.subject().equals(read.subject()) && isSame(f.object(), read.object());
          boolean reversed =
              property.symmetric()
                  && f.object().equals(new Value.OfEntity(read.subject()))
                  && read.object().equals(new Value.OfEntity(f.subject()));
          return (same || reversed)
              && (f.property().equals(read.property())
                  || property.superproperties().contains(read.property()));
        });
  }

  /** Whether two objects are one; of two texts one may say more, "engineer" and "army engineer". */
  private static boolean isSame(Value one, Value other) {
    return one.equals(other)
        || one instanceof Value.OfText(String text)
            && other instanceof Value.OfText(String otherText)
            && (text.contains(otherText) || otherText.contains(text));
  }
}
