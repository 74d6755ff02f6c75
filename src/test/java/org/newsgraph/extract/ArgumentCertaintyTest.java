package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.newsgraph.fact.Fact;
import org.newsgraph.ontology.SchemaReader;

class ArgumentCertaintyTest {

  private static final StagedExtractor extractor = new StagedExtractor(SchemaReader.read());

  @AfterAll
  static void close() {
    extractor.close();
  }

  @Test
  void aPronounOrDescriptionIsLessCertainThanAName() {
    BigDecimal named = confidence("Kelmar Corp bought Dravo Ltd in May.");

    assertThat(confidence("Kelmar Corp reported a loss. It bought Dravo Ltd in May."))
        .isLessThan(named);
    assertThat(confidence("Kelmar Corp reported a loss. The company bought Dravo Ltd in May."))
        .isLessThan(named);
  }

  private static BigDecimal confidence(String text) {
    return extractor.extract(Told.article(text)).facts().stream()
        .filter(fact -> fact.property().name().equals("acquiredBy"))
        .map(Fact::evidence)
        .map(evidence -> evidence.getFirst().confidence())
        .findFirst()
        .orElseThrow();
  }
}
