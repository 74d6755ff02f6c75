package org.newsgraph.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.FactJudgement.ExpectedFact;
import org.newsgraph.evaluate.FactJudgement.GivenFact;
import org.newsgraph.evaluate.FactJudgement.Outcome;
import org.newsgraph.evaluate.FactJudgement.Stated;
import org.newsgraph.evaluate.GoldArticle.Statement;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Judges the facts of one article's graph, each in every modality that it is given in, against all
 * that the article states.
 *
 * <p>What follows from a statement by the ontology counts neither as right nor as wrong.
 */
final class FactScorer {

  private static final Term AFFILIATION = Term.of("schema:affiliation");
  private static final Term CONTAINED = Term.of("schema:containedInPlace");

  /** Properties that the corpus writes as the more general one. */
  private static final Map<Term, Term> WRITTEN_AS =
      Map.of(
          Term.of("schema:worksFor"), AFFILIATION,
          Term.of("schema:memberOf"), AFFILIATION);

  /** What an article states, however often. */
  private record Triple(String subject, Term property, String object) {}

  /** What is given, in the corpus's terms. */
  private record Given(Object subject, Term property, Object object) {}

  private final Schema schema;
  private final GoldArticle gold;
  private final ArticleGraph graph;
  private final EntityAlignment alignment;
  private final ValueMeaning meaning;
  private final Map<Triple, Set<Modality>> stated = new LinkedHashMap<>();
  private final Map<Triple, Span> sentences = new LinkedHashMap<>();
  private final Map<Triple, Set<Modality>> met = new LinkedHashMap<>();
  private final List<GivenFact> judged = new ArrayList<>();
  private int number;

  private FactScorer(Schema schema, GoldArticle gold, ArticleGraph graph) {
    this.schema = schema;
    this.gold = gold;
    this.graph = graph;
    alignment = new EntityAlignment(gold, graph);
    meaning = new ValueMeaning(gold.article().published());
    for (Statement statement : gold.statements()) {
      Triple triple =
          ordered(new Triple(statement.subject(), statement.property(), statement.object()));
      Set<Modality> modalities =
          stated.computeIfAbsent(triple, t -> EnumSet.noneOf(Modality.class));
      statement.modality().ifPresent(modalities::add);
      sentences.putIfAbsent(triple, statement.sentence());
    }
  }

  /** Judges what the graph has, and what it lacks. */
  static FactJudgement judge(Schema schema, GoldArticle gold, ArticleGraph graph) {
    FactScorer scorer = new FactScorer(schema, gold, graph);
    Set<Given> seen = new HashSet<>();
    for (Fact fact : graph.facts()) {
      if (seen.add(scorer.given(fact))) {
        scorer.judge(fact);
      }
    }
    return new FactJudgement(scorer.judged, scorer.expectations());
  }

  private void judge(Fact fact) {
    if (fact.property().equals(CONTAINED) && unmentioned(fact.object())) {
      return; // from the gazetteer, not from the article
    }
    Set<String> subjects = alignment.of(fact.subject());
    Set<String> objects = objects(fact.object());
    Term property = writtenAs(fact.property());
    Optional<Triple> match = find(subjects, property, objects);
    Map<Modality, Evidence> evidence =
        fact.evidence().stream()
            .collect(
                Collectors.toMap(
                    Evidence::modality,
                    e -> e,
                    (a, b) -> Comparator.comparing(Evidence::confidence).compare(a, b) >= 0 ? a : b,
                    () -> new EnumMap<>(Modality.class)));
    if (match.isEmpty() && follows(subjects, property, objects)) {
      return;
    }
    number++;
    Set<Modality> expected = match.map(t -> stated.getOrDefault(t, Set.of())).orElse(Set.of());
    evidence.forEach(
        (modality, best) -> {
          match.ifPresent(t -> meet(t, modality));
          for (Term implied : superproperties(property)) {
            find(subjects, implied, objects).ifPresent(t -> meet(t, modality));
          }
          judged.add(
              new GivenFact(
                  new Stated(
                      gold.id(),
                      fact.subject().name(),
                      property,
                      words(fact.object()),
                      best.sentence()),
                  number,
                  modality,
                  match.isEmpty()
                      ? Outcome.WRONG
                      : expected.contains(modality) ? Outcome.RIGHT : Outcome.WRONG_MODALITY,
                  Set.copyOf(expected),
                  best.confidence().doubleValue(),
                  best.extractor()));
        });
  }

