package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Modality;

/** How certain a sentence is of what it tells, and who says so. */
class ModalityTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ASSERTED | Kelmar Corp bought Dravo Ltd in 2019.
          ASSERTED | Kelmar Corp managed to acquire Dravo Ltd in 2019.
          ASSERTED | Kelmar Corp was praised for buying Dravo Ltd in 2019.
          DENIED   | Kelmar Corp did not buy Dravo Ltd in 2019.
          DENIED   | Kelmar Corp didn't acquire Dravo Ltd in 2019.
          DENIED   | Kelmar Corp never bought Dravo Ltd in the end.
          DENIED   | Kelmar Corp has yet to acquire Dravo Ltd this year.
          DENIED   | Kelmar Corp made no acquisition of Dravo Ltd in 2019.
          DENIED   | Kelmar Corp's takeover of Dravo Ltd was blocked in 2019.
          DENIED   | Kelmar Corp denied having bought Dravo Ltd in 2019.
          DENIED   | Kelmar Corp denied that it had acquired Dravo Ltd in 2019.
          DENIED   | Kelmar Corp refused to buy Dravo Ltd in 2019.
          DENIED   | Kelmar Corp failed to acquire Dravo Ltd in 2019.
          DENIED   | Kelmar Corp ruled out buying Dravo Ltd this year.
          DENIED   | Kelmar Corp shelved its takeover of Dravo Ltd.
          PLANNED  | Kelmar Corp will buy Dravo Ltd this year.
          PLANNED  | Kelmar Corp plans to buy Dravo Ltd this year.
          PLANNED  | Kelmar Corp agreed to buy Dravo Ltd for $40 million.
          PLANNED  | Kelmar Corp wants to acquire Dravo Ltd this year.
          PLANNED  | Kelmar Corp is set to acquire Dravo Ltd this year.
          PLANNED  | Kelmar Corp announced a plan to buy Dravo Ltd this year.
          PLANNED  | Kelmar Corp is in talks to buy Dravo Ltd.
          PLANNED  | Kelmar Corp has postponed its takeover of Dravo Ltd.
          PLANNED  | Peter Lindqvist wants Kelmar Corp to acquire Dravo Ltd this year.
          POSSIBLE | Kelmar Corp may buy Dravo Ltd this year.
          POSSIBLE | Kelmar Corp could acquire Dravo Ltd this year.
          POSSIBLE | Kelmar Corp might have acquired Dravo Ltd in 2019.
          POSSIBLE | Kelmar Corp is considering buying Dravo Ltd this year.
          POSSIBLE | Prices would fall if Kelmar Corp bought Dravo Ltd this year.
          POSSIBLE | Has Kelmar Corp bought Dravo Ltd since then?
          POSSIBLE | Will Kelmar Corp buy Dravo Ltd this year?
          ALLEGED  | Kelmar Corp allegedly bought Dravo Ltd in 2019.
          ALLEGED  | Kelmar Corp reportedly acquired Dravo Ltd in 2019.
          ALLEGED  | Kelmar Corp is said to have bought Dravo Ltd in 2019.
          ALLEGED  | Kelmar Corp is accused of buying Dravo Ltd in 2019.
          ALLEGED  | A rival claims that Kelmar Corp bought Dravo Ltd in 2019.
          """)
  void judgesAnAcquisition(Modality expected, String sentence) {
    ArticleGraph graph = extractor.extract(Told.article(sentence));

    assertThat(graph.facts())
        .filteredOn(fact -> fact.property().name().equals("acquiredBy"))
        .singleElement()
        .satisfies(
            fact ->
                assertThat(fact.evidence()).extracting(Evidence::modality).containsOnly(expected));
    assertThat(graph.events())
        .filteredOn(event -> event.type().name().equals("Acquisition"))
        .singleElement()
        .satisfies(event -> assertThat(event.modality()).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "According to Tolvane Inc, Kelmar Corp bought Dravo Ltd in 2019.",
        "Kelmar Corp bought Dravo Ltd in 2019, according to Tolvane Inc, a rival.",
        "Tolvane Inc said that Kelmar Corp had acquired Dravo Ltd in 2019.",
        "Kelmar Corp has acquired Dravo Ltd, Tolvane Inc said."
      })
  void assertsWhatSomeoneReportsAndNamesWhoDoes(String sentence) {
    assertThat(facts(sentence))
        .containsExactly("Dravo Ltd ng:acquiredBy Kelmar Corp by Tolvane Inc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Kelmar Corp said it had bought Dravo Ltd in 2019. \
          | Dravo Ltd ng:acquiredBy Kelmar Corp by Kelmar Corp
          Kelmar Corp said it would buy Dravo Ltd this year. \
          | PLANNED Dravo Ltd ng:acquiredBy Kelmar Corp by Kelmar Corp
          Peter Lindqvist claims that Kelmar Corp bought Dravo Ltd in 2019. \
          | ALLEGED Dravo Ltd ng:acquiredBy Kelmar Corp by Peter Lindqvist
          Kelmar Corp is said to own Dravo Ltd in full. \
          | ALLEGED Dravo Ltd ng:owner Kelmar Corp
          """)
  void combinesCertaintyAndSpeaker(String sentence, String fact) {
    assertThat(facts(sentence)).containsExactly(fact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No company acquired Dravo Ltd in 2019.",
        "Nobody at Kelmar Corp bought Dravo Ltd in 2019."
      })
  void takesNobodyForNobody(String sentence) {
    assertThat(facts(sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maria Okoye used to head Kelmar Corp in Oslo.",
        "Maria Okoye, who used to run Kelmar Corp, lives in Oslo.",
        "Maria Okoye, the former chief executive of Kelmar Corp, lives in Oslo.",
        "Maria Okoye is the former chief executive of Kelmar Corp in Oslo.",
        "Kelmar Corp's former chief executive, Maria Okoye, lives in Oslo.",
        "Maria Okoye was the chief executive of Kelmar Corp until 2019."
      })
  void namesNoLeaderOfThePast(String sentence) {
    assertThat(facts(sentence))
        .noneMatch(fact -> fact.matches(".*(leader|chiefExecutive|jobTitle|affiliation).*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Maria Okoye heads Kelmar Corp in Oslo. | Kelmar Corp ng:leader Maria Okoye
          Maria Okoye, the chief executive of Kelmar Corp, lives in Oslo. \
          | Kelmar Corp ng:chiefExecutive Maria Okoye
          """)
  void namesALeaderOfThePresent(String sentence, String fact) {
    assertThat(facts(sentence)).contains(fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Kelmar Corp, which bought Dravo Ltd in 2019, did not publish its results. \
          | Dravo Ltd ng:acquiredBy Kelmar Corp
          The court did not fine Kelmar Corp, which bought Dravo Ltd in 2019. \
          | Dravo Ltd ng:acquiredBy Kelmar Corp
          Maria Okoye, who owns Kelmar Corp, has not been charged in Oslo. \
          | Kelmar Corp ng:owner Maria Okoye
          Maria Okoye, the founder of Kelmar Corp, did not resign in 2019. \
          | Kelmar Corp schema:founder Maria Okoye
          """)
  void letsANegationReachNoFurtherThanItsClause(String sentence, String fact) {
    assertThat(facts(sentence)).containsExactly(fact);
  }

  @Test
  void letsANegatedRelativeClauseLeaveTheMainClauseAlone() {
    String sentence =
        "Kelmar Corp, which did not buy Dravo Ltd in 2019, acquired Tolvane Inc in May.";
    assertThat(facts(sentence))
        .containsExactly(
            "DENIED Dravo Ltd ng:acquiredBy Kelmar Corp", "Tolvane Inc ng:acquiredBy Kelmar Corp");
  }

  private static List<String> facts(String sentence) {
    return Told.facts(extractor.extract(Told.article(sentence)));
  }
}
