package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFinderTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Maria Okoye said that the plant would close. | speaker=Maria Okoye text='the plant would close'
          Maria Okoye said the plant would close. | speaker=Maria Okoye text='the plant would close'
          The plant will close in June, Maria Okoye told reporters. | speaker=Maria Okoye text='The plant will close in June'
          The plant will close, said Maria Okoye. | speaker=Maria Okoye text='The plant will close'
          Kelmar Corp announced on Monday that the plant would close. | speaker=Kelmar Corp text='the plant would close' time=2025-03-10
          According to Kelmar Corp, the plant will close. | speaker=Kelmar Corp text='the plant will close'
          The plant will close, according to Kelmar Corp. | speaker=Kelmar Corp text='The plant will close'
          """)
  void tellsWhoReportsWhat(String text, String statement) {
    assertThat(statements(text)).containsExactly("ng:Statement " + statement);
  }

  @Test
  void findsWhoAPronounSpeaksFor() {
    assertThat(statements("Maria Okoye runs Kelmar Corp. She said that the plant would close."))
        .containsExactly("ng:Statement speaker=Maria Okoye text='the plant would close'");
  }

  @Test
  void whatSomebodyMayHaveSaidIsNotAsserted() {
    assertThat(statements("Maria Okoye may have told investors that the plant would close."))
        .containsExactly("POSSIBLE ng:Statement speaker=Maria Okoye text='the plant would close'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maria Okoye did not say when the plant would close.",
        "It is said that the plant will close.",
        "The plant's workers say that it will close.",
        "Maria Okoye was told that the plant would close.",
        "Maria Okoye announced a plan.",
        "The clocks chime according to Kelmar time."
      })
  void whereNobodyKnownTellsAnythingThereIsNoStatement(String text) {
    assertThat(statements(text)).isEmpty();
  }

  @Test
  void leavesQuotationsToThemselves() {
    assertThat(statements("“The plant will close,” Maria Okoye said."))
        .containsExactly("ng:Statement speaker=Maria Okoye text='The plant will close'");
  }

  private static List<String> statements(String text) {
    return Told.events(extractor.extract(Told.article(text))).stream()
        .filter(e -> e.contains("ng:Statement"))
        .toList();
  }
}
