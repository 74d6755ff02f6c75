package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Pattern.EventTemplate;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.ontology.SchemaReader;

class EventDecisionTest {

  private static final Span SENTENCE = new Span(0, 40);
  private static final Term ACQUISITION = Term.of("ng:Acquisition");
  private static final Term ACQUIRER = Term.of("ng:acquirer");
  private static final Term ACQUIRED = Term.of("ng:acquired");
  private static final Term TIME = Term.of("ng:time");
  private static final Value ACME = organization("Acme");
  private static final Value BOREL = organization("Borel");
  private static final Value MAY = new Value.OfDate(PartialDate.parse("2025-05"));
  private static final Value JUNE = new Value.OfDate(PartialDate.parse("2025-06"));
  private static final Judgement ASSERTED =
      new Judgement(Modality.ASSERTED, Optional.empty(), false);

  private final EventDecision decision =
      new EventDecision(
          new EventDecision.Thresholds(0.9, 0.5, 0.7),
          SchemaReader.read(),
          List.of(
              new EventTemplate(
                  ACQUISITION,
                  Map.of("acquirer", ACQUIRER, "acquired", ACQUIRED, "time", TIME),
                  Set.of("acquired"),
                  Set.of("acquirer"),
                  Optional.empty())));

  @Test
  void theReaderFillsWhatAPatternLeftEmpty() {
    Event event = decision.ofPattern(pattern(), read(0.5, filler(TIME, MAY, 0.7)));

    assertThat(event.roles())
        .containsExactly(new Event.Role(ACQUIRED, BOREL), new Event.Role(TIME, MAY));
    assertThat(event.evidence()).isEqualTo(pattern().evidence());
  }

  @Test
  void itNeitherAddsToARoleNorGivesAFillerASecond() {
    assertThat(decision.ofPattern(pattern(), read(1, filler(ACQUIRED, ACME, 0.99))))
        .isEqualTo(pattern());
    assertThat(decision.ofPattern(pattern(), read(1, filler(ACQUIRER, BOREL, 0.99))))
        .isEqualTo(pattern());
    assertThat(decision.ofPattern(pattern(), read(1, filler(TIME, MAY, 0.69))))
        .isEqualTo(pattern());
  }

  @Test
  void anEventOfAnotherClassTellsNothing() {
    ReadEvent listing =
        new ReadEvent(3, Term.of("ng:Listing"), 1, List.of(filler(TIME, MAY, 0.99)));

    assertThat(decision.ofPattern(pattern(), listing)).isEqualTo(pattern());
  }

  @Test
  void theReaderMakesAnEventOfWhatItIsSureOf() {
    ReadEvent read = read(0.9, filler(ACQUIRED, BOREL, 0.8), filler(ACQUIRER, ACME, 0.5));

    Event event = decision.ofReader(read, ASSERTED, SENTENCE).orElseThrow();

    assertThat(event.type()).isEqualTo(ACQUISITION);
    assertThat(event.roles())
        .containsExactly(new Event.Role(ACQUIRED, BOREL), new Event.Role(ACQUIRER, ACME));
    assertThat(event.evidence().getFirst().extractor()).isEqualTo("model/events");
  }

  @Test
  void anUnsureOrIncompleteEventIsNone() {
    assertThat(
            decision.ofReader(
                read(0.89, filler(ACQUIRED, BOREL, 0.8), filler(ACQUIRER, ACME, 0.5)),
                ASSERTED,
                SENTENCE))
        .isEmpty();
    assertThat(
            decision.ofReader(
                read(1, filler(ACQUIRED, BOREL, 0.8), filler(ACQUIRER, ACME, 0.49)),
                ASSERTED,
                SENTENCE))
        .isEmpty();
    assertThat(
            decision.ofReader(
                new ReadEvent(0, Term.of("ng:Listing"), 1, read(1).roles()), ASSERTED, SENTENCE))
        .isEmpty();
  }

  @Test
  void anEventHasOneDateAndNoFigureWithoutItsSign() {
    ReadEvent read =
        read(
            1,
            filler(ACQUIRED, BOREL, 0.9),
            filler(ACQUIRER, ACME, 0.9),
            filler(TIME, MAY, 0.8),
            filler(TIME, JUNE, 0.7),
            filler(Term.of("ng:percentChange"), new Value.OfNumber(BigDecimal.valueOf(3)), 0.9));

    assertThat(decision.ofReader(read, ASSERTED, SENTENCE).orElseThrow().roles())
        .extracting(Event.Role::property)
        .containsExactly(ACQUIRED, ACQUIRER, TIME);
  }

  @Test
  void theSentencesOwnCuesTellTheModality() {
    ReadEvent read = read(1, filler(ACQUIRED, BOREL, 0.9), filler(ACQUIRER, ACME, 0.9));

    assertThat(
            decision
                .ofReader(read, new Judgement(Modality.PLANNED, Optional.empty(), false), SENTENCE)
                .orElseThrow()
                .modality())
        .isEqualTo(Modality.PLANNED);
  }

  private static Event pattern() {
    return new Event(
        ACQUISITION,
        List.of(new Event.Role(ACQUIRED, BOREL)),
        List.of(
            new Evidence(
                SENTENCE,
                "pattern/acquisition",
                new BigDecimal("0.9"),
                Modality.ASSERTED,
                Optional.empty())));
  }

  private static ReadEvent read(double probability, ReadEvent.Filler... roles) {
    return new ReadEvent(3, ACQUISITION, probability, List.of(roles));
  }

  private static ReadEvent.Filler filler(Term property, Value value, double probability) {
    return new ReadEvent.Filler(property, value, probability);
  }

  private static Value organization(String name) {
    return new Value.OfEntity(new EntityKey(Kind.ORGANIZATION, name));
  }
}
