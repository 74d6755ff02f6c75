package org.newsgraph.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.export.NodeOrder;
import org.newsgraph.fact.Term;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.ontology.OntologyFile;
import org.newsgraph.ontology.SchemaReader;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.query.GraphReader;
import org.newsgraph.rdf.Entailment;

/** What a dataset or an export says, apart from the sentences that say it. Held in memory. */
public final class GraphContent {

  /** What is said of an entity apart from facts. */
  record EntityNames(String label, SortedSet<String> aliases, SortedSet<String> types) {}

  /**
   * A fact or event.
   *
   * @param isEvent which of the two
   * @param about the subject's name; for an event that of its first entity
   * @param text the rest, in words
   * @param certainties how it is known
   */
  record Said(boolean isEvent, String about, String text, SortedSet<Certainty> certainties) {}

  private static final Set<Node> OF_EVIDENCE =
      Set.of(
          RDF.Nodes.type,
          Vocabulary.WAS_DERIVED_FROM,
          Vocabulary.CONFIDENCE,
          Vocabulary.EXTRACTOR,
          Vocabulary.MODALITY,
          Vocabulary.ATTRIBUTED_TO);

  private static final Set<Node> OF_ENTITIES =
      Set.of(RDF.Nodes.type, Vocabulary.LABEL, Vocabulary.ALT_LABEL);

  /** How deep a blank node is looked into; deeper ones count as alike. */
  private static final int DEPTH = 3;

  private final Graph graph;
  private final GraphReader reader;
  private final Entailment entailment = new Entailment(SchemaReader.read());

  private GraphContent(Graph graph) {
    this.graph = graph;
    this.reader = new GraphReader(graph);
  }

