package org.newsgraph.query;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.fact.Term;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.ontology.Vocabulary;

/**
 * How much of what a dataset holds. Compact names are the keys.
 *
 * @param quads all, the ontology's included
 * @param articles those with a graph of their own
 * @param entities by most specific class; one of two classes counts in both
 * @param facts different subjects, properties and objects, asserted or not, by property
 * @param events by most specific class
 * @param modalities pieces of evidence for facts, and events, by modality
 */
public record Statistics(
    long quads,
    long articles,
    SortedMap<String, Long> entities,
    SortedMap<String, Long> facts,
    SortedMap<String, Long> events,
    SortedMap<String, Long> modalities) {

  /**
   * Counts.
   *
   * @param dataset within a read transaction
   */
  public static Statistics of(DatasetGraph dataset) {
    Graph graph = dataset.getUnionGraph();
    GraphReader reader = new GraphReader(graph);
    Stream<Node> named =
        instances(graph, Vocabulary.ENTITY)
            .filter(node -> graph.contains(node, RDFS.Nodes.label, Node.ANY));
    return new Statistics(
        dataset.stream().filter(quad -> !EntityIdentity.isIndex(quad.asTriple())).count(),
        articles(dataset),
        count(named.flatMap(node -> reader.mostSpecificTypes(node).stream())),
        count(
            graph.stream(Node.ANY, Vocabulary.REIFIES, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .map(fact -> reader.compact(fact.getTriple().getPredicate()))),
        count(
            instances(graph, Vocabulary.EVENT)
                .flatMap(node -> reader.mostSpecificTypes(node).stream())),
        count(
            graph.stream(Node.ANY, Vocabulary.MODALITY, Node.ANY)
                .distinct()
                .flatMap(t -> Vocabulary.term(t.getObject()).stream())
                .map(Term::name)));
  }

  private static long articles(DatasetGraph dataset) {
    return dataset.stream(Node.ANY, Node.ANY, RDF.Nodes.type, Vocabulary.NEWS_ARTICLE)
        .filter(quad -> quad.getGraph().equals(quad.getSubject()))
        .count();
  }

  private static Stream<Node> instances(Graph graph, Node type) {
    return graph.stream(Node.ANY, RDF.Nodes.type, type).map(Triple::getSubject).distinct();
  }

  private static SortedMap<String, Long> count(Stream<String> names) {
    SortedMap<String, Long> counts = new TreeMap<>();
    names.forEach(name -> counts.merge(name, 1L, Long::sum));
    return counts;
  }

  /** All in a map, as for a total. */
  public static long total(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
