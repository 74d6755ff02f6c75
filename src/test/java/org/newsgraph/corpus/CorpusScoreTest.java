package org.newsgraph.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.fact.Modality.ALLEGED;
import static org.newsgraph.fact.Modality.ASSERTED;
import static org.newsgraph.fact.Modality.DENIED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.corpus.Finding.Kind;
import org.newsgraph.fact.Term;

class CorpusScoreTest {

  private static final String YAML =
      """
      published: "2026-03-11"
      items:
        - id: all
          tags: [passive]
          text: Whatever.
          facts:
            - {subject: Acme|Acme Ltd, property: ng:chiefExecutive, object: Jane Roe}
            - {subject: Jane Roe, property: schema:spouse, object: John Poe}
            - {subject: Acme, property: ng:owner, object: Bolt, modality: alleged, attributedTo: Cato}
            - {subject: Acme, property: ng:acquiredBy, object: Dash, modality: denied, optional: true}
            - {subject: X1, property: ng:developmentCost, object: "~USD 6000000"}
          also:
            - {subject: Jane Roe, property: schema:affiliation, object: Acme}
          events:
            - type: ng:ExportRestriction
              roles: {ng:restrictedItem: [X1, X2], ng:destination: Utopia, ng:startTime: "2025-10"}
              also: {ng:imposedBy: Freedonia}
            - type: ng:MarketMovement
              roles: {ng:subject: Acme, ng:percentChange: -4, ng:valueChange: USD -700}
            - type: ng:Statement
              roles: {ng:speaker: Jane Roe, schema:text: We never sold a single bolt}
      """;

  @Test
  void factsThatAreExpectedAreRightAndTheRestIsMissed() {
    CorpusScore score =
        score(
            new GraphBuilder()
                .fact("Acme", "ng:chiefExecutive", "Jane Roe")
                .fact("X1", "ng:developmentCost", "~USD 6000000"));
    assertThat(score.tally(Kind.FACT)).isEqualTo(new Tally(2, 2, 2, 4));
    assertThat(score.tally(Kind.EVENT)).isEqualTo(new Tally(0, 0, 0, 3));
    assertThat(score.misses()).hasSize(5);
  }

  @Test
  void aFactInTheWrongModalityIsWrongHoweverTrueItsTriple() {
    CorpusScore score = score(new GraphBuilder().fact("Acme", "ng:owner", "Bolt"));
    assertThat(score.tally(Kind.FACT)).isEqualTo(new Tally(0, 1, 0, 4));
    assertThat(score.plain().precision()).isZero();
    assertThat(score.modalityAccuracy()).isZero();
  }

  @Test
  void aDeniedFactMayBeLeftOutOrGivenAsDeniedButNotAsserted() {
    assertThat(
            score(new GraphBuilder().fact("Acme", "ng:acquiredBy", "Dash", DENIED))
                .tally(Kind.FACT))
        .isEqualTo(new Tally(0, 0, 0, 4));
    assertThat(score(new GraphBuilder().fact("Acme", "ng:acquiredBy", "Dash")).tally(Kind.FACT))
        .isEqualTo(new Tally(0, 1, 0, 4));
  }

  @Test
  void acceptableImpliedAndGazetteerFactsCountNeitherWay() {
    CorpusScore score =
        score(
            new GraphBuilder()
                .fact("Jane Roe", "schema:worksFor", "Acme")
                .fact("Acme", "ng:leader", "Jane Roe")
                .gazetteerFact("Lyon", "schema:containedInPlace", "France"));
    assertThat(score.tally(Kind.FACT)).isEqualTo(new Tally(0, 0, 0, 4));
    assertThat(
            score(new GraphBuilder().fact("Lyon", "schema:containedInPlace", "France"))
                .tally(Kind.FACT))
        .as("a place that the article names is no gazetteer fact")
        .isEqualTo(new Tally(0, 1, 0, 4));
  }

  @Test
  void aSymmetricFactCountsOnceInEitherDirectionAndADirectedOneNotBackwards() {
    CorpusScore score =
        score(
            new GraphBuilder()
                .fact("John Poe", "schema:spouse", "Jane Roe")
                .fact("Jane Roe", "schema:spouse", "John Poe")
                .fact("Jane Roe", "ng:chiefExecutive", "Acme"));
    assertThat(score.tally(Kind.FACT)).isEqualTo(new Tally(1, 2, 1, 4));
  }

