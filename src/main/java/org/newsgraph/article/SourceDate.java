package org.newsgraph.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.fact.PartialDate;

/**
 * Reads the date in a source's metadata: ISO 8601 in any of its forms, "Wed, 29 Jan 2025 10:00:00
 * GMT", a date written out, or seconds or milliseconds since 1970.
 *
 * <p>The day is taken as it is written, whatever the time zone: it is the publisher's day.
 */
final class SourceDate {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?!\\d).*)?)?|(\\d{4})(\\d{2})(\\d{2})(?:T.*)?");

  private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(?:\\d{3}|\\.\\d+)?");

  /** Programs that know no date write year 1. */
  private static final int FIRST_YEAR = 1500;

  private static final int LAST_YEAR = 2200;
  private static final int MAX_LENGTH = 80;

  private SourceDate() {}

  /** The day, month or year; empty where the text is no date. */
  static Optional<PartialDate> of(String text) {
    String date = text.strip();
    if (date.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return read(date)
          .filter(
              found ->
                  found.firstDay().getYear() >= FIRST_YEAR
                      && found.firstDay().getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<PartialDate> read(String date) {
    Matcher iso = ISO.matcher(date);
    if (iso.matches()) {
      if (iso.group(4) != null) {
        return Optional.of(PartialDate.of(number(iso, 4), number(iso, 5), number(iso, 6)));
      }
      int year = number(iso, 1);
      if (iso.group(2) == null) {
        return Optional.of(PartialDate.of(year));
      }
      return Optional.of(
          iso.group(3) == null
              ? PartialDate.of(year, number(iso, 2))
              : PartialDate.of(year, number(iso, 2), number(iso, 3)));
    }
    Matcher epoch = EPOCH.matcher(date);
    if (epoch.matches()) {
      LocalDate day =
          Instant.ofEpochSecond(Long.parseLong(epoch.group(1)))
              .atZone(ZoneOffset.UTC)
              .toLocalDate();
      return Optional.of(PartialDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    }
    return WrittenDate.findAll(date).stream().flatMap(found -> found.date().stream()).findFirst();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
