package org.newsgraph.export;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * A total order of terms that depends on nothing but the terms: IRIs, blank nodes, literals, triple
 * terms, each by their text in UTF-16 code units.
 */
public final class NodeOrder {

  /** Of terms. */
  public static final Comparator<Node> TERMS = NodeOrder::compare;

  /** Of triples: by subject, by predicate with {@code rdf:type} first, by object. */
  public static final Comparator<Triple> TRIPLES =
      Comparator.comparing(Triple::getSubject, TERMS)
          .thenComparing(t -> !t.getPredicate().equals(RDF.Nodes.type))
          .thenComparing(Triple::getPredicate, TERMS)
          .thenComparing(Triple::getObject, TERMS);

  private NodeOrder() {}

  private static int compare(Node a, Node b) {
    int byKind = Integer.compare(kind(a), kind(b));
    if (byKind != 0) {
      return byKind;
    }
    if (a.isURI()) {
      return a.getURI().compareTo(b.getURI());
    }
    if (a.isLiteral()) {
      return Comparator.comparing(Node::getLiteralLexicalForm)
          .thenComparing(Node::getLiteralDatatypeURI)
          .thenComparing(Node::getLiteralLanguage)
          .compare(a, b);
    }
    return a.isTripleTerm()
        ? TRIPLES.compare(a.getTriple(), b.getTriple())
        : a.toString().compareTo(b.toString());
  }

  private static int kind(Node node) {
    if (node.isURI()) {
      return 0;
    }
    if (node.isBlank()) {
      return 1;
    }
    return node.isLiteral() ? 2 : 3;
  }
}
