package org.newsgraph.query;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.data.NearNames;
import org.newsgraph.export.NodeOrder;
import org.newsgraph.ontology.Vocabulary;

/** Finds entities by any of their names. */
final class NameIndex {

  private final SortedMap<String, SortedSet<Node>> byName = new TreeMap<>();

  /**
   * @param graph the union of the articles' graphs
   */
  NameIndex(Graph graph) {
    Stream.of(RDFS.Nodes.label, SKOS.altLabel.asNode())
        .flatMap(property -> graph.stream(Node.ANY, property, Node.ANY))
        .filter(t -> graph.contains(t.getSubject(), RDF.Nodes.type, Vocabulary.ENTITY))
        .forEach(
            t ->
                byName
                    .computeIfAbsent(
                        t.getObject().getLiteralLexicalForm(), n -> new TreeSet<>(NodeOrder.TERMS))
                    .add(t.getSubject()));
  }

  /**
   * The entities of a name: those whose name it is to the letter, or else those whose name it is
   * but for case and white space.
   *
   * @return one or more, in the order of their IRIs
   * @throws QueryFailure.UnknownEntity if nothing has that name
   */
  List<Node> find(String name) {
    SortedSet<Node> exact = byName.get(name);
    if (exact != null) {
      return List.copyOf(exact);
    }
    String wanted = folded(name);
    List<Node> found =
        byName.entrySet().stream()
            .filter(entry -> folded(entry.getKey()).equals(wanted))
            .flatMap(entry -> entry.getValue().stream())
            .sorted(NodeOrder.TERMS)
            .distinct()
            .toList();
    if (found.isEmpty()) {
      throw new QueryFailure.UnknownEntity(name, NearNames.of(name, byName.keySet()));
    }
    return found;
  }

  private static String folded(String name) {
    return name.strip().replaceAll("[\\s\\u00A0]+", " ").toLowerCase(Locale.ROOT);
  }
}
