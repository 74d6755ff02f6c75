package org.newsgraph.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.KnowledgeNetFact.Match;
import org.newsgraph.evaluate.Report.Table;
import org.newsgraph.extract.ReadArticle;
import org.newsgraph.extract.ReadArticle.ReadMention;
import org.newsgraph.extract.ReadArticle.ReadRelation;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Value;

/**
 * KnowledgeNet: a document a line, of which some passages are annotated.
 *
 * <p>Predicted is what the trained reader says in the set's own terms, labels that begin with
 * {@code kn:}; where it does not know a property, and without it, the ontology's facts are put into
 * the set's terms.
 */
public final class KnowledgeNetGold implements GoldSet {

  /** What marks the set's own properties among the reader's labels. */
  private static final String LABEL = "kn:";

  private static final double LEAST_PROBABILITY = 0.5;

  /**
   * An annotated passage.
   *
   * @param span in UTF-16 code units of the document's text
   */
  private record Passage(Span span, Set<String> annotated, List<KnowledgeNetFact> facts) {}

  private record Document(JsonObject json, Article article, List<Passage> passages) {}

  private final List<Document> documents;
  private final BenchmarkRelations relations = BenchmarkRelations.of("knowledgenet");
  private final WikidataNames names = WikidataNames.read();

  private KnowledgeNetGold(List<Document> documents) {
    this.documents = documents;
  }

  /**
   * Reads a gold file.
   *
   * @param fold only that fold, if given
   * @throws GoldException if the file does not keep to the format or has no document of the fold
   */
  public static KnowledgeNetGold read(Path gold, OptionalInt fold) {
    Path file = GoldFiles.single(gold, ".jsonl");
    List<Document> documents = new ArrayList<>();
    int line = 0;
    for (String text : GoldFiles.lines(file)) {
      line++;
      if (!text.isBlank()) {
        JsonObject json =
            GoldFiles.object(file, line, GoldFiles.json(file, line, text), "a document");
        if (fold.isEmpty() || GoldFiles.number(file, line, json, "fold") == fold.getAsInt()) {
          documents.add(document(file, line, json));
        }
      }
    }
    if (documents.isEmpty()) {
      throw new GoldException(
          file,
          fold.isPresent()
              ? "has no document of fold " + fold.getAsInt() + "; name another with --fold"
              : "has no documents; it has one a line");
    }
    return new KnowledgeNetGold(documents);
  }

  private static Document document(Path file, int line, JsonObject json) {
    String text = GoldFiles.string(file, line, json, "documentText");
    int length = text.codePointCount(0, text.length());
    List<Passage> passages = new ArrayList<>();
    for (JsonObject passage : GoldFiles.objects(file, line, json, "passages")) {
      Span span = span(file, line, passage, "passage", length);
      Set<String> annotated = new LinkedHashSet<>();
      GoldFiles.objects(file, line, passage, "exhaustivelyAnnotatedProperties")
          .forEach(p -> annotated.add(GoldFiles.string(file, line, p, "propertyId")));
      List<KnowledgeNetFact> facts = new ArrayList<>();
      for (JsonObject fact : GoldFiles.objects(file, line, passage, "facts")) {
        facts.add(
            new KnowledgeNetFact(
                GoldFiles.string(file, line, fact, "propertyId"),
                span(file, line, fact, "subject", length),
                span(file, line, fact, "object", length),
                GoldFiles.string(file, line, fact, "subjectUri"),
                GoldFiles.string(file, line, fact, "objectUri")));
      }
      passages.add(new Passage(units(text, span), annotated, facts));
    }
    passages.sort((a, b) -> a.span().compareTo(b.span()));
    for (int i = 1; i < passages.size(); i++) {
      if (passages.get(i - 1).span().overlaps(passages.get(i).span())) {
        throw new GoldException(file, line, "two passages overlap; mend passageStart");
      }
    }
    return new Document(
        json,
        new Article(
            "urn:knowledgenet:" + GoldFiles.string(file, line, json, "documentId"),
            text,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            passages.stream().map(p -> new Paragraph(p.span(), Role.BODY)).toList()),
        passages);
  }

