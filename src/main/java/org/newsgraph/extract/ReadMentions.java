package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.extract.ReadArticle.ReadMention;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Value;
import org.newsgraph.resolve.Resolution;

/** Lists the mentions of an article that rules found. */
final class ReadMentions {

  private ReadMentions() {}

  static ReadArticle of(AnnotatedArticle article, Resolution resolution, ArticleGraph graph) {
    List<ReadMention> mentions = new ArrayList<>();
    Map<EntityKey, Integer> clusters = new LinkedHashMap<>();
    resolution.entities().keySet().forEach(key -> clusters.put(key, clusters.size()));
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
    return new ReadArticle(
        article.article(),
        article.sentences().stream().map(ParsedSentence::sentence).toList(),
        mentions,
        List.of(),
        graph);
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