  @Test
  void anEntityIsKnownByItsAliasesAndTwoEntitiesForOneAreADuplicate() {
    assertThat(
            score(
                    new GraphBuilder()
                        .alias("Roe, Jane", "Jane Roe")
                        .fact("ACME", "ng:chiefExecutive", "Roe, Jane"))
                .tally(Kind.FACT))
        .isEqualTo(new Tally(1, 1, 1, 4));
    assertThat(
            score(
                    new GraphBuilder()
                        .fact("Acme", "ng:chiefExecutive", "Jane Roe")
                        .fact("Acme Ltd", "ng:chiefExecutive", "Jane Roe"))
                .tally(Kind.FACT))
        .isEqualTo(new Tally(1, 2, 1, 4));
  }

  @Test
  void anAmountIsAsApproximateAsTheText() {
    assertThat(
            score(new GraphBuilder().fact("X1", "ng:developmentCost", "USD 6000000"))
                .plain()
                .precision())
        .isZero();
  }

  @Test
  void theSpeakerOfARightFactIsJudgedApart() {
    assertThat(score(new GraphBuilder().saidBy("Cato", "Acme", "ng:owner", "Bolt")))
        .satisfies(s -> assertThat(s.tally(Kind.FACT)).isEqualTo(new Tally(1, 1, 1, 4)))
        .satisfies(s -> assertThat(s.tally(Kind.SPEAKER)).isEqualTo(new Tally(1, 1, 1, 1)));
    assertThat(
            score(new GraphBuilder().saidBy("Dash", "Acme", "ng:owner", "Bolt"))
                .tally(Kind.SPEAKER))
        .isEqualTo(new Tally(0, 1, 0, 1));
    assertThat(
            score(new GraphBuilder().fact("Acme", "ng:owner", "Bolt", ALLEGED)).tally(Kind.SPEAKER))
        .isEqualTo(new Tally(0, 0, 0, 1));
  }

  @Test
  void anEventNeedsItsCoreRolesAndItsOtherRolesAreJudgedApart() {
    CorpusScore score =
        score(
            new GraphBuilder()
                .event(
                    "ng:ExportRestriction",
                    ASSERTED,
                    "ng:restrictedItem=X1",
                    "ng:imposedBy=Freedonia",
                    "ng:startTime=2024-10"));
    assertThat(score.tally(Kind.EVENT)).isEqualTo(new Tally(1, 1, 1, 3));
    assertThat(score.tally(Kind.ROLE)).isEqualTo(new Tally(1, 2, 1, 4));
    assertThat(
            score(
                    new GraphBuilder()
                        .event("ng:ExportRestriction", ASSERTED, "ng:destination=Utopia"))
                .tally(Kind.EVENT))
        .isEqualTo(new Tally(0, 1, 0, 3));
  }

  @Test
  void twoEventsMayShareAnExpectedOneButNoneMayRepeatAnother() {
    GraphBuilder shared =
        new GraphBuilder()
            .event("ng:ExportRestriction", ASSERTED, "ng:restrictedItem=X1")
            .event("ng:ExportRestriction", ASSERTED, "ng:restrictedItem=X2");
    assertThat(score(shared).tally(Kind.EVENT)).isEqualTo(new Tally(2, 2, 1, 3));
    shared.event("ng:ExportRestriction", ASSERTED, "ng:restrictedItem=X2");
    assertThat(score(shared).tally(Kind.EVENT)).isEqualTo(new Tally(2, 3, 1, 3));
  }

  @Test
  void aGuardedRoleMayBeMissingButNotWrong() {
    assertThat(
            score(
                    new GraphBuilder()
                        .event(
                            "ng:MarketMovement",
                            ASSERTED,
                            "ng:subject=Acme",
                            "ng:valueChange=USD -700"))
                .tally(Kind.EVENT))
        .isEqualTo(new Tally(1, 1, 1, 3));
    assertThat(
            score(
                    new GraphBuilder()
                        .event(
                            "ng:MarketMovement",
                            ASSERTED,
                            "ng:subject=Acme",
                            "ng:percentChange=4",
                            "ng:valueChange=USD -700"))
                .tally(Kind.EVENT))
        .isEqualTo(new Tally(0, 1, 0, 3));
  }

