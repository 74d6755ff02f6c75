package org.newsgraph.store;

import org.apache.jena.graph.Graph;

/**
 * A graph and the name that it has, or is to have, in the dataset.
 *
 * @param name an absolute IRI: for an article's graph the article's own
 * @param graph its triples, held in memory
 */
public record NamedGraph(String name, Graph graph) {

  /**
   * @throws IllegalArgumentException if the name is blank
   */
  public NamedGraph {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a named graph has a name");
    }
  }
}
