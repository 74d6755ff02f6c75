package org.newsgraph.ontology;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.newsgraph.fact.Schema;

/**
 * The classes and properties that a build may write: the program's, perhaps with some of the user's
 * own.
 *
 * @param graph as it is stored beside the articles
 * @param names the compact names of its terms
 * @param schema what it says of classes and properties
 */
public record Ontology(Graph graph, TermNames names, Schema schema) {

  /** The program's own. */
  public static Ontology builtIn() {
    Graph graph = OntologyFile.read(OntologyFile.ONTOLOGY);
    return new Ontology(graph, Vocabulary.names(), SchemaReader.read(graph));
  }

  /**
   * This one with terms added; {@link OntologyCheck} tells whether they are right.
   *
   * @param own classes and properties; left as it is
   * @param prefixes that the file of {@code own} declares; the known ones keep their meaning
   */
  public Ontology with(Graph own, SortedMap<String, String> prefixes) {
    own.stream()
        .forEach(
            t ->
                graph.add(
                    Triple.create(apart(t.getSubject()), t.getPredicate(), apart(t.getObject()))));
    SortedMap<String, String> all = new TreeMap<>();
    prefixes.forEach(
        (prefix, namespace) -> {
          if (prefix.matches("[a-z][a-z0-9]*")) {
            all.put(prefix, namespace);
          }
        });
    all.putAll(names.prefixes());
    TermNames joined = new TermNames(all);
    return new Ontology(graph, joined, SchemaReader.read(graph, joined));
  }

  /** The blank nodes of two files may bear the same labels and are not the same. */
  private static Node apart(Node node) {
    return node.isBlank() ? NodeFactory.createBlankNode("own-" + node.getBlankNodeLabel()) : node;
  }
}
