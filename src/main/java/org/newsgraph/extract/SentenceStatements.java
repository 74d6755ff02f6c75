package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.article.Span;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.resolve.Kinds;

/** Brings together what patterns and the trained reader find in one sentence. */
final class SentenceStatements {

  private static final Term DEPARTURE = Term.of("ng:Departure");
  private static final Term PERSON = Term.of("ng:person");

  private final FactDecision facts;
  private final EventDecision events;
  private final ModalityJudge modality;
  private final Lexicon lexicon;
  private final Schema schema;
  private final Kinds kinds;
  private final ArgumentCertainty certainty;

  SentenceStatements(
      FactDecision facts,
      EventDecision events,
      ModalityJudge modality,
      Lexicon lexicon,
      Schema schema) {
    this.facts = facts;
    this.events = events;
    this.modality = modality;
    this.lexicon = lexicon;
    this.schema = schema;
    this.kinds = new Kinds(schema);
    this.certainty = new ArgumentCertainty();
  }

  /**
   * The facts to write, the patterns' first.
   *
   * @param departing who leaves a post in the sentence
   */
  List<Fact> facts(List<Fact> found, ReadFacts read, Set<EntityKey> departing, Reading reading) {
    List<Fact> decided = new ArrayList<>();
    for (Fact fact : found) {
      facts.ofPattern(fact, read.of(fact, schema)).ifPresent(decided::add);
    }
    ParsedSentence sentence = reading.sentence();
    List<Fact> added = new ArrayList<>();
    for (ReadFact fact : read.facts()) {
      // What a pattern found, in whatever modality, is decided already.
      if (!ReadFacts.implies(found.stream(), fact, schema)) {
        Judgement judged =
            modality.between(sentence, entities(reading), fact.subjectHead(), fact.objectHead());
        boolean leaves =
            departing.contains(fact.subject())
                || fact.object() instanceof Value.OfEntity(EntityKey object)
                    && departing.contains(object);
        facts
            .ofReader(
                fact,
                new Judgement(judged.modality(), judged.attributedTo(), judged.former() || leaves),
                sentence.sentence().span())
            .ifPresent(added::add);
      }
    }
    for (Fact fact : added) {
      // The more general of two properties follows from the other.
      boolean implied =
          Stream.concat(decided.stream(), added.stream())
              .filter(other -> !other.equals(fact))
              .anyMatch(
                  other ->
                      other.subject().equals(fact.subject())
                          && other.object().equals(fact.object())
                          && schema
                              .property(other.property())
                              .superproperties()
                              .contains(fact.property()));
      boolean reversed =
          schema.property(fact.property()).symmetric()
              && decided.stream()
                  .anyMatch(
                      other -> other.property().equals(fact.property()) && isReverse(other, fact));
      if (!implied && !reversed) {
        decided.add(fact);
      }
    }
    return decided.stream().map(fact -> certainty.of(fact, reading)).toList();
  }

  private static boolean isReverse(Fact one, Fact other) {
    return one.object() instanceof Value.OfEntity(EntityKey object)
        && other.object() instanceof Value.OfEntity(EntityKey otherObject)
        && object.equals(other.subject())
        && otherObject.equals(one.subject());
  }

  /** Who leaves a post, by pattern or by what the reader hears. */
  static Set<EntityKey> departing(List<PatternMatcher.FoundEvent> found, List<ReadEvent> read) {
    return Stream.concat(
            found.stream()
                .map(PatternMatcher.FoundEvent::event)
                .filter(e -> e.type().equals(DEPARTURE))
                .flatMap(e -> e.roles().stream())
                .filter(r -> r.property().equals(PERSON))
                .map(Event.Role::value),
            read.stream()
                .filter(e -> e.type().equals(DEPARTURE))
                .flatMap(e -> e.roles().stream())
                .filter(r -> r.property().equals(PERSON))
                .map(ReadEvent.Filler::value))
        .flatMap(v -> v instanceof Value.OfEntity(EntityKey key) ? Stream.of(key) : Stream.empty())
        .collect(Collectors.toSet());
  }

  /** The events to write, the patterns' first. */
  List<Event> events(List<PatternMatcher.FoundEvent> found, List<ReadEvent> read, Reading reading) {
    List<Event> decided = new ArrayList<>();
    for (PatternMatcher.FoundEvent event : found) {
      // Of several events in a row the reader cannot tell which it means.
      boolean alone = found.stream().filter(f -> f.trigger().equals(event.trigger())).count() == 1;
      Optional<ReadEvent> weighed =
          alone
              ? read.stream().filter(r -> covers(event.trigger(), r.word())).findFirst()
              : Optional.empty();
      decided.add(weighed.map(w -> events.ofPattern(event.event(), w)).orElse(event.event()));
    }
    ParsedSentence sentence = reading.sentence();
    Span span = sentence.sentence().span();
    for (ReadEvent event : read) {
      if (found.stream().noneMatch(f -> covers(f.trigger(), event.word()))) {
        events
            .ofReader(event, modality.judge(sentence, entities(reading), event.word()), span)
            .ifPresent(decided::add);
      }
    }
    return decided;
  }

  private static boolean covers(Match trigger, int word) {
    return trigger.begin() <= word && word < trigger.end();
  }

  private EntityFinder entities(Reading reading) {
    return new EntityFinder(reading.resolution(), lexicon, kinds);
  }
}
