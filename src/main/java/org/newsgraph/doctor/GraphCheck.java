package org.newsgraph.doctor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.doctor.Finding.Severity;
import org.newsgraph.fact.Schema;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.pipeline.BuildNotes;
import org.newsgraph.rdf.Entailment;
import org.newsgraph.validate.ShapeValidator;
import org.newsgraph.validate.Violation;

/** Checks graphs one by one, and counts what it has seen. */
final class GraphCheck {

  private static final PrefixMap PREFIXES = PrefixMapFactory.create(Vocabulary.prefixes());

  /** What an entity may have without a sentence that says so. */
  private static final Set<Node> NAMES =
      Set.of(
          Vocabulary.LABEL, Vocabulary.ALT_LABEL, Vocabulary.FORMER_NAME, Vocabulary.DESCRIPTION);

  private final Schema schema;
  private final Entailment entailment;
  private final ShapeValidator shapes;
  private final BuildNotes notes;
  private final Mends mends;
  private int articles;
  private int others;
  private int noted;
  private long pieces;

  GraphCheck(Schema schema, ShapeValidator shapes, BuildNotes notes, Mends mends) {
    this.schema = schema;
    this.entailment = new Entailment(schema);
    this.shapes = shapes;
    this.notes = notes;
    this.mends = mends;
  }

  /** How many of the graphs are articles'. */
  int articles() {
    return articles;
  }

  /** How many are not. */
  int others() {
    return others;
  }

  /** How many are as the log of builds says. */
  int noted() {
    return noted;
  }

  /** How many facts and events there were, with one or more pieces of evidence. */
  long pieces() {
    return pieces;
  }

  /**
   * What is wrong with a graph.
   *
   * @param name its name
   * @param graph in memory
   */
  List<Finding> check(String name, Graph graph) {
    Node article = NodeFactory.createURI(name);
    boolean isArticle = isArticle(graph, article);
    List<Finding> found = new ArrayList<>();
    if (isArticle) {
      articles++;
    } else {
      others++;
      if (speaksOfArticleThatIsGone(graph)) {
        found.add(
            error(
                Check.GRAPHS,
                name,
                "holds half an article: facts and sentences, and not what it is, its language and"
                    + " title; take it back and build it again"));
        return found;
      }
    }
    log(name, graph).ifPresent(found::add);
    if (isArticle || graph.contains(Node.ANY, Vocabulary.EXTRACTOR, Node.ANY)) {
      evidence(name, graph, found);
    }
    List<Violation> violations = shapes.validate(graph);
    if (!violations.isEmpty()) {
      boolean grave = violations.getFirst().severity() == org.newsgraph.validate.Severity.VIOLATION;
      found.add(
          new Finding(
              Check.SHAPES,
              grave ? Severity.ERROR : Severity.WARNING,
              "<" + name + ">",
              "%s; the first: %s"
                  .formatted(
                      counted(violations.size(), "violation", "violations"), violations.getFirst()),
              Optional.of(mends.validate())));
    }
    return found;
  }

  private static boolean isArticle(Graph graph, Node node) {
    return graph.contains(node, RDF.Nodes.type, Vocabulary.NEWS_ARTICLE);
  }

  /** Sentences taken from no article in the graph, or evidence without any article. */
  private static boolean speaksOfArticleThatIsGone(Graph graph) {
    return graph.stream(Node.ANY, Vocabulary.REFERENCE_CONTEXT, Node.ANY)
            .anyMatch(t -> !isArticle(graph, t.getObject()))
        || graph.contains(Node.ANY, Vocabulary.EXTRACTOR, Node.ANY)
            && !graph.contains(Node.ANY, RDF.Nodes.type, Vocabulary.NEWS_ARTICLE);
  }

  private Optional<Finding> log(String name, Graph graph) {
    Optional<BuildNotes.Note> note = notes.of(name, graph);
    noted += note.filter(BuildNotes.Note::isTheSame).isPresent() ? 1 : 0;
    return note.filter(one -> !one.isTheSame())
        .map(
            one ->
                new Finding(
                    Check.LOG,
                    Severity.WARNING,
                    "<" + name + ">",
                    ("not the graph that a build noted, of %s, %s and %s; it has been changed, or"
                            + " part of it is lost; take it back and build it again")
                        .formatted(
                            counted(one.entities(), "entity", "entities"),
                            counted(one.facts(), "fact", "facts"),
                            counted(one.events(), "event", "events")),
                    Optional.of(mends.retract(name))));
  }

