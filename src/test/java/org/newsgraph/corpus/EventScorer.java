package org.newsgraph.corpus;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.corpus.CorpusItem.ExpectedEvent;
import org.newsgraph.corpus.Finding.Kind;
import org.newsgraph.corpus.Finding.Outcome;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Event.Role;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Judges the events of one snippet's graph.
 *
 * <p>An event is right if its class and modality are expected, its core roles are there, and
 * neither a core role nor a guarded one has a filler that is not expected. The other roles are
 * judged apart. Several predicted events may share the work of one expected event whose role has
 * several fillers, as long as each adds a filler.
 */
final class EventScorer {

  /** Roles without which an event of the class is not the one expected. */
  private static final Set<Term> CORE =
      terms(
          "ng:restrictedItem ng:restrictedParty ng:target ng:subject ng:accused ng:plaintiff"
              + " ng:defendant ng:acquirer ng:acquired ng:investor ng:investee ng:buyer ng:item"
              + " ng:person ng:product ng:speaker schema:text");

  /** Roles that may be left out, but not be filled wrongly. */
  private static final Set<Term> GUARDED =
      terms(
          "ng:destination ng:imposedBy ng:percentChange ng:valueChange ng:accuser ng:attacker"
              + " ng:organization ng:seller");

  private final CorpusItem item;
  private final ValueMatcher matcher;
  private final Map<ExpectedEvent, List<Event>> found = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private EventScorer(CorpusItem item, ArticleGraph graph) {
    this.item = item;
    matcher = new ValueMatcher(graph);
  }

  /** Judges what the graph has and what it lacks. */
  static List<Finding> findings(CorpusItem item, ArticleGraph graph) {
    EventScorer scorer = new EventScorer(item, graph);
    graph.events().forEach(scorer::judge);
    item.events().stream().filter(expected -> !expected.optional()).forEach(scorer::lookFor);
    return scorer.findings;
  }

  private void judge(Event event) {
    List<ExpectedEvent> alike =
        item.events().stream().filter(expected -> alike(event, expected)).toList();
    List<ExpectedEvent> fitting =
        alike.stream().filter(e -> e.modalities().contains(event.modality())).toList();
    if (fitting.isEmpty()) {
      Optional<Modality> expected =
          alike.stream().map(e -> CorpusScore.modality(e.modalities())).findFirst();
      add(event, expected, alike.isEmpty() ? Outcome.WRONG : Outcome.WRONG_MODALITY);
      return;
    }
    List<ExpectedEvent> required =
        fitting.stream().filter(e -> !e.optional()).filter(e -> adds(event, e)).toList();
    if (!required.isEmpty()) {
      ExpectedEvent match =
          required.stream().max(comparingLong(e -> rightFillers(event, e))).orElseThrow();
      found.computeIfAbsent(match, e -> new ArrayList<>()).add(event);
      add(event, Optional.of(event.modality()), Outcome.RIGHT);
      event.roles().forEach(role -> judge(event, role, match));
    } else {
      boolean acceptable = fitting.stream().anyMatch(ExpectedEvent::optional);
      add(
          event,
          acceptable ? Optional.of(event.modality()) : Optional.empty(),
          acceptable ? Outcome.ACCEPTED : Outcome.WRONG);
    }
  }

  private void judge(Event event, Role role, ExpectedEvent match) {
    Outcome outcome =
        fills(role, match.roles())
            ? Outcome.RIGHT
            : fills(role, match.acceptable()) ? Outcome.ACCEPTED : Outcome.WRONG;
    String said = event.type() + " " + words(role);
    addRole(event.type(), role.property(), event.modality(), outcome, said);
  }

  private void lookFor(ExpectedEvent expected) {
    List<Event> events = found.getOrDefault(expected, List.of());
    Modality modality = CorpusScore.modality(expected.modalities());
    Term type = expected.types().iterator().next();
    Outcome outcome = events.isEmpty() ? Outcome.MISSED : Outcome.FOUND;
    addExpected(Kind.EVENT, type, modality, outcome, expected.toString());
    if (events.isEmpty()) {
      return;
    }
    expected
        .roles()
        .forEach(
            (role, fillers) ->
                fillers.forEach(
                    filler -> {
                      Outcome got = has(events, role, filler) ? Outcome.FOUND : Outcome.MISSED;
                      addRole(type, role, modality, got, type + " " + role + " " + filler);
                    }));
    expected.attributedTo().ifPresent(speaker -> lookForSpeaker(events, type, modality, speaker));
  }

