package org.newsgraph.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
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
 * CORE: two marked companies of a sentence, and the one relation that they stand in, or {@code
 * undefined}.
 *
 * <p>Predicted is what the trained reader says in the set's own terms, labels that begin with
 * {@code core:}; without it the ontology's facts are put into the set's terms.
 */
public final class CoreGold implements GoldSet {

  private static final String LABEL = "core:";
  private static final String NONE = "undefined";
  private static final double LEAST_PROBABILITY = 0.5;

  /** The share of instances, in hundredths, that the reader was not trained on. */
  private static final int DEVELOPMENT_BELOW = 15;

  /** A marked pair: what the relation leads from and to. */
  private record Instance(
      JsonObject json, Article article, Span subject, Span object, String relation) {}

  private record Guess(String relation, double probability) {}

  private final List<Instance> instances;
  private final BenchmarkRelations relations = BenchmarkRelations.of("core");

  private CoreGold(List<Instance> instances) {
    this.instances = instances;
  }

  /**
   * Reads a gold file: a list of objects.
   *
   * @param part only that part, if given: development, or train for the rest
   * @throws GoldException if it does not keep to the format or has nothing of the part
   */
  public static CoreGold read(Path gold, Optional<Part> part) {
    Path file = GoldFiles.single(gold, ".json");
    List<Instance> instances = new ArrayList<>();
    for (JsonObject json : GoldFiles.list(file)) {
      Instance instance = instance(file, json);
      if (Part.keeps(part, GoldFiles.string(file, 1, json, "id"), DEVELOPMENT_BELOW)) {
        instances.add(instance);
      }
    }
    if (instances.isEmpty()) {
      throw new GoldException(file, "has nothing of that part; name another with --part");
    }
    return new CoreGold(instances);
  }

  private static Instance instance(Path file, JsonObject json) {
    String id = GoldFiles.string(file, 1, json, "id");
    TokenText text = GoldFiles.tokens(file, json, "context", id);
    Span one = span(file, json, "e1", id, text);
    Span other = span(file, json, "e2", id, text);
    boolean inverted = GoldFiles.number(file, 1, json, "invert_relation") == 1;
    return new Instance(
        json,
        text.article("urn:core:" + id),
        inverted ? other : one,
        inverted ? one : other,
        GoldFiles.string(file, 1, json, "relation"));
  }

  private static Span span(Path file, JsonObject json, String name, String id, TokenText text) {
    int first = GoldFiles.number(file, 1, json, name + "_start");
    int last = GoldFiles.number(file, 1, json, name + "_end");
    if (first < 0 || last < first || last >= text.tokens().size()) {
      throw new GoldException(
          file,
          "%s: %s_start %d and %s_end %d are no span of %d tokens; mend them"
              .formatted(id, name, first, name, last, text.tokens().size()));
    }
    return text.span(first, last + 1);
  }

  @Override
  public List<Article> articles() {
    return instances.stream().map(Instance::article).toList();
  }

  @Override
  public Marking marking(int index) {
    return new Marking.Given(
        List.of(instances.get(index).subject(), instances.get(index).object()));
  }

  @Override
  public Report score(List<ReadArticle> readings) {
    SortedMap<String, Counts> classes = new TreeMap<>();
    List<String> predicted = predict(readings);
    for (int i = 0; i < instances.size(); i++) {
      String expected = instances.get(i).relation();
      if (expected.equals(predicted.get(i))) {
        classes.merge(expected, Counts.HIT, Counts::plus);
      } else {
        classes.merge(expected, Counts.MISS, Counts::plus);
        classes.merge(predicted.get(i), Counts.FALSE_ALARM, Counts::plus);
      }
    }
    Counts all = classes.values().stream().reduce(Counts.NONE, Counts::plus);
    Counts defined = all;
    if (classes.containsKey(NONE)) {
      defined =
          classes.entrySet().stream()
              .filter(e -> !e.getKey().equals(NONE))
              .map(Map.Entry::getValue)
              .reduce(Counts.NONE, Counts::plus);
    }
    return new Report(
        GoldFormat.CORE,
        instances.size(),
        List.of(
            Table.counted("relation", classes),
            new Table(
                "summary",
                List.of(Column.share("f1")),
                List.of(
                    Row.of("macro", macro(classes)),
                    Row.of("micro", all.f1()),
                    Row.of("micro, undefined left out", defined.f1())))));
  }

