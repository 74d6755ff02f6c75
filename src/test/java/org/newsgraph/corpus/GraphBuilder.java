package org.newsgraph.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.corpus.CorpusItem.ExpectedEvent;
import org.newsgraph.corpus.CorpusItem.ExpectedFact;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Money;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/** Makes graphs by hand, in the notation of the corpus, to test the scorer with. */
final class GraphBuilder {

  private static final Span SOMEWHERE = new Span(0, 1);

  private final Map<EntityKey, Entity> entities = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  /** The graph of an extractor that says what the corpus requires and nothing else. */
  static ArticleGraph exactly(CorpusItem item) {
    GraphBuilder builder = new GraphBuilder();
    for (ExpectedFact fact : item.facts()) {
      if (!fact.optional()) {
        builder.addFact(
            first(fact.subject()),
            fact.property().toString(),
            first(fact.object()),
            fact.modalities().iterator().next(),
            fact.attributedTo().map(GraphBuilder::first));
      }
    }
    for (ExpectedEvent event : item.events()) {
      if (!event.optional()) {
        List<Event.Role> roles = new ArrayList<>();
        event
            .roles()
            .forEach(
                (role, fillers) ->
                    fillers.forEach(
                        filler -> roles.add(new Event.Role(role, builder.value(first(filler))))));
        builder.events.add(
            new Event(
                event.types().iterator().next(),
                roles,
                builder.evidence(
                    event.modalities().iterator().next(),
                    event.attributedTo().map(GraphBuilder::first))));
      }
    }
    return builder.build();
  }

  GraphBuilder fact(String subject, String property, String object) {
    return fact(subject, property, object, Modality.ASSERTED);
  }

  GraphBuilder fact(String subject, String property, String object, Modality modality) {
    return addFact(subject, property, object, modality, Optional.empty());
  }

  GraphBuilder saidBy(String speaker, String subject, String property, String object) {
    return addFact(subject, property, object, Modality.ALLEGED, Optional.of(speaker));
  }

  /** Adds an event; each role is written {@code ng:role=value}. */
  GraphBuilder event(String type, Modality modality, String... roles) {
    List<Event.Role> fillers = new ArrayList<>();
    for (String role : roles) {
      int equals = role.indexOf('=');
      fillers.add(
          new Event.Role(Term.of(role.substring(0, equals)), value(role.substring(equals + 1))));
    }
    events.add(new Event(Term.of(type), fillers, evidence(modality, Optional.empty())));
    return this;
  }

  /** Gives an entity another name. */
  GraphBuilder alias(String name, String alias) {
    EntityKey key = entity(name, true);
    entities.put(
        key,
        new Entity(
            key,
            new TreeSet<>(List.of(Term.of("schema:Thing"))),
            new TreeSet<>(List.of(alias)),
            List.of(SOMEWHERE)));
    return this;
  }

  /** Adds a fact whose object the article does not name. */
  GraphBuilder gazetteerFact(String subject, String property, String object) {
    entity(object, false);
    return fact(subject, property, object);
  }

  ArticleGraph build() {
    Article article =
        new Article(
            "urn:test",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new ArticleGraph(article, List.copyOf(entities.values()), facts, events);
  }

  private GraphBuilder addFact(
      String subject, String property, String object, Modality modality, Optional<String> speaker) {
    facts.add(
        new Fact(
            entity(subject, true), Term.of(property), value(object), evidence(modality, speaker)));
    return this;
  }

  private List<Evidence> evidence(Modality modality, Optional<String> speaker) {
    return List.of(
        new Evidence(
            SOMEWHERE, "test", BigDecimal.ONE, modality, speaker.map(name -> entity(name, true))));
  }

  private EntityKey entity(String name, boolean mentioned) {
    EntityKey key = new EntityKey(EntityKey.Kind.THING, name);
    entities.putIfAbsent(
        key,
        new Entity(
            key,
            new TreeSet<>(List.of(Term.of("schema:Thing"))),
            new TreeSet<>(),
            mentioned ? List.of(SOMEWHERE) : List.of()));
    return key;
  }

  private Value value(String text) {
    if (text.matches("\\d{4}(-\\d\\d){0,2}")) {
      int[] parts = Arrays.stream(text.split("-", -1)).mapToInt(Integer::parseInt).toArray();
      return new Value.OfDate(
          switch (parts.length) {
            case 1 -> PartialDate.of(parts[0]);
            case 2 -> PartialDate.of(parts[0], parts[1]);
            default -> PartialDate.of(parts[0], parts[1], parts[2]);
          });
    }
    if (text.matches("~?[A-Z]{3} -?\\d+(\\.\\.-?\\d+)?")) {
      boolean approximate = text.startsWith("~");
      String amount = approximate ? text.substring(1) : text;
      List<BigDecimal> ends =
          Arrays.stream(amount.substring(4).split("\\.\\.", -1)).map(BigDecimal::new).toList();
      return new Value.OfMoney(
          new Money(
              amount.substring(0, 3),
              ends.getFirst(),
              ends.size() > 1 ? Optional.of(ends.getLast()) : Optional.empty(),
              approximate));
    }
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return new Value.OfNumber(new BigDecimal(text));
    }
    return new Value.OfEntity(entity(text, true));
  }

  private static String first(String alternatives) {
    return alternatives.split("\\|", -1)[0];
  }
}
