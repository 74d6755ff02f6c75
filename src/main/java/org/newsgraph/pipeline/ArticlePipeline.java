package org.newsgraph.pipeline;

import java.math.BigDecimal;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.newsgraph.article.Article;
import org.newsgraph.extract.Extractor;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.identity.Descriptions;
import org.newsgraph.rdf.ArticleGraphWriter;
import org.newsgraph.rdf.IriMinter;
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
  private final IriMinter minter;
  private final ShapeValidator validator;
  private final Descriptions descriptions = new Descriptions();

  /**
   * @param extractor finds what the article says
   * @param writer turns it into RDF
   * @param minter the one that names what {@code writer} writes
   * @param validator takes out what does not conform
   */
  public ArticlePipeline(
      Extractor extractor, ArticleGraphWriter writer, IriMinter minter, ShapeValidator validator) {
    this.extractor = extractor;
    this.writer = writer;
    this.minter = minter;
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
    Graph written = writer.write(found);
    descriptions.add(found, minter::entity, written);
    Validated validated = validator.removeViolations(written);
    return new Prepared(
        new NamedGraph(article.iri(), validated.graph()),
        found.entities().size(),
        found.facts().size(),
        found.events().size(),
        validated.violations());
  }
}