  /**
   * Takes a dataset in, its default graph and all named ones but the ontology.
   *
   * @param dataset within a read transaction; not used afterwards
   */
  public static GraphContent of(DatasetGraph dataset) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    dataset.stream()
        .filter(quad -> !quad.getGraph().hasURI(Vocabulary.ONTOLOGY))
        .filter(quad -> !EntityIdentity.isOwnGraph(quad.getGraph().toString()))
        .map(Quad::asTriple)
        .filter(triple -> !EntityIdentity.isIndex(triple))
        .forEach(graph::add);
    reified(graph).forEach(graph::add);
    // Says which class is under which, whatever version of it the dataset has.
    OntologyFile.read(OntologyFile.ONTOLOGY).stream()
        .filter(t -> !t.getSubject().isBlank() && !t.getObject().isBlank())
        .forEach(graph::add);
    return new GraphContent(graph);
  }

  /** JSON-LD and RDF/XML write a triple term as an rdf:Statement. */
  private static List<Triple> reified(Graph graph) {
    return graph.stream(Node.ANY, RDF.Nodes.type, RDF.Nodes.Statement)
        .map(Triple::getSubject)
        .flatMap(
            node ->
                Stream.of(RDF.Nodes.subject, RDF.Nodes.predicate, RDF.Nodes.object)
                        .allMatch(part -> graph.contains(node, part, Node.ANY))
                    ? Stream.of(
                        Triple.create(
                            node,
                            Vocabulary.REIFIES,
                            NodeFactory.createTripleTerm(
                                only(graph, node, RDF.Nodes.subject),
                                only(graph, node, RDF.Nodes.predicate),
                                only(graph, node, RDF.Nodes.object))))
                    : Stream.empty())
        .toList();
  }

  private static Node only(Graph graph, Node node, Node part) {
    return graph.find(node, part, Node.ANY).next().getObject();
  }

  /** Titles of articles, by IRI. */
  SortedMap<String, String> articles() {
    SortedMap<String, String> found = new TreeMap<>();
    graph.stream(Node.ANY, RDF.Nodes.type, Vocabulary.NEWS_ARTICLE)
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .forEach(
            article -> {
              String headline = reader.text(article, Vocabulary.HEADLINE);
              String published = reader.text(article, Vocabulary.DATE_PUBLISHED);
              found.put(
                  article.getURI(),
                  Stream.of(headline.isEmpty() ? article.getURI() : headline, published)
                      .filter(part -> !part.isEmpty())
                      .collect(Collectors.joining(", ")));
            });
    return found;
  }

  /** Entities, by IRI. */
  SortedMap<String, EntityNames> entities() {
    SortedMap<String, EntityNames> found = new TreeMap<>();
    graph.stream(Node.ANY, RDF.Nodes.type, Vocabulary.ENTITY)
        .map(Triple::getSubject)
        .filter(this::isEntity)
        .forEach(
            entity ->
                found.put(
                    entity.getURI(),
                    new EntityNames(
                        reader.text(entity, Vocabulary.LABEL),
                        reader.objects(entity, Vocabulary.ALT_LABEL).stream()
                            .map(reader::words)
                            .collect(Collectors.toCollection(TreeSet::new)),
                        new TreeSet<>(reader.mostSpecificTypes(entity)))));
    return found;
  }

  /**
   * What is said, by a key that is the same in two graphs for the same.
   *
   * @param renamed gives the IRI of an entity in the other graph
   */
  SortedMap<String, Said> said(UnaryOperator<String> renamed) {
    SortedMap<String, Said> found = new TreeMap<>();
    Map<Triple, SortedSet<Certainty>> facts = facts();
    facts.forEach(
        (fact, certainties) ->
            put(
                found,
                "fact %s %s %s"
                    .formatted(
                        key(fact.getSubject(), renamed, 0),
                        fact.getPredicate(),
                        key(fact.getObject(), renamed, 0)),
                new Said(
                    false,
                    words(fact.getSubject()),
                    reader.compact(fact.getPredicate()) + "  " + words(fact.getObject()),
                    certainties)));
    graph.stream(Node.ANY, RDF.Nodes.type, Vocabulary.EVENT)
        .map(Triple::getSubject)
        .distinct()
        .forEach(event -> addEvent(found, event, renamed));
    return found;
  }

  private static void put(SortedMap<String, Said> found, String key, Said said) {
    Said before = found.putIfAbsent(key, said);
    if (before != null) {
      before.certainties().addAll(said.certainties());
    }
  }

  /** Reified facts with their evidence, and triples that neither they nor another triple imply. */
  private Map<Triple, SortedSet<Certainty>> facts() {
    Map<Triple, SortedSet<Certainty>> facts = new HashMap<>();
    Set<Triple> implied = new HashSet<>();
    graph.stream(Node.ANY, Vocabulary.REIFIES, Node.ANY)
        .filter(t -> t.getObject().isTripleTerm())
        .forEach(
            t -> {
              Triple fact = t.getObject().getTriple();
              facts
                  .computeIfAbsent(oneWay(fact), f -> new TreeSet<>())
                  .add(certainty(t.getSubject()));
            });
    facts.keySet().forEach(fact -> addImplied(implied, fact));
    List<Triple> plain =
        graph.stream()
            .filter(t -> !facts.containsKey(t) && isFact(t))
            .sorted(NodeOrder.TRIPLES)
            .toList();
    List<Triple> stated = new ArrayList<>();
    for (Triple triple : plain) {
      if (!implied.contains(triple)) {
        stated.add(triple);
        addImplied(implied, triple);
      }
    }
    stated.stream()
        .filter(t -> !implied.contains(t))
        .forEach(t -> facts.put(oneWay(t), new TreeSet<>(Set.of(Certainty.STATED))));
    return facts;
  }

  /** What holds both ways is always taken the same way. */
  private Triple oneWay(Triple fact) {
    Triple inverse =
        fact.getObject().isURI()
            ? Triple.create(fact.getObject(), fact.getPredicate(), fact.getSubject())
            : fact;
    return entailment.closure(fact).contains(inverse)
            && NodeOrder.TRIPLES.compare(inverse, fact) < 0
        ? inverse
        : fact;
  }

  private void addImplied(Set<Triple> implied, Triple fact) {
    entailment.closure(fact).stream().filter(t -> !t.equals(fact)).forEach(implied::add);
  }

  /** Whatever is not evidence, an amount, an event, an article's frame or the ontology's. */
  private boolean isFact(Triple triple) {
    Node subject = triple.getSubject();
    if (isEntity(subject)) {
      return !OF_ENTITIES.contains(triple.getPredicate());
    }
    return !isOntology(subject)
        && !isPart(subject)
        && Stream.of(
                Vocabulary.ANCHOR_OF, Vocabulary.REIFIES, Vocabulary.CURRENCY, Vocabulary.MODALITY)
            .noneMatch(property -> graph.contains(subject, property, Node.ANY))
        && !graph.contains(subject, RDF.Nodes.type, Vocabulary.EVENT)
        && !(graph.contains(subject, RDF.Nodes.type, Vocabulary.NEWS_ARTICLE)
            && triple.getPredicate().equals(RDF.Nodes.type));
  }

  /** A blank node that another node leads to is compared as part of that. */
  private boolean isPart(Node node) {
    return node.isBlank() && graph.contains(Node.ANY, Node.ANY, node);
  }

  private boolean isOntology(Node node) {
    return graph.contains(node, RDFS.Nodes.isDefinedBy, Node.ANY)
        || node.hasURI(Vocabulary.ONTOLOGY);
  }

  private boolean isEntity(Node node) {
    return node.isURI()
        && graph.contains(node, RDF.Nodes.type, Vocabulary.ENTITY)
        && graph.contains(node, Vocabulary.LABEL, Node.ANY);
  }

  private void addEvent(SortedMap<String, Said> found, Node event, UnaryOperator<String> renamed) {
    List<Triple> all =
        graph.stream(event, Node.ANY, Node.ANY)
            .filter(t -> !OF_EVIDENCE.contains(t.getPredicate()))
            .sorted(NodeOrder.TRIPLES)
            .toList();
    List<Triple> roles =
        all.stream()
            .filter(
                t -> all.stream().noneMatch(o -> !o.equals(t) && entailment.closure(o).contains(t)))
            .toList();
    String type = String.join(", ", reader.mostSpecificTypes(event));
    String key =
        roles.stream()
            .map(t -> t.getPredicate() + " " + key(t.getObject(), renamed, 0))
            .sorted()
            .collect(Collectors.joining("; ", "event " + type + ": ", ""));
    String about =
        roles.stream()
            .map(Triple::getObject)
            .filter(this::isEntity)
            .map(reader::words)
            .findFirst()
            .orElse(type);
    String text =
        roles.stream()
            .map(t -> reader.compact(t.getPredicate()) + " " + words(t.getObject()))
            .collect(Collectors.joining("; ", type + ": ", ""));
    put(found, key, new Said(true, about, text, new TreeSet<>(Set.of(certainty(event)))));
  }

  private Certainty certainty(Node node) {
    return new Certainty(
        reader
            .object(node, Vocabulary.MODALITY)
            .flatMap(Vocabulary::term)
            .map(Term::name)
            .orElse("Asserted"),
        reader.objects(node, Vocabulary.ATTRIBUTED_TO).stream().map(this::words).sorted().toList(),
        Optional.of(reader.text(node, Vocabulary.CONFIDENCE))
            .filter(c -> c.matches("[0-9.]+"))
            .map(BigDecimal::new));
  }

  private String words(Node node) {
    return node.isBlank() && !graph.contains(node, Vocabulary.CURRENCY, Node.ANY)
        ? key(node, UnaryOperator.identity(), 0)
        : reader.words(node);
  }

  /** The same for the same, whatever a blank node is called and a number looks like. */
  private String key(Node node, UnaryOperator<String> renamed, int depth) {
    if (node.isURI()) {
      return graph.contains(node, Vocabulary.CURRENCY, Node.ANY)
          ? reader.words(node)
          : "<" + renamed.apply(node.getURI()) + ">";
    }
    if (node.isLiteral()) {
      return '"'
          + reader.words(node)
          + "\"^^"
          + node.getLiteralDatatypeURI()
          + node.getLiteralLanguage();
    }
    if (node.isTripleTerm() || depth == DEPTH) {
      return "[]";
    }
    if (graph.contains(node, Vocabulary.CURRENCY, Node.ANY)) {
      return reader.words(node);
    }
    return graph.stream(node, Node.ANY, Node.ANY)
        .map(t -> reader.compact(t.getPredicate()) + " " + key(t.getObject(), renamed, depth + 1))
        .sorted()
        .collect(Collectors.joining("; ", "[", "]"));
  }
}
