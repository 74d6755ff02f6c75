package org.newsgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.fact.Money;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Value;

class ValueMeaningTest {

  private final ValueMeaning meaning =
      new ValueMeaning(Optional.of(PartialDate.parse("2025-01-29")));

  @ParameterizedTest
  @CsvSource({
    "2011, 2011, true",
    "2011, 2012, false",
    "2011, 2011-03, false",
    "March 2011, 2011-03, true",
    "March 2011, 2011, false",
    "March 2011, 2011-04, false",
    "5 March 2011, 2011-03-05, true",
    "5 March 2011, 2011-03-06, false",
    "3rd Sept 2011, 2011-09-03, true",
    "last year, 2024, true",
    "last year, 2025, false",
    "Monday, 2025-01-27, true",
    "Monday, 2025-01-28, false",
    "Monday, 2019-01-28, false",
    "May, 2025-05, true",
    "the autumn, 1990, false",
  })
  void dates(String words, String iso, boolean means) {
    assertThat(meaning.means(words, new Value.OfDate(PartialDate.parse(iso)))).isEqualTo(means);
  }

  @ParameterizedTest
  @CsvSource({
    "$6 million, 6000000, true",
    "€1.5bn, 1500000000, true",
    "'$1,200', 1200, true",
    "$6 million, 6, false",
    "$6 million, 60000000, false"
  })
  void amounts(String words, String amount, boolean means) {
    Money money = new Money("USD", new BigDecimal(amount), Optional.empty(), false);
    assertThat(meaning.means(words, new Value.OfMoney(money))).isEqualTo(means);
  }

  @ParameterizedTest
  @CsvSource({
    "chief executive, chief executive of the firm, true",
    "the chief executive, Chief Executive, true",
    "chief executive, chief engineer, false"
  })
  void titles(String words, String title, boolean means) {
    assertThat(meaning.means(words, new Value.OfText(title))).isEqualTo(means);
  }
}
