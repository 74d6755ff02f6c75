package org.newsgraph.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;
import org.newsgraph.fact.PartialDate;

/**
 * A calendar date written out in a text: "January 29th, 2025", "29 Jan. 2025", "March 3", "March
 * 2022", "2025-01-29", "29/1/2025".
 *
 * <p>A date in figures alone is read only where it has one meaning: 29/1/2025 and 1/29/2025, but
 * not 3/4/2025. A weekday before or after the date belongs to its span.
 *
 * @param span where it stands
 * @param year empty in "March 3"
 * @param month 1 to 12
 * @param day empty in "March 2022"
 */
public record WrittenDate(Span span, OptionalInt year, int month, OptionalInt day) {

  /** What may follow a month: the full stop of an abbreviation, not that of the sentence. */
  public static final String MONTH_END =
      "\\b(?:(?<!\\p{L}{5}|\\bMay|\\bJune|\\bJuly|\\bJUNE|\\bJULY|\\bMAY)\\.)?";

  private static final Map<String, Integer> MONTHS = months();
  private static final Pattern PATTERN = pattern();

  /** The numbers of the months by name or abbreviation, in lower case, without full stops. */
  public static Map<String, Integer> monthNumbers() {
    return MONTHS;
  }

  /** An expression for any month's name or abbreviation, capitalised or in capitals. */
  public static String monthExpression() {
    return alternatives(DataTable.read("months.tsv").words());
  }

  /** An expression for any weekday's name or abbreviation, capitalised or in capitals. */
  public static String weekdayExpression() {
    return alternatives(DataTable.read("weekdays.tsv").words());
  }

  /**
   * The dates of a text in order, not overlapping.
   *
   * @return with offsets into {@code text}
   */
  public static List<WrittenDate> findAll(CharSequence text) {
    List<WrittenDate> found = new ArrayList<>();
    Matcher matcher = PATTERN.matcher(text);
    while (matcher.find()) {
      read(matcher).ifPresent(found::add);
    }
    return found;
  }

  /** The date, where the text gives its year. */
  public Optional<PartialDate> date() {
    return year.isPresent() ? Optional.of(inYear(year.getAsInt())) : Optional.empty();
  }

  /**
   * The date, taken to be in the given year.
   *
   * @throws DateTimeException if that year has no such day (29 February)
   */
  public PartialDate inYear(int someYear) {
    return day.isPresent()
        ? PartialDate.of(someYear, month, day.getAsInt())
        : PartialDate.of(someYear, month);
  }

  private static Optional<WrittenDate> read(Matcher m) {
    int year = number(m, "y1", "y2", "y3", "y4", "y5");
    int day = number(m, "d1", "d2", "d4", "n1");
    int month = number(m, "m4", "n2");
    if (month == 0) {
      String name = group(m, "m1", "m2", "m3");
      month = MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    } else if (m.group("n1") != null) {
      if (day <= 12 && month <= 12 && day != month) {
        return Optional.empty();
      }
      if (month > 12) {
        int swapped = day;
        day = month;
        month = swapped;
      }
    }
    if (!exists(year, month, day)) {
      return Optional.empty();
    }
    return Optional.of(
        new WrittenDate(
            new Span(m.start(), m.end()),
            year == 0 ? OptionalInt.empty() : OptionalInt.of(year),
            month,
            day == 0 ? OptionalInt.empty() : OptionalInt.of(day)));
  }

  private static boolean exists(int year, int month, int day) {
    try {
      LocalDate any = LocalDate.of(year == 0 ? 2000 : year, month, day == 0 ? 1 : day);
      return any.getMonthValue() == month;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int number(Matcher m, String... groups) {
    String digits = group(m, groups);
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static String group(Matcher m, String... groups) {
    for (String group : groups) {
      String text = m.group(group);
      if (text != null) {
        return text;
      }
    }
    return "";
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new LinkedHashMap<>();
    for (Row row : DataTable.read("months.tsv").rows()) {
      months.put(row.get("name").toLowerCase(Locale.ROOT), Integer.valueOf(row.get("number")));
    }
    return Map.copyOf(months);
  }

  /** Longest first, each as in the list or in capitals, with an optional full stop. */
  private static String alternatives(Iterable<String> names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      all.add(name);
      all.add(name.toUpperCase(Locale.ROOT));
    }
    all.sort(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    return "(?:" + String.join("|", all) + ")";
  }

  private static Pattern pattern() {
    String month = monthExpression();
    String weekday = weekdayExpression();
    String gap = "[\\s\\u00A0]+";
    String comma = "(?:,[\\s\\u00A0]*|" + gap + "(?:of" + gap + ")?)";
    String monthDay =
        named("m1", month)
            + MONTH_END
            + gap
            + "(?:the"
            + gap
            + ")?"
            + dayOf("d1")
            + ("(?:" + comma + yearOf("y1") + ")?");
    String dayMonth =
        dayOf("d2")
            + gap
            + "(?:of"
            + gap
            + ")?"
            + named("m2", month)
            + MONTH_END
            + ("(?:" + comma + yearOf("y2") + ")?");
    String monthYear = named("m3", month) + MONTH_END + comma + yearOf("y3");
    String iso =
        yearOf("y4")
            + "[-/]"
            + named("m4", "0[1-9]|1[0-2]")
            + "[-/]"
            + named("d4", "0[1-9]|[12]\\d|3[01]")
            + "(?:T[\\d:.+-]+Z?)?";
    String figures =
        named("n1", "\\d{1,2}") + "[/.]" + named("n2", "\\d{1,2}") + "[/.]" + yearOf("y5");
    String words =
        "(?:"
            + weekday
            + "\\b\\.?,?"
            + gap
            + ")?(?:"
            + String.join("|", monthDay, dayMonth, monthYear)
            + ")";
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}$€£.-])(?:"
            + String.join("|", words, iso, figures)
            + ")(?![\\p{L}\\p{N}]|-\\p{L})");
  }

  private static String named(String group, String expression) {
    return "(?<" + group + ">" + expression + ")";
  }

  private static String yearOf(String group) {
    return named(group, "1[5-9]\\d\\d|20\\d\\d") + "(?![\\d%]|[.,]\\d)";
  }

  private static String dayOf(String group) {
    return named(group, "0?[1-9]|[12]\\d|3[01]")
        + "(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\\d%:]|[.,]\\d)";
  }
}
