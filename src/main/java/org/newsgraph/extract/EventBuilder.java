package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.extract.Pattern.EventTemplate;
import org.newsgraph.extract.Pattern.Filler;
import org.newsgraph.extract.Pattern.Role;
import org.newsgraph.extract.Pattern.ValueKind;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/** Builds the events of one sentence from the fillers of patterns. */
final class EventBuilder {

  private final Reading reading;
  private final Schema schema;
  private final List<PatternMatcher.FoundEvent> events = new ArrayList<>();

  EventBuilder(Reading reading, Schema schema) {
    this.reading = reading;
    this.schema = schema;
  }

  /** The events built so far, in order. */
  List<PatternMatcher.FoundEvent> events() {
    return List.copyOf(events);
  }

  /** How many events are built so far. */
  int size() {
    return events.size();
  }

  /** Builds the events of a pattern that matched, those that leave their verb out included. */
  void build(
      Pattern pattern, EventTemplate template, Match match, Fillers fillers, Evidence evidence) {
    int before = events.size();
    build(template, match, fillers, evidence);
    if (events.size() > before) {
      template.each().ifPresent(each -> gapped(pattern, template, each, match, fillers, evidence));
    }
  }

  /** The events that follow from the fillers, none where one that is required is missing. */
  private void build(EventTemplate template, Match match, Fillers fillers, Evidence evidence) {
    boolean complete = template.required().stream().noneMatch(r -> fillers.of(r).isEmpty());
    boolean any =
        template.anyOf().isEmpty()
            || template.anyOf().stream().anyMatch(r -> !fillers.of(r).isEmpty());
    if (!complete || !any) {
      return;
    }
    List<Value> each = template.each().map(fillers::of).orElse(List.of());
    if (each.size() < 2) {
      add(template, match, fillers.values(), evidence);
      return;
    }
    for (Value filler : each) {
      Map<String, List<Value>> one = new LinkedHashMap<>(fillers.values());
      one.put(template.each().orElseThrow(), List.of(filler));
      add(template, match, one, evidence);
    }
  }

  /**
   * Events in a row that leave their verb out: a name and its figure side by side behind a comma or
   * "and".
   */
  private void gapped(
      Pattern pattern,
      EventTemplate template,
      String each,
      Match match,
      Fillers first,
      Evidence evidence) {
    ParsedSentence sentence = reading.sentence();
    Role subject = role(pattern, each);
    for (Mention mention : reading.mentions()) {
      if (mention.begin() <= match.end()
          || mention.end() >= sentence.size()
          || !sentence.token(before(sentence, mention)).text().matches("and|while|but|[,;]")
          || hasVerb(sentence, match.end(), mention.begin())
          || !(subject.filler() instanceof Filler.OfClass(Set<Term> classes))
          || !schema.isAny(reading.entity(mention).types(), classes)) {
        continue;
      }
      Map<String, List<Value>> fillers = new LinkedHashMap<>();
      fillers.put(each, List.of(new Value.OfEntity(reading.entity(mention).key())));
      pattern
          .roles()
          .forEach(
              (name, role) -> {
                if (role.filler() instanceof Filler.OfValue(ValueKind kind)
                    && kind == ValueKind.DATE) {
                  fillers.put(name, first.of(name));
                } else if (role.filler() instanceof Filler.OfValue(ValueKind kind)) {
                  beside(sentence, mention.end(), kind, role.sign())
                      .ifPresent(v -> fillers.put(name, List.of(v)));
                }
              });
      build(template, match, new Fillers(fillers, Map.of()), evidence);
    }
  }

  /** The word before a name and its article. */
  private static int before(ParsedSentence sentence, Mention mention) {
    int before = mention.begin() - 1;
    return sentence.token(before).tag().equals("DET") ? before - 1 : before;
  }

  private static Role role(Pattern pattern, String name) {
    Role role = pattern.roles().get(name);
    if (role == null) {
      throw new IllegalArgumentException("pattern " + pattern.name() + " has no role " + name);
    }
    return role;
  }

  private static boolean hasVerb(ParsedSentence sentence, int begin, int end) {
    return IntStream.range(begin, end).anyMatch(i -> sentence.token(i).tag().equals("VERB"));
  }

  /** The amount that begins at a token, words such as "about" and "its shares" between left out. */
  private static Optional<Value> beside(
      ParsedSentence sentence, int token, ValueKind kind, int sign) {
    return IntStream.range(token, Math.min(sentence.size(), token + 3))
        .takeWhile(i -> i == token || !sentence.token(i - 1).text().matches("and|,|while"))
        .takeWhile(i -> !sentence.token(i).tag().equals("VERB"))
        .mapToObj(sentence::valueAt)
        .flatMap(Optional::stream)
        .flatMap(v -> RoleFiller.signed(v.value(), kind, sign).stream())
        .findFirst();
  }

  private void add(
      EventTemplate template, Match match, Map<String, List<Value>> fillers, Evidence evidence) {
    List<Event.Role> roles = new ArrayList<>();
    Set<Value> used = new LinkedHashSet<>();
    template
        .roles()
        .forEach(
            (name, property) ->
                fillers
                    .getOrDefault(name, List.of())
                    .forEach(
                        v -> {
                          if (used.add(v) || !(v instanceof Value.OfEntity)) {
                            roles.add(new Event.Role(property, v));
                          }
                        }));
    if (template.required().stream()
        .filter(template.roles()::containsKey)
        .allMatch(
            r ->
                roles.stream().anyMatch(role -> role.property().equals(template.roles().get(r))))) {
      events.add(
          new PatternMatcher.FoundEvent(
              new Event(template.type(), roles, List.of(evidence)), match));
    }
  }
}
