package org.newsgraph.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.ontology.Vocabulary;

/**
 * What a dataset knows of each entity, once and not an article at a time, and the names to find it
 * by. So a look at an entity costs the same however many articles name it.
 *
 * <p>It is kept in the dataset's own default graph, which no query and no export sees, under
 * predicates of its own; it follows from the articles' graphs and can be made anew from them.
 */
final class EntityIndex {

  /** What the predicates of the index begin with. */
  static final String PREFIX = "urn:newsgraph:index:";

  private static final Node KEY = NodeFactory.createURI(PREFIX + "key");
  private static final int MOST_CANDIDATES = 64;
  private static final int MOST_FACTS = 64;
  private static final int MOST_ARTICLES = 5;
  private static final int MOST_NAMES = 60;

  private static final Set<Node> NAMES =
      Set.of(Vocabulary.LABEL, Vocabulary.ALT_LABEL, Vocabulary.FORMER_NAME);
  private static final Set<Node> LEFT_OUT =
      Set.of(
          SKOS.closeMatch.asNode(),
          OWL.sameAs.asNode(),
          Vocabulary.STANDS_FOR,
          Vocabulary.OWN_IRI,
          Vocabulary.LINKED_IRI);

  private final DatasetGraph dataset;
  private final Graph index;
  private final NameForms forms;
  private final List<String> tellingOfObjects;

  /** Labels asked for and not changed since, by entity: neighbours are asked for over and over. */
  private final Map<Node, Optional<Node>> labels = new HashMap<>();

  /**
   * @param dataset within a transaction, for writing if anything is to be added or removed
   * @param tellingOfObjects local names of the properties by whose subjects an entity is told from
   *     others; of the rest, such as all who studied at a university, there may be thousands
   */
  EntityIndex(DatasetGraph dataset, NameForms forms, List<String> tellingOfObjects) {
    this.dataset = dataset;
    this.index = dataset.getDefaultGraph();
    this.forms = forms;
    this.tellingOfObjects = List.copyOf(tellingOfObjects);
  }

  private static Node disguised(Node predicate) {
    return NodeFactory.createURI(PREFIX + predicate.getURI());
  }

  /** Whether there is an index at all. */
  boolean isThere() {
    return index.contains(Node.ANY, KEY, Node.ANY);
  }

  /** Takes in an article's graph. */
  void add(Graph article) {
    contributions(article)
        .forEach(
            t -> {
              index.add(t.getSubject(), disguised(t.getPredicate()), t.getObject());
              if (NAMES.contains(t.getPredicate())) {
                labels.remove(t.getSubject());
                keys(t).forEach(key -> index.add(t.getSubject(), KEY, key));
              }
            });
  }

  /**
   * Takes out what one graph alone has said.
   *
   * @param gone an article's graph that is no longer in the dataset
   */
  void remove(Graph gone) {
    Set<Node> renamed = new HashSet<>();
    contributions(gone)
        .filter(t -> !isSaid(t))
        .forEach(
            t -> {
              index.delete(t.getSubject(), disguised(t.getPredicate()), t.getObject());
              if (NAMES.contains(t.getPredicate())) {
                labels.remove(t.getSubject());
                renamed.add(t.getSubject());
              }
            });
    for (Node entity : renamed) {
      List<Triple> old = index.find(entity, KEY, Node.ANY).toList();
      Set<Node> kept = new HashSet<>();
      NAMES.forEach(
          property ->
              index
                  .find(entity, disguised(property), Node.ANY)
                  .forEachRemaining(t -> kept.addAll(keys(t))));
      old.stream().filter(t -> !kept.contains(t.getObject())).forEach(index::delete);
    }
  }

