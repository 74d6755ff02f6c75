package org.newsgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

class VocabularyTest {

  private static final Graph ONTOLOGY = OntologyFile.read(OntologyFile.ONTOLOGY);

  @Test
  void theOntologyDefinesEveryConstant() throws IllegalAccessException {
    List<Node> constants = new ArrayList<>();
    for (Field field : Vocabulary.class.getFields()) {
      if (field.getType() == Node.class) {
        constants.add((Node) field.get(null));
      }
    }
    // rdfs:label is RDF Schema's own and not defined anew.
    constants.remove(Vocabulary.LABEL);

    assertThat(constants).hasSizeGreaterThan(30);
    assertThat(constants)
        .allSatisfy(
            constant ->
                assertThat(ONTOLOGY.contains(constant, RDF.Nodes.type, Node.ANY))
                    .as("definition of %s", constant)
                    .isTrue());
  }

  @Test
  void theOntologyHasNoModalityThatTheDomainLacks() {
    assertThat(
            ONTOLOGY.stream(
                    Node.ANY, RDF.Nodes.type, NodeFactory.createURI(Vocabulary.NG + "Modality"))
                .map(t -> t.getSubject()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Modality.values()).map(Vocabulary::node).toList());
  }

  @Test
  void compactNamesAndIrisTranslateBothWays() {
    Term founder = Term.of("schema:founder");

    assertThat(Vocabulary.node(founder).getURI()).isEqualTo("https://schema.org/founder");
    assertThat(Vocabulary.term(Vocabulary.node(founder))).contains(founder);
    assertThat(Vocabulary.term(NodeFactory.createURI("https://example.org/founder"))).isEmpty();
    assertThat(Vocabulary.term(NodeFactory.createURI("https://schema.org/a/b"))).isEmpty();
    assertThat(Vocabulary.term(NodeFactory.createLiteralString("schema:founder"))).isEmpty();
  }

  @Test
  void anUnknownPrefixIsNamed() {
    assertThatThrownBy(() -> Vocabulary.node(Term.of("foaf:name")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("foaf:name")
        .hasMessageContaining("schema");
  }
}
