package org.newsgraph.ontology;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.fact.Term;

/**
 * Compact names and the IRIs that they stand for.
 *
 * @param prefixes each with its namespace
 */
public record TermNames(SortedMap<String, String> prefixes) {

  /** Copies the map. */
  public TermNames {
    prefixes = Collections.unmodifiableSortedMap(new TreeMap<>(prefixes));
  }

  /**
   * The IRI of a compact name.
   *
   * @throws IllegalArgumentException if the prefix is unknown
   */
  public Node node(Term term) {
    String namespace = prefixes.get(term.prefix());
    if (namespace == null) {
      throw new IllegalArgumentException(
          "'" + term + "' has an unknown prefix; known are " + prefixes.keySet());
    }
    return NodeFactory.createURI(namespace + term.name());
  }

  /** The compact name of a node; empty if it is no IRI in one of the namespaces. */
  public Optional<Term> term(Node node) {
    if (!node.isURI()) {
      return Optional.empty();
    }
    String iri = node.getURI();
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      if (iri.startsWith(prefix.getValue())) {
        String name = iri.substring(prefix.getValue().length());
        if (name.matches("[A-Za-z][A-Za-z0-9_]*")) {
          return Optional.of(new Term(prefix.getKey(), name));
        }
      }
    }
    return Optional.empty();
  }
}
