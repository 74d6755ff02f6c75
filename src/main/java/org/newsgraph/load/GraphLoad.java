package org.newsgraph.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.export.NodeOrder;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.ontology.OntologyFile;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.rdf.IriMinter;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Store;

/**
 * Takes files of RDF into named graphs of a dataset, in one transaction. The files are read twice,
 * so that they are known to be right before anything is written, and memory holds none of them.
 *
 * @param files one or more
 * @param graph the name of the graph that takes what stands in none or in one without an IRI; where
 *     there is none, each file has its own, named after it
 * @param ifDifferent what becomes of a graph that the dataset has already, but with other triples
 */
public record GraphLoad(List<RdfFile> files, Optional<String> graph, IfDifferent ifDifferent) {

  /** What to do with two different graphs of one name. */
  public enum IfDifferent {
    /** Load nothing. */
    REFUSE,
    /** Keep the new one. */
    REPLACE,
    /** Keep the triples of both. */
    ADD
  }

  /**
   * What was loaded.
   *
   * @param quads read from the files into graphs that were new or different
   * @param stored graphs that were new or different
   * @param unchanged graphs that the dataset held already, triple for triple
   */
  public record Loaded(long quads, int stored, int unchanged) {}

  /** What a graph in the files is to the one in the dataset. */
  private static final class Survey {
    private final boolean known;
    private final long size;
    private long quads;
    private boolean blank;
    private boolean different;

    Survey(DatasetGraph stored, Node name) {
      this.known = stored.containsGraph(name);
      this.size = known ? stored.getGraph(name).size() : 0;
    }

    void add(DatasetGraph stored, Quad quad) {
      quads++;
      blank |= quad.getSubject().isBlank() || quad.getObject().isBlank();
      different = different || (known && !blank && !stored.contains(quad));
    }

    boolean isSame() {
      return known && !different && !blank && quads == size;
    }

    /** A triple may stand in the files twice, and blank nodes have to be matched. */
    boolean isUndecided() {
      return known && !different && !isSame() && quads >= size;
    }
  }

  private static final IriMinter MINTER = new IriMinter(IriMinter.DEFAULT_BASE);

  /** Copies the list. */
  public GraphLoad {
    files = List.copyOf(files);
  }

  /**
   * Reads the files and loads nothing.
   *
   * @throws RdfFailure if a file is not right
   */
  public void check() {
    eachQuad(quad -> {});
  }

  /**
   * Loads the files, and the ontology where the dataset has none.
   *
   * @throws RdfFailure if a file is not right or a graph would have to be overwritten; nothing is
   *     then loaded
   * @throws org.newsgraph.store.StoreException if the dataset cannot be written; it is as it was
   */
  public Loaded into(Store store) {
    Map<Node, Survey> surveys = store.read(this::survey);
    Set<Node> same = store.read(stored -> same(stored, surveys));
    List<Node> conflicts =
        surveys.entrySet().stream()
            .filter(e -> e.getValue().known && !same.contains(e.getKey()))
            .map(Map.Entry::getKey)
            // Decisions of two datasets hold side by side.
            .filter(name -> !EntityIdentity.isOwnGraph(name.toString()))
            .toList();
    if (ifDifferent == IfDifferent.REFUSE && !conflicts.isEmpty()) {
      throw new RdfFailure.Conflict(conflicts.getFirst().toString(), conflicts.size() - 1);
    }
    long quads =
        surveys.entrySet().stream()
            .filter(e -> !same.contains(e.getKey()))
            .mapToLong(e -> e.getValue().quads)
            .sum();
    if (quads > 0) {
      store.update(stored -> write(stored, conflicts, same));
    }
    return new Loaded(quads, surveys.size() - same.size(), same.size());
  }

  private Map<Node, Survey> survey(DatasetGraph stored) {
    Map<Node, Survey> surveys = new TreeMap<>(NodeOrder.TERMS);
    eachQuad(
        quad ->
            surveys
                .computeIfAbsent(quad.getGraph(), name -> new Survey(stored, name))
                .add(stored, quad));
    return surveys;
  }

  private Set<Node> same(DatasetGraph stored, Map<Node, Survey> surveys) {
    Map<Node, Graph> staged = new TreeMap<>(NodeOrder.TERMS);
    surveys.forEach(
        (name, survey) -> {
          if (survey.isUndecided()) {
            staged.put(name, GraphMemFactory.createDefaultGraph());
          }
        });
    if (!staged.isEmpty()) {
      eachQuad(
          quad -> {
            Graph graph = staged.get(quad.getGraph());
            if (graph != null) {
              graph.add(quad.asTriple());
            }
          });
    }
    return surveys.entrySet().stream()
        .filter(
            e -> {
              Graph graph = staged.get(e.getKey());
              return graph == null
                  ? e.getValue().isSame()
                  : Store.holds(stored, new NamedGraph(e.getKey().toString(), graph));
            })
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void write(DatasetGraph stored, List<Node> conflicts, Set<Node> same) {
    if (ifDifferent == IfDifferent.REPLACE) {
      conflicts.forEach(stored::removeGraph);
    }
    eachQuad(
        quad -> {
          if (!same.contains(quad.getGraph())) {
            stored.add(quad);
          }
        });
    Node ontology = NodeFactory.createURI(Vocabulary.ONTOLOGY);
    if (!stored.containsGraph(ontology)) {
      OntologyFile.read(OntologyFile.ONTOLOGY).stream()
          .forEach(triple -> stored.add(Quad.create(ontology, triple)));
    }
  }

  private void eachQuad(Consumer<Quad> to) {
    for (RdfFile file : files) {
      Node home = graph.map(NodeFactory::createURI).orElseGet(() -> MINTER.graph(file.stem()));
      StreamRDF sink =
          new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
              to.accept(Quad.create(home, triple));
            }

            @Override
            public void quad(Quad quad) {
              // A graph without an IRI cannot be asked for, exported or retracted.
              boolean named = !quad.isDefaultGraph() && quad.getGraph().isURI();
              to.accept(named ? quad : Quad.create(home, quad.asTriple()));
            }
          };
      file.parse(home.getURI(), blankNodes(file, home), sink);
    }
  }

  /** Of two files two nodes, even where both write one label; of a file read twice the same. */
  private static LabelToNode blankNodes(RdfFile file, Node home) {
    String document = home + " " + file.name();
    return LabelToNode.createScopeByDocumentHash(
        UUID.nameUUIDFromBytes(document.getBytes(StandardCharsets.UTF_8)));
  }
}
