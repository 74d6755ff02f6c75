package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.TaggedSpan;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.extract.ReadArticle.ReadMention;
import org.newsgraph.extract.ReadArticle.ReadRelation;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.reader.ArticleReading;
import org.newsgraph.reader.LabelledSpan;
import org.newsgraph.reader.ReadPair;
import org.newsgraph.reader.ReadSpan;
import org.newsgraph.resolve.Kinds;
import org.newsgraph.resolve.Resolution;

/** Lists the mentions of an article with what they refer to, and the relations between them. */
final class ReadMentions {

  private static final String FIRE = "fire:";

  private final AnnotatedArticle article;
  private final Resolution resolution;
  private final Kinds kinds;
  private final Map<EntityKey, Integer> clusters = new HashMap<>();

  ReadMentions(AnnotatedArticle article, Resolution resolution, Kinds kinds) {
    this.article = article;
    this.resolution = resolution;
    this.kinds = kinds;
    resolution.entities().keySet().forEach(key -> clusters.put(key, clusters.size()));
  }

  /**
   * The article as read, with what the trained reader read, which is nothing without one.
   *
   * @param financial spans whose class is told in FIRE's terms
   */
  ReadArticle with(ArticleReading reading, List<LabelledSpan> financial, ArticleGraph graph) {
    return new ReadArticle(
        article.article(),
        article.sentences().stream().map(ParsedSentence::sentence).toList(),
        reading.spans().isEmpty() ? byRule() : read(reading, financial),
        relations(reading),
        graph);
  }

  private List<ReadMention> read(ArticleReading reading, List<LabelledSpan> financial) {
    List<ReadMention> mentions = new ArrayList<>();
    for (int i = 0; i < reading.spans().size(); i++) {
      ReadSpan span = reading.spans().get(i);
      Optional<EntityKey> entity =
          span.kind() == TaggedSpan.Kind.VALUE
              ? exact(span)
              : resolution.entityAt(span.sentence(), span.begin(), span.end());
      List<ArticleReading.Link> links = reading.links().getOrDefault(i, List.of());
      int own = clusters.size() + i;
      int cluster =
          entity
              .map(key -> clusters.getOrDefault(key, own))
              .orElseGet(
                  () ->
                      links.isEmpty()
                          ? own
                          : mentions.get(links.getFirst().antecedent()).cluster());
      Optional<String> inFireTerms =
          financial.stream()
              .filter(
                  f ->
                      f.sentence() == span.sentence()
                          && f.begin() == span.begin()
                          && f.end() == span.end())
              .map(f -> FIRE + f.label())
              .findFirst();
      String label = reading.bestType(i);
      mentions.add(
          new ReadMention(
              article.sentences().get(span.sentence()).span(span.begin(), span.end()),
              span.sentence(),
              Kind.valueOf(span.kind().name()),
              inFireTerms.orElse(kinds.ofLocalName(label).map(Term::toString).orElse(label)),
              span.probability() > 0 ? span.probability() : 1,
              cluster,
              entity));
    }
    return mentions;
  }

  private Optional<EntityKey> exact(ReadSpan span) {
    return resolution.mentions(span.sentence()).stream()
        .filter(m -> m.begin() == span.begin() && m.end() == span.end())
        .map(resolution::referent)
        .findFirst();
  }

  private static List<ReadRelation> relations(ArticleReading reading) {
    List<ReadRelation> relations = new ArrayList<>();
    for (ReadPair pair : reading.pairs()) {
      for (ReadPair.Relation relation : pair.relations()) {
        if (relation.probability() >= ReadArticle.LEAST_PROBABILITY) {
          relations.add(
              new ReadRelation(
                  pair.subject(),
                  pair.object(),
                  relation.label(),
                  relation.probability(),
                  pair.bestModality().name().toLowerCase(Locale.ROOT),
                  pair.probability(pair.bestModality())));
        }
      }
    }
    return relations;
  }

  private List<ReadMention> byRule() {
    List<ReadMention> mentions = new ArrayList<>();
    resolution
        .referents()
        .forEach(
            (mention, key) ->
                mentions.add(
                    new ReadMention(
                        article
                            .sentences()
                            .get(mention.sentence())
                            .span(mention.begin(), mention.end()),
                        mention.sentence(),
                        kind(mention.form()),
                        resolution.entity(key).types().getFirst().toString(),
                        1,
                        clusters.getOrDefault(key, 0),
                        Optional.of(key))));
    int cluster = clusters.size();
    for (ParsedSentence sentence : article.sentences()) {
      for (ValueMention value : sentence.values()) {
        mentions.add(
            new ReadMention(
                value.span(),
                sentence.sentence().index(),
                Kind.VALUE,
                type(value.value()),
                1,
                cluster++,
                Optional.empty()));
      }
    }
    mentions.sort(Comparator.comparing(ReadMention::span));
    return mentions;
  }

  private static Kind kind(Mention.Form form) {
    return switch (form) {
      case NAME, DEMONYM -> Kind.NAME;
      case NOMINAL -> Kind.NOMINAL;
      case PRONOUN -> Kind.PRONOUN;
    };
  }

  private static String type(Value value) {
    return switch (value) {
      case Value.OfDate date -> "Date";
      case Value.OfMoney money -> "Money";
      case Value.OfNumber number -> "Percent";
      case Value.OfEntity entity -> "Other";
      case Value.OfText text -> "Other";
    };
  }
}
