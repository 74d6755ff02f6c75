package org.newsgraph.evaluate;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.extract.Marking;
import org.newsgraph.extract.ReadArticle;

/**
 * Annotated articles, and how to score what was read of them.
 *
 * <p>To score an extractor, let it read each of {@link #articles()}, in their order, with {@link
 * #marking}, and hand what it read to {@link #score}.
 */
public sealed interface GoldSet permits KnowledgeNetGold, NewsGold, GumGold, CoreGold, FireGold {

  /** The articles to read, in the order of the gold file. */
  List<Article> articles();

  /**
   * Between which spans of an article relations are asked for.
   *
   * @param index of the article
   */
  default Marking marking(int index) {
    return new Marking.None();
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
