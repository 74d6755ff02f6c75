package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Pattern.EventTemplate;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Decides which events are written, and with which roles, where patterns and the trained reader
 * both tell of them.
 *
 * <p>The rule. Where a pattern made an event of a word, the reader only fills roles that it left
 * empty ({@link Thresholds#added}). Where none did, the reader makes one of a word that it is sure
 * of ({@link Thresholds#alone}), with the fillers that are probable ({@link Thresholds#role}), if
 * they suffice for one of the patterns of that class. Domain and range bind both (checked before).
 */
final class EventDecision {

  /** What {@code ng:extractor} says of an event that the reader alone found. */
  static final String EXTRACTOR = "model/events";

  /** Roles with a sign, which only the patterns' verbs tell: a fall of 3% is -3. */
  private static final Set<Term> SIGNED =
      Set.of(Term.of("ng:percentChange"), Term.of("ng:valueChange"));

  /**
   * Probabilities from which on something counts.
   *
   * @param alone a word tells of an event: high, since a wrong event drags wrong roles along
   * @param role a mention fills a role of the reader's own event
   * @param added a mention fills a role of a pattern's event: higher, since the pattern looked for
   *     it by grammar and found nothing
   */
  record Thresholds(double alone, double role, double added) {

    /** Those of the program. */
    static final Thresholds DEFAULT = new Thresholds(0.9, 0.5, 0.7);
  }

  private final Thresholds thresholds;
  private final Schema schema;
  private final List<EventTemplate> templates;

  /**
   * @param templates of all patterns; an event of the reader's has to fill the required roles of
   *     one of its class
   */
  EventDecision(Thresholds thresholds, Schema schema, List<EventTemplate> templates) {
    this.thresholds = thresholds;
    this.schema = schema;
    this.templates = List.copyOf(templates);
  }

  /** A pattern's event with the roles that the reader adds. */
  Event ofPattern(Event found, ReadEvent read) {
    if (!schema.isA(found.type(), read.type()) && !schema.isA(read.type(), found.type())) {
      return found;
    }
    Set<Term> filled = found.roles().stream().map(Event.Role::property).collect(Collectors.toSet());
    Set<Value> used = found.roles().stream().map(Event.Role::value).collect(Collectors.toSet());
    List<Event.Role> roles = new ArrayList<>(found.roles());
    for (ReadEvent.Filler filler : read.roles()) {
      if (filler.probability() >= thresholds.added()
          && !SIGNED.contains(filler.property())
          && schema.admitsSubject(schema.property(filler.property()), Set.of(found.type()))
          && used.add(filler.value())
          && filled.add(filler.property())) {
        roles.add(new Event.Role(filler.property(), filler.value()));
      }
    }
    return new Event(found.type(), roles, found.evidence());
  }

  /**
   * What becomes of an event that no pattern found.
   *
   * @param judgement how the sentence means the word that tells of it
   * @param sentence its span
   */
  Optional<Event> ofReader(ReadEvent read, Judgement judgement, Span sentence) {
    List<Event.Role> roles = new ArrayList<>();
    for (ReadEvent.Filler filler : read.roles()) {
      boolean single = !(filler.value() instanceof Value.OfEntity);
      boolean taken = roles.stream().anyMatch(r -> r.property().equals(filler.property()));
      if (filler.probability() >= thresholds.role()
          && !SIGNED.contains(filler.property())
          && !(single && taken)) {
        roles.add(new Event.Role(filler.property(), filler.value()));
      }
    }
    if (read.probability() < thresholds.alone() || !suffices(read.type(), roles)) {
      return Optional.empty();
    }
    return Optional.of(
        new Event(
            read.type(),
            roles,
            List.of(
                new Evidence(
                    sentence,
                    EXTRACTOR,
                    FactDecision.confidence(read.probability()),
                    judgement.modality(),
                    judgement.attributedTo()))));
  }

  /** Whether the roles are those that one of the patterns of the class demands. */
  private boolean suffices(Term type, List<Event.Role> roles) {
    Set<Term> filled = roles.stream().map(Event.Role::property).collect(Collectors.toSet());
    return templates.stream()
        .filter(t -> t.type().equals(type))
        .anyMatch(
            t ->
                t.required().stream().allMatch(r -> isFilled(t, r, filled))
                    && (t.anyOf().isEmpty()
                        || t.anyOf().stream().anyMatch(r -> isFilled(t, r, filled)))
                    && !filled.isEmpty());
  }

  private static boolean isFilled(EventTemplate template, String role, Set<Term> filled) {
    Term property = template.roles().get(role);
    return property != null && filled.contains(property);
  }
}
