package org.newsgraph.query;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.ontology.Vocabulary;

/**
 * What a dataset knows from some graphs alone, and would know no more without them.
 *
 * @param quads of those graphs, all of them
 * @param entities that no other graph names
 * @param facts, asserted or not, for which no other graph has evidence
 * @param events
 */
public record SoleSupport(long quads, long entities, long facts, long events) {

  /**
   * Counts.
   *
   * @param dataset within a read transaction
   * @param names of the graphs
   */
  public static SoleSupport of(DatasetGraph dataset, Collection<String> names) {
    Set<Node> graphs =
        names.stream().map(NodeFactory::createURI).collect(Collectors.toUnmodifiableSet());
    return new SoleSupport(
        quads(dataset, graphs, Node.ANY, Node.ANY).count(),
        alone(
            dataset,
            graphs,
            quads(dataset, graphs, RDF.Nodes.type, Vocabulary.ENTITY)
                .map(Quad::getSubject)
                .filter(entity -> dataset.contains(Node.ANY, entity, Vocabulary.LABEL, Node.ANY))
                .map(entity -> Quad.create(Node.ANY, entity, RDF.Nodes.type, Vocabulary.ENTITY))),
        alone(
            dataset,
            graphs,
            quads(dataset, graphs, Vocabulary.REIFIES, Node.ANY)
                .map(q -> Quad.create(Node.ANY, Node.ANY, Vocabulary.REIFIES, q.getObject()))),
        alone(
            dataset,
            graphs,
            quads(dataset, graphs, RDF.Nodes.type, Vocabulary.EVENT)
                .map(
                    q -> Quad.create(Node.ANY, q.getSubject(), RDF.Nodes.type, Vocabulary.EVENT))));
  }

  private static Stream<Quad> quads(
      DatasetGraph dataset, Set<Node> graphs, Node predicate, Node object) {
    return graphs.stream().flatMap(g -> dataset.stream(g, Node.ANY, predicate, object));
  }

  private static long alone(DatasetGraph dataset, Set<Node> graphs, Stream<Quad> patterns) {
    return patterns
        .distinct()
        .filter(
            p ->
                dataset.stream(Node.ANY, p.getSubject(), p.getPredicate(), p.getObject())
                    .allMatch(quad -> graphs.contains(quad.getGraph())))
        .count();
  }
}
