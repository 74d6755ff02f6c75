package org.newsgraph.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.data.DataTable;
import org.newsgraph.evaluate.Report.Column;
import org.newsgraph.evaluate.Report.Row;
import org.newsgraph.evaluate.Report.Table;
import org.newsgraph.extract.Marking;
import org.newsgraph.extract.ReadArticle;
import org.newsgraph.extract.ReadArticle.ReadMention;
import org.newsgraph.extract.ReadArticle.ReadRelation;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;

/**
 * FIRE: entities of thirteen types in sentences of financial news, and eighteen relations between
 * them. An entity is right with the same words and the same type, a relation with the same
 * entities.
 *
 * <p>Predicted is what the trained reader says in the set's own terms, labels that begin with
 * {@code fire:}; without it the ontology's facts and classes are put into the set's terms.
 */
public final class FireGold implements GoldSet {

  private static final String LABEL = "fire:";
  private static final String POOLED = "all, pooled";
  private static final double LEAST_PROBABILITY = 0.5;

  /** The share of sentences, in hundredths, that the reader was not trained on. */
  private static final int DEVELOPMENT_BELOW = 25;

  private record Entity(Span span, String type) {}

  private record Relation(String type, Entity head, Entity tail) {}

  private record Marked(List<Entity> entities, Set<Relation> relations) {}

  private record Sentence(JsonObject json, TokenText text, Article article, Marked marked) {}

  private final List<Sentence> sentences;
  private final BenchmarkRelations relations = BenchmarkRelations.of("fire");
  private final Map<String, String> types = types();

  private FireGold(List<Sentence> sentences) {
    this.sentences = sentences;
  }

