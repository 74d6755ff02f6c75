package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.annotate.TaggedSpan;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.reader.ArticleReading;
import org.newsgraph.reader.ReadPair;
import org.newsgraph.reader.ReadSpan;
import org.newsgraph.reader.ReadTrigger;

/**
 * Says in the graph's terms what the trained reader says of spans: entities, dates and amounts for
 * mentions, properties and classes for labels. What the ontology does not admit is left out.
 */
final class ReadingInterpreter {

  private static final Term COUNTRY = Term.of("schema:Country");

  private final ArticleReading article;
  private final Lexicon lexicon;
  private final Schema schema;
  private final Admission admission;
  private final Map<String, Term> properties = new TreeMap<>();
  private final Map<Integer, List<ReadPair>> pairs;
  private final Map<Integer, List<ReadTrigger>> triggers;
  private final Map<EntityKey, Entity> newEntities = new LinkedHashMap<>();

  ReadingInterpreter(ArticleReading article, Lexicon lexicon, Schema schema) {
    this.article = article;
    this.lexicon = lexicon;
    this.schema = schema;
    admission = new Admission(schema);
    // The reader also has labels that only evaluation knows.
    schema.properties().keySet().stream()
        .filter(property -> article.relationLabels().contains(property.toString()))
        .forEach(property -> properties.put(property.toString(), property));
    pairs = article.pairsBySentence();
    triggers = article.triggersBySentence();
  }

  /** Countries that only a word such as "Danish" names, met so far. */
  List<Entity> newEntities() {
    return List.copyOf(newEntities.values());
  }

  /** The facts that the reader weighs in a sentence. */
  ReadFacts facts(Reading reading) {
    Map<List<Object>, ReadFact> best = new LinkedHashMap<>();
    Set<ReadFacts.Ends> weighed = new HashSet<>();
    for (ReadPair pair : pairs.getOrDefault(reading.sentence().sentence().index(), List.of())) {
      Optional<Value> subject = value(reading, pair.subject());
      Optional<Value> object = value(reading, pair.object());
      if (subject.isEmpty()
          || object.isEmpty()
          || subject.equals(object)
          || !(subject.get() instanceof Value.OfEntity(EntityKey key))) {
        continue;
      }
      weighed.add(new ReadFacts.Ends(key, object.get()));
      for (ReadPair.Relation relation : pair.relations()) {
        Term property = properties.get(relation.label());
        if (property != null
            && admission.admits(
                property, types(reading, key), object.get(), k -> types(reading, k))) {
          ReadFact fact =
              new ReadFact(
                  key,
                  property,
                  object.get(),
                  relation.probability(),
                  pair.bestModality(),
                  pair.probability(pair.bestModality()),
                  head(reading, pair.subject()),
                  head(reading, pair.object()));
          best.merge(
              List.of(key, property, object.get()),
              fact,
              (a, b) -> b.probability() > a.probability() ? b : a);
        }
      }
    }
    return new ReadFacts(List.copyOf(best.values()), weighed, Set.copyOf(properties.values()));
  }

  /** The events that the reader tells of in a sentence, with the roles that their class admits. */
  List<ReadEvent> events(Reading reading) {
    List<ReadEvent> events = new ArrayList<>();
    for (ReadTrigger trigger :
        triggers.getOrDefault(reading.sentence().sentence().index(), List.of())) {
      Term type = Term.of(trigger.event());
      if (schema.superclasses().containsKey(type)) {
        events.add(
            new ReadEvent(trigger.word(), type, trigger.probability(), roles(reading, trigger)));
      }
    }
    return events;
  }

  /** The fillers by falling probability; each takes one role. */
  private List<ReadEvent.Filler> roles(Reading reading, ReadTrigger trigger) {
    Set<Term> event = Set.of(Term.of(trigger.event()));
    List<ReadEvent.Filler> roles = new ArrayList<>();
    for (ReadTrigger.Filler filler :
        trigger.roles().stream()
            .sorted(
                Comparator.comparingDouble(ReadTrigger.Filler::probability)
                    .reversed()
                    .thenComparingInt(ReadTrigger.Filler::span))
            .toList()) {
      Term property = Term.of(filler.role());
      Optional<Value> value = value(reading, filler.span());
      if (value.isPresent()
          && schema.properties().containsKey(property)
          && admission.admits(property, event, value.get(), k -> types(reading, k))
          && roles.stream().noneMatch(r -> r.value().equals(value.get()))) {
        roles.add(new ReadEvent.Filler(property, value.get(), filler.probability()));
      }
    }
    return roles;
  }

  private int head(Reading reading, int index) {
    ReadSpan span = article.spans().get(index);
    return Phrases.head(reading.sentence(), span.begin(), span.end());
  }

  /** What a span stands for in the graph. */
  private Optional<Value> value(Reading reading, int index) {
    ReadSpan span = article.spans().get(index);
    ParsedSentence sentence = reading.sentence();
    if (span.kind() != TaggedSpan.Kind.VALUE) {
      return reading
          .resolution()
          .entityAt(span.sentence(), span.begin(), span.end())
          .map(Value.OfEntity::new);
    }
    Optional<Value> found =
        IntStream.range(span.begin(), span.end())
            .mapToObj(sentence::valueAt)
            .flatMap(Optional::stream)
            .map(ValueMention::value)
            .findFirst();
    if (found.isPresent()) {
      return found;
    }
    String words =
        sentence.span(span.begin(), span.end()).of(reading.text()).replaceAll("[\\s\\u00a0]+", " ");
    return switch (article.bestType(index)) {
      case "JobTitle" -> isTitle(words) ? Optional.of(new Value.OfText(words)) : Optional.empty();
      case "Nationality" -> lexicon.countryOfDemonym(words).map(name -> country(reading, name));
      default -> Optional.empty();
    };
  }

  /**
   * Whether the tables hold the words or the last of them for a job: "army engineer". To have
   * founded something is none.
   */
  private boolean isTitle(String words) {
    return Stream.of(words, words.substring(words.lastIndexOf(' ') + 1))
        .map(lexicon::title)
        .flatMap(Optional::stream)
        .anyMatch(kind -> kind != Lexicon.TitleKind.HONORIFIC && kind != Lexicon.TitleKind.FOUNDER);
  }

  private Value country(Reading reading, String name) {
    EntityKey key = new EntityKey(EntityKey.Kind.PLACE, name);
    if (!reading.resolution().entities().containsKey(key)) {
      newEntities.putIfAbsent(
          key, new Entity(key, new TreeSet<>(Set.of(COUNTRY)), new TreeSet<>(), List.of()));
    }
    return new Value.OfEntity(key);
  }

  private Set<Term> types(Reading reading, EntityKey key) {
    Entity added = newEntities.get(key);
    return added != null ? added.types() : reading.resolution().entity(key).types();
  }
}
