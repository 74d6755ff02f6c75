package org.newsgraph.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

/**
 * An article of which every mention and every fact is marked.
 *
 * @param id unique in its set
 * @param mentions in the order of the text, not overlapping
 * @param statements in the order of the text
 */
record GoldArticle(
    String id, Article article, List<GoldMention> mentions, List<Statement> statements) {

  /**
   * A fact that a sentence states.
   *
   * @param subject what the mentions of it refer to
   * @param object what the mentions of it refer to
   * @param modality how it is stated; empty for what was so and is no more, which is no fact of the
   *     graph
   * @param sentence where it is stated
   */
  record Statement(
      String subject, Term property, String object, Optional<Modality> modality, Span sentence) {}

  /** Copies the lists. */
  GoldArticle {
    mentions = List.copyOf(mentions);
    statements = List.copyOf(statements);
  }

  /** The mentions of things, values left out. */
  List<GoldMention> things() {
    return mentions.stream().filter(m -> m.kind() != Kind.VALUE).toList();
  }

  /** The words of each value. */
  Map<String, Set<String>> values() {
    return mentions.stream()
        .filter(m -> m.kind() == Kind.VALUE)
        .collect(
            Collectors.groupingBy(
                GoldMention::entity,
                TreeMap::new,
                Collectors.mapping(m -> m.span().of(article.text()), Collectors.toSet())));
  }
}
