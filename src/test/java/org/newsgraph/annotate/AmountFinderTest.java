package org.newsgraph.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
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
import org.newsgraph.data.DataTable;
import org.newsgraph.encoder.SentenceEncoder;
import org.newsgraph.fact.Money;
import org.newsgraph.fact.Value;

class AmountFinderTest {

  private static SentenceAnnotator annotator;

  @BeforeAll
  static void load() {
    annotator = new SentenceAnnotator(new SentenceEncoder(), new DependencyParser());
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  private final AmountFinder finder = new AmountFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The fund lost US$1.5 trillion in a day. | US$1.5 trillion = USD 1500000000000",
        "It paid $2.5bn for the mill. | $2.5bn = USD 2500000000",
        "The grant of €300m was cut. | €300m = EUR 300000000",
        "A loan of £4 million was agreed. | £4 million = GBP 4000000",
        "The road will cost Rs 500 crore. | Rs 500 crore = INR 5000000000",
        "The bank set 600 billion yen aside. | 600 billion yen = JPY 600000000000",
        "They raised 40 million euros. | 40 million euros = EUR 40000000",
        "It sold the flat for S$1,250,000. | S$1,250,000 = SGD 1250000",
        "Debt reached HK$7.25 billion. | HK$7.25 billion = HKD 7250000000",
        "The miner owes A$90m. | A$90m = AUD 90000000",
        "Ottawa gave C$3 million. | C$3 million = CAD 3000000",
        "The bank holds CHF 3.2 billion. | CHF 3.2 billion = CHF 3200000000",
        "A fine of 18 million yuan followed. | 18 million yuan = CNY 18000000",
        "It put RMB 5bn into the plant. | RMB 5bn = CNY 5000000000",
        "A payout of 30 billion won was made. | 30 billion won = KRW 30000000000",
        "The film took 20 crore rupees. | 20 crore rupees = INR 200000000",
        "He left a billion dollars to the town. | a billion dollars = USD 1000000000",
        "She owns half a billion dollars in land. | half a billion dollars = USD 500000000",
        "It cost two and a half million pounds. | two and a half million pounds = GBP 2500000",
        "A 100-million-euro plant opened. | 100-million-euro = EUR 100000000",
        "They asked for $1 million-plus. | $1 million = USD 1000000",
        "A ticket is 80 cents. | 80 cents = USD 0.8",
        "It sent 5 million Canadian dollars. | 5 million Canadian dollars = CAD 5000000",
        "A meal is 12 euros and a room $95. | 12 euros = EUR 12; $95 = USD 95"
      })
  void readsAmounts(String sentence, String expected) {
    assertThat(found(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Theft costs about US$240 billion to US$610 billion a year. |"
            + " US$240 billion to US$610 billion = USD 240000000000..610000000000 ~",
        "Bids lie between $3bn and $4bn. | $3bn and $4bn = USD 3000000000..4000000000",
        "The plant needs $10-12 million. | $10-12 million = USD 10000000..12000000",
        "The plant needs €10–12 million. | €10–12 million = EUR 10000000..12000000",
        "Fines range from 5 to 7 million euros. | 5 to 7 million euros = EUR 5000000..7000000",
        "Seats cost between $3 and $4 million. | $3 and $4 million = USD 3000000..4000000",
        "Seats cost from $500 to $1 million. | $500 to $1 million = USD 500..1000000",
        "The share rose from $5 to $7. | $5 = USD 5; $7 = USD 7",
        "Sales dropped from 9 to 7 million euros. | 9 = EUR 9; 7 million euros = EUR 7000000",
        "The share fell $5 to $70. | $5 = USD 5; $70 = USD 70",
        "They paid $5 and €7. | $5 = USD 5; €7 = EUR 7"
      })
  void tellsRangesFromPairs(String sentence, String expected) {
    assertThat(found(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "about",
        "nearly",
        "almost",
        "around",
        "over",
        "more than",
        "up to",
        "at least",
        "some",
        "roughly",
        "as much as",
        "Nearly"
      })
  void marksInexactAmounts(String word) {
    assertThat(found("It paid " + word + " $5 for it.")).isEqualTo("$5 = USD 5 ~");
  }

  @Test
  void leavesExactAmountsExact() {
    assertThat(found("Over time it paid $5 for it.")).isEqualTo("$5 = USD 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shares fell 17% on the day. | 17% = 17",
        "Shares fell 12.50 pct. | 12.50 pct = 12.5",
        "Rates are 17 percent, or 16 per cent. | 17 percent = 17; 16 per cent = 16",
        "It owns three percent of the firm. | three percent = 3",
        "It owns twenty-five per cent. | twenty-five per cent = 25",
        "Growth was -3.2% last year. | -3.2% = -3.2",
        "Output rose from 5% to 7%. | 5% = 5; 7% = 7",
        "Output rose from 5 to 7 percent. | 7 percent = 7",
        "It is a 51-per-cent holding. | 51-per-cent = 51",
        "The shares fell by a third. | a third = 33.3",
        "Prices rose by about two-fifths in May. | two-fifths = 40",
        "Kelmar lost three-quarters of its market value. | three-quarters = 75"
      })
  void readsPercentages(String sentence, String expected) {
    assertThat(found(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It cost billions of dollars.",
        "It cost several million dollars.",
        "Tens of millions of euros were lost.",
        "It rose by 3 percentage points.",
        "The roof was mended by a third party.",
        "She kept a third of the apples.",
        "It came by a quarter past nine.",
        "It rose by 3 per cent points.",
        "Growth of 5 to 6 percent is seen.",
        "Growth of 5-6% is seen.",
        "Growth between 5 and 6 percent is seen.",
        "The H100s and the A$AP album sold 5 million copies.",
        "He weighs 200 pounds and won 12 won medals.",
        "The 20 euro countries and one euro zone bank met in 2024.",
        "Costs are given in 2015 dollars.",
        "A pound of flesh and a dollar sign."
      })
  void takesNothingElseForAnAmount(String sentence) {
    assertThat(found(sentence)).isEmpty();
  }

  @Test
  void givesOffsetsOfTheArticle() {
    String text = "Mill sold.\u00A0It cost “about” US$5\u00A0million – no more.";
    Article article = article(text, 11);

    List<ValueMention> found =
        finder.find(annotator.annotate(article).getFirst().sentence(), article.text());

    assertThat(found).extracting(m -> m.span().of(text)).containsExactly("US$5\u00A0million");
  }

  @Test
  void knowsOnlyCurrenciesOfIso4217() {
    assertThat(DataTable.read("currencies.tsv").rows())
        .allSatisfy(row -> assertThat(Currency.getInstance(row.get("code"))).isNotNull());
  }

  private String found(String sentence) {
    Article article = article(sentence, 0);
    List<ValueMention> found =
        annotator.annotate(article).stream()
            .flatMap(a -> finder.find(a.sentence(), article.text()).stream())
            .toList();
    return String.join(
        "; ", found.stream().map(m -> m.span().of(sentence) + " = " + show(m.value())).toList());
  }

  private static String show(Value value) {
    return switch (value) {
      case Value.OfMoney(Money money) ->
          money.currency()
              + " "
              + money.min().toPlainString()
              + money.max().map(max -> ".." + max.toPlainString()).orElse("")
              + (money.approximate() ? " ~" : "");
      case Value.OfNumber(var number) -> number.toPlainString();
      default -> value.toString();
    };
  }

  private static Article article(String text, int begin) {
    return new Article(
        "https://example.org/a",
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Paragraph(new Span(begin, text.length()), Role.BODY)));
  }
}
