package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.fact.PartialDate;

class SourceDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-01-29|2025-01-29",
        "2025-01-29T23:30:00-05:00|2025-01-29",
        "2025-01-29 10:00:00|2025-01-29",
        "20250129T100000Z|2025-01-29",
        "20250129|2025-01-29",
        "2025-01|2025-01",
        "2025|2025",
        "Wed, 29 Jan 2025 10:00:00 GMT|2025-01-29",
        "January 29, 2025 at 3:04 pm|2025-01-29",
        "1738108800|2025-01-29",
        "1738108800000|2025-01-29",
      })
  void readsTheFormsOfMetadata(String text, String iso) {
    assertThat(SourceDate.of(text).map(PartialDate::iso)).contains(iso);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "0001-01-01T00:00:00", "2025-02-30", "2025-13-01", "03/04/2025"})
  void takesNothingElse(String text) {
    assertThat(SourceDate.of(text)).isEmpty();
  }
}
