package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.newsgraph.fact.Fact;

class ArgumentCertaintyTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

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
