package org.newsgraph.rdf;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.fact.Evidence;
import org.newsgraph.ontology.Vocabulary;

/** Writes how a fact or event is known, and the sentences that say so, each sentence once. */
final class EvidenceWriter {

  private final Article article;
  private final Node articleNode;
  private final FragmentIris iris;
  private final IriMinter minter;
  private final Graph graph;

  EvidenceWriter(
      Article article, Node articleNode, FragmentIris iris, IriMinter minter, Graph graph) {
    this.article = article;
    this.articleNode = articleNode;
    this.iris = iris;
    this.minter = minter;
    this.graph = graph;
  }

  /**
   * Writes evidence onto a reifier or event.
   *
   * @param node the reifier or event
   * @param evidence one or more, of one modality; the node gets the highest confidence
   */
  void write(Node node, List<Evidence> evidence) {
    for (Evidence one : evidence) {
      add(node, Vocabulary.WAS_DERIVED_FROM, sentence(one.sentence()));
      add(node, Vocabulary.EXTRACTOR, ValueWriter.text(one.extractor()));
      add(node, Vocabulary.MODALITY, Vocabulary.node(one.modality()));
      one.attributedTo()
          .ifPresent(speaker -> add(node, Vocabulary.ATTRIBUTED_TO, minter.entity(speaker)));
    }
    evidence.stream()
        .map(Evidence::confidence)
        .max(Comparator.<BigDecimal>naturalOrder())
        .ifPresent(highest -> add(node, Vocabulary.CONFIDENCE, ValueWriter.decimal(highest)));
  }

  private Node sentence(Span span) {
    int begin = article.codePoints(span.begin());
    int end = article.codePoints(span.end());
    Node node = iris.span(begin, end);
    add(node, RDF.Nodes.type, Vocabulary.SENTENCE);
    add(node, Vocabulary.BEGIN_INDEX, offset(begin));
    add(node, Vocabulary.END_INDEX, offset(end));
    add(node, Vocabulary.ANCHOR_OF, ValueWriter.text(span.of(article.text())));
    add(node, Vocabulary.REFERENCE_CONTEXT, articleNode);
    return node;
  }

  private static Node offset(int codePoints) {
    return NodeFactory.createLiteralDT(
        Integer.toString(codePoints), XSDDatatype.XSDnonNegativeInteger);
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(Triple.create(subject, property, object));
  }
}
