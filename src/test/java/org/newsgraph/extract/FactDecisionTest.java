package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Span;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.ontology.SchemaReader;
import org.newsgraph.reader.ReadModality;

class FactDecisionTest {

  private static final Span SENTENCE = new Span(0, 40);
  private static final EntityKey ACME = new EntityKey(Kind.ORGANIZATION, "Acme");
  private static final EntityKey ROE = new EntityKey(Kind.PERSON, "Jane Roe");
  private static final Term LEADER = Term.of("ng:leader");
  private static final Term CHIEF = Term.of("ng:chiefExecutive");
  private static final Judgement ASSERTED =
      new Judgement(Modality.ASSERTED, Optional.empty(), false);

  private final Schema schema = SchemaReader.read();
  private final FactDecision decision =
      new FactDecision(
          new FactDecision.Thresholds(0.03, 0.6, 0.5, 0.5, 0.3, 0.5), Set.of(LEADER, CHIEF));

  @Test
  void aPatternNeedsNoReader() {
    Fact fact = pattern(CHIEF, Modality.ASSERTED);

    assertThat(decision.ofPattern(fact, Optional.empty())).contains(fact);
  }

  @Test
  void theReaderVetoesWhatItHoldsForImpossible() {
    Fact fact = pattern(CHIEF, Modality.ASSERTED);

    assertThat(decision.ofPattern(fact, read(0.02, ReadModality.ASSERTED, 1))).isEmpty();
    assertThat(decision.ofPattern(fact, read(0.03, ReadModality.ASSERTED, 1))).contains(fact);
  }

  @Test
  void whereBothAgreeTheMoreConfidentCounts() {
    Fact fact = pattern(CHIEF, Modality.ASSERTED);

    assertThat(confidence(decision.ofPattern(fact, read(0.97, ReadModality.ASSERTED, 1))))
        .isEqualTo("0.97");
    assertThat(confidence(decision.ofPattern(fact, read(0.7, ReadModality.ASSERTED, 1))))
        .isEqualTo("0.9");
    assertThat(confidence(decision.ofPattern(fact, read(0.99999, ReadModality.ASSERTED, 1))))
        .isEqualTo("0.999");
  }

  @ParameterizedTest
  @CsvSource({
    "NEGATED, DENIED",
    "ALLEGED, ALLEGED",
    "PLANNED, PLANNED",
    "POSSIBLE, POSSIBLE",
  })
  void anotherModalityOfTheReaderCounts(ReadModality heard, Modality written) {
    Fact fact = pattern(CHIEF, Modality.ASSERTED);

    assertThat(modality(decision.ofPattern(fact, read(0.8, heard, 0.5)))).isEqualTo(written);
    assertThat(modality(decision.ofPattern(fact, read(0.8, heard, 0.49))))
        .isEqualTo(Modality.ASSERTED);
    assertThat(modality(decision.ofPattern(fact, read(0.29, heard, 0.9))))
        .isEqualTo(Modality.ASSERTED);
    assertThat(modality(decision.ofReader(read(0.8, heard, 0.9).orElseThrow(), ASSERTED, SENTENCE)))
        .isEqualTo(written);
  }

  @Test
  void aDeniedFactIsNotAssertedBecauseTheReaderSaysSo() {
    Fact fact = pattern(CHIEF, Modality.DENIED);

    assertThat(modality(decision.ofPattern(fact, read(0.99, ReadModality.ASSERTED, 1))))
        .isEqualTo(Modality.DENIED);
  }

  @Test
  void aStateThatIsOverIsLeftOut() {
    assertThat(
            decision.ofPattern(
                pattern(CHIEF, Modality.ASSERTED), read(0.9, ReadModality.FORMER, 0.9)))
        .isEmpty();
    Fact founder = pattern(Term.of("schema:founder"), Modality.ASSERTED);
    assertThat(decision.ofPattern(founder, read(0.9, ReadModality.FORMER, 0.9)))
        .as("a founder stays one")
        .contains(founder);
    assertThat(reader(0.9, ReadModality.FORMER, 0.9, ASSERTED)).isEmpty();
    assertThat(
            reader(
                0.9,
                ReadModality.ASSERTED,
                0.9,
                new Judgement(Modality.ASSERTED, Optional.empty(), true)))
        .isEmpty();
  }