  private boolean isSaid(Triple triple) {
    return dataset.contains(
        Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  /** Makes it anew of all graphs. */
  void rebuild() {
    index
        .find()
        .filterKeep(t -> t.getPredicate().isURI() && t.getPredicate().getURI().startsWith(PREFIX))
        .toList()
        .forEach(index::delete);
    labels.clear();
    Iter.toList(dataset.listGraphNodes()).stream()
        .filter(name -> !name.hasURI(Vocabulary.ONTOLOGY))
        .forEach(name -> add(dataset.getGraph(name)));
  }

  private Set<Node> keys(Triple name) {
    String kind = EntityIri.kindOf(name.getSubject().getURI());
    Set<Node> keys = new HashSet<>();
    String text = name.getObject().getLiteralLexicalForm();
    if (!NameForms.fold(text).isEmpty()) {
      forms.keys(kind, text).forEach(k -> keys.add(NodeFactory.createLiteralString(k)));
    }
    return keys;
  }

  private static Stream<Triple> contributions(Graph article) {
    return entities(article).stream()
        .flatMap(entity -> article.stream(entity, Node.ANY, Node.ANY))
        .filter(t -> !LEFT_OUT.contains(t.getPredicate()))
        .filter(t -> t.getObject().isURI() || t.getObject().isLiteral());
  }

  /** The entities of an article's graph, by IRI. */
  static SortedSet<Node> entities(Graph article) {
    SortedSet<Node> found = new TreeSet<>((one, other) -> one.getURI().compareTo(other.getURI()));
    article.stream(Node.ANY, RDF.Nodes.type, Vocabulary.ENTITY)
        .map(Triple::getSubject)
        .filter(node -> node.isURI() && EntityIri.parse(node.getURI()).isPresent())
        .filter(node -> article.contains(node, Vocabulary.LABEL, Node.ANY))
        .forEach(found::add);
    return found;
  }

  /** Whether an article in the dataset names the entity. */
  boolean knows(Node entity) {
    return index.contains(entity, disguised(Vocabulary.LABEL), Node.ANY);
  }

  /** All entities of the dataset that have names to be found by, by IRI. */
  SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>();
    index
        .find(Node.ANY, disguised(Vocabulary.LABEL), Node.ANY)
        .forEachRemaining(t -> all.add(t.getSubject().getURI()));
    return all;
  }

  /** The entity's name; the first by code units where there are several. */
  Optional<Node> label(Node entity) {
    return labels.computeIfAbsent(entity, this::storedLabel);
  }

  private Optional<Node> storedLabel(Node entity) {
    return Iter.asStream(index.find(entity, disguised(Vocabulary.LABEL), Node.ANY))
        .map(Triple::getObject)
        .min((a, b) -> a.getLiteralLexicalForm().compareTo(b.getLiteralLexicalForm()));
  }

  /** Those who may bear one of the profile's names, by IRI, itself perhaps among them. */
  SortedSet<String> candidates(Profile profile) {
    Set<String> queries = new LinkedHashSet<>();
    profile.allNames().forEach(name -> queries.addAll(forms.queries(profile.kind(), name)));
    SortedSet<String> found = new TreeSet<>();
    for (String query : queries) {
      Iter.asStream(index.find(Node.ANY, KEY, NodeFactory.createLiteralString(query)))
          .limit(MOST_CANDIDATES)
          .forEach(t -> found.add(t.getSubject().getURI()));
    }
    return found;
  }

  /** What the dataset knows of an entity. */
  Profile profile(String iri) {
    Node entity = NodeFactory.createURI(iri);
    List<Triple> said =
        Stream.concat(
                Iter.asStream(index.find(entity, Node.ANY, Node.ANY)).limit(MOST_FACTS),
                tellingOfObjects.stream().flatMap(property -> objectOf(entity, property)))
            .filter(
                t -> t.getPredicate().getURI().startsWith(PREFIX) && !t.getPredicate().equals(KEY))
            .map(
                t ->
                    Triple.create(
                        t.getSubject(),
                        NodeFactory.createURI(t.getPredicate().getURI().substring(PREFIX.length())),
                        t.getObject()))
            .toList();
    return profile(entity, said, this::word);
  }

  private Stream<Triple> objectOf(Node entity, String property) {
    return Stream.of(Vocabulary.NG, Vocabulary.SCHEMA)
        .map(namespace -> disguised(NodeFactory.createURI(namespace + property)))
        .flatMap(predicate -> Iter.asStream(index.find(Node.ANY, predicate, entity)))
        .limit(MOST_FACTS);
  }

  private String word(Node node) {
    return node.isURI()
        ? NameForms.fold(label(node).map(Node::getLiteralLexicalForm).orElse(node.getURI()))
        : node.getLiteralLexicalForm();
  }

  /**
   * What an article says of an entity.
   *
   * @param names the name of each of its entities
   */
  static Profile profile(Graph article, Node entity, Function<Node, String> names) {
    List<Triple> said = new ArrayList<>(article.find(entity, Node.ANY, Node.ANY).toList());
    article
        .find(Node.ANY, Node.ANY, entity)
        .filterKeep(
            t ->
                t.getSubject().isURI()
                    && article.contains(t.getSubject(), Vocabulary.LABEL, Node.ANY))
        .forEachRemaining(said::add);
    return profile(
        entity,
        said,
        node -> node.isURI() ? NameForms.fold(names.apply(node)) : node.getLiteralLexicalForm());
  }

  /** The name of an entity in an article, or its IRI where it has none. */
  static String label(Graph article, Node entity) {
    return article.stream(entity, Vocabulary.LABEL, Node.ANY)
        .map(t -> t.getObject().getLiteralLexicalForm())
        .sorted()
        .findFirst()
        .orElse(entity.toString());
  }

  private static Profile profile(Node entity, List<Triple> said, Function<Node, String> words) {
    SortedSet<String> labels = new TreeSet<>();
    SortedSet<String> names = new TreeSet<>();
    SortedSet<String> former = new TreeSet<>();
    SortedSet<String> types = new TreeSet<>();
    SortedSet<String> descriptions = new TreeSet<>();
    SortedMap<String, SortedSet<String>> facts = new TreeMap<>();
    for (Triple triple : said) {
      Node property = triple.getPredicate();
      Node object = triple.getObject();
      if (!triple.getSubject().equals(entity)) {
        facts
            .computeIfAbsent("^" + local(property), k -> new TreeSet<>())
            .add(words.apply(triple.getSubject()));
      } else if (property.equals(Vocabulary.LABEL)) {
        labels.add(object.getLiteralLexicalForm());
      } else if (property.equals(Vocabulary.ALT_LABEL)) {
        names.add(object.getLiteralLexicalForm());
      } else if (property.equals(Vocabulary.FORMER_NAME)) {
        former.add(object.getLiteralLexicalForm());
      } else if (property.equals(Vocabulary.DESCRIPTION)) {
        descriptions.add(object.getLiteralLexicalForm());
      } else if (property.equals(RDF.Nodes.type)) {
        types.add(local(object));
      } else if (object.isURI() || object.isLiteral()) {
        facts.computeIfAbsent(local(property), k -> new TreeSet<>()).add(words.apply(object));
      }
    }
    String label = labels.isEmpty() ? entity.getURI() : labels.first();
    names.addAll(labels);
    return new Profile(
        entity.getURI(),
        EntityIri.kindOf(entity.getURI()),
        label,
        new TreeSet<>(NameForms.telling(label, names)),
        former,
        types,
        descriptions,
        facts);
  }

  private static String local(Node node) {
    String iri = node.getURI();
    return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }

  /** The articles that name an entity, by IRI. */
  SortedSet<String> articles(Node entity, int most) {
    SortedSet<String> found = new TreeSet<>();
    Iter.asStream(dataset.find(Node.ANY, entity, RDF.Nodes.type, Vocabulary.ENTITY))
        .map(Quad::getGraph)
        .filter(g -> g.isURI() && !g.hasURI(Quad.defaultGraphIRI.getURI()))
        .limit(most)
        .forEach(g -> found.add(g.getURI()));
    return found;
  }

  /** A firm and its app of one name are much the same company to be in. */
  private static String beside(String kind) {
    return kind.equals("software") || kind.equals("product") ? NameForms.ORGANIZATION : kind;
  }

  /** The names that stand beside the entity in some of its articles. */
  Set<String> context(Node entity) {
    Set<String> context = new TreeSet<>();
    for (String article : articles(entity, MOST_ARTICLES)) {
      Graph graph = dataset.getGraph(NodeFactory.createURI(article));
      context.addAll(context(graph, entity, node -> label(graph, node)));
    }
    return context;
  }

  /** The names that stand beside an entity in an article; countries tell least. */
  Set<String> context(Graph article, Node entity, Function<Node, String> names) {
    Set<String> context = new TreeSet<>();
    article.stream(Node.ANY, Vocabulary.LABEL, Node.ANY)
        .limit(MOST_NAMES)
        .map(Triple::getSubject)
        .filter(node -> node.isURI() && !node.equals(entity))
        .forEach(
            node -> {
              String kind =
                  article.contains(node, RDF.Nodes.type, Vocabulary.COUNTRY)
                      ? "country"
                      : beside(EntityIri.kindOf(node.getURI()));
              String name = names.apply(node);
              // "two kettles" is no name, and says little.
              if (!kind.isEmpty() && !name.equals(name.toLowerCase(Locale.ROOT))) {
                context.add(kind + "|" + String.join(" ", forms.words(kind, name)));
              }
            });
    return context;
  }
}
