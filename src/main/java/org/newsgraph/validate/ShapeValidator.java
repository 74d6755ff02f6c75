package org.newsgraph.validate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.newsgraph.fact.Schema;
import org.newsgraph.ontology.Ontology;
import org.newsgraph.ontology.OntologyFile;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.rdf.Entailment;

/**
 * Checks graphs of articles against SHACL shapes, and leaves out what violates them.
 *
 * <p>SHACL's core cannot look into triple terms. So the triples of all reifiers are laid out as
 * plain ones in a copy, and that copy is checked: a fact that is only alleged has to have the right
 * kinds of subject and object too. The graph has to state the superclasses of all types, as {@link
 * org.newsgraph.rdf.ArticleGraphWriter} writes them.
 *
 * <p>Reading the shapes takes longer than checking an article: make one validator and keep it. It
 * has no state and may serve several threads.
 */
public final class ShapeValidator {

  private final Shapes shapes;
  private final Entailment entailment;

  /**
   * @param shapes a graph of SHACL shapes
   * @param schema what facts imply, needed to leave a fact out with all that follows from it
   */
  public ShapeValidator(Graph shapes, Schema schema) {
    this(shapes, new Entailment(schema));
  }

  private ShapeValidator(Graph shapes, Entailment entailment) {
    this.shapes = Shapes.parse(shapes);
    this.entailment = entailment;
  }

  /** A validator of the project's own shapes. */
  public static ShapeValidator ofProjectShapes(Schema schema) {
    return new ShapeValidator(OntologyFile.read(OntologyFile.SHAPES), schema);
  }

  /** A validator of the project's own shapes for graphs that use further terms. */
  public static ShapeValidator ofProjectShapes(Ontology ontology) {
    return new ShapeValidator(
        OntologyFile.read(OntologyFile.SHAPES),
        new Entailment(ontology.schema(), ontology.names()));
  }

  /** Everything that the shapes find in a graph, sorted, each finding once. */
  public List<Violation> validate(Graph graph) {
    Collection<ReportEntry> entries =
        ShaclValidator.get().validate(shapes, laidOut(graph)).getEntries();
    SortedSet<Violation> found = new TreeSet<>();
    entries.forEach(entry -> found.add(violation(entry)));
    return List.copyOf(found);
  }

  /**
   * The graph without the facts, events and entities that violate a shape. A fact goes with its
   * evidence and all that follows from it, an event or entity with every triple that names it.
   *
   * @param graph left as it is
   */
  public Validated removeViolations(Graph graph) {
    List<Violation> first = validate(graph);
    SortedSet<Violation> all = new TreeSet<>(first);
    Graph current = graph;
    List<Violation> open = grave(first);
    // What goes may leave an event without a role that it cannot do without: look again.
    while (!open.isEmpty()) {
      current = new ViolationRemover(entailment, current).without(open);
      List<Violation> next = validate(current);
      all.addAll(next);
      open = grave(next);
    }
    return new Validated(current, List.copyOf(all));
  }

  private static List<Violation> grave(List<Violation> violations) {
    return violations.stream().filter(v -> v.severity() == Severity.VIOLATION).toList();
  }

  private static Graph laidOut(Graph graph) {
    Graph copy = GraphMemFactory.createDefaultGraph();
    graph.stream().forEach(copy::add);
    graph.stream(Node.ANY, Vocabulary.REIFIES, Node.ANY)
        .map(Triple::getObject)
        .filter(Node::isTripleTerm)
        .forEach(term -> copy.add(term.getTriple()));
    return copy;
  }

  /** A finding on an inverse path is turned round, so that it names its triple as it stands. */
  private static Violation violation(ReportEntry entry) {
    Optional<Node> value = Optional.ofNullable(entry.value());
    Path path = entry.resultPath();
    Severity severity = severity(entry);
    return switch (path) {
      case P_Link link ->
          new Violation(
              entry.focusNode(), Optional.of(link.getNode()), value, entry.message(), severity);
      case P_Inverse inverse
          when inverse.getSubPath() instanceof P_Link link && value.isPresent() ->
          new Violation(
              value.get(),
              Optional.of(link.getNode()),
              Optional.of(entry.focusNode()),
              entry.message(),
              severity);
      case null, default ->
          new Violation(
              entry.focusNode(), Optional.empty(), Optional.empty(), entry.message(), severity);
    };
  }

  private static Severity severity(ReportEntry entry) {
    if (org.apache.jena.shacl.validation.Severity.Warning.equals(entry.severity())) {
      return Severity.WARNING;
    }
    return org.apache.jena.shacl.validation.Severity.Info.equals(entry.severity())
        ? Severity.INFO
        : Severity.VIOLATION;
  }
}