  private void meet(Triple triple, Modality modality) {
    met.computeIfAbsent(triple, t -> EnumSet.noneOf(Modality.class)).add(modality);
  }

  private List<ExpectedFact> expectations() {
    List<ExpectedFact> expected = new ArrayList<>();
    stated.forEach(
        (triple, modalities) -> {
          if (!modalities.isEmpty()) {
            expected.add(
                new ExpectedFact(
                    new Stated(
                        gold.id(),
                        name(triple.subject()),
                        triple.property(),
                        name(triple.object()),
                        sentences.getOrDefault(triple, new Span(0, 1))),
                    Set.copyOf(modalities),
                    Set.copyOf(met.getOrDefault(triple, Set.of()))));
          }
        });
    return expected;
  }

  private Optional<Triple> find(Set<String> subjects, Term property, Set<String> objects) {
    return stated.keySet().stream()
        .filter(t -> t.property().equals(property))
        .filter(
            t ->
                (subjects.contains(t.subject()) && objects.contains(t.object()))
                    || (symmetric(property)
                        && subjects.contains(t.object())
                        && objects.contains(t.subject())))
        .findFirst();
  }

  /** Whether something stated of the same two implies the property. */
  private boolean follows(Set<String> subjects, Term property, Set<String> objects) {
    return stated.keySet().stream()
        .filter(t -> superproperties(t.property()).contains(property))
        .anyMatch(t -> subjects.contains(t.subject()) && objects.contains(t.object()));
  }

  private Set<Term> superproperties(Term property) {
    Schema.Property known = schema.properties().get(property);
    return known == null ? Set.of() : known.superproperties();
  }

  private boolean symmetric(Term property) {
    Schema.Property known = schema.properties().get(property);
    return known != null && known.symmetric();
  }

  private Triple ordered(Triple triple) {
    return symmetric(triple.property()) && triple.subject().compareTo(triple.object()) > 0
        ? new Triple(triple.object(), triple.property(), triple.subject())
        : triple;
  }

  private Given given(Fact fact) {
    Term property = writtenAs(fact.property());
    if (symmetric(property)
        && fact.object() instanceof Value.OfEntity(EntityKey object)
        && fact.subject().compareTo(object) > 0) {
      return new Given(object, property, new Value.OfEntity(fact.subject()));
    }
    return new Given(fact.subject(), property, fact.object());
  }

  private static Term writtenAs(Term property) {
    return WRITTEN_AS.getOrDefault(property, property);
  }

  private Set<String> objects(Value value) {
    if (value instanceof Value.OfEntity(EntityKey key)) {
      return alignment.of(key);
    }
    return gold.values().entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(words -> meaning.means(words, value)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean unmentioned(Value value) {
    return value instanceof Value.OfEntity(EntityKey key)
        && graph.entities().stream()
            .filter(e -> e.key().equals(key))
            .map(Entity::mentions)
            .allMatch(List::isEmpty);
  }

  private String name(String entity) {
    List<GoldMention> all =
        gold.mentions().stream().filter(m -> m.entity().equals(entity)).toList();
    return all.stream()
        .filter(m -> m.kind() == Kind.NAME)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(m -> m.span().of(gold.article().text()))
        .orElse(entity);
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.OfEntity(EntityKey key) -> key.name();
      case Value.OfText(String text) -> text;
      case Value.OfDate date -> date.date().iso();
      case Value.OfMoney money ->
          money.money().currency() + " " + money.money().min().toPlainString();
      case Value.OfNumber(BigDecimal number) -> number.toPlainString();
    };
  }
}
