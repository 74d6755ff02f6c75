package org.newsgraph.annotate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.newsgraph.article.WrittenDate;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.PartialDate.OfDay;
import org.newsgraph.fact.PartialDate.OfMonth;
import org.newsgraph.fact.PartialDate.OfYear;

/**
 * Resolves "Monday", "last October" and "two years ago" against the day of publication. Where that
 * is known to a month or year only, a finer expression has no value.
 */
record RelativeCalendar(PartialDate published) {

  /** Which way from publication a date lies. */
  enum Direction {
    /** Strictly before: "last Friday". */
    LAST,
    /** The nearest one before, or publication's own: "on Friday", told in the past tense. */
    PAST,
    /** The nearest one after, or publication's own: "on Friday", told in the future tense. */
    FUTURE,
    /** Strictly after: "next Friday". */
    NEXT
  }

  /** "Monday" and the like. */
  Optional<PartialDate> weekday(DayOfWeek weekday, Direction direction) {
    return day()
        .map(
            day ->
                switch (direction) {
                  case LAST -> day.with(TemporalAdjusters.previous(weekday));
                  case PAST -> day.with(TemporalAdjusters.previousOrSame(weekday));
                  case FUTURE -> day.with(TemporalAdjusters.nextOrSame(weekday));
                  case NEXT -> day.with(TemporalAdjusters.next(weekday));
                })
        .map(OfDay::new);
  }

  /** "October" and the like, 1 to 12. */
  Optional<PartialDate> month(int number, Direction direction) {
    return month()
        .map(
            anchor -> {
              YearMonth sameYear = anchor.withMonth(number);
              int order = sameYear.compareTo(anchor);
              return switch (direction) {
                case LAST -> order < 0 ? sameYear : sameYear.minusYears(1);
                case PAST -> order <= 0 ? sameYear : sameYear.minusYears(1);
                case FUTURE -> order >= 0 ? sameYear : sameYear.plusYears(1);
                case NEXT -> order > 0 ? sameYear : sameYear.plusYears(1);
              };
            })
        .map(OfMonth::new);
  }

  /** "This October", 1 to 12. */
  Optional<PartialDate> monthOfSameYear(int number) {
    return month().map(anchor -> new OfMonth(anchor.withMonth(number)));
  }

  /** "October of last year": the month, 1 to 12, in the year so many after publication's. */
  Optional<PartialDate> monthOfYear(int number, int years) {
    return Optional.of(new OfMonth(YearMonth.of(published.firstDay().getYear() + years, number)));
  }

  /**
   * "January 27 of last year": the written day in the year so many after publication's; empty where
   * that year has no such day.
   */
  Optional<PartialDate> dayOfYear(WrittenDate written, int years) {
    YearMonth month = YearMonth.of(published.firstDay().getYear() + years, written.month());
    int dayOfMonth = written.day().orElse(1);
    return month.isValidDay(dayOfMonth)
        ? Optional.of(new OfDay(month.atDay(dayOfMonth)))
        : Optional.empty();
  }

  /** "January 27": the written date in the year that makes it the nearest one in its direction. */
  Optional<PartialDate> dayOfMonth(WrittenDate written, Direction direction) {
    int month = written.month();
    int dayOfMonth = written.day().orElse(1);
    return day()
        .flatMap(
            day -> {
              boolean past = direction == Direction.PAST || direction == Direction.LAST;
              for (int years = 0; years <= 8; years++) {
                int year = day.getYear() + (past ? -years : years);
                if (dayOfMonth > YearMonth.of(year, month).lengthOfMonth()) {
                  continue;
                }
                LocalDate candidate = LocalDate.of(year, month, dayOfMonth);
                if (past ? !candidate.isAfter(day) : !candidate.isBefore(day)) {
                  return Optional.of(new OfDay(candidate));
                }
              }
              return Optional.<PartialDate>empty();
            });
  }

  /** So many days from publication, negative for the past. */
  Optional<PartialDate> daysFrom(int days) {
    return day().map(day -> new OfDay(day.plusDays(days)));
  }

  /** So many months from publication, negative for the past. */
  Optional<PartialDate> monthsFrom(int months) {
    return month().map(month -> new OfMonth(month.plusMonths(months)));
  }

  /** So many years from publication, negative for the past. */
  Optional<PartialDate> yearsFrom(int years) {
    return Optional.of(new OfYear(Year.from(published.firstDay()).plusYears(years)));
  }

  private Optional<LocalDate> day() {
    return published instanceof OfDay(LocalDate day) ? Optional.of(day) : Optional.empty();
  }

  private Optional<YearMonth> month() {
    return published instanceof OfYear
        ? Optional.empty()
        : Optional.of(YearMonth.from(published.firstDay()));
  }
}
