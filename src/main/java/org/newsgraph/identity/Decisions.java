package org.newsgraph.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.identity.Decision.Kind;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.rdf.IriMinter;

/** All decisions, and what follows from them together. Their order does not matter. */
final class Decisions {

  /** The name of the graph that holds them. */
  static final String GRAPH = IriMinter.DEFAULT_BASE + "decisions";

  private static final Comparator<Decision> ORDER =
      Comparator.comparing(Decision::entity)
          .thenComparing(Decision::other)
          .thenComparing(Decision::kind)
          .thenComparing(d -> String.join(" ", d.articles()));

  private final List<Decision> all;
  private final Map<String, String> representatives = new HashMap<>();

  Decisions(List<Decision> all) {
    this.all = all.stream().sorted(ORDER).toList();
    Map<String, SortedSet<String>> classes = new HashMap<>();
    SortedSet<String> joined = new TreeSet<>();
    for (Decision one : this.all) {
      if (one.kind() == Kind.SAME && !one.isOnWikidata()) {
        joined.add(one.other());
        SortedSet<String> together = new TreeSet<>();
        together.addAll(classes.getOrDefault(one.entity(), new TreeSet<>(List.of(one.entity()))));
        together.addAll(classes.getOrDefault(one.other(), new TreeSet<>(List.of(one.other()))));
        together.forEach(member -> classes.put(member, together));
      }
    }
    classes.forEach(
        (member, together) ->
            representatives.put(
                member,
                together.stream()
                    .filter(m -> !joined.contains(m))
                    .findFirst()
                    .orElse(together.first())));
  }

  /** In order. */
  List<Decision> all() {
    return all;
  }

  /** The IRI that stays of all that were decided to be one with the given. */
  String representative(String iri) {
    return representatives.getOrDefault(iri, iri);
  }

  /** Those that were decided to be one with it, itself included. */
  SortedSet<String> together(String iri) {
    String staying = representative(iri);
    SortedSet<String> members =
        representatives.entrySet().stream()
            .filter(e -> e.getValue().equals(staying))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    members.add(iri);
    members.add(staying);
    return members;
  }

  /** Whether it was decided that they are two. */
  boolean apart(String one, String other) {
    String a = representative(one);
    String b = representative(other);
    return all.stream()
        .filter(d -> d.kind() == Kind.DIFFERENT)
        .anyMatch(
            d ->
                d.isOn(one, other)
                    || isBetween(representative(d.entity()), representative(d.other()), a, b));
  }

  private static boolean isBetween(String one, String other, String a, String b) {
    return one.equals(a) && other.equals(b) || one.equals(b) && other.equals(a);
  }

  /** Where an article's entity ends up. */
  String standsFor(String article, String own, String linked) {
    boolean parted =
        !own.equals(linked)
            && all.stream().anyMatch(d -> d.kind() == Kind.DIFFERENT && d.isOn(own, linked));
    String staying = representative(parted ? own : linked);
    return all.stream()
        .filter(d -> d.kind() == Kind.DIFFERENT && d.articles().contains(article))
        .filter(d -> d.entity().equals(staying))
        .map(Decision::other)
        .findFirst()
        .orElse(staying);
  }

  /** Whether a link to Wikidata was rejected. */
  boolean rejects(String entity, String wikidata) {
    return all.stream()
        .anyMatch(
            d ->
                d.kind() == Kind.DIFFERENT
                    && d.entity().equals(entity)
                    && d.other().equals(Decision.WIKIDATA + wikidata));
  }

  /** These and some more, each in place of those on the same two entities. */
  Decisions with(List<Decision> more) {
    List<Decision> kept = new ArrayList<>(all);
    for (Decision one : more) {
      kept.removeIf(d -> d.isOn(one.entity(), one.other()));
      kept.add(one);
    }
    return new Decisions(kept);
  }

  /** These without some. */
  Decisions without(List<Decision> some) {
    return new Decisions(all.stream().filter(d -> !some.contains(d)).toList());
  }

  static Decisions read(Graph graph) {
    List<Decision> found = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      graph.stream(Node.ANY, RDF.Nodes.type, type(kind))
          .map(Triple::getSubject)
          .forEach(
              node -> {
                Optional<String> entity = first(graph, node, Vocabulary.KEPT_ENTITY);
                Optional<String> other = first(graph, node, Vocabulary.OTHER_ENTITY);
                if (entity.isPresent() && other.isPresent() && !entity.equals(other)) {
                  found.add(
                      new Decision(
                          kind,
                          entity.get(),
                          other.get(),
                          graph.stream(node, Vocabulary.IN_ARTICLE, Node.ANY)
                              .map(t -> text(t.getObject()))
                              .collect(Collectors.toCollection(TreeSet::new)),
                          first(graph, node, Vocabulary.DECIDED_BY).orElse(""),
                          first(graph, node, RDFS.comment.asNode()).orElse("")));
                }
              });
    }
    return new Decisions(found);
  }

  private static Optional<String> first(Graph graph, Node node, Node property) {
    return graph.stream(node, property, Node.ANY)
        .map(t -> text(t.getObject()))
        .sorted()
        .findFirst();
  }

  private static String text(Node node) {
    return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
  }

  Graph write() {
    Graph graph = GraphMemFactory.createDefaultGraph();
    for (Decision d : all) {
      Node node = NodeFactory.createURI(GRAPH + "/" + digest(d));
      Node entity = NodeFactory.createURI(d.entity());
      Node other = NodeFactory.createURI(d.other());
      graph.add(node, RDF.Nodes.type, type(d.kind()));
      graph.add(node, Vocabulary.KEPT_ENTITY, entity);
      graph.add(node, Vocabulary.OTHER_ENTITY, other);
      d.articles().forEach(a -> graph.add(node, Vocabulary.IN_ARTICLE, NodeFactory.createURI(a)));
      if (!d.who().isEmpty()) {
        graph.add(node, Vocabulary.DECIDED_BY, NodeFactory.createLiteralString(d.who()));
      }
      if (!d.why().isEmpty()) {
        graph.add(node, RDFS.comment.asNode(), NodeFactory.createLiteralString(d.why()));
      }
      if (d.kind() == Kind.SAME && d.isOnWikidata()) {
        graph.add(entity, OWL.sameAs.asNode(), other);
      }
    }
    return graph;
  }

  private static Node type(Kind kind) {
    return switch (kind) {
      case SAME -> Vocabulary.SAME_DECISION;
      case DIFFERENT -> Vocabulary.DIFFERENT_DECISION;
    };
  }

  /** The same decision has the same IRI in every dataset. */
  private static String digest(Decision d) {
    String content =
        String.join("\n", d.kind().name(), d.entity(), d.other(), String.join(" ", d.articles()));
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
