package org.newsgraph.query;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.export.NodeOrder;
import org.newsgraph.ontology.Vocabulary;

/**
 * What articles say against a fact that another asserts: they deny it, or give another value where
 * the ontology says that there can be but one. The named query {@code contradictions} asks the same
 * of a whole dataset.
 */
final class Contradictions {

  private final DatasetGraph dataset;
  private final Graph graph;
  private final GraphReader reader;

  /**
   * @param dataset within a read transaction
   */
  Contradictions(DatasetGraph dataset) {
    this.dataset = dataset;
    this.graph = dataset.getUnionGraph();
    this.reader = new GraphReader(graph);
  }

  /** All of them, sorted; none where no article asserts the fact. */
  List<Known.Against> of(Triple fact) {
    if (!graph.contains(fact)) {
      return List.of();
    }
    Set<Node> asserting = articles(fact);
    return Stream.concat(denials(fact, asserting), otherValues(fact, asserting))
        .distinct()
        .sorted(
            Comparator.comparing(Known.Against::value)
                .thenComparing(Known.Against::published)
                .thenComparing(Known.Against::article))
        .toList();
  }

  private Stream<Known.Against> denials(Triple fact, Set<Node> asserting) {
    return dataset.stream(Node.ANY, Node.ANY, Vocabulary.REIFIES, reified(fact))
        .filter(q -> !asserting.contains(q.getGraph()))
        .filter(
            q ->
                dataset.contains(
                    q.getGraph(), q.getSubject(), Vocabulary.MODALITY, Vocabulary.DENIED))
        .map(q -> against("", q.getGraph()));
  }

  private static Node reified(Triple fact) {
    return NodeFactory.createTripleTerm(fact);
  }

  private Stream<Known.Against> otherValues(Triple fact, Set<Node> asserting) {
    Node property = fact.getPredicate();
    if (!graph.contains(property, Vocabulary.FUNCTIONAL, Node.ANY)) {
      return Stream.empty();
    }
    boolean ever = graph.contains(property, Vocabulary.FUNCTIONAL, Vocabulary.EVER);
    return graph.stream(fact.getSubject(), property, Node.ANY)
        .distinct()
        .filter(other -> !areCompatible(fact.getObject(), other.getObject()))
        .flatMap(
            other -> {
              Set<Node> others = articles(other);
              return ever || areOfOneTime(asserting, others)
                  ? others.stream().map(a -> against(reader.words(other.getObject()), a))
                  : Stream.empty();
            });
  }

  /** Whether one is the other or only less exact. */
  private boolean areCompatible(Node one, Node other) {
    if (one.isLiteral() && other.isLiteral()) {
      String a = one.getLiteralLexicalForm();
      String b = other.getLiteralLexicalForm();
      return a.startsWith(b) || b.startsWith(a);
    }
    return one.equals(other) || liesIn(one, other) || liesIn(other, one);
  }

  private boolean liesIn(Node place, Node region) {
    Set<Node> found = new TreeSet<>(NodeOrder.TERMS);
    List<Node> open = List.of(place);
    while (!open.isEmpty()) {
      open =
          open.stream()
              .flatMap(p -> reader.objects(p, Vocabulary.CONTAINED_IN).stream())
              .filter(found::add)
              .toList();
    }
    return found.contains(region);
  }

  /** Whether neither follows the other, and no article knows both. */
  private boolean areOfOneTime(Set<Node> asserting, Set<Node> others) {
    return asserting.stream().noneMatch(others::contains)
        && !isBefore(asserting, others)
        && !isBefore(others, asserting);
  }

  private boolean isBefore(Set<Node> articles, Set<Node> others) {
    List<String> dates = dates(articles);
    List<String> otherDates = dates(others);
    return !dates.isEmpty()
        && !otherDates.isEmpty()
        && dates.getLast().compareTo(otherDates.getFirst()) < 0;
  }

  private List<String> dates(Set<Node> articles) {
    return articles.stream()
        .map(article -> reader.text(article, Vocabulary.DATE_PUBLISHED))
        .filter(date -> !date.isEmpty())
        .sorted()
        .toList();
  }

  private Set<Node> articles(Triple fact) {
    return dataset.stream(Node.ANY, fact.getSubject(), fact.getPredicate(), fact.getObject())
        .map(Quad::getGraph)
        .collect(Collectors.toCollection(() -> new TreeSet<>(NodeOrder.TERMS)));
  }

  private Known.Against against(String value, Node article) {
    String headline = reader.text(article, Vocabulary.HEADLINE);
    return new Known.Against(
        value,
        article.toString(),
        headline.isEmpty() ? article.toString() : headline,
        reader.text(article, Vocabulary.DATE_PUBLISHED));
  }
}
