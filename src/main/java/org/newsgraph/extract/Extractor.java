package org.newsgraph.extract;

import org.newsgraph.article.Article;
import org.newsgraph.fact.ArticleGraph;

/**
 * Reads an article and says what it says: the whole way from text to entities, facts and events.
 */
public interface Extractor {

  /**
   * Extracts everything that the article states.
   *
   * @return the same graph for the same article, whenever and wherever it runs
   */
  ArticleGraph extract(Article article);
}
