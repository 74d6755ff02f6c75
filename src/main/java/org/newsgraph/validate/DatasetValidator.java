package org.newsgraph.validate;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.ontology.Vocabulary;

/**
 * Checks the graphs of a dataset one by one, the default graph among them and the ontology's left
 * out. An article's graph holds all that the shapes ask of it.
 *
 * @param shapes checks one graph
 */
public record DatasetValidator(ShapeValidator shapes) {

  /**
   * Everything that is wrong, graph by graph.
   *
   * @param dataset within a read transaction
   */
  public List<Violation> validate(DatasetGraph dataset) {
    Stream<Graph> named =
        Iter.asStream(dataset.listGraphNodes())
            .filter(name -> !name.hasURI(Vocabulary.ONTOLOGY))
            .map(dataset::getGraph);
    return Stream.concat(Stream.of(dataset.getDefaultGraph()), named)
        .flatMap(graph -> shapes.validate(graph).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
