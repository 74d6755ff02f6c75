package org.newsgraph.identity;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.export.NodeOrder;
import org.newsgraph.ontology.Vocabulary;

/**
 * Turns an article's graph as it was extracted into the one that is stored, in which each entity
 * has the IRI that it shares with other articles, and back again, triple for triple.
 *
 * <p>What cannot be told from the result alone is kept in it: a node for each entity that has
 * another IRI than its own, and as N-Triples the few triples that a mere exchange of IRIs would not
 * give back, such as its name where that became a further name.
 */
final class ArticleLinks {

  private static final String WIKIDATA = "http://www.wikidata.org/entity/";

  private final Node article;
  private final String prefix;
  private final Node rest;

  /**
   * @param article its IRI, which is also its graph's name
   */
  ArticleLinks(Node article) {
    this.article = article;
    String iri = article.getURI();
    this.prefix = iri.contains("#") ? iri + "/" : iri + "#";
    this.rest = NodeFactory.createURI(prefix + "entities");
  }

  /**
   * The graph as stored.
   *
   * @param base as extracted
   * @param assignments of entities of {@code base}; those that are not in it stay as they are
   * @param labels the name of an entity of the dataset, where another article names it
   * @param wikidata the identity in Wikidata of an entity of {@code base}, by its own IRI
   */
  Graph link(
      Graph base,
      List<Assignment> assignments,
      Function<Node, Optional<Node>> labels,
      Map<Node, String> wikidata) {
    List<Assignment> kept = assignments.stream().filter(a -> !a.isPlain()).toList();
    Map<Node, Node> forward = new HashMap<>();
    kept.forEach(a -> forward.put(a.own(), a.standsFor()));
    Graph linked = substituted(base, forward);
    rename(base, linked, forward, labels);
    Graph stored = GraphMemFactory.createDefaultGraph();
    linked.find().forEachRemaining(stored::add);
    wikidata.forEach(
        (own, id) ->
            stored.add(
                forward.getOrDefault(own, own),
                SKOS.closeMatch.asNode(),
                NodeFactory.createURI(WIKIDATA + id)));
    if (!kept.isEmpty()) {
      note(base, linked, records(base, kept), stored);
    }
    return stored;
  }

  /** What was changed, and also what was not where its IRI became another's too. */
  private static List<Assignment> records(Graph base, List<Assignment> kept) {
    Set<Node> moved = kept.stream().map(Assignment::own).collect(Collectors.toSet());
    List<Assignment> records = new ArrayList<>(kept);
    kept.stream()
        .map(Assignment::standsFor)
        .distinct()
        .filter(node -> !moved.contains(node) && base.contains(node, Node.ANY, Node.ANY))
        .forEach(node -> records.add(new Assignment(node, node, node)));
    return records;
  }

  /** An entity has one name in the dataset; what else the article calls it is a further one. */
  private static void rename(
      Graph base, Graph linked, Map<Node, Node> forward, Function<Node, Optional<Node>> labels) {
    Set<Node> targets = new HashSet<>(forward.values());
    for (Node target : targets) {
      Optional<Node> native_ =
          forward.containsKey(target)
              ? Optional.empty()
              : base.stream(target, Vocabulary.LABEL, Node.ANY).map(Triple::getObject).findFirst();
      Set<Node> written =
          linked.stream(target, Vocabulary.LABEL, Node.ANY)
              .map(Triple::getObject)
              .collect(Collectors.toSet());
      Optional<Node> name =
          native_.or(() -> labels.apply(target)).or(() -> written.stream().min(NodeOrder.TERMS));
      if (name.isEmpty()) {
        continue;
      }
      for (Node label : written) {
        if (!label.equals(name.get())) {
          linked.delete(target, Vocabulary.LABEL, label);
          linked.add(target, Vocabulary.ALT_LABEL, label);
        }
      }
      linked.add(target, Vocabulary.LABEL, name.get());
      linked.delete(target, Vocabulary.ALT_LABEL, name.get());
    }
  }

  private void note(Graph base, Graph linked, List<Assignment> records, Graph stored) {
    for (Assignment a : records) {
      Node node =
          NodeFactory.createURI(
              prefix
                  + "entity/"
                  + EntityIri.parse(a.own().getURI()).map(EntityIri::local).orElse(""));
      stored.add(node, Vocabulary.STANDS_FOR, a.standsFor());
      stored.add(node, Vocabulary.OWN_IRI, iri(a.own()));
      if (!a.linked().equals(a.standsFor())) {
        stored.add(node, Vocabulary.LINKED_IRI, iri(a.linked()));
      }
    }
    Graph back = substituted(linked, inverse(records));
    List<Triple> lost = base.stream().filter(t -> !back.contains(t)).toList();
    List<Triple> extra = back.stream().filter(t -> !base.contains(t)).toList();
    if (!lost.isEmpty()) {
      stored.add(rest, Vocabulary.BEFORE_LINKING, text(lost));
    }
    if (!extra.isEmpty()) {
      stored.add(rest, Vocabulary.BY_LINKING, text(extra));
    }
  }