  @Test
  void theReaderAloneHasToBeSure() {
    assertThat(reader(0.59, ReadModality.ASSERTED, 1, ASSERTED)).isEmpty();
    assertThat(reader(0.6, ReadModality.ASSERTED, 0.49, ASSERTED)).isEmpty();

    Fact fact = reader(0.6, ReadModality.ASSERTED, 0.5, ASSERTED).orElseThrow();

    assertThat(fact.asserted()).isTrue();
    assertThat(fact.evidence().getFirst().extractor()).isEqualTo("model/relations");
    assertThat(fact.evidence().getFirst().confidence()).isEqualByComparingTo("0.6");
    assertThat(fact.evidence().getFirst().sentence()).isEqualTo(SENTENCE);
  }

  @Test
  void theSentencesOwnCuesBindTheReader() {
    Judgement denied = new Judgement(Modality.DENIED, Optional.of(ROE), false);

    Optional<Fact> fact = reader(0.99, ReadModality.ASSERTED, 1, denied);

    assertThat(modality(fact)).isEqualTo(Modality.DENIED);
    assertThat(fact.orElseThrow().evidence().getFirst().attributedTo()).contains(ROE);
  }

  @Test
  void aPropertyIsWeighedWithThoseThatImplyIt() {
    ReadFacts facts = facts(Set.of(LEADER, CHIEF), read(0.8, ReadModality.ASSERTED, 1));

    assertThat(facts.of(pattern(LEADER, Modality.ASSERTED), schema))
        .hasValueSatisfying(f -> assertThat(f.probability()).isEqualTo(0.8));
  }

  @Test
  void whatWasComparedAndNotHeardIsOfProbabilityZero() {
    ReadFacts facts = facts(Set.of(LEADER, CHIEF), Optional.empty());

    assertThat(facts.of(pattern(CHIEF, Modality.ASSERTED), schema))
        .hasValueSatisfying(f -> assertThat(f.probability()).isZero());
  }

  @Test
  void whatTheReaderCannotTellIsNoVeto() {
    ReadFacts unknownProperty = facts(Set.of(Term.of("schema:founder")), Optional.empty());
    ReadFacts notCompared = new ReadFacts(List.of(), Set.of(), Set.of(CHIEF));

    assertThat(unknownProperty.of(pattern(CHIEF, Modality.ASSERTED), schema)).isEmpty();
    assertThat(notCompared.of(pattern(CHIEF, Modality.ASSERTED), schema)).isEmpty();
  }

  @Test
  void aSymmetricPropertyIsWeighedBothWays() {
    Term partner = Term.of("ng:partner");
    EntityKey borel = new EntityKey(Kind.ORGANIZATION, "Borel");
    ReadFacts facts =
        new ReadFacts(
            List.of(
                new ReadFact(
                    borel, partner, new Value.OfEntity(ACME), 0.7, ReadModality.ASSERTED, 1, 0, 1)),
            Set.of(new ReadFacts.Ends(borel, new Value.OfEntity(ACME))),
            Set.of(partner));
    Fact told = fact(ACME, partner, new Value.OfEntity(borel), Modality.ASSERTED);

    assertThat(facts.of(told, schema))
        .hasValueSatisfying(f -> assertThat(f.probability()).isEqualTo(0.7));
    assertThat(ReadFacts.implies(List.of(told).stream(), facts.facts().getFirst(), schema))
        .isTrue();
  }

  private static ReadFacts facts(Set<Term> properties, Optional<ReadFact> read) {
    return new ReadFacts(
        read.stream().toList(),
        Set.of(new ReadFacts.Ends(ACME, new Value.OfEntity(ROE))),
        properties);
  }

  private Optional<Fact> reader(
      double probability, ReadModality modality, double clear, Judgement judgement) {
    return decision.ofReader(read(probability, modality, clear).orElseThrow(), judgement, SENTENCE);
  }

  private static Optional<ReadFact> read(double probability, ReadModality modality, double clear) {
    return Optional.of(
        new ReadFact(ACME, CHIEF, new Value.OfEntity(ROE), probability, modality, clear, 0, 3));
  }

  private static Fact pattern(Term property, Modality modality) {
    return fact(ACME, property, new Value.OfEntity(ROE), modality);
  }

  private static Fact fact(EntityKey subject, Term property, Value object, Modality modality) {
    return new Fact(
        subject,
        property,
        object,
        List.of(
            new Evidence(
                SENTENCE, "pattern/told", new BigDecimal("0.9"), modality, Optional.empty())));
  }

  private static Modality modality(Optional<Fact> fact) {
    return fact.orElseThrow().evidence().getFirst().modality();
  }

  private static String confidence(Optional<Fact> fact) {
    return fact.orElseThrow().evidence().getFirst().confidence().toPlainString();
  }
}
