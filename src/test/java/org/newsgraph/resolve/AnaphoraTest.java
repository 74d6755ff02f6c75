package org.newsgraph.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.LoadedExtractor;
import org.newsgraph.extract.Told;

/** Whom pronouns and descriptions stand for, as the facts about them show. */
class AnaphoraTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Maria Okoye and Peter Lindqvist met in May. She founded Kelmar Corp in a shed. \
          | Kelmar Corp schema:founder Maria Okoye
          Maria Okoye and Peter Lindqvist met in May. He founded Kelmar Corp in a shed. \
          | Kelmar Corp schema:founder Peter Lindqvist
          Maria Okoye met Peter Lindqvist in May. She married him in 2004. \
          | Maria Okoye schema:spouse Peter Lindqvist
          Maria Okoye met Peter Lindqvist in May. His wife, Ana Dahl, was there. \
          | Ana Dahl schema:spouse Peter Lindqvist
          Peter Lindqvist met Maria Okoye in May. Her husband, Erik Dahl, was there. \
          | Erik Dahl schema:spouse Maria Okoye
          """)
  void goesByGender(String text, String fact) {
    assertThat(facts(text)).containsExactly(fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Kelmar Corp reported a loss. It bought Dravo Ltd in May. \
          | Dravo Ltd ng:acquiredBy Kelmar Corp
          Kelmar Corp reported a loss. The company bought Dravo Ltd in May. \
          | Dravo Ltd ng:acquiredBy Kelmar Corp
          Kelmar Corp said its founder, Maria Okoye, had slept. \
          | Kelmar Corp schema:founder Maria Okoye
          Tolvane Inc and its founder, Maria Okoye, sued Kelmar Corp in May. \
          | Tolvane Inc schema:founder Maria Okoye
          The Northern Maritime Authority fined Kelmar Corp in May. The ministry is based in Oslo. \
          | Northern Maritime Authority ng:headquarters Oslo
          """)
  void leadsToTheOrganization(String text, String fact) {
    assertThat(facts(text)).containsExactly(fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Kelmar Corp met Tolvane Inc in May. The company acquired it in June. \
          | Tolvane Inc ng:acquiredBy Kelmar Corp
          Kelmar Corp grew. Dravo Ltd bought it in May. | Kelmar Corp ng:acquiredBy Dravo Ltd
          """)
  void neverLeadsTwoArgumentsOfOneVerbToOneEntity(String text, String fact) {
    assertThat(facts(text)).containsExactly(fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Plumm, a brewer, grew in May. | Plumm
          The brewer Plumm Ltd grew in May. | Plumm Ltd
          Plumm Ltd is a brewer. | Plumm Ltd
          """)
  void leadsToWhoWasCalledSoHoweverFarBack(String introduction, String buyer) {
    String since = " Kelmar Corp fell. Tolvane Inc rose. Selwin Ltd waited. Orrin Inc rested. ";
    assertThat(facts(introduction + since + "The brewer bought Dravo Ltd in June."))
        .containsExactly("Dravo Ltd ng:acquiredBy " + buyer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kelmar Corp grew quickly. It acquired it in May.",
        "Maria Okoye spoke in May. He founded Kelmar Corp in a shed.",
        "Maria Okoye spoke in May. The company bought Dravo Ltd in June.",
        "Norway imposed a tax. The company bought Dravo Ltd in June.",
        "Kelmar Corp reported a loss. The newspaper stands by its story. It bought Dravo Ltd in June.",
        "Kelmar Corp reported a loss. A competitor laughed. It bought Dravo Ltd in June."
      })
  void leadsNowhereWhereNobodyFitsOrSomebodyUnknownIsNearer(String text) {
    assertThat(facts(text)).isEmpty();
  }

  private static List<String> facts(String text) {
    return Told.facts(extractor.extract(Told.article(text)));
  }
}