  private static Span span(Path file, int line, JsonObject object, String what, int length) {
    int begin = GoldFiles.number(file, line, object, what + "Start");
    int end = GoldFiles.number(file, line, object, what + "End");
    if (begin < 0 || end <= begin || end > length) {
      throw new GoldException(
          file,
          line,
          "%sStart %d and %sEnd %d are no span of a text of %d characters; mend them"
              .formatted(what, begin, what, end, length));
    }
    return new Span(begin, end);
  }

  private static Span units(String text, Span points) {
    int begin = text.offsetByCodePoints(0, points.begin());
    return new Span(begin, text.offsetByCodePoints(begin, points.length()));
  }

  @Override
  public List<Article> articles() {
    return documents.stream().map(Document::article).toList();
  }

  @Override
  public Report score(List<ReadArticle> readings) {
    List<List<List<KnowledgeNetFact>>> predicted = predict(readings);
    List<KnowledgeNetScorer.Passage> passages = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      List<Passage> annotated = documents.get(d).passages();
      for (int p = 0; p < annotated.size(); p++) {
        passages.add(
            new KnowledgeNetScorer.Passage(
                annotated.get(p).annotated(), annotated.get(p).facts(), predicted.get(d).get(p)));
      }
    }
    List<Table> tables = new ArrayList<>();
    for (Match match : Match.values()) {
      tables.add(Table.counted(match.title(), KnowledgeNetScorer.score(passages, match)));
    }
    return new Report(GoldFormat.KNOWLEDGENET, documents.size(), tables);
  }

  /** For each document and each of its passages the facts predicted, each once. */
  private List<List<List<KnowledgeNetFact>>> predict(List<ReadArticle> readings) {
    Set<String> known = new HashSet<>();
    for (ReadArticle reading : readings) {
      for (ReadRelation relation : reading.relations()) {
        if (relation.label().startsWith(LABEL)) {
          known.add(relation.label().substring(LABEL.length()));
        }
      }
    }
    List<List<List<KnowledgeNetFact>>> predicted = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      List<KnowledgeNetFact> facts = new ArrayList<>(fromRelations(readings.get(d)));
      fromFacts(readings.get(d)).stream()
          .filter(f -> !known.contains(f.property()))
          .forEach(facts::add);
      Article article = documents.get(d).article();
      predicted.add(
          documents.get(d).passages().stream()
              .map(
                  passage -> {
                    Span span = points(article, passage.span());
                    return List.copyOf(
                        new LinkedHashSet<>(
                            facts.stream()
                                .filter(f -> span.contains(f.subject()))
                                .filter(f -> span.contains(f.object()))
                                .toList()));
                  })
              .toList());
    }
    return predicted;
  }

  private List<KnowledgeNetFact> fromRelations(ReadArticle reading) {
    List<KnowledgeNetFact> facts = new ArrayList<>();
    for (ReadRelation relation : reading.relations()) {
      if (relation.label().startsWith(LABEL) && relation.probability() >= LEAST_PROBABILITY) {
        ReadMention subject = reading.mentions().get(relation.subject());
        ReadMention object = reading.mentions().get(relation.object());
        facts.add(
            new KnowledgeNetFact(
                relation.label().substring(LABEL.length()),
                points(reading.article(), subject.span()),
                points(reading.article(), object.span()),
                uri(subject.entity()),
                uri(object.entity())));
      }
    }
    return facts;
  }

  private List<KnowledgeNetFact> fromFacts(ReadArticle reading) {
    FactSpans spans = new FactSpans(reading);
    List<KnowledgeNetFact> facts = new ArrayList<>();
    for (Fact fact : reading.graph().facts()) {
      relations
          .of(fact.property())
          .ifPresent(
              relation ->
                  fact.evidence().stream()
                      .filter(evidence -> evidence.modality() != Modality.DENIED)
                      .forEach(
                          evidence ->
                              addAll(reading.article(), spans, fact, relation, evidence, facts)));
    }
    return facts;
  }

  /** Every mention of the subject in the sentence with every mention of the object, as the set. */
  private void addAll(
      Article article,
      FactSpans spans,
      Fact fact,
      BenchmarkRelations.Relation relation,
      Evidence evidence,
      List<KnowledgeNetFact> facts) {
    String subjectUri = uri(Optional.of(fact.subject()));
    String objectUri =
        fact.object() instanceof Value.OfEntity(EntityKey key) ? uri(Optional.of(key)) : "";
    for (Span subject : spans.of(fact.subject(), evidence.sentence())) {
      for (Span object : spans.of(fact.object(), evidence.sentence())) {
        KnowledgeNetFact forward =
            new KnowledgeNetFact(
                relation.label(),
                points(article, subject),
                points(article, object),
                subjectUri,
                objectUri);
        if (!relation.inverse() || relation.symmetric()) {
          facts.add(forward);
        }
        if (relation.inverse() || relation.symmetric()) {
          facts.add(
              new KnowledgeNetFact(
                  relation.label(), forward.object(), forward.subject(), objectUri, subjectUri));
        }
      }
    }
  }

  private String uri(Optional<EntityKey> entity) {
    return entity.flatMap(names::uri).orElse("");
  }

  private static Span points(Article article, Span units) {
    return new Span(article.codePoints(units.begin()), article.codePoints(units.end()));
  }

  @Override
  public Optional<String> predictions(List<ReadArticle> readings) {
    List<List<List<KnowledgeNetFact>>> predicted = predict(readings);
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    StringBuilder lines = new StringBuilder();
    for (int d = 0; d < documents.size(); d++) {
      JsonObject json = documents.get(d).json().deepCopy();
      String text = documents.get(d).article().text();
      String id = json.get("documentId").getAsString();
      for (var element : json.getAsJsonArray("passages")) {
        JsonObject passage = element.getAsJsonObject();
        Span span =
            units(
                text,
                new Span(
                    passage.get("passageStart").getAsInt(), passage.get("passageEnd").getAsInt()));
        JsonArray facts = new JsonArray();
        List<Passage> passages = documents.get(d).passages();
        for (int p = 0; p < passages.size(); p++) {
          if (passages.get(p).span().equals(span)) {
            predicted.get(d).get(p).forEach(fact -> facts.add(json(fact, id, text)));
          }
        }
        passage.add("facts", facts);
      }
      lines.append(gson.toJson(json)).append('\n');
    }
    return Optional.of(lines.toString());
  }

  private static JsonObject json(KnowledgeNetFact fact, String document, String text) {
    String subject = units(text, fact.subject()).of(text);
    String object = units(text, fact.object()).of(text);
    JsonObject json = new JsonObject();
    json.addProperty(
        "factId",
        "%s:%d:%d:%d:%d:%s"
            .formatted(
                document,
                fact.subject().begin(),
                fact.subject().end(),
                fact.object().begin(),
                fact.object().end(),
                fact.property()));
    json.addProperty("propertyId", fact.property());
    json.addProperty("humanReadable", "<%s> <%s> <%s>".formatted(subject, fact.property(), object));
    json.addProperty("subjectStart", fact.subject().begin());
    json.addProperty("subjectEnd", fact.subject().end());
    json.addProperty("subjectText", subject);
    json.addProperty("subjectUri", fact.subjectUri());
    json.addProperty("objectStart", fact.object().begin());
    json.addProperty("objectEnd", fact.object().end());
    json.addProperty("objectText", object);
    json.addProperty("objectUri", fact.objectUri());
    return json;
  }
}
