package org.newsgraph.query;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.export.NodeOrder;
import org.newsgraph.fact.Term;
import org.newsgraph.ontology.Vocabulary;

/**
 * Puts the nodes of a graph into words.
 *
 * @param graph the union of the articles' graphs and the ontology
 */
public record GraphReader(Graph graph) {

  /** The values of a property, sorted. */
  public List<Node> objects(Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY)
        .map(Triple::getObject)
        .sorted(NodeOrder.TERMS)
        .distinct()
        .toList();
  }

  /** The first value of a property by the order of terms. */
  public Optional<Node> object(Node subject, Node property) {
    return objects(subject, property).stream().findFirst();
  }

  /** The lexical form of the first value; empty text where there is none. */
  public String text(Node subject, Node property) {
    return object(subject, property).map(GraphReader::lexical).orElse("");
  }

  /** A name, an amount, or a value as it is. */
  public String words(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralDatatype().equals(XSDDatatype.XSDdecimal)
          ? plain(node)
          : node.getLiteralLexicalForm();
    }
    String label = text(node, RDFS.Nodes.label);
    if (!label.isEmpty()) {
      return label;
    }
    String currency = text(node, Vocabulary.CURRENCY);
    return currency.isEmpty() ? compact(node) : amount(node, currency);
  }

  /** A compact name where there is one, else the IRI. */
  public String compact(Node node) {
    return Vocabulary.term(node).map(Term::toString).orElse(lexical(node));
  }

  /** The classes of a node of which it has no subclass too, compact and sorted. */
  public List<String> mostSpecificTypes(Node node) {
    List<Node> types = objects(node, RDF.Nodes.type);
    Set<Node> general =
        types.stream().flatMap(type -> superclasses(type)).collect(Collectors.toUnmodifiableSet());
    return types.stream().filter(t -> !general.contains(t)).map(this::compact).toList();
  }

  private Stream<Node> superclasses(Node type) {
    return graph.stream(type, RDFS.Nodes.subClassOf, Node.ANY)
        .map(Triple::getObject)
        .filter(general -> !general.equals(type));
  }

  private String amount(Node node, String currency) {
    String value = object(node, Vocabulary.VALUE).map(this::words).orElse("");
    String range =
        Stream.of(Vocabulary.MIN_VALUE, Vocabulary.MAX_VALUE)
            .flatMap(end -> object(node, end).stream())
            .map(this::words)
            .collect(Collectors.joining(" to "));
    String about = text(node, Vocabulary.APPROXIMATE).equals("true") ? "about " : "";
    return "%s%s %s".formatted(about, currency, value.isEmpty() ? range : value);
  }

  /** TDB2 gives 600 back as 600.0. */
  private static String plain(Node decimal) {
    BigDecimal value = new BigDecimal(decimal.getLiteralLexicalForm()).stripTrailingZeros();
    return value.toPlainString();
  }

  private static String lexical(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  /** By article, then by place in the article. */
  static final Comparator<Known.Source> SOURCES =
      Comparator.comparing(Known.Source::published)
          .thenComparing(Known.Source::article)
          .thenComparingInt(Known.Source::begin);
}
