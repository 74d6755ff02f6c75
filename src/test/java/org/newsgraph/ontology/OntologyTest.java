package org.newsgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/** What the contract promises of the ontology's files, and that the two agree. */
class OntologyTest {

  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Graph ONTOLOGY = OntologyFile.read(OntologyFile.ONTOLOGY);
  private static final Schema SCHEMA = SchemaReader.read();
  private static final Graph SHAPES = OntologyFile.read(OntologyFile.SHAPES);

  @ParameterizedTest
  @ValueSource(strings = {OntologyFile.ONTOLOGY, OntologyFile.SHAPES})
  void readingTwiceGivesTheSameTriplesBlankNodesIncluded(String file) {
    assertThat(triples(OntologyFile.read(file))).isEqualTo(triples(OntologyFile.read(file)));
  }

  @Test
  void everyTermHasALabelADefinitionAndAHome() {
    List<Node> terms =
        ONTOLOGY.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
            .map(Triple::getSubject)
            .filter(Node::isURI)
            .filter(n -> !n.getURI().equals(Vocabulary.ONTOLOGY))
            .distinct()
            .toList();

    assertThat(terms).hasSizeGreaterThan(150);
    assertThat(terms)
        .allSatisfy(
            term -> {
              assertThat(count(term, RDFS.Nodes.label)).as("labels of %s", term).isEqualTo(1);
              assertThat(count(term, SKOS.definition.asNode()))
                  .as("definitions of %s", term)
                  .isEqualTo(1);
              assertThat(count(term, RDFS.Nodes.isDefinedBy)).as("home of %s", term).isEqualTo(1);
            });
  }

  @Test
  void everyClassOrPropertyThatAnotherNamesIsDefined() {
    Set<Node> named = new TreeSet<>(Comparator.comparing(Node::getURI));
    for (Node property :
        List.of(
            RDFS.Nodes.subClassOf,
            RDFS.Nodes.subPropertyOf,
            RDFS.Nodes.domain,
            RDFS.Nodes.range,
            RDF.Nodes.first,
            OWL.inverseOf.asNode(),
            OWL.disjointWith.asNode())) {
      ONTOLOGY.stream(Node.ANY, property, Node.ANY)
          .map(Triple::getObject)
          .filter(Node::isURI)
          .filter(n -> !n.getURI().startsWith("http://www.w3.org/2001/XMLSchema#"))
          .filter(n -> !n.getURI().startsWith(RDFS.getURI()))
          .forEach(named::add);
    }

    assertThat(named)
        .isNotEmpty()
        .allSatisfy(
            n -> assertThat(count(n, RDF.Nodes.type)).as("definition of %s", n).isPositive());
  }

  @Test
  void aPropertyBetweenEntitiesHasAnInverseOrIsSymmetric() {
    List<Node> between =
        SCHEMA.properties().values().stream()
            .filter(p -> p.domain().stream().allMatch(OntologyTest::isEntityClass))
            .filter(p -> p.range().stream().allMatch(OntologyTest::isEntityClass))
            .map(p -> Vocabulary.node(p.name()))
            .toList();

    assertThat(between).hasSizeGreaterThan(20);
    assertThat(between)
        .allSatisfy(
            p ->
                assertThat(
                        count(p, OWL.inverseOf.asNode())
                            + ONTOLOGY.stream(p, RDF.Nodes.type, OWL.SymmetricProperty.asNode())
                                .count())
                    .as("inverse or symmetry of %s", p)
                    .isEqualTo(1));
  }

  @Test
  void theShapesAskForTheDomainsAndRangesOfTheOntology() {
    Map<String, Set<String>> inOntology =
        SCHEMA.properties().values().stream()
            .filter(p -> isFactOrRole(Vocabulary.node(p.name())))
            .collect(
                Collectors.toMap(
                    p -> Vocabulary.node(p.name()).getURI(),
                    p -> {
                      Set<String> both = new TreeSet<>();
                      p.domain().forEach(c -> both.add("domain " + Vocabulary.node(c).getURI()));
                      p.range().forEach(c -> both.add("range " + Vocabulary.node(c).getURI()));
                      return both;
                    }));

    Map<String, Set<String>> inShapes =
        inOntology.keySet().stream()
            .collect(
                Collectors.toMap(
                    iri -> iri,
                    iri -> {
                      Node property = NodeFactory.createURI(iri);
                      Set<String> both = new TreeSet<>();
                      checkedTypes("targetObjectsOf", property)
                          .forEach(c -> both.add("domain " + c));
                      checkedTypes("targetSubjectsOf", property)
                          .forEach(c -> both.add("range " + c));
                      return both;
                    }));

    assertThat(inOntology).hasSizeGreaterThan(60);
    assertThat(inShapes).isEqualTo(inOntology);
  }

  private static boolean isEntityClass(Term name) {
    return !name.prefix().equals("xsd")
        && SCHEMA.isA(name, Term.of("schema:Thing"))
        && !name.equals(Term.of("schema:NewsArticle"));
  }

  /** Facts start at entities and roles at events; evidence and values have shapes of their own. */
  private static boolean isFactOrRole(Node property) {
    return SHAPES.stream(Node.ANY, sh("targetObjectsOf"), property)
        .anyMatch(t -> t.getSubject().getURI().endsWith("-subject"));
  }

  /** The classes and datatypes that the shapes with the target name, in whatever nesting. */
  private static Set<String> checkedTypes(String target, Node property) {
    Set<String> found = new TreeSet<>();
    SHAPES.stream(Node.ANY, sh(target), property)
        .map(Triple::getSubject)
        .toList()
        .forEach(shape -> collectTypes(shape, found));
    return found;
  }

  private static void collectTypes(Node node, Set<String> found) {
    SHAPES.stream(node, Node.ANY, Node.ANY)
        .toList()
        .forEach(
            t -> {
              if (t.getPredicate().equals(sh("class")) || t.getPredicate().equals(sh("datatype"))) {
                found.add(t.getObject().getURI());
              } else if (t.getObject().isBlank()) {
                collectTypes(t.getObject(), found);
              }
            });
  }

  private static Node sh(String name) {
    return NodeFactory.createURI(SH + name);
  }

  private static long count(Node subject, Node property) {
    return ONTOLOGY.stream(subject, property, Node.ANY).count();
  }

  private static Set<Triple> triples(Graph graph) {
    return graph.stream().collect(Collectors.toSet());
  }
}