  /** Where several became one, the one whose IRI it is, or else the first, gets all back. */
  private static Map<Node, Node> inverse(List<Assignment> records) {
    SortedMap<String, Node> byTarget = new TreeMap<>();
    records.stream()
        .sorted(Comparator.comparing(a -> a.own().getURI()))
        .forEach(a -> byTarget.putIfAbsent(a.standsFor().getURI(), a.own()));
    records.stream()
        .filter(a -> a.own().equals(a.standsFor()))
        .forEach(a -> byTarget.put(a.standsFor().getURI(), a.own()));
    Map<Node, Node> inverse = new HashMap<>();
    byTarget.forEach((target, own) -> inverse.put(NodeFactory.createURI(target), own));
    return inverse;
  }

  /** The graph as extracted. */
  Graph base(Graph stored) {
    Graph linked = GraphMemFactory.createDefaultGraph();
    stored.stream().filter(t -> !isNote(t) && !isMatch(t)).forEach(linked::add);
    List<Assignment> records = assignments(stored);
    if (records.isEmpty()) {
      return linked;
    }
    Graph base = substituted(linked, inverse(records));
    triples(stored, Vocabulary.BY_LINKING).forEach(base::delete);
    triples(stored, Vocabulary.BEFORE_LINKING).forEach(base::add);
    return base;
  }

  private boolean isNote(Triple triple) {
    return triple.getPredicate().equals(Vocabulary.STANDS_FOR)
        || triple.getPredicate().equals(Vocabulary.OWN_IRI)
        || triple.getPredicate().equals(Vocabulary.LINKED_IRI)
        || triple.getSubject().equals(rest);
  }

  private static boolean isMatch(Triple triple) {
    return triple.getPredicate().equals(SKOS.closeMatch.asNode())
        && triple.getObject().isURI()
        && triple.getObject().getURI().startsWith(WIKIDATA);
  }

  /** Who is who in a stored graph, as far as an IRI was changed, by own IRI. */
  List<Assignment> assignments(Graph stored) {
    return stored.stream(Node.ANY, Vocabulary.STANDS_FOR, Node.ANY)
        .filter(t -> t.getSubject().isURI() && t.getSubject().getURI().startsWith(prefix))
        .flatMap(
            t -> {
              Node stands = t.getObject();
              Optional<Node> own = iri(stored, t.getSubject(), Vocabulary.OWN_IRI);
              Node linked = iri(stored, t.getSubject(), Vocabulary.LINKED_IRI).orElse(stands);
              return own.map(o -> new Assignment(o, linked, stands)).stream();
            })
        .sorted(Comparator.comparing(a -> a.own().getURI()))
        .toList();
  }

  private static Optional<Node> iri(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY)
        .map(t -> NodeFactory.createURI(t.getObject().getLiteralLexicalForm()))
        .findFirst();
  }

  private static Node iri(Node node) {
    return NodeFactory.createLiteralDT(node.getURI(), XSDDatatype.XSDanyURI);
  }

  private static Node text(List<Triple> triples) {
    return NodeFactory.createLiteralString(
        triples.stream()
            .map(t -> NodeFmtLib.str(t) + " .\n")
            .sorted()
            .collect(Collectors.joining()));
  }

  private Stream<Triple> triples(Graph stored, Node property) {
    Graph parsed = GraphMemFactory.createDefaultGraph();
    stored.stream(rest, property, Node.ANY)
        .forEach(
            t ->
                RDFParser.create()
                    .source(new StringReader(t.getObject().getLiteralLexicalForm()))
                    .lang(Lang.NTRIPLES)
                    .parse(parsed));
    return parsed.stream();
  }

  private static Graph substituted(Graph graph, Map<Node, Node> map) {
    Graph result = GraphMemFactory.createDefaultGraph();
    graph.find().forEachRemaining(t -> result.add(substituted(t, map)));
    return result;
  }

  private static Triple substituted(Triple t, Map<Node, Node> map) {
    return Triple.create(
        substituted(t.getSubject(), map), t.getPredicate(), substituted(t.getObject(), map));
  }

  private static Node substituted(Node node, Map<Node, Node> map) {
    return node.isTripleTerm()
        ? NodeFactory.createTripleTerm(substituted(node.getTriple(), map))
        : map.getOrDefault(node, node);
  }

  @Override
  public String toString() {
    return "the links of " + article;
  }
}
