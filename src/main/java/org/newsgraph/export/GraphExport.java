package org.newsgraph.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes graphs in sorted order.
 *
 * <p>Turtle, TriG, N-Triples and N-Quads are written a subject at a time, so that memory holds the
 * subjects but not the triples; JSON-LD and RDF/XML hold the whole graph.
 *
 * @param format the syntax
 * @param provenance how much of the evidence is written
 * @param prefixes the namespaces that are shortened, by prefix
 */
public record GraphExport(
    ExportFormat format, Provenance provenance, Map<String, String> prefixes) {

  /** A graph as its subjects and what is said of each. */
  private record Source(Stream<Node> subjects, Function<Node, Stream<Triple>> triplesOf) {}

  /**
   * Writes named graphs of a dataset, their union where the syntax keeps none apart.
   *
   * @param dataset within a read transaction
   * @param names of the graphs; one that the dataset does not have adds nothing
   * @param out left open
   * @throws IOException if {@code out} cannot be written
   */
  public void write(DatasetGraph dataset, List<String> names, OutputStream out) throws IOException {
    List<Node> graphs = names.stream().map(NodeFactory::createURI).sorted(NodeOrder.TERMS).toList();
    packed(
        out,
        to -> {
          if (format.syntax().hasNamedGraphs()) {
            stream(to, sink -> graphs.forEach(name -> sendQuads(dataset, name, sink)));
          } else {
            writeTriples(union(dataset, graphs), to);
          }
        });
  }

  /**
   * Writes one graph.
   *
   * @param out left open
   * @throws IOException if {@code out} cannot be written
   */
  public void write(Graph graph, OutputStream out) throws IOException {
    Source source =
        new Source(
            subjects(graph.find()),
            subject -> Iter.asStream(graph.find(subject, Node.ANY, Node.ANY)));
    packed(out, to -> writeTriples(source, to));
  }

  private void writeTriples(Source source, OutputStream out) {
    Stream<Triple> triples = source.subjects().flatMap(s -> kept(source.triplesOf().apply(s)));
    if (format.syntax().hasTripleTerms()) {
      stream(out, sink -> triples.forEach(sink::triple));
    } else {
      Graph sorted = new SortedGraph(triples.flatMap(ClassicReification::of));
      prefixes.forEach(sorted.getPrefixMapping()::setNsPrefix);
      RDFWriter.create().format(format.syntax().jena()).source(sorted).output(out);
    }
  }

  private void sendQuads(DatasetGraph dataset, Node name, StreamRDF sink) {
    subjects(triples(dataset.find(name, Node.ANY, Node.ANY, Node.ANY)))
        .flatMap(s -> kept(Iter.asStream(triples(dataset.find(name, s, Node.ANY, Node.ANY)))))
        .forEach(t -> sink.quad(Quad.create(name, t)));
  }

  private static Source union(DatasetGraph dataset, List<Node> graphs) {
    Set<Node> wanted = Set.copyOf(graphs);
    return new Source(
        subjects(
            triples(
                Iter.flatMap(
                    graphs.iterator(), g -> dataset.find(g, Node.ANY, Node.ANY, Node.ANY)))),
        subject ->
            Iter.asStream(dataset.find(Node.ANY, subject, Node.ANY, Node.ANY))
                .filter(quad -> wanted.contains(quad.getGraph()))
                .map(Quad::asTriple)
                .distinct());
  }

  private Stream<Triple> kept(Stream<Triple> ofSubject) {
    List<Triple> sorted = ofSubject.sorted(NodeOrder.TRIPLES).toList();
    return switch (provenance) {
      case FULL -> sorted.stream();
      case NONE -> SubjectFilter.withoutEvidence(sorted).stream();
    };
  }

  private static Iterator<Triple> triples(Iterator<Quad> quads) {
    return Iter.map(quads, Quad::asTriple);
  }

  private static Stream<Node> subjects(Iterator<Triple> triples) {
    TreeSet<Node> subjects = new TreeSet<>(NodeOrder.TERMS);
    triples.forEachRemaining(t -> subjects.add(t.getSubject()));
    return subjects.stream();
  }

  private void stream(OutputStream out, Consumer<StreamRDF> send) {
    StreamRDF sink = StreamRDFWriter.getWriterStream(out, format.syntax().jena());
    sink.start();
    prefixes.forEach(sink::prefix);
    send.accept(sink);
    sink.finish();
  }

  private void packed(OutputStream out, Consumer<OutputStream> write) throws IOException {
    if (format.gzip()) {
      // Java writes no time into the header, so the same graph gives the same bytes.
      GZIPOutputStream gzip = new GZIPOutputStream(out);
      write.accept(gzip);
      gzip.finish();
    } else {
      write.accept(out);
    }
    out.flush();
  }
}