  @Test
  void anEventInTheWrongModalityIsWrong() {
    CorpusScore score =
        score(new GraphBuilder().event("ng:ExportRestriction", ALLEGED, "ng:restrictedItem=X1"));
    assertThat(score.tally(Kind.EVENT)).isEqualTo(new Tally(0, 1, 0, 3));
    assertThat(score.modalityAccuracy()).isZero();
  }

  @Test
  void aPhraseMatchesByMostOfItsWords() {
    assertThat(
            score(
                    new GraphBuilder()
                        .event(
                            "ng:Statement",
                            ASSERTED,
                            "ng:speaker=Jane Roe",
                            "schema:text=never sold a bolt"))
                .tally(Kind.EVENT))
        .isEqualTo(new Tally(1, 1, 1, 3));
    assertThat(
            score(
                    new GraphBuilder()
                        .event(
                            "ng:Statement",
                            ASSERTED,
                            "ng:speaker=Jane Roe",
                            "schema:text=I never liked Acme's nuts"))
                .tally(Kind.EVENT))
        .isEqualTo(new Tally(0, 1, 0, 3));
  }

  @Test
  void breaksDownByNameAndTag() {
    CorpusScore score = score(new GraphBuilder().fact("Acme", "ng:chiefExecutive", "Jane Roe"));
    assertThat(score.byLabel())
        .containsEntry("ng:chiefExecutive", new Tally(1, 1, 1, 1))
        .containsEntry("schema:spouse", new Tally(0, 0, 0, 1));
    assertThat(score.byTag()).containsOnlyKeys("passive");
  }

  @Test
  void breaksEventsDownByClassAndTheirRolesWithinIt() {
    CorpusScore score =
        score(
            new GraphBuilder()
                .event(
                    "ng:ExportRestriction",
                    ASSERTED,
                    "ng:restrictedItem=X1",
                    "ng:startTime=2024-10"));
    Term restriction = Term.of("ng:ExportRestriction");
    assertThat(score.byClass())
        .containsEntry(restriction, new Tally(1, 1, 1, 1))
        .containsEntry(Term.of("ng:Statement"), new Tally(0, 0, 0, 1));
    assertThat(score.byRole(restriction))
        .containsEntry(Term.of("ng:restrictedItem"), new Tally(1, 1, 1, 2))
        .containsEntry(Term.of("ng:startTime"), new Tally(0, 1, 0, 1))
        .containsEntry(Term.of("ng:destination"), new Tally(0, 0, 0, 1));
    assertThat(score.byRole(Term.of("ng:Statement"))).isEmpty();
  }

  @Test
  void saysWhichModalityIsTakenForWhich() {
    CorpusScore score =
        score(
            new GraphBuilder()
                .fact("Acme", "ng:owner", "Bolt")
                .fact("Acme", "ng:acquiredBy", "Dash", DENIED)
                .fact("Acme", "ng:chiefExecutive", "Jane Roe")
                .fact("Acme", "ng:competitor", "Nobody"));
    assertThat(score.confused(ALLEGED, ASSERTED)).isOne();
    assertThat(score.confused(ALLEGED, ALLEGED)).isZero();
    assertThat(score.confused(DENIED, DENIED)).isOne();
    assertThat(score.confused(ASSERTED, ASSERTED)).as("the invented one is none").isOne();
    assertThat(score.unmet(ALLEGED)).isOne();
    assertThat(score.unmet(ASSERTED)).isEqualTo(5);
    assertThat(score.byModality())
        .containsEntry(ASSERTED, new Tally(1, 3, 1, 6))
        .containsEntry(ALLEGED, new Tally(0, 0, 0, 1))
        .containsEntry(DENIED, new Tally(0, 0, 0, 0));
  }

  @Test
  void f1IsTheHarmonicMean() {
    assertThat(new Tally(1, 2, 1, 1).f1()).isEqualTo(2.0 / 3);
    assertThat(new Tally(0, 1, 0, 1).f1()).isZero();
  }

  private static CorpusScore score(GraphBuilder graph) {
    List<CorpusItem> items = CorpusReader.parse("test.yaml", YAML);
    return CorpusScore.of(items, item -> graph.build());
  }
}