  private void evidence(String name, Graph graph, List<Finding> found) {
    Set<Node> reifiers = subjects(graph, Vocabulary.REIFIES, Node.ANY);
    Set<Node> known = new HashSet<>(reifiers);
    known.addAll(subjects(graph, RDF.Nodes.type, Vocabulary.EVENT));
    pieces += known.size();
    NavigableSet<String> unfounded = new TreeSet<>();
    for (Node node : known) {
      if (!isFounded(graph, node)) {
        unfounded.add(words(node));
      }
    }
    add(
        found,
        name,
        Severity.ERROR,
        unfounded,
        "without a sentence with its words, place and article",
        "fact or event",
        "facts and events");

    Set<Triple> stated = new HashSet<>();
    NavigableSet<String> unsaid = new TreeSet<>();
    Set<Triple> plain = new HashSet<>();
    graph.stream().map(GraphCheck::canonical).forEach(plain::add);
    for (Node reifier : reifiers) {
      boolean asserted = graph.contains(reifier, Vocabulary.MODALITY, Vocabulary.ASSERTED);
      graph.stream(reifier, Vocabulary.REIFIES, Node.ANY)
          .map(Triple::getObject)
          .filter(Node::isTripleTerm)
          .map(term -> canonical(term.getTriple()))
          .filter(fact -> asserted)
          .forEach(
              fact -> {
                stated.addAll(entailment.closure(fact));
                if (!plain.containsAll(entailment.closure(fact))) {
                  unsaid.add(words(fact));
                }
              });
    }
    add(
        found,
        name,
        Severity.ERROR,
        unsaid,
        "asserted by a sentence and not in the graph as triples, with all that follows",
        "fact",
        "facts");

    NavigableSet<String> unproven = new TreeSet<>();
    for (Triple triple : plain) {
      if (isFact(graph, triple) && !stated.contains(triple)) {
        unproven.add(words(triple));
      }
    }
    add(
        found,
        name,
        // An export without provenance that was loaded has none at all, and that was a choice.
        reifiers.isEmpty() ? Severity.WARNING : Severity.ERROR,
        unproven,
        "without evidence",
        "fact",
        "facts");
  }

  private void add(
      List<Finding> found,
      String name,
      Severity severity,
      NavigableSet<String> which,
      String what,
      String one,
      String many) {
    if (!which.isEmpty()) {
      found.add(
          new Finding(
              Check.EVIDENCE,
              severity,
              "<" + name + ">",
              "%s %s; the first: %s; take the article back and build it again"
                  .formatted(counted(which.size(), one, many), what, which.first()),
              Optional.of(mends.retract(name))));
    }
  }

  /** Whether a fact or event has one sentence or more, each with all that tells where it stands. */
  private static boolean isFounded(Graph graph, Node node) {
    List<Node> sentences = objects(graph, node, Vocabulary.WAS_DERIVED_FROM);
    return !sentences.isEmpty()
        && sentences.stream().allMatch(sentence -> isWhole(graph, sentence));
  }

  private static boolean isWhole(Graph graph, Node sentence) {
    Optional<Long> begin = number(graph, sentence, Vocabulary.BEGIN_INDEX);
    Optional<Long> end = number(graph, sentence, Vocabulary.END_INDEX);
    List<Node> words = objects(graph, sentence, Vocabulary.ANCHOR_OF);
    if (begin.isEmpty() || end.isEmpty() || words.size() != 1 || !words.getFirst().isLiteral()) {
      return false;
    }
    String text = words.getFirst().getLiteralLexicalForm();
    return end.get() - begin.get() == text.codePointCount(0, text.length())
        && objects(graph, sentence, Vocabulary.REFERENCE_CONTEXT).stream()
            .anyMatch(article -> isArticle(graph, article));
  }

  private static Optional<Long> number(Graph graph, Node subject, Node property) {
    return objects(graph, subject, property).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .filter(text -> text.matches("\\d{1,15}"))
        .map(Long::valueOf)
        .findFirst();
  }

  private boolean isFact(Graph graph, Triple triple) {
    Node subject = triple.getSubject();
    return !NAMES.contains(triple.getPredicate())
        && Vocabulary.term(triple.getPredicate())
            .filter(schema.properties()::containsKey)
            .isPresent()
        && graph.contains(subject, RDF.Nodes.type, Vocabulary.ENTITY)
        && Stream.of(Vocabulary.NEWS_ARTICLE, Vocabulary.EVENT, Vocabulary.MONETARY_AMOUNT)
            .noneMatch(type -> graph.contains(subject, RDF.Nodes.type, type));
  }

  private static Set<Node> subjects(Graph graph, Node property, Node object) {
    Set<Node> found = new HashSet<>();
    graph.stream(Node.ANY, property, object).map(Triple::getSubject).forEach(found::add);
    return found;
  }

  private static List<Node> objects(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
  }

  /** As TDB2 keeps numbers in triples, and not in triple terms: 0.90 is 0.9. */
  private static Triple canonical(Triple triple) {
    Node object = triple.getObject();
    if (!object.isLiteral()
        || !object.getLiteralDatatype().equals(XSDDatatype.XSDdecimal)
        || !object.getLiteralLexicalForm().matches("[+-]?\\d*\\.?\\d+")) {
      return triple;
    }
    return Triple.create(
        triple.getSubject(),
        triple.getPredicate(),
        NodeFactory.createLiteralDT(
            new BigDecimal(object.getLiteralLexicalForm()).stripTrailingZeros().toPlainString(),
            XSDDatatype.XSDdecimal));
  }

  private Finding error(Check check, String name, String what) {
    return new Finding(
        check, Severity.ERROR, "<" + name + ">", what, Optional.of(mends.retract(name)));
  }

  private static String words(Triple triple) {
    return String.join(
        " ",
        List.of(
            words(triple.getSubject()), words(triple.getPredicate()), words(triple.getObject())));
  }

  private static String words(Node node) {
    return NodeFmtLib.str(node, PREFIXES);
  }

  /** A number with its noun. */
  static String counted(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
