package org.newsgraph.fact;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** A date at the grain that the text gives. */
public sealed interface PartialDate {

  /** The first day that the date may mean. */
  LocalDate firstDay();

  /** ISO 8601: {@code 2022}, {@code 2022-09} or {@code 2022-09-15}. */
  String iso();

  /** A year. */
  record OfYear(Year year) implements PartialDate {
    @Override
    public LocalDate firstDay() {
      return year.atDay(1);
    }

    @Override
    public String iso() {
      return String.format("%04d", year.getValue());
    }
  }

  /** A month of a year. */
  record OfMonth(YearMonth month) implements PartialDate {
    @Override
    public LocalDate firstDay() {
      return month.atDay(1);
    }

    @Override
    public String iso() {
      return month.toString();
    }
  }

  /** A day. */
  record OfDay(LocalDate day) implements PartialDate {
    @Override
    public LocalDate firstDay() {
      return day;
    }

    @Override
    public String iso() {
      return day.toString();
    }
  }

  /** The given year. */
  static PartialDate of(int year) {
    return new OfYear(Year.of(year));
  }

  /** The given month, 1 to 12, of a year. */
  static PartialDate of(int year, int month) {
    return new OfMonth(YearMonth.of(year, month));
  }

  /** The given day of a month, 1 to 12, of a year. */
  static PartialDate of(int year, int month, int day) {
    return new OfDay(LocalDate.of(year, month, day));
  }

  /**
   * Reads {@link #iso()}.
   *
   * @throws IllegalArgumentException if {@code iso} is no such date
   */
  static PartialDate parse(String iso) {
    try {
      return switch (iso.length()) {
        case 4 -> new OfYear(Year.parse(iso));
        case 7 -> new OfMonth(YearMonth.parse(iso));
        case 10 -> new OfDay(LocalDate.parse(iso));
        default ->
            throw new IllegalArgumentException(
                "'" + iso + "' is no date; write 2025, 2025-01 or 2025-01-29");
      };
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + iso + "' is no date; write 2025, 2025-01 or 2025-01-29", e);
    }
  }
}