  /** The mean F1 of the classes. */
  static double macro(Map<String, Counts> classes) {
    return classes.values().stream().mapToDouble(Counts::f1).average().orElse(0);
  }

  private List<String> predict(List<ReadArticle> readings) {
    boolean known =
        readings.stream()
            .flatMap(r -> r.relations().stream())
            .anyMatch(r -> r.label().startsWith(LABEL));
    List<String> predicted = new ArrayList<>();
    for (int i = 0; i < instances.size(); i++) {
      Instance instance = instances.get(i);
      Optional<Guess> best =
          known ? fromRelations(instance, readings.get(i)) : fromFacts(instance, readings.get(i));
      predicted.add(best.map(Guess::relation).orElse(NONE));
    }
    return predicted;
  }

  private static Optional<Guess> fromRelations(Instance instance, ReadArticle reading) {
    Optional<Guess> best = Optional.empty();
    for (ReadRelation relation : reading.relations()) {
      if (relation.label().startsWith(LABEL)
          && relation.probability() >= LEAST_PROBABILITY
          && is(reading.mentions().get(relation.subject()), instance.subject())
          && is(reading.mentions().get(relation.object()), instance.object())
          && best.filter(b -> b.probability() >= relation.probability()).isEmpty()) {
        best =
            Optional.of(
                new Guess(relation.label().substring(LABEL.length()), relation.probability()));
      }
    }
    return best;
  }

  private static boolean is(ReadMention mention, Span marked) {
    return mention.span().overlaps(marked);
  }

  private Optional<Guess> fromFacts(Instance instance, ReadArticle reading) {
    Optional<Guess> best = Optional.empty();
    FactSpans spans = new FactSpans(reading);
    for (Fact fact : reading.graph().facts()) {
      Optional<BenchmarkRelations.Relation> relation = relations.of(fact.property());
      if (relation.isEmpty()) {
        continue;
      }
      for (Evidence evidence : fact.evidence()) {
        double confidence = evidence.confidence().doubleValue();
        if (evidence.modality() != Modality.DENIED
            && best.filter(b -> b.probability() >= confidence).isEmpty()
            && holds(
                relation.get(),
                spans.of(fact.subject(), evidence.sentence()),
                spans.of(fact.object(), evidence.sentence()),
                instance)) {
          best = Optional.of(new Guess(relation.get().label(), confidence));
        }
      }
    }
    return best;
  }

  private static boolean holds(
      BenchmarkRelations.Relation relation,
      List<Span> subjects,
      List<Span> objects,
      Instance instance) {
    boolean forward = meets(subjects, instance.subject()) && meets(objects, instance.object());
    boolean backward = meets(subjects, instance.object()) && meets(objects, instance.subject());
    return relation.symmetric() ? forward || backward : relation.inverse() ? backward : forward;
  }

  private static boolean meets(List<Span> spans, Span marked) {
    return spans.stream().anyMatch(marked::overlaps);
  }

  @Override
  public Optional<String> predictions(List<ReadArticle> readings) {
    List<String> predicted = predict(readings);
    JsonArray all = new JsonArray();
    for (int i = 0; i < instances.size(); i++) {
      JsonObject json = instances.get(i).json().deepCopy();
      json.addProperty("relation", predicted.get(i));
      all.add(json);
    }
    return Optional.of(text(all));
  }

  /** JSON as text with a line end. */
  static String text(JsonElement json) {
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    return gson.toJson(json) + "\n";
  }
}
