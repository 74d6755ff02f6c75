package org.newsgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsgraph.export.GraphNames;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.pipeline.NotedArticles;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Store;
import org.newsgraph.store.StoreException;

/**
 * What a build without faults gives, to hold others against.
 *
 * @param graphs a digest of the triples of each named graph
 * @param export the whole dataset as {@code export} writes it
 */
record Reference(Map<String, Integer> graphs, byte[] export) {

  private static final String PROBE = "urn:newsgraph:probe";

  static Reference of(Program program, Path dataset, Path scratch)
      throws IOException, InterruptedException {
    byte[] export = export(program, dataset, scratch);
    try (Store store = Store.openExisting(dataset)) {
      return new Reference(Map.copyOf(digests(store)), export);
    }
  }

  /** The dataset as {@code export} writes it. */
  static byte[] export(Program program, Path dataset, Path scratch)
      throws IOException, InterruptedException {
    Path file = scratch.resolve("export.trig");
    Program.Ended ended = program.run("export", "--loc", dataset.toString(), "-o", file.toString());
    if (ended.status() != 0) {
      throw new IOException("export failed: " + ended.err());
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  /** The articles, without the ontology. */
  Set<String> articles() {
    return graphs.keySet().stream()
        .filter(name -> !name.equals(Vocabulary.ONTOLOGY))
        .collect(Collectors.toSet());
  }

  /**
   * Looks at a dataset whose build broke off.
   *
   * @return what is wrong with it, if anything: an article noted as stored that is not there, one
   *     that is there in part, one too many, or a dataset that cannot be written
   */
  Optional<String> fault(Path dataset) throws IOException {
    Set<String> noted = NotedArticles.of(dataset, articles());
    if (!Store.exists(dataset)) {
      return noted.isEmpty() ? Optional.empty() : Optional.of("the dataset is gone");
    }
    try (Store store = Store.openExisting(dataset)) {
      Map<String, Integer> found = digests(store);
      for (Map.Entry<String, Integer> graph : found.entrySet()) {
        if (!graph.getValue().equals(graphs.get(graph.getKey()))) {
          return Optional.of("not whole: " + graph.getKey());
        }
      }
      Set<String> lost = new HashSet<>(noted);
      lost.removeAll(found.keySet());
      if (!lost.isEmpty()) {
        return Optional.of(lost.size() + " articles lost, such as " + lost.iterator().next());
      }
      Graph probe = GraphFactory.createDefaultGraph();
      probe.add(
          Triple.create(
              NodeFactory.createURI(PROBE),
              NodeFactory.createURI(PROBE),
              NodeFactory.createLiteralString("written")));
      store.replace(List.of(new NamedGraph(PROBE, probe)));
      boolean written = digests(store).size() == found.size() + 1;
      store.remove(List.of(PROBE));
      return written ? Optional.empty() : Optional.of("cannot be written");
    } catch (StoreException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Integer> digests(Store store) {
    return store.read(
        dataset -> {
          Map<String, Integer> digests = new TreeMap<>();
          GraphNames.of(dataset).forEach(name -> digests.put(name, digest(dataset, name)));
          return digests;
        });
  }

  /** Triples that differ may give the same sum once in four thousand million times. */
  private static int digest(DatasetGraph dataset, String name) {
    int sum = 0;
    for (Triple triple : (Iterable<Triple>) dataset.getGraph(NodeFactory.createURI(name))::find) {
      sum += NodeFmtLib.str(triple).hashCode();
    }
    return sum;
  }
}
