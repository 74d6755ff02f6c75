package org.newsgraph.pipeline;

import java.math.BigDecimal;
import java.util.List;
import org.newsgraph.article.Article;
import org.newsgraph.extract.Extractor;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.rdf.ArticleGraphWriter;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.validate.Severity;
import org.newsgraph.validate.ShapeValidator;
import org.newsgraph.validate.Validated;
import org.newsgraph.validate.Violation;

/**
 * From an article to the graph that is stored of it. Serves several threads at once if the
 * extractor does.
 */
public final class ArticlePipeline {

  private final Extractor extractor;
  private final ArticleGraphWriter writer;
  private final ShapeValidator validator;

  /**
   * @param extractor finds what the article says
   * @param writer turns it into RDF
   * @param validator takes out what does not conform
   */
  public ArticlePipeline(Extractor extractor, ArticleGraphWriter writer, ShapeValidator validator) {
    this.extractor = extractor;
    this.writer = writer;
    this.validator = validator;
  }

  /**
   * A graph ready to be stored, and what is in it.
   *
   * @param graph under the article's IRI
   * @param violations what was wrong with it, whether left out or only worth a remark
   */
  record Prepared(
      NamedGraph graph, int entities, int facts, int events, List<Violation> violations) {

    int leftOut() {
      return (int) violations.stream().filter(v -> v.severity() == Severity.VIOLATION).count();
    }
  }

  Prepared prepare(Article article, BigDecimal minConfidence) {
    ArticleGraph found = new ConfidenceFilter(minConfidence).apply(extractor.extract(article));
    Validated validated = validator.removeViolations(writer.write(found));
    return new Prepared(
        new NamedGraph(article.iri(), validated.graph()),
        found.entities().size(),
        found.facts().size(),
        found.events().size(),
        validated.violations());
  }
}
