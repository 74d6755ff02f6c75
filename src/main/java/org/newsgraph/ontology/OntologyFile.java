package org.newsgraph.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;

/** The Turtle files of {@code ontology/} that travel inside the jar. */
public final class OntologyFile {

  /** Classes and properties. */
  public static final String ONTOLOGY = "/ontology/newsgraph.ttl";

  /** SHACL shapes. */
  public static final String SHAPES = "/ontology/shapes.ttl";

  private OntologyFile() {}

  /**
   * Reads one of the files.
   *
   * @param resource {@link #ONTOLOGY} or {@link #SHAPES}
   * @return a new graph; its blank nodes have the same labels at every reading, so that storing it
   *     twice changes nothing
   * @throws IllegalArgumentException if there is no such file
   * @throws org.apache.jena.riot.RiotException if it is no Turtle
   */
  public static Graph read(String resource) {
    try (InputStream in = OntologyFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("the jar has no file " + resource);
      }
      Graph graph = GraphMemFactory.createDefaultGraph();
      RDFParser.source(in)
          .lang(Lang.TURTLE)
          .base(Vocabulary.ONTOLOGY)
          .labelToNode(LabelToNode.createIncremental())
          .parse(graph);
      return graph;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " from the jar", e);
    }
  }
}
