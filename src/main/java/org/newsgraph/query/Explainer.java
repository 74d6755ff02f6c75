package org.newsgraph.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.export.NodeOrder;
import org.newsgraph.fact.Term;
import org.newsgraph.ontology.Vocabulary;

/** Gathers what a dataset says of an entity, each statement with the sentences behind it. */
public final class Explainer {

  private static final Set<Node> OF_EVIDENCE =
      Set.of(
          RDF.Nodes.type,
          Vocabulary.WAS_DERIVED_FROM,
          Vocabulary.CONFIDENCE,
          Vocabulary.EXTRACTOR,
          Vocabulary.MODALITY,
          Vocabulary.ATTRIBUTED_TO);

  private static final List<String> MODALITIES =
      Stream.of(
              Vocabulary.ASSERTED,
              Vocabulary.ALLEGED,
              Vocabulary.PLANNED,
              Vocabulary.POSSIBLE,
              Vocabulary.DENIED)
          .map(modality -> modality.getURI().substring(Vocabulary.NG.length()))
          .toList();

  private final Graph graph;
  private final GraphReader reader;
  private final Contradictions contradictions;

  /**
   * @param dataset within a read transaction, which has to last as long as this
   */
  public Explainer(DatasetGraph dataset) {
    this.graph = dataset.getUnionGraph();
    this.reader = new GraphReader(graph);
    this.contradictions = new Contradictions(dataset);
  }

  /**
   * Explains the entities of a name.
   *
   * @return one or more: a company and a town may share a name
   * @throws QueryFailure.UnknownEntity if nothing has that name
   */
  public List<Explanation> explain(String name) {
    return new NameIndex(graph).find(name).stream().map(this::explain).toList();
  }

  private Explanation explain(Node entity) {
    return new Explanation(
        entity.getURI(),
        reader.words(entity),
        reader.objects(entity, SKOS.altLabel.asNode()).stream().map(reader::words).toList(),
        reader.mostSpecificTypes(entity),
        together(facts(entity)),
        together(events(entity)));
  }

  /** Puts what is said of one fact or event side by side, what is asserted first, and counts. */
  private static List<Known> together(List<Known> all) {
    Map<Known.Statement, List<Known>> groups = new LinkedHashMap<>();
    all.forEach(
        known -> groups.computeIfAbsent(known.statement(), s -> new ArrayList<>()).add(known));
    return groups.values().stream()
        .flatMap(
            group ->
                group.stream()
                    .sorted(Comparator.comparing(known -> MODALITIES.indexOf(known.modality())))
                    .map(known -> known.withOthers(others(known, group))))
        .toList();
  }

  private static int others(Known known, List<Known> group) {
    Set<String> articles = new TreeSet<>();
    group.stream()
        .filter(other -> other.modality().equals(known.modality()))
        .forEach(other -> articles.addAll(other.articles()));
    articles.removeAll(known.articles());
    return articles.size();
  }

  private List<Known> facts(Node entity) {
    // Triple terms have no index of their own, so all reifiers are looked through.
    return graph.stream(Node.ANY, Vocabulary.REIFIES, Node.ANY)
        .filter(t -> concerns(t.getObject().getTriple(), entity))
        .sorted(
            Comparator.comparing((Triple t) -> t.getObject().getTriple(), NodeOrder.TRIPLES)
                .thenComparing(Triple::getSubject, NodeOrder.TERMS))
        .map(
            t ->
                known(
                    t.getSubject(),
                    fact(t.getObject().getTriple()),
                    contradictions.of(t.getObject().getTriple())))
        .sorted(Comparator.comparing(known -> ((Known.Fact) known.statement()).property()))
        .toList();
  }

  private static boolean concerns(Triple fact, Node entity) {
    return fact.getSubject().equals(entity) || fact.getObject().equals(entity);
  }

  private Known.Fact fact(Triple fact) {
    return new Known.Fact(
        reader.words(fact.getSubject()),
        reader.compact(fact.getPredicate()),
        reader.words(fact.getObject()));
  }

  private List<Known> events(Node entity) {
    return graph.stream(Node.ANY, Node.ANY, entity)
        .filter(t -> !t.getPredicate().equals(Vocabulary.ATTRIBUTED_TO))
        .map(Triple::getSubject)
        .distinct()
        .filter(node -> graph.contains(node, RDF.Nodes.type, Vocabulary.EVENT))
        .sorted(NodeOrder.TERMS)
        .map(node -> known(node, event(node), List.of()))
        .sorted(Comparator.comparing(known -> ((Known.Event) known.statement()).type()))
        .toList();
  }

  private Known.Event event(Node event) {
    List<Triple> all =
        graph.stream(event, Node.ANY, Node.ANY)
            .filter(t -> !OF_EVIDENCE.contains(t.getPredicate()))
            .distinct()
            .sorted(NodeOrder.TRIPLES)
            .toList();
    List<Known.Role> roles =
        all.stream()
            .filter(t -> all.stream().noneMatch(other -> implies(other, t)))
            .map(t -> new Known.Role(reader.compact(t.getPredicate()), reader.words(t.getObject())))
            .toList();
    return new Known.Event(String.join(", ", reader.mostSpecificTypes(event)), roles);
  }

  /** Whether one role says all that the other says: who is plaintiff is accuser too. */
  private boolean implies(Triple narrow, Triple wide) {
    return narrow.getObject().equals(wide.getObject())
        && graph.contains(narrow.getPredicate(), RDFS.Nodes.subPropertyOf, wide.getPredicate());
  }

  private Known known(Node node, Known.Statement statement, List<Known.Against> against) {
    return new Known(
        statement,
        reader
            .object(node, Vocabulary.MODALITY)
            .flatMap(Vocabulary::term)
            .map(Term::name)
            .orElse("Unknown"),
        reader.objects(node, Vocabulary.ATTRIBUTED_TO).stream().map(reader::words).toList(),
        reader
            .object(node, Vocabulary.CONFIDENCE)
            .map(confidence -> new BigDecimal(confidence.getLiteralLexicalForm()))
            .orElse(BigDecimal.ZERO),
        reader.objects(node, Vocabulary.WAS_DERIVED_FROM).stream()
            .map(this::source)
            .sorted(GraphReader.SOURCES)
            .toList(),
        0,
        against);
  }

  private Known.Source source(Node span) {
    Node article = reader.object(span, Vocabulary.REFERENCE_CONTEXT).orElse(span);
    String headline = reader.text(article, Vocabulary.HEADLINE);
    return new Known.Source(
        reader.text(span, Vocabulary.ANCHOR_OF),
        offset(span, Vocabulary.BEGIN_INDEX),
        offset(span, Vocabulary.END_INDEX),
        article.toString(),
        headline.isEmpty() ? article.toString() : headline,
        reader.text(article, Vocabulary.DATE_PUBLISHED));
  }

  private int offset(Node span, Node property) {
    String offset = reader.text(span, property);
    return offset.isEmpty() ? 0 : Integer.parseInt(offset);
  }
}
