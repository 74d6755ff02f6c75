package org.newsgraph.ontology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/**
 * Reads classes and properties out of an OWL ontology.
 *
 * <p>A property without domain or range is left out: it is an inverse that is stated for reasoners
 * and never written.
 */
public final class SchemaReader {

  private final Graph ontology;

  private final TermNames names;

  private SchemaReader(Graph ontology, TermNames names) {
    this.ontology = ontology;
    this.names = names;
  }

  /** The schema that {@link OntologyFile#ONTOLOGY} defines. */
  public static Schema read() {
    return read(OntologyFile.read(OntologyFile.ONTOLOGY));
  }

  /**
   * The schema that an ontology defines. Terms outside {@link Vocabulary#prefixes()} are left out.
   */
  public static Schema read(Graph ontology) {
    return read(ontology, Vocabulary.names());
  }

  /** The schema that an ontology defines. Terms that have no such name are left out. */
  static Schema read(Graph ontology, TermNames names) {
    SchemaReader reader = new SchemaReader(ontology, names);
    return new Schema(reader.superclasses(), reader.properties());
  }

  private SortedMap<Term, Set<Term>> superclasses() {
    SortedMap<Term, Set<Term>> found = new TreeMap<>();
    for (Node type : subjects(OWL.Class.asNode())) {
      names
          .term(type)
          .ifPresent(name -> found.put(name, terms(reachable(type, RDFS.Nodes.subClassOf))));
    }
    return found;
  }

  private SortedMap<Term, Schema.Property> properties() {
    SortedMap<Term, Schema.Property> found = new TreeMap<>();
    for (Node type :
        List.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), RDF.Nodes.Property)) {
      for (Node property : subjects(type)) {
        names.term(property).ifPresent(name -> addProperty(found, name, property));
      }
    }
    return found;
  }

  private void addProperty(SortedMap<Term, Schema.Property> found, Term name, Node property) {
    Set<Term> domain = alternatives(property, RDFS.Nodes.domain);
    Set<Term> range = alternatives(property, RDFS.Nodes.range);
    if (domain.isEmpty() || range.isEmpty()) {
      return;
    }
    Set<Term> superproperties = terms(reachable(property, RDFS.Nodes.subPropertyOf));
    superproperties.remove(name);
    boolean symmetric = ontology.contains(property, RDF.Nodes.type, OWL.SymmetricProperty.asNode());
    found.put(name, new Schema.Property(name, domain, range, symmetric, superproperties));
  }

  /** The named classes of a domain or range, the members of a union one by one. */
  private Set<Term> alternatives(Node property, Node domainOrRange) {
    return terms(
        objects(property, domainOrRange)
            .flatMap(
                type ->
                    type.isBlank()
                        ? objects(type, OWL2.unionOf.asNode())
                            .flatMap(
                                list -> GraphList.members(GNode.create(ontology, list)).stream())
                        : Stream.of(type))
            .toList());
  }

  private Set<Node> reachable(Node start, Node property) {
    Set<Node> found = new LinkedHashSet<>(Set.of(start));
    Deque<Node> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      objects(open.remove(), property).filter(found::add).forEach(open::add);
    }
    return found;
  }

  private List<Node> subjects(Node type) {
    return ontology.stream(Node.ANY, RDF.Nodes.type, type).map(t -> t.getSubject()).toList();
  }

  private Stream<Node> objects(Node subject, Node property) {
    return ontology.stream(subject, property, Node.ANY).map(t -> t.getObject());
  }

  private Set<Term> terms(Iterable<Node> nodes) {
    Set<Term> terms = new TreeSet<>();
    nodes.forEach(node -> names.term(node).ifPresent(terms::add));
    return terms;
  }
}
