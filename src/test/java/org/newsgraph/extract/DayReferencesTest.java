package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayReferencesTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Kelmar Corp grew on Monday. Tolvane Inc acquired Dravo Ltd the same day. | 2025-03-10
          Kelmar Corp grew on 3 March 2025. Tolvane Inc acquired Dravo Ltd on the same day. | 2025-03-03
          Kelmar Corp grew on Monday. It rained. Tolvane Inc acquired Dravo Ltd that day. | 2025-03-10
          Ships sank on Monday. Kelmar Corp grew on Tuesday. Tolvane Inc acquired Dravo Ltd that same day. \
          | 2025-03-11
          """)
  void leadsADayBackToTheOneNamedLast(String text, String day) {
    assertThat(Told.events(extractor.extract(Told.article(text))))
        .containsExactly("ng:Acquisition acquirer=Tolvane Inc acquired=Dravo Ltd time=" + day);
  }

  @Test
  void leadsASingleDayBack() {
    String text = "Kelmar Corp grew on Tuesday. Dravo Ltd lost 17% in a single day.";

    assertThat(Told.events(extractor.extract(Told.article(text))))
        .containsExactly("ng:MarketMovement subject=Dravo Ltd percentChange=-17 time=2025-03-11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tolvane Inc acquired Dravo Ltd the same day.",
        "Kelmar Corp grew in 2019. Tolvane Inc acquired Dravo Ltd the same day.",
        "Kelmar Corp grew on Monday. It rained. Prices were low. Tolvane Inc acquired Dravo Ltd that day."
      })
  void leavesADayOpenThatNoNearSentenceNames(String text) {
    assertThat(Told.events(extractor.extract(Told.article(text))))
        .containsExactly("ng:Acquisition acquirer=Tolvane Inc acquired=Dravo Ltd");
  }
}
