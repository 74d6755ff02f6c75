package org.newsgraph.evaluate;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ReadArticle;

/**
 * Annotated articles, and how to score what was read of them.
 *
 * <p>To score an extractor, let it read each of {@link #articles()}, in their order, with the spans
 * {@link #marked} in it, and hand what it read to {@link #score}.
 */
public sealed interface GoldSet permits KnowledgeNetGold, NewsGold, GumGold, CoreGold, FireGold {

  /** The articles to read, in the order of the gold file. */
  List<Article> articles();

  /**
   * The spans of an article between which a relation is asked for; none where the extractor has to
   * find them itself.
   *
   * @param index of the article
   */
  default List<Span> marked(int index) {
    return List.of();
  }

  /**
   * Scores.
   *
   * @param readings what was read, as many and in the same order as {@link #articles()}
   */
  Report score(List<ReadArticle> readings);

  /**
   * The gold file as it would be with predictions in place of its annotations, for the set's own
   * evaluator.
   *
   * @param readings as for {@link #score}
   * @return empty where the format has no use for it
   */
  default Optional<String> predictions(List<ReadArticle> readings) {
    return Optional.empty();
  }

  /**
   * Each wrong and each missing fact with its sentence, as lines of tab-separated cells.
   *
   * @param readings as for {@link #score}
   * @return empty where the format has no such list
   */
  default Optional<String> mistakes(List<ReadArticle> readings) {
    return Optional.empty();
  }
}
