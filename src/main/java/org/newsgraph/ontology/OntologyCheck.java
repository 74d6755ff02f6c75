package org.newsgraph.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.data.NearNames;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/**
 * Looks for what is wrong in an ontology of the user's own: terms that the program would pass over
 * without a word, or that would change its own.
 */
public final class OntologyCheck {

  private static final Term THING = Term.of("schema:Thing");
  private static final Term EVENT = Term.of("ng:Event");

  private final String file;
  private final List<String> lines;
  private final Graph own;
  private final SortedMap<String, String> prefixes;
  private final Schema before;
  private final Ontology after;
  private final List<OntologyProblem> problems = new ArrayList<>();

  private OntologyCheck(
      String file,
      String text,
      Graph own,
      SortedMap<String, String> prefixes,
      Schema before,
      Ontology after) {
    this.file = file;
    this.lines = text.lines().toList();
    this.own = own;
    this.prefixes = prefixes;
    this.before = before;
    this.after = after;
  }

  /**
   * Everything that is wrong, in the order of the lines.
   *
   * @param file its name, for the problems
   * @param text its text, to find lines in
   * @param own what it holds
   * @param prefixes that it declares
   * @param before the program's own schema
   * @param after the ontology with {@code own} in it
   */
  public static List<OntologyProblem> problems(
      String file,
      String text,
      Graph own,
      SortedMap<String, String> prefixes,
      Schema before,
      Ontology after) {
    OntologyCheck check = new OntologyCheck(file, text, own, prefixes, before, after);
    check.checkPrefixes();
    Set<String> classes = check.iris(List.of(OWL.Class.asNode(), RDFS.Class.asNode()));
    classes.forEach(check::checkClass);
    check
        .iris(
            List.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), RDF.Nodes.Property))
        .forEach(check::checkProperty);
    return check.problems.stream()
        .sorted(
            Comparator.comparingInt(OntologyProblem::line).thenComparing(OntologyProblem::problem))
        .toList();
  }

  private void checkPrefixes() {
    Map<String, String> known = new TreeMap<>(Vocabulary.prefixes());
    prefixes.forEach(
        (prefix, namespace) -> {
          String meant = known.get(prefix);
          if (meant != null && !meant.equals(namespace)) {
            wrong(
                "@prefix " + prefix + ":",
                "the prefix %s stands for <%s>".formatted(prefix, namespace),
                "write <" + meant + ">");
          }
        });
  }

  private Set<String> iris(List<Node> types) {
    Set<String> found = new TreeSet<>();
    for (Node type : types) {
      own.stream(Node.ANY, RDF.Nodes.type, type)
          .map(t -> t.getSubject())
          .filter(Node::isURI)
          .forEach(n -> found.add(n.getURI()));
    }
    return found;
  }

  private Optional<Term> named(Node node) {
    Optional<Term> name = after.names().term(node);
    if (name.isEmpty()) {
      wrong(
          node.getURI(),
          "<%s> has no compact name".formatted(node.getURI()),
          "declare a prefix of lower-case letters for it, and use letters, digits and _ behind it");
    }
    return name;
  }

  private void checkClass(String iri) {
    Node node = org.apache.jena.graph.NodeFactory.createURI(iri);
    named(node).ifPresent(name -> checkClass(node, name));
  }

  private void checkClass(Node node, Term name) {
    if (before.superclasses().containsKey(name)) {
      wrong(name.toString(), name + " is a class of the program", "name a class of your own");
      return;
    }
    if (!after.schema().superclasses().containsKey(name)) {
      wrong(name.toString(), name + " is no owl:Class", "write: " + name + " a owl:Class");
      return;
    }
    boolean all = true;
    for (Node above : objects(node, RDFS.Nodes.subClassOf)) {
      all &= knownClass(name, above);
    }
    Set<Term> superclasses = after.schema().superclassesOf(name);
    if (all && !superclasses.contains(THING) && !superclasses.contains(EVENT)) {
      wrong(
          name.toString(),
          name + " is below neither ng:Event nor schema:Thing",
          "add rdfs:subClassOf ng:Event, or a class of entities such as schema:Product");
    }
  }

  private boolean knownClass(Term user, Node used) {
    if (used.isBlank() || after.names().term(used).filter(this::isClassOrType).isPresent()) {
      return true;
    }
    String name = after.names().term(used).map(Term::toString).orElse("<" + used.getURI() + ">");
    List<String> known =
        after.schema().superclasses().keySet().stream().map(Term::toString).toList();
    wrong(
        user.toString(),
        "%s names %s, which is no class".formatted(user, name),
        "correct the name" + NearNames.hint(NearNames.ofCompact(name, known)));
    return false;
  }

  private boolean isClassOrType(Term name) {
    return name.prefix().equals("xsd") || after.schema().superclasses().containsKey(name);
  }

  private void checkProperty(String iri) {
    Node node = org.apache.jena.graph.NodeFactory.createURI(iri);
    named(node).ifPresent(name -> checkProperty(node, name));
  }

  private void checkProperty(Node node, Term name) {
    if (before.properties().containsKey(name)) {
      wrong(
          name.toString(),
          name + " is a property of the program",
          "name a property of your own, perhaps rdfs:subPropertyOf " + name);
      return;
    }
    for (Node side : List.of(RDFS.Nodes.domain, RDFS.Nodes.range)) {
      String said = side.equals(RDFS.Nodes.domain) ? "rdfs:domain" : "rdfs:range";
      List<Node> classes = objects(node, side);
      if (classes.isEmpty()) {
        wrong(
            name.toString(),
            name + " has no " + said,
            "say which classes it leads " + (said.endsWith("domain") ? "from" : "to"));
      }
      for (Node each : classes) {
        if (each.isBlank() && !own.contains(each, OWL2.unionOf.asNode(), Node.ANY)) {
          wrong(
              name.toString(),
              "%s of %s is neither a class nor an owl:unionOf".formatted(said, name),
              "name a class");
        }
        knownClass(name, each);
      }
    }
    for (Node above : objects(node, RDFS.Nodes.subPropertyOf)) {
      if (after.names().term(above).filter(after.schema().properties()::containsKey).isEmpty()) {
        wrong(
            name.toString(),
            "%s is below %s, which is no property"
                .formatted(
                    name, after.names().term(above).map(Term::toString).orElse(above.toString())),
            "correct the name");
      }
    }
  }

  private List<Node> objects(Node subject, Node property) {
    return own.stream(subject, property, Node.ANY).map(t -> t.getObject()).toList();
  }

  /** RDF has no lines: the first that begins with the term is taken for its place. */
  private void wrong(String term, String problem, String mend) {
    Pattern start = Pattern.compile("\\s*<?" + Pattern.quote(term) + "(?![\\p{Alnum}_]).*");
    int line = 0;
    while (line < lines.size() && !start.matcher(lines.get(line)).matches()) {
      line++;
    }
    problems.add(new OntologyProblem(file, line < lines.size() ? line + 1 : 0, problem, mend));
  }
}
