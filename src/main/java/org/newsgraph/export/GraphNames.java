package org.newsgraph.export;

import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** The names of a dataset's graphs. */
public final class GraphNames {

  private GraphNames() {}

  /**
   * All names, sorted.
   *
   * @param dataset within a read transaction
   */
  public static List<String> of(DatasetGraph dataset) {
    return Iter.asStream(dataset.listGraphNodes())
        .filter(Node::isURI)
        .map(Node::getURI)
        .sorted()
        .toList();
  }
}
