package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One pattern finds the same fact in whatever form the sentence gives it. */
class PassiveAndClauseTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maria Okoye founded Kelmar Corp in 1998.",
        "Kelmar Corp was founded by Maria Okoye in 1998.",
        "Kelmar Corp, founded by Maria Okoye in 1998, makes chips.",
        "Kelmar Corp, founded in 1998 by Maria Okoye, makes chips.",
        "Founded by Maria Okoye in 1998, Kelmar Corp makes chips.",
        "Maria Okoye, who founded Kelmar Corp in 1998, was jailed.",
        "Kelmar Corp, which Maria Okoye founded in 1998, makes chips.",
        "Kelmar Corp, which was founded by Maria Okoye in 1998, makes chips."
      })
  void findsWhoFoundedWhatAndWhen(String sentence) {
    assertThat(facts(sentence))
        .containsExactlyInAnyOrder(
            "Kelmar Corp schema:founder Maria Okoye", "Kelmar Corp schema:foundingDate 1998");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maria Okoye, the founder of Kelmar Corp, was jailed.",
        "Kelmar Corp's founder, Maria Okoye, was jailed.",
        "Kelmar Corp founder Maria Okoye was jailed.",
        "Maria Okoye is the founder of Kelmar Corp in Oslo."
      })
  void readsAnAppositionAndACopula(String sentence) {
    assertThat(facts(sentence)).containsExactly("Kelmar Corp schema:founder Maria Okoye");
  }

  @Test
  void givesEachCoordinatedSubjectTheFact() {
    assertThat(facts("Maria Okoye and Peter Lindqvist founded Kelmar Corp in a shed."))
        .containsExactlyInAnyOrder(
            "Kelmar Corp schema:founder Maria Okoye", "Kelmar Corp schema:founder Peter Lindqvist");
  }

  @Test
  void givesEachCoordinatedAgentTheFact() {
    assertThat(facts("Kelmar Corp was founded by Maria Okoye and Peter Lindqvist."))
        .containsExactlyInAnyOrder(
            "Kelmar Corp schema:founder Maria Okoye", "Kelmar Corp schema:founder Peter Lindqvist");
  }

  @Test
  void givesEachCoordinatedObjectTheFact() {
    assertThat(facts("Maria Okoye founded Kelmar Corp and Dravo Ltd in a shed."))
        .containsExactlyInAnyOrder(
            "Kelmar Corp schema:founder Maria Okoye", "Dravo Ltd schema:founder Maria Okoye");
  }

  @Test
  void sharesTheSubjectOfCoordinatedVerbs() {
    assertThat(facts("Maria Okoye sold her flat and founded Kelmar Corp in a shed."))
        .containsExactly("Kelmar Corp schema:founder Maria Okoye");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Kelmar Corp managed to acquire Dravo Ltd in May. | Dravo Ltd ng:acquiredBy Kelmar Corp
          Peter Lindqvist wants Kelmar Corp to acquire Dravo Ltd in May. \
          | PLANNED Dravo Ltd ng:acquiredBy Kelmar Corp
          Kelmar Corp promised Tolvane Inc to acquire Dravo Ltd in May. \
          | PLANNED Dravo Ltd ng:acquiredBy Kelmar Corp
          Having acquired Dravo Ltd in May, Kelmar Corp grew. | Dravo Ltd ng:acquiredBy Kelmar Corp
          Kelmar Corp grew fast, acquiring Dravo Ltd in May. | Dravo Ltd ng:acquiredBy Kelmar Corp
          Dravo Ltd, bought by Kelmar Corp for a song, makes ropes. \
          | Dravo Ltd ng:acquiredBy Kelmar Corp
          """)
  void findsTheSubjectOfAClauseWithoutOne(String sentence, String fact) {
    assertThat(facts(sentence)).containsExactly(fact);
  }

  @Test
  void buildsOneEventWithBothBuyers() {
    assertThat(events("Kelmar Corp and Tolvane Inc bought Dravo Ltd for $20 million in 2019."))
        .containsExactly(
            "ng:Acquisition acquirer=Kelmar Corp acquirer=Tolvane Inc acquired=Dravo Ltd"
                + " price=USD 20000000 time=2019");
  }

  @Test
  void buildsAMovementForEachCoordinatedSubject() {
    assertThat(events("Shares of Kelmar Corp and Dravo Ltd fell 3% on Monday."))
        .containsExactly(
            "ng:MarketMovement subject=Kelmar Corp percentChange=-3 time=2025-03-10",
            "ng:MarketMovement subject=Dravo Ltd percentChange=-3 time=2025-03-10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Kelmar fell 3%, Dravo 2% and Tolvane 1%. | -3 | -2 | -1
          Kelmar gained 4%, Dravo 2.5% and Tolvane 1%. | 4 | 2.5 | 1
          """)
  void fillsTheGapsOfARow(String sentence, String kelmar, String dravo, String tolvane) {
    assertThat(events(sentence))
        .containsExactly(
            "ng:MarketMovement subject=Kelmar percentChange=" + kelmar,
            "ng:MarketMovement subject=Dravo percentChange=" + dravo,
            "ng:MarketMovement subject=Tolvane percentChange=" + tolvane);
  }

  private static List<String> facts(String sentence) {
    return Told.facts(extractor.extract(Told.article(sentence)));
  }

  private static List<String> events(String sentence) {
    return Told.events(extractor.extract(Told.article(sentence)));
  }
}
