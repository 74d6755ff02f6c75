package org.newsgraph.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Takes the evidence out of what is said of a subject. */
final class SubjectFilter {

  private static final String NG = "https://w3id.org/newsgraph/ontology#";
  private static final String NIF =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
  private static final String PROV = "http://www.w3.org/ns/prov#";

  /** What has one of these is itself evidence: a reifier or a span of text. */
  private static final Set<Node> OF_EVIDENCE = Set.of(RDF.Nodes.reifies, iri(NIF + "anchorOf"));

  /** What leads from a fact or an event to its evidence. */
  private static final Set<Node> TO_EVIDENCE =
      Set.of(iri(PROV + "wasDerivedFrom"), iri(NG + "confidence"), iri(NG + "extractor"));

  private SubjectFilter() {}

  /**
   * What is left of a subject.
   *
   * @param triples all triples of one subject
   */
  static List<Triple> withoutEvidence(List<Triple> triples) {
    Set<Node> predicates =
        triples.stream().map(Triple::getPredicate).collect(Collectors.toUnmodifiableSet());
    if (OF_EVIDENCE.stream().anyMatch(predicates::contains)) {
      return List.of();
    }
    return triples.stream().filter(t -> !TO_EVIDENCE.contains(t.getPredicate())).toList();
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
