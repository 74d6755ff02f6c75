package org.newsgraph.extract;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.newsgraph.article.Article;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.ontology.SchemaReader;

/** The program's extractor for the tests of a class, closed after the last of them. */
public final class LoadedExtractor implements Extractor, AfterAllCallback {

  private final StagedExtractor loaded = new StagedExtractor(SchemaReader.read());

  @Override
  public ArticleGraph extract(Article article) {
    return loaded.extract(article);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    loaded.close();
  }
}