  private void lookForSpeaker(List<Event> events, Term type, Modality modality, String speaker) {
    List<EntityKey> speakers =
        events.stream()
            .flatMap(event -> event.evidence().stream())
            .flatMap(evidence -> evidence.attributedTo().stream())
            .distinct()
            .toList();
    boolean right = speakers.stream().anyMatch(entity -> matcher.names(entity, speaker));
    String said = speaker + " tells of " + type;
    if (!speakers.isEmpty()) {
      addExpected(Kind.SPEAKER, type, modality, right ? Outcome.RIGHT : Outcome.WRONG, said);
    }
    addExpected(Kind.SPEAKER, type, modality, right ? Outcome.FOUND : Outcome.MISSED, said);
  }

  private boolean alike(Event event, ExpectedEvent expected) {
    return expected.types().contains(event.type())
        && expected.roles().keySet().stream()
            .filter(CORE::contains)
            .allMatch(core -> event.roles().stream().anyMatch(r -> r.property().equals(core)))
        && event.roles().stream()
            .filter(role -> CORE.contains(role.property()) || GUARDED.contains(role.property()))
            .allMatch(role -> fills(role, expected.roles()) || fills(role, expected.acceptable()));
  }

  /** Whether the event has a required filler that none matched so far has. */
  private boolean adds(Event event, ExpectedEvent expected) {
    List<Event> before = found.getOrDefault(expected, List.of());
    return before.isEmpty()
        || expected.roles().entrySet().stream()
            .anyMatch(
                entry ->
                    entry.getValue().stream()
                        .anyMatch(
                            filler ->
                                has(List.of(event), entry.getKey(), filler)
                                    && !has(before, entry.getKey(), filler)));
  }

  private long rightFillers(Event event, ExpectedEvent expected) {
    return event.roles().stream().filter(role -> fills(role, expected.roles())).count();
  }

  private boolean fills(Role role, Map<Term, List<String>> fillers) {
    return fillers.getOrDefault(role.property(), List.of()).stream()
        .anyMatch(filler -> matcher.matches(role.property(), role.value(), filler));
  }

  private boolean has(List<Event> events, Term property, String filler) {
    return events.stream()
        .flatMap(event -> event.roles().stream())
        .filter(role -> role.property().equals(property))
        .anyMatch(role -> matcher.matches(property, role.value(), filler));
  }

  private void add(Event event, Optional<Modality> expected, Outcome outcome) {
    String said =
        event.type()
            + event.roles().stream()
                .map(EventScorer::words)
                .collect(Collectors.joining(", ", " ", ""))
            + " ["
            + event.modality()
            + "]";
    add(Kind.EVENT, event.type(), Optional.empty(), event.modality(), expected, outcome, said);
  }

  private void addRole(Term type, Term role, Modality modality, Outcome outcome, String said) {
    add(Kind.ROLE, role, Optional.of(type), modality, Optional.empty(), outcome, said);
  }

  private void addExpected(Kind kind, Term type, Modality modality, Outcome outcome, String said) {
    add(kind, type, Optional.empty(), modality, Optional.empty(), outcome, said);
  }

  private void add(
      Kind kind,
      Term label,
      Optional<Term> type,
      Modality modality,
      Optional<Modality> expected,
      Outcome outcome,
      String said) {
    findings.add(
        new Finding(item.id(), item.tags(), kind, label, type, modality, expected, outcome, said));
  }

  private static String words(Role role) {
    Object value =
        role.value() instanceof Value.OfEntity(EntityKey key) ? key.name() : role.value();
    return role.property() + " " + value;
  }

  private static Set<Term> terms(String names) {
    return Stream.of(names.split(" ")).map(Term::of).collect(Collectors.toUnmodifiableSet());
  }
}
