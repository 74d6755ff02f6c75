package org.newsgraph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.extract.LoadedExtractor;
import org.newsgraph.extract.Told;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.rdf.IriMinter;

class DescriptionsTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Maria Okoye, 47, lives in Oslo. | aged 47 in 2025
          Maria Okoye (47) lives in Oslo. | aged 47 in 2025
          A judge freed the 47-year-old Maria Okoye in Oslo. | aged 47 in 2025
          Maria Okoye, a 47-year-old nurse, lives in Oslo. | aged 47 in 2025
          """)
  void anAgeIsKeptWithItsYear(String text, String description) {
    assertThat(said(text, Vocabulary.DESCRIPTION)).contains(description);
  }

  @ParameterizedTest
  @CsvSource({
    "Maria Okoye has 47 cows in Oslo.",
    "'Maria Okoye, 300, lives in Oslo.'",
    "'On May 4, 47 people met Maria Okoye in Oslo.'"
  })
  void otherNumbersAreNoAge(String text) {
    assertThat(said(text, Vocabulary.DESCRIPTION)).noneMatch(words -> words.startsWith("aged"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hanna Berg, née Lindqvist, lives in Oslo. | Hanna Lindqvist
          Hanna Berg (née Lindqvist) lives in Oslo. | Hanna Lindqvist
          Hanna Berg, who won under her maiden name, Hanna Lindqvist, lives in Oslo. | Hanna Lindqvist
          Hanna Berg, who swam as Hanna Lindqvist until she married, lives in Oslo. | Hanna Lindqvist
          """)
  void aNameBeforeMarriageIsAFormerOne(String text, String name) {
    assertThat(said(text, Vocabulary.FORMER_NAME)).contains(name);
  }

  private static List<String> said(String text, Node property) {
    ArticleGraph from = extractor.extract(Told.article(text));
    Graph graph = GraphMemFactory.createDefaultGraph();
    new Descriptions().add(from, new IriMinter(IriMinter.DEFAULT_BASE)::entity, graph);
    return graph.stream(Node.ANY, property, Node.ANY)
        .map(Triple::getObject)
        .map(Node::getLiteralLexicalForm)
        .collect(Collectors.toList());
  }
}
