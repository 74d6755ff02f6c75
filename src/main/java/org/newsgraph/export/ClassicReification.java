package org.newsgraph.export;

import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Says in RDF 1.1 what a reifier says with a triple term: {@code rdf:Statement} and its parts. */
final class ClassicReification {

  private ClassicReification() {}

  /** The triple itself, or the four that stand for it where its object is a triple term. */
  static Stream<Triple> of(Triple triple) {
    if (!triple.getObject().isTripleTerm()) {
      return Stream.of(triple);
    }
    Node reifier = triple.getSubject();
    Triple term = triple.getObject().getTriple();
    return Stream.of(
        Triple.create(reifier, RDF.Nodes.type, RDF.Nodes.Statement),
        Triple.create(reifier, RDF.Nodes.subject, term.getSubject()),
        Triple.create(reifier, RDF.Nodes.predicate, term.getPredicate()),
        Triple.create(reifier, RDF.Nodes.object, term.getObject()));
  }
}
