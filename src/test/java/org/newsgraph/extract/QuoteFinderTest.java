package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Span;

class QuoteFinderTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“We will grow next year,” Maria Okoye said.",
        "“We will grow next year,” said Maria Okoye.",
        "\"We will grow next year,\" said Maria Okoye.",
        "«We will grow next year», said Maria Okoye.",
        "“We will grow next year,” said Maria Okoye, the chief executive of Kelmar Corp.",
        "“We will grow next year,” Maria Okoye, who founded Kelmar Corp in 1998, told a paper.",
        "“We will grow next year,” Maria Okoye told Peter Lindqvist.",
        "Maria Okoye said: “We will grow next year.”",
        "Maria Okoye said, “We will grow next year.”"
      })
  void findsTheSpeakerBeforeAndBehindTheWords(String text) {
    assertThat(statements(text))
        .containsExactly("ng:Statement speaker=Maria Okoye text='We will grow next year'");
  }

  @Test
  void takesAQuotationThatItsAttributionSplitsForOne() {
    assertThat(statements("“We will grow,” said Maria Okoye, “but not before next year.”"))
        .containsExactly(
            "ng:Statement speaker=Maria Okoye text='We will grow but not before next year'");
  }

  @Test
  void keepsTwoSpeakersApart() {
    assertThat(
            statements(
                "“We will grow next year,” Maria Okoye said. “Prices fell,” Peter Lindqvist said."))
        .containsExactly(
            "ng:Statement speaker=Maria Okoye text='We will grow next year'",
            "ng:Statement speaker=Peter Lindqvist text='Prices fell'");
  }

  @Test
  void endsWordsThatAreNeverClosedWithTheirParagraph() {
    assertThat(
            statements(
                "Maria Okoye said: “We will grow. Prices will fall.\n"
                    + "“Nobody will be hurt,” Peter Lindqvist said."))
        .containsExactly(
            "ng:Statement speaker=Maria Okoye text='We will grow. Prices will fall'",
            "ng:Statement speaker=Peter Lindqvist text='Nobody will be hurt'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          “Prices will fall again,” analysts at Kelmar Bank said. | Kelmar Bank
          “Prices will fall again,” said analysts at Kelmar Bank. | Kelmar Bank
          “Prices will fall again,” an analyst at Kelmar Bank wrote. | Kelmar Bank
          “Prices will fall again,” a spokeswoman for Kelmar Corp said. | Kelmar Corp
          """)
  void letsAnUnnamedPersonSpeakForTheHouse(String text, String speaker) {
    assertThat(statements(text))
        .containsExactly("ng:Statement speaker=" + speaker + " text='Prices will fall again'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The “green growth plan” of Kelmar Corp cost $20 million.",
        "Kelmar Corp opened a “people's shop” in Oslo.",
        "Maria Okoye spoke in Oslo. The “green growth plan” is dear.",
        "“No,” Maria Okoye said.",
        "“We will grow next year,” somebody said."
      })
  void findsNoStatementInScareQuotesNorWithoutASpeaker(String text) {
    assertThat(statements(text)).isEmpty();
  }

  @Test
  void datesAStatementByItsVerb() {
    assertThat(statements("“We will grow next year,” Maria Okoye told reporters on Monday."))
        .containsExactly(
            "ng:Statement speaker=Maria Okoye text='We will grow next year' time=2025-03-10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a “b” c “d” e    | b, d
          a "b" c "d" e    | b, d
          a „b“ c «d» e    | b, d
          a “b c “d” e     | d
          a “b” c “d e     | b, d e
          a “” b           | ''
          a b ”            | ''
          """)
  void pairsTheMarks(String text, String quoted) {
    List<Span> spans = QuoteFinder.quotes(text, new Span(0, text.length()));

    assertThat(String.join(", ", spans.stream().map(s -> s.of(text)).toList()))
        .isEqualTo(quoted.replace("''", ""));
  }

  private static List<String> statements(String text) {
    return Told.events(extractor.extract(Told.article(text)));
  }
}