  private static Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    for (DataTable.Row row : DataTable.read("benchmark-types.tsv").rows()) {
      if (row.get("set").equals("fire")) {
        row.list("classes").forEach(name -> types.put(name, row.get("type")));
      }
    }
    return types;
  }

  /**
   * Reads a gold file: a list of objects.
   *
   * @param part only that part, if given: development, or train for the rest
   * @throws GoldException if it does not keep to the format or has nothing of the part
   */
  public static FireGold read(Path gold, Optional<Part> part) {
    Path file = GoldFiles.single(gold, ".json");
    List<Sentence> sentences = new ArrayList<>();
    int number = 0;
    for (JsonObject json : GoldFiles.list(file)) {
      String place = "sentence " + (number + 1);
      TokenText text = GoldFiles.tokens(file, json, "tokens", place);
      Marked marked = marked(file, json, place, text);
      if (Part.keeps(part, "fire-" + number, DEVELOPMENT_BELOW)) {
        sentences.add(new Sentence(json, text, text.article("urn:fire:" + (number + 1)), marked));
      }
      number++;
    }
    if (sentences.isEmpty()) {
      throw new GoldException(file, "has nothing of that part; name another with --part");
    }
    return new FireGold(sentences);
  }

  private static Marked marked(Path file, JsonObject json, String place, TokenText text) {
    List<Entity> entities = new ArrayList<>();
    for (JsonObject entity : GoldFiles.objects(file, 1, json, "entities")) {
      int start = GoldFiles.number(file, 1, entity, "start");
      int end = GoldFiles.number(file, 1, entity, "end");
      if (start < 0 || end <= start || end > text.tokens().size()) {
        throw new GoldException(
            file,
            "%s: start %d and end %d are no span of %d tokens; mend them"
                .formatted(place, start, end, text.tokens().size()));
      }
      entities.add(new Entity(text.span(start, end), GoldFiles.string(file, 1, entity, "type")));
    }
    Set<Relation> relations = new LinkedHashSet<>();
    for (JsonObject relation : GoldFiles.objects(file, 1, json, "relations")) {
      int head = GoldFiles.number(file, 1, relation, "head");
      int tail = GoldFiles.number(file, 1, relation, "tail");
      if (Math.min(head, tail) < 0 || Math.max(head, tail) >= entities.size()) {
        throw new GoldException(
            file,
            "%s: head %d and tail %d are not both among %d entities; mend them"
                .formatted(place, head, tail, entities.size()));
      }
      relations.add(
          new Relation(
              GoldFiles.string(file, 1, relation, "type"), entities.get(head), entities.get(tail)));
    }
    return new Marked(entities, relations);
  }

  @Override
  public List<Article> articles() {
    return sentences.stream().map(Sentence::article).toList();
  }

  @Override
  public Marking marking(int index) {
    return new Marking.Financial();
  }

  @Override
  public Report score(List<ReadArticle> readings) {
    SortedMap<String, Counts> ofEntities = new TreeMap<>();
    SortedMap<String, Counts> ofRelations = new TreeMap<>();
    List<Marked> predicted = predict(readings);
    for (int i = 0; i < sentences.size(); i++) {
      Marked gold = sentences.get(i).marked();
      compare(
          new LinkedHashSet<>(gold.entities()),
          new LinkedHashSet<>(predicted.get(i).entities()),
          Entity::type,
          ofEntities);
      compare(gold.relations(), predicted.get(i).relations(), Relation::type, ofRelations);
    }
    return new Report(
        GoldFormat.FIRE,
        sentences.size(),
        List.of(
            Table.counted("entities", pooled(ofEntities)),
            Table.counted("relations", pooled(ofRelations)),
            new Table(
                "summary",
                List.of(Column.share("micro f1"), Column.share("macro f1")),
                List.of(
                    Row.of("entities", micro(ofEntities), CoreGold.macro(ofEntities)),
                    Row.of("relations", micro(ofRelations), CoreGold.macro(ofRelations))))));
  }

  private static <T> void compare(
      Set<T> expected, Set<T> predicted, Function<T, String> type, Map<String, Counts> counts) {
    for (T one : predicted) {
      counts.merge(
          type.apply(one), expected.contains(one) ? Counts.HIT : Counts.FALSE_ALARM, Counts::plus);
    }
    for (T one : expected) {
      if (!predicted.contains(one)) {
        counts.merge(type.apply(one), Counts.MISS, Counts::plus);
      }
    }
  }

  private static double micro(Map<String, Counts> counts) {
    return counts.values().stream().reduce(Counts.NONE, Counts::plus).f1();
  }

  private static Map<String, Counts> pooled(Map<String, Counts> counts) {
    Map<String, Counts> result = new LinkedHashMap<>(counts);
    result.put(POOLED, counts.values().stream().reduce(Counts.NONE, Counts::plus));
    return result;
  }

  private List<Marked> predict(List<ReadArticle> readings) {
    boolean known =
        readings.stream()
            .flatMap(r -> r.relations().stream())
            .anyMatch(r -> r.label().startsWith(LABEL));
    return readings.stream().map(reading -> predict(reading, known)).toList();
  }

  private Marked predict(ReadArticle reading, boolean known) {
    List<Entity> entities = new ArrayList<>();
    for (ReadMention mention : reading.mentions()) {
      entity(mention).filter(e -> !known || own(mention)).ifPresent(entities::add);
    }
    Set<Relation> found = new LinkedHashSet<>();
    if (known) {
      for (ReadRelation relation : reading.relations()) {
        if (relation.label().startsWith(LABEL) && relation.probability() >= LEAST_PROBABILITY) {
          Optional<Entity> head = entity(reading.mentions().get(relation.subject()));
          Optional<Entity> tail = entity(reading.mentions().get(relation.object()));
          if (head.isPresent()
              && tail.isPresent()
              && own(reading.mentions().get(relation.subject()))
              && own(reading.mentions().get(relation.object()))) {
            found.add(
                new Relation(relation.label().substring(LABEL.length()), head.get(), tail.get()));
          }
        }
      }
    } else {
      fromFacts(reading, entities, found);
    }
    return new Marked(entities, found);
  }

  private static boolean own(ReadMention mention) {
    return mention.type().startsWith(LABEL);
  }

  private Optional<Entity> entity(ReadMention mention) {
    String type = mention.type();
    Optional<String> known =
        type.startsWith(LABEL)
            ? Optional.of(type.substring(LABEL.length()))
            : Optional.ofNullable(types.get(type));
    return known.map(name -> new Entity(mention.span(), name));
  }

  private void fromFacts(ReadArticle reading, List<Entity> entities, Set<Relation> found) {
    FactSpans spans = new FactSpans(reading);
    for (Fact fact : reading.graph().facts()) {
      Optional<BenchmarkRelations.Relation> relation = relations.of(fact.property());
      if (relation.isEmpty()) {
        continue;
      }
      for (Evidence evidence : fact.evidence()) {
        if (evidence.modality() == Modality.DENIED) {
          continue;
        }
        List<Span> subjects = spans.of(fact.subject(), evidence.sentence());
        List<Span> objects = spans.of(fact.object(), evidence.sentence());
        List<Entity> heads = at(relation.get().inverse() ? objects : subjects, entities);
        List<Entity> tails = at(relation.get().inverse() ? subjects : objects, entities);
        for (Entity head : heads) {
          tails.forEach(tail -> found.add(new Relation(relation.get().label(), head, tail)));
        }
      }
    }
  }

  private static List<Entity> at(List<Span> spans, List<Entity> entities) {
    return entities.stream().filter(e -> spans.contains(e.span())).toList();
  }

  @Override
  public Optional<String> predictions(List<ReadArticle> readings) {
    List<Marked> predicted = predict(readings);
    JsonArray all = new JsonArray();
    for (int i = 0; i < sentences.size(); i++) {
      all.add(json(sentences.get(i), predicted.get(i)));
    }
    return Optional.of(CoreGold.text(all));
  }

  private static JsonObject json(Sentence sentence, Marked predicted) {
    JsonObject json = sentence.json().deepCopy();
    JsonArray entities = new JsonArray();
    for (Entity entity : predicted.entities()) {
      List<Span> tokens = sentence.text().tokens();
      List<Integer> covered = new ArrayList<>();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).overlaps(entity.span())) {
          covered.add(i);
        }
      }
      JsonObject one = new JsonObject();
      one.addProperty("text", entity.span().of(sentence.text().text()));
      one.addProperty("type", entity.type());
      one.addProperty("start", covered.getFirst());
      one.addProperty("end", covered.getLast() + 1);
      entities.add(one);
    }
    JsonArray relations = new JsonArray();
    for (Relation relation : predicted.relations()) {
      JsonObject one = new JsonObject();
      one.addProperty("head", predicted.entities().indexOf(relation.head()));
      one.addProperty("tail", predicted.entities().indexOf(relation.tail()));
      one.addProperty("type", relation.type());
      relations.add(one);
    }
    json.add("entities", entities);
    json.add("relations", relations);
    return json;
  }
}
