package org.newsgraph.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.corpus.CorpusItem.ExpectedFact;
import org.newsgraph.corpus.Finding.Kind;
import org.newsgraph.corpus.Finding.Outcome;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/** Judges the facts of one snippet's graph, each in every modality that it is given in. */
final class FactScorer {

  private static final Term AFFILIATION = Term.of("schema:affiliation");
  private static final Term CONTAINED = Term.of("schema:containedInPlace");

  /** Properties that the corpus writes as the more general one. */
  private static final Map<Term, Term> WRITTEN_AS =
      Map.of(
          Term.of("schema:worksFor"), AFFILIATION,
          Term.of("schema:memberOf"), AFFILIATION);

  /** Superproperties, which follow and are not listed. */
  private static final Map<Term, Term> IMPLIES =
      Map.of(
          Term.of("ng:chiefExecutive"), Term.of("ng:leader"),
          Term.of("schema:parentOrganization"), Term.of("ng:owner"));

  private static final Set<Term> SYMMETRIC =
      Stream.of("schema:spouse", "ng:competitor", "ng:partner")
          .map(Term::of)
          .collect(Collectors.toUnmodifiableSet());

  private final CorpusItem item;
  private final ValueMatcher matcher;
  private final Map<ExpectedFact, Fact> found = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private FactScorer(CorpusItem item, ArticleGraph graph) {
    this.item = item;
    matcher = new ValueMatcher(graph);
  }

  /** Judges what the graph has and what it lacks. */
  static List<Finding> findings(CorpusItem item, ArticleGraph graph) {
    FactScorer scorer = new FactScorer(item, graph);
    for (Fact fact : graph.facts()) {
      fact.evidence().stream()
          .map(Evidence::modality)
          .collect(Collectors.toCollection(TreeSet::new))
          .forEach(modality -> scorer.judge(fact, modality));
    }
    item.facts().stream().filter(expected -> !expected.optional()).forEach(scorer::lookFor);
    return scorer.findings;
  }

  private void judge(Fact fact, Modality modality) {
    if (followsFromAnother(fact, modality)) {
      return;
    }
    List<ExpectedFact> alike = item.facts().stream().filter(e -> sameTriple(fact, e)).toList();
    Optional<ExpectedFact> match =
        alike.stream().filter(expected -> expected.modalities().contains(modality)).findFirst();
    if (match.isEmpty()) {
      Optional<Modality> expected =
          alike.stream().map(e -> CorpusScore.modality(e.modalities())).findFirst();
      add(fact, modality, expected, alike.isEmpty() ? Outcome.WRONG : Outcome.WRONG_MODALITY);
    } else if (match.get().optional()) {
      add(fact, modality, Optional.of(modality), Outcome.ACCEPTED);
    } else {
      Fact before = found.putIfAbsent(match.get(), fact);
      if (before == null) {
        add(fact, modality, Optional.of(modality), Outcome.RIGHT);
        match.get().attributedTo().ifPresent(speaker -> addSpeaker(fact, modality, speaker));
      } else if (!before.equals(fact) && !isOtherWayRound(before, fact)) {
        add(fact, modality, Optional.empty(), Outcome.WRONG);
      }
    }
  }

  private void lookFor(ExpectedFact expected) {
    Outcome outcome = found.containsKey(expected) ? Outcome.FOUND : Outcome.MISSED;
    Modality modality = CorpusScore.modality(expected.modalities());
    add(Kind.FACT, expected.property(), modality, Optional.empty(), outcome, expected.toString());
  }

  /** From the gazetteer, or from a listed fact by the ontology. */
  private boolean followsFromAnother(Fact fact, Modality modality) {
    return (fact.property().equals(CONTAINED) && matcher.unmentioned(fact.object()))
        || item.facts().stream()
                .filter(expected -> fact.property().equals(IMPLIES.get(expected.property())))
                .filter(expected -> expected.modalities().contains(modality))
                .anyMatch(expected -> sameEnds(fact, expected))
            && item.facts().stream().noneMatch(expected -> sameTriple(fact, expected));
  }

  private boolean sameTriple(Fact fact, ExpectedFact expected) {
    return WRITTEN_AS.getOrDefault(fact.property(), fact.property()).equals(expected.property())
        && (sameEnds(fact, expected)
            || (SYMMETRIC.contains(fact.property()) && swappedEnds(fact, expected)));
  }

  private boolean sameEnds(Fact fact, ExpectedFact expected) {
    return matcher.names(fact.subject(), expected.subject())
        && matcher.matches(fact.property(), fact.object(), expected.object());
  }

  private boolean swappedEnds(Fact fact, ExpectedFact expected) {
    return matcher.names(fact.subject(), expected.object())
        && matcher.matches(fact.property(), fact.object(), expected.subject());
  }

  private static boolean isOtherWayRound(Fact before, Fact fact) {
    return before.object().equals(new Value.OfEntity(fact.subject()))
        && fact.object().equals(new Value.OfEntity(before.subject()));
  }

  private void addSpeaker(Fact fact, Modality modality, String expected) {
    boolean right =
        fact.evidence().stream()
            .flatMap(evidence -> evidence.attributedTo().stream())
            .anyMatch(entity -> matcher.names(entity, expected));
    String said = expected + " says " + words(fact);
    if (fact.evidence().stream().anyMatch(evidence -> evidence.attributedTo().isPresent())) {
      addSpeaker(fact, modality, right ? Outcome.RIGHT : Outcome.WRONG, said);
    }
    addSpeaker(fact, modality, right ? Outcome.FOUND : Outcome.MISSED, said);
  }

  private void addSpeaker(Fact fact, Modality modality, Outcome outcome, String said) {
    add(Kind.SPEAKER, fact.property(), modality, Optional.empty(), outcome, said);
  }

  private void add(Fact fact, Modality modality, Optional<Modality> expected, Outcome outcome) {
    String said = words(fact) + " [" + modality + "]";
    add(Kind.FACT, fact.property(), modality, expected, outcome, said);
  }

  private void add(
      Kind kind,
      Term label,
      Modality modality,
      Optional<Modality> expected,
      Outcome outcome,
      String said) {
    findings.add(
        new Finding(
            item.id(),
            item.tags(),
            kind,
            label,
            Optional.empty(),
            modality,
            expected,
            outcome,
            said));
  }

  private static String words(Fact fact) {
    Object object =
        fact.object() instanceof Value.OfEntity(EntityKey key) ? key.name() : fact.object();
    return fact.subject().name() + " " + fact.property() + " " + object;
  }
}
