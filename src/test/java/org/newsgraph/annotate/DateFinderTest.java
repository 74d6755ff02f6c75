package org.newsgraph.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.encoder.SentenceEncoder;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Value;

class DateFinderTest {

  /** A Wednesday. */
  private static final PartialDate PUBLISHED = PartialDate.of(2025, 1, 29);

  private static SentenceAnnotator annotator;

  @BeforeAll
  static void load() {
    annotator = new SentenceAnnotator(new SentenceEncoder(), new DependencyParser());
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  private final DateFinder finder = new DateFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mill was sold on January 27, 2025. | January 27, 2025 = 2025-01-27",
        "The mill was sold on 27 Jan 2024 for cash. | 27 Jan 2024 = 2024-01-27",
        "The mill was sold on Jan. 27th, 2024. | Jan. 27th, 2024 = 2024-01-27",
        "It was sold on Monday, 3 March 2025. | Monday, 3 March 2025 = 2025-03-03",
        "The mill has been shut since September 2022. | September 2022 = 2022-09",
        "In 2023, he founded a mill. | 2023 = 2023",
        "The mill, built in 1957, burned down. | 1957 = 1957",
        "It ran from 2019 to 2021. | 2019 = 2019; 2021 = 2021",
        "The ban holds until the end of 2026. | 2026 = 2026",
        "She joined in late 2021 and left in mid-2023. | 2021 = 2021; 2023 = 2023",
        "Its first mill (2011) is shut. | 2011 = 2011",
        "The mill was sold on 27 January 2024. | 27 January 2024 = 2024-01-27",
        "The mill was sold in January 2024. | January 2024 = 2024-01",
        "Signed 2024-05-06 in Ghent. | 2024-05-06 = 2024-05-06",
        "The sale closed between June and August 2023. | August 2023 = 2023-08"
      })
  void readsDatesInFull(String sentence, String expected) {
    assertThat(found(sentence, Optional.empty())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mill burned down on January 27. | January 27 = 2025-01-27",
        "The mill burned down on December 3. | December 3 = 2024-12-03",
        "The court will rule on February 3. | February 3 = 2025-02-03",
        "The firm said on January 20 that it will close on June 1. |"
            + " January 20 = 2025-01-20; June 1 = 2025-06-01",
        "The firm plans to close on June 1. | June 1 = 2025-06-01",
        "A hearing is scheduled for March 4. | March 4 = 2025-03-04",
        "On March 4, the court will rule. | March 4 = 2025-03-04",
        "Shares fell on Monday (January 27). | Monday (January 27) = 2025-01-27",
        "Shares fell on Monday, January 27, the data show. | Monday, January 27 = 2025-01-27",
        "It was fined on 20 January. | 20 January = 2025-01-20",
        "It was fined on 20 Jan. | 20 Jan. = 2025-01-20",
        "It was fined on February 29. | February 29 = 2024-02-29"
      })
  void findsTheYearOfADay(String sentence, String expected) {
    assertThat(found(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The firm said on Monday it had won. | Monday = 2025-01-27",
        "The firm said Wednesday that it had won. | Wednesday = 2025-01-29",
        "The firm left last Friday. | last Friday = 2025-01-24",
        "The firm left last Wednesday. | last Wednesday = 2025-01-22",
        "The board meets next Tuesday. | next Tuesday = 2025-02-04",
        "The board will meet on Friday. | Friday = 2025-01-31",
        "The board is due to meet on Friday. | Friday = 2025-01-31",
        "The firm, which will list in May, said so on Monday. | May = 2025-05; Monday = 2025-01-27",
        "It said on Monday it would, and on Tuesday it did. |"
            + " Monday = 2025-01-27; Tuesday = 2025-01-28",
        "Monday’s ruling was welcomed. | Monday = 2025-01-27",
        "It opened today and shuts tomorrow. | today = 2025-01-29; tomorrow = 2025-01-30",
        "Yesterday it rained. | Yesterday = 2025-01-28"
      })
  void resolvesDaysAgainstPublication(String sentence, String expected) {
    assertThat(found(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Exports were banned last October. | last October = 2024-10",
        "Exports were banned last January. | last January = 2024-01",
        "The mill shut in October. | October = 2024-10",
        "The mill will open in October. | October = 2025-10",
        "The mill opens this March. | this March = 2025-03",
        "The mill will open this March. | this March = 2025-03",
        "The mill opens next June. | next June = 2025-06",
        "The mill opened in October of last year. | October of last year = 2024-10",
        "The mill opened in January of last year. | January of last year = 2024-01",
        "The mill burned down in Jan. last year. | Jan. last year = 2024-01",
        "It will open in January of next year. | January of next year = 2026-01",
        "The mill shut in January of this year. | January of this year = 2025-01",
        "It fell on January 3 of last year. | January 3 of last year = 2024-01-03",
        "It fell on 3 January last year. | 3 January last year = 2024-01-03",
        "Prices fell in October, last year's best month. | October = 2024-10",
        "Prices rose earlier this month. | earlier this month = 2025-01",
        "Prices rose last month. | last month = 2024-12",
        "Prices rose last year and will fall next year. | last year = 2024; next year = 2026",
        "The firm was bought two years ago. | two years ago = 2023",
        "The firm was bought a year ago. | a year ago = 2024",
        "It was sued three days ago. | three days ago = 2025-01-26",
        "It was sued 3 months ago. | 3 months ago = 2024-10"
      })
  void resolvesMonthsAndYearsAgainstPublication(String sentence, String expected) {
    assertThat(found(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It grew in the 1990s and the 2000s.",
        "Sales fell in the first quarter of 2024 and in Q3 2023.",
        "Sales fell in the first half of 2024.",
        "Profit in fiscal 2024 and the 2023-24 season fell.",
        "It met from January 27-29 and from 3-5 March 2024.",
        "It sold 2023 cars to 2000 people from 1500 villages.",
        "It grew by 2000 percent to 2020 million dollars.",
        "The Boeing 1900 and the Windows 2000 went.",
        "It left last week and comes back in two weeks.",
        "More than two years ago it was bought.",
        "It trains on Mondays.",
        "The Sunday Times, the Sun and USA Today wrote so.",
        "It may march in step; Ms May, an ally of May, led.",
        "After the September 11 attacks it closed.",
        "Prices on Black Friday were cut.",
        "In today’s world it is so.",
        "It was sold on June 3 of that year and in May the following year.",
        "It was sold on February 29 of this year."
      })
  void givesNoValueWhereThereIsNone(String sentence) {
    assertThat(found(sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It fell on Monday and on January 27.",
        "It fell in October, last year and two years ago.",
        "It fell today."
      })
  void givesRelativeDatesNoValueWithoutPublication(String sentence) {
    assertThat(found(sentence, Optional.empty())).isEmpty();
  }

  @Test
  void givesFinerDatesThanPublicationNoValue() {
    assertThat(
            found(
                "It fell on Monday, in October and last year.", Optional.of(PartialDate.of(2025))))
        .isEqualTo("last year = 2024");
    assertThat(found("It fell in March of last year.", Optional.of(PartialDate.of(2025))))
        .isEqualTo("March of last year = 2024-03");
    assertThat(found("It fell on Monday and in October.", Optional.of(PartialDate.of(2025, 1))))
        .isEqualTo("October = 2024-10");
  }

  private String found(String sentence) {
    return found(sentence, Optional.of(PUBLISHED));
  }

  private String found(String text, Optional<PartialDate> published) {
    Article article =
        new Article(
            "https://example.org/a",
            text,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            published,
            Optional.empty(),
            List.of(new Paragraph(new Span(0, text.length()), Role.BODY)));
    return String.join(
        "; ",
        annotator.annotate(article).stream()
            .flatMap(a -> finder.find(a.sentence(), text, published).stream())
            .map(m -> m.span().of(text) + " = " + ((Value.OfDate) m.value()).date().iso())
            .toList());
  }
}
