package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.extract.Pattern.FactTemplate;
import org.newsgraph.extract.Pattern.Trigger;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Value;
import org.newsgraph.resolve.Kinds;

/** Applies patterns to the sentences of an article. */
final class PatternMatcher {

  /**
   * What the patterns found in a sentence, and the entities that no name of the article stands for.
   */
  record Found(List<Fact> facts, List<FoundEvent> events, List<Entity> entities) {

    /** What a sentence says in which no pattern is sought. */
    static Found none() {
      return new Found(List.of(), List.of(), List.of());
    }
  }

  /** An event and the words that told of it. */
  record FoundEvent(Event event, Match trigger) {}

  private final List<Pattern> patterns;
  private final Lexicon lexicon;
  private final Schema schema;
  private final Kinds kinds;
  private final ModalityJudge modality;
  private final TriggerFinder triggers;

  PatternMatcher(List<Pattern> patterns, Lexicon lexicon, Schema schema, ModalityJudge modality) {
    this.patterns = List.copyOf(patterns);
    this.lexicon = lexicon;
    this.schema = schema;
    this.kinds = new Kinds(schema);
    this.modality = modality;
    this.triggers = new TriggerFinder(lexicon, schema);
  }

  /** Everything that the patterns say of one sentence. */
  Found match(Reading reading) {
    List<Fact> facts = new ArrayList<>();
    EventBuilder events = new EventBuilder(reading, schema);
    Map<EntityKey, Entity> entities = new LinkedHashMap<>();
    for (Pattern pattern : patterns) {
      for (Match match : triggers.find(reading, pattern.trigger())) {
        Judgement judgement =
            ModalityJudge.atLeast(judge(pattern, reading, match), pattern.modality());
        if (pattern.state()
            && (judgement.former() || isOver(reading.sentence(), match, pattern.trigger()))) {
          continue;
        }
        Fillers fillers = new RoleFiller(reading, match, lexicon, schema).fill(pattern.roles());
        if (pattern.unless().stream().anyMatch(role -> !fillers.of(role).isEmpty())) {
          continue;
        }
        Evidence evidence =
            new Evidence(
                reading.sentence().sentence().span(),
                "pattern/" + pattern.name(),
                pattern.confidence(),
                judgement.modality(),
                judgement.attributedTo());
        int before = facts.size() + events.size();
        pattern.facts().forEach(t -> state(t, fillers, evidence, reading, facts));
        pattern.event().ifPresent(t -> events.build(pattern, t, match, fillers, evidence));
        if (facts.size() + events.size() > before) {
          entities.putAll(fillers.newEntities());
        }
      }
    }
    return new Found(facts, events.events(), List.copyOf(entities.values()));
  }

  private Judgement judge(Pattern pattern, Reading reading, Match match) {
    ParsedSentence sentence = reading.sentence();
    boolean predicate =
        Phrases.children(sentence, match.head(), "cop").findAny().isPresent()
            || Phrases.is(sentence, match.head(), "xcomp");
    boolean argument =
        switch (Phrases.base(sentence.parse().relation(match.head()))) {
          case "obj", "iobj", "obl", "root" -> !identifies(reading, match);
          default -> false;
        };
    boolean presupposed =
        switch (pattern.trigger()) {
          case Trigger.OfVerb verb -> false;
          case Trigger.OfNoun noun -> pattern.event().isEmpty() && !predicate && !argument;
          case Trigger.OfTitle title -> !predicate;
          case Trigger.OfEntity entity -> true;
        };
    EntityFinder entities = new EntityFinder(reading.resolution(), lexicon, kinds);
    if (presupposed) {
      return modality.presupposed(sentence, match.begin());
    }
    return pattern.made()
        ? modality.made(sentence, entities, match.head())
        : modality.judge(sentence, entities, match.head());
  }

  /** Whether a noun only says who a name is: "Acme's rival Borel", "its rival, Borel". */
  private static boolean identifies(Reading reading, Match match) {
    return Phrases.children(reading.sentence(), match.head(), "appos").findAny().isPresent()
        || match.end() < reading.sentence().size()
            && reading.mentionAt(match.end()).filter(m -> m.begin() == match.end()).isPresent();
  }

  /** Whether a past tense ends the state that a pattern tells. */
  private static boolean isOver(ParsedSentence sentence, Match match, Trigger trigger) {
    int head = match.head();
    boolean wasCopula =
        Phrases.children(sentence, head, "cop")
            .anyMatch(c -> sentence.token(c).text().toLowerCase(Locale.ROOT).matches("was|were"));
    if (wasCopula) {
      return true;
    }
    if (!(trigger instanceof Trigger.OfVerb)) {
      return false;
    }
    boolean auxiliary = Phrases.children(sentence, head, "aux").findAny().isPresent();
    boolean pastAuxiliary =
        Phrases.children(sentence, head, "aux")
            .anyMatch(
                c -> sentence.token(c).text().toLowerCase(Locale.ROOT).matches("was|were|had"));
    if (Phrases.is(sentence, head, "ccomp")) {
      // "They allege that he owned it": the tense follows that of the telling.
      return false;
    }
    boolean past = Grammar.isParticiple(sentence, head) && !Grammar.isPassive(sentence, head);
    return pastAuxiliary || past && !auxiliary;
  }

  private void state(
      FactTemplate template,
      Fillers fillers,
      Evidence evidence,
      Reading reading,
      List<Fact> facts) {
    for (Value subject : fillers.of(template.subject())) {
      for (Value object : fillers.of(template.object())) {
        if (subject instanceof Value.OfEntity(EntityKey key) && !subject.equals(object)) {
          Fact fact = new Fact(key, template.property(), object, List.of(evidence));
          if (fits(fact, fillers, reading)) {
            facts.add(fact);
          }
        }
      }
    }
  }

  /** Whether domain and range of the property admit the fact. */
  private boolean fits(Fact fact, Fillers fillers, Reading reading) {
    Schema.Property property = schema.property(fact.property());
    return schema.admitsSubject(property, fillers.types(fact.subject(), reading))
        && (!(fact.object() instanceof Value.OfEntity(EntityKey object))
            || schema.admitsObject(property, fillers.types(object, reading)));
  }
}
