package org.newsgraph.annotate;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.annotate.RelativeCalendar.Direction;
import org.newsgraph.article.Span;
import org.newsgraph.article.WrittenDate;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Value;

/**
 * Finds dates in a sentence and resolves them to the grain that the text gives: a year, a month or
 * a day.
 *
 * <p>A relative date ("Monday", "last October", "two years ago") is resolved against the day of
 * publication: to the nearest one before it, or after it where the clause speaks of the future.
 * What has no such grain has no value: decades, quarters, weeks, financial years, ranges of days.
 */
public final class DateFinder {

  private static final String MONTH = WrittenDate.monthExpression();
  private static final String WEEKDAY = WrittenDate.weekdayExpression();

  /** A weekday alone has to be written out: "Sun" is a newspaper too. */
  private static final String WHOLE_WEEKDAY = "(?:(?=\\p{L}{6})" + WEEKDAY + ")";

  private static final String EARLIER =
      "(?:(?:earlier|later|early|late) |(?:the )?(?:start|end) of )?";

  /** Stretches with dates in them that have no value at a supported grain. */
  private static final Pattern NO_VALUE =
      Pattern.compile(
          "(?i)(?:\\b(?:quarter|half|q[1-4]|h[12]|fiscal(?: year)?|financial year|season|fy)"
              + "(?: (?:of|in))?(?: the)?(?: fiscal(?: year)?| financial year)?,? ?'?(?:19|20)?\\d\\d\\b)"
              + "|\\b(?:19|20)\\d\\d ?[-\\u2013/] ?(?:\\d\\d){1,2}\\b(?!-)"
              + ("|\\b" + MONTH + "\\.? \\d{1,2} ?[-\\u2013] ?\\d{1,2}\\b(?:,? \\d{4})?")
              + ("|\\b\\d{1,2} ?[-\\u2013] ?\\d{1,2} " + MONTH + "\\b(?: \\d{4})?")
              + "|\\b(?:September|Sept\\.?) 11(?:th)? (?:attack|terror|hijack)\\w*"
              + ("|\\b"
                  + MONTH
                  + "\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?(?: of)? (?:that|the (?:same|previous|following|next)) year\\b")
              + "|\\b(?:next |last |this )?"
              + WEEKDAY
              + "s\\b");

  /** "Of last year" after a day or month, the "of" left out in British use. */
  private static final String OF_YEAR =
      "(?: of)? (?<which>(?i:last|this|next)) (?i:year)\\b(?!['\\u2019]s)";

  private static final Pattern MONTH_OF_YEAR =
      Pattern.compile("\\b(?<month>" + MONTH + ")" + WrittenDate.MONTH_END + OF_YEAR);

  private static final Pattern AFTER_DAY = Pattern.compile("^" + OF_YEAR);

  private static final Pattern RELATIVE_UNIT =
      Pattern.compile(
          "(?i)\\b" + EARLIER + "(?<which>last|this|next) (?<unit>year|month)\\b(?!['\\u2019]s)");

  private static final Pattern DAY_WORD =
      Pattern.compile(
          "\\b(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?(?<word>[Tt]oday|[Tt]onight|[Yy]esterday"
              + "|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night)\\b(?!['\\u2019]s)");

  private static final Pattern NAMED_WEEKDAY =
      Pattern.compile(
          "\\b(?:(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his (?:past|coming)) )?(?<day>"
              + WHOLE_WEEKDAY
              + ")\\b(?!\\.\\w)");

  private static final Pattern NAMED_MONTH =
      Pattern.compile(
          "\\b(?:(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his (?:past|coming)) |(?<=(?i:\\b(?:in|since|until"
              + "|till|by|from|during|of|after|before|through|between|late|early|mid|in mid)[ -]))"
              + "(?:(?:late|early|mid)[ -])?)(?<month>"
              + MONTH
              + ")"
              + WrittenDate.MONTH_END
              + "(?! ?\\d)(?<rest> (?:and|to|or|through) "
              + MONTH
              + " (?<year>\\d{4})\\b)?");

  private static final Pattern YEAR =
      Pattern.compile(
          "(?i)(?<prep>\\b(?:in|since|by|from|until|till|during|of|before|after|through|to|between|and"
              + "|late|early|mid|circa|around|year|for)[ -]|\\()(?<year>(?:1[5-9]|20)\\d\\d)"
              + "(?![\\d%\\p{L}]|[.,/:]\\d|[-\\u2013]\\p{L})");

  private final Map<String, Integer> numberWords = new HashMap<>();
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final ClauseTense tense = new ClauseTense();
  private final Pattern ago;

  /** Loads the word lists. */
  public DateFinder() {
    for (Row row : DataTable.read("number-words.tsv").rows()) {
      if (!row.get("value").contains(".")) {
        numberWords.put(row.get("word"), Integer.valueOf(row.get("value")));
      }
    }
    numberWords.put("a", 1);
    numberWords.put("an", 1);
    for (Row row : DataTable.read("weekdays.tsv").rows()) {
      weekdays.put(
          row.get("name").toLowerCase(Locale.ROOT),
          DayOfWeek.of(Integer.parseInt(row.get("number"))));
    }
    ago =
        Pattern.compile(
            "(?i)(?<before>\\b(?:"
                + NumberExpression.alternatives(DataTable.read("approximators.txt").words())
                + ") )?\\b(?<count>\\d{1,3}|"
                + NumberExpression.alternatives(numberWords.keySet())
                + ") (?<unit>year|month|day)s? ago\\b");
  }

  /**
   * The dates of a sentence that have a value, in order, not overlapping.
   *
   * @param text the article's text
   * @param published when the article appeared; without it, relative dates have no value
   */
  public List<ValueMention> find(Sentence sentence, String text, Optional<PartialDate> published) {
    Scan scan = new Scan(sentence, text, published.map(RelativeCalendar::new));
    return scan.mentions();
  }

  /** What was found at a place; empty where it is a date without a value. */
  private record Found(Span span, Optional<PartialDate> date) {}

  /** The state of reading one sentence. */
  private final class Scan {
    private final Sentence sentence;
    private final String plain;
    private final Optional<RelativeCalendar> calendar;
    private final List<Found> found = new ArrayList<>();

    Scan(Sentence sentence, String text, Optional<RelativeCalendar> calendar) {
      this.sentence = sentence;
      this.plain = Characters.plain(sentence.span().of(text));
      this.calendar = calendar;
    }

    /** The earlier rules are the surer ones; a later one leaves alone what they have read. */
    List<ValueMention> mentions() {
      each(NO_VALUE, m -> Optional.empty());
      written();
      each(ago, this::ago);
      each(MONTH_OF_YEAR, this::monthOfYear);
      each(RELATIVE_UNIT, this::relativeUnit);
      each(DAY_WORD, this::dayWord);
      each(NAMED_MONTH, this::namedMonth);
      each(NAMED_WEEKDAY, this::namedWeekday);
      years();
      List<ValueMention> mentions = new ArrayList<>();
      int offset = sentence.span().begin();
      for (Found one : found) {
        Span span = new Span(offset + one.span().begin(), offset + one.span().end());
        one.date().ifPresent(date -> mentions.add(new ValueMention(span, new Value.OfDate(date))));
      }
      mentions.sort(Comparator.comparing(ValueMention::span));
      return mentions;
    }

    private void each(Pattern pattern, Function<Matcher, Optional<PartialDate>> reader) {
      Matcher m = pattern.matcher(plain);
      while (m.find()) {
        add(new Span(m.start(), m.end()), reader.apply(m));
      }
    }

    private void add(Span span, Optional<PartialDate> date) {
      if (found.stream().noneMatch(other -> other.span().overlaps(span))) {
        found.add(new Found(span, date));
      }
    }

    /** Dates written out. */
    private void written() {
      for (WrittenDate date : WrittenDate.findAll(plain)) {
        Span span = withWeekday(date.span());
        Matcher year = AFTER_DAY.matcher(plain.substring(span.end()));
        if (date.date().isEmpty() && year.find()) {
          add(
              new Span(span.begin(), span.end() + year.end()),
              calendar.flatMap(c -> c.dayOfYear(date, steps(year))));
        } else {
          add(
              span,
              date.date()
                  .or(
                      () ->
                          calendar.flatMap(
                              c -> c.dayOfMonth(date, direction(date.span().begin())))));
        }
      }
    }

    /** The span with a weekday around it in brackets or after a comma. */
    private Span withWeekday(Span date) {
      int begin = date.begin();
      int end = date.end();
      Matcher before =
          Pattern.compile("\\b" + WEEKDAY + ",? ?(?<bracket>\\()?$")
              .matcher(plain.substring(0, begin));
      if (before.find()) {
        boolean bracket = before.group("bracket") != null;
        begin = before.start();
        end += bracket && plain.startsWith(")", end) ? 1 : 0;
      }
      Matcher after =
          Pattern.compile("^ ?(?:\\(" + WEEKDAY + "\\)|, a " + WEEKDAY + "\\b)")
              .matcher(plain.substring(end));
      end += after.find() ? after.end() : 0;
      return new Span(begin, end);
    }

    private Direction direction(int begin) {
      boolean future = tense.isFuture(sentence, sentence.span().begin() + begin);
      return future ? Direction.FUTURE : Direction.PAST;
    }

    private Direction direction(String which, int begin) {
      return switch (which.toLowerCase(Locale.ROOT)) {
        case "last" -> Direction.LAST;
        case "next" -> Direction.NEXT;
        case "this past" -> Direction.PAST;
        case "this coming" -> Direction.FUTURE;
        default -> direction(begin);
      };
    }

    private Optional<PartialDate> ago(Matcher m) {
      String count = m.group("count").toLowerCase(Locale.ROOT);
      int number =
          numberWords.containsKey(count) ? numberWords.get(count) : Integer.parseInt(count);
      if (m.group("before") != null) {
        return Optional.empty();
      }
      return calendar.flatMap(
          c ->
              switch (m.group("unit").toLowerCase(Locale.ROOT)) {
                case "year" -> c.yearsFrom(-number);
                case "month" -> c.monthsFrom(-number);
                default -> c.daysFrom(-number);
              });
    }

    private Optional<PartialDate> monthOfYear(Matcher m) {
      return calendar.flatMap(c -> c.monthOfYear(month(m.group("month")), steps(m)));
    }

    /** How many years or months from publication "last", "this" and "next" lead. */
    private static int steps(Matcher m) {
      return switch (m.group("which").toLowerCase(Locale.ROOT)) {
        case "last" -> -1;
        case "next" -> 1;
        default -> 0;
      };
    }

    private Optional<PartialDate> relativeUnit(Matcher m) {
      int steps = steps(m);
      boolean year = m.group("unit").equalsIgnoreCase("year");
      return calendar.flatMap(c -> year ? c.yearsFrom(steps) : c.monthsFrom(steps));
    }

    private Optional<PartialDate> dayWord(Matcher m) {
      String word = m.group("word").toLowerCase(Locale.ROOT);
      boolean inName =
          Character.isUpperCase(m.group("word").charAt(0))
              && plain.substring(0, m.start()).matches(".*\\p{Lu}\\w* ");
      if (inName) {
        return Optional.empty();
      }
      return calendar.flatMap(
          c ->
              switch (word) {
                case "yesterday", "last night" -> c.daysFrom(-1);
                case "tomorrow" -> c.daysFrom(1);
                default -> c.daysFrom(0);
              });
    }

    private Optional<PartialDate> namedMonth(Matcher m) {
      int number = month(m.group("month"));
      if (m.group("rest") != null) {
        return Optional.of(PartialDate.of(Integer.parseInt(m.group("year")), number));
      }
      String which = m.group("which") == null ? "" : m.group("which");
      boolean person =
          m.group("month").equals("May")
              && plain
                  .substring(0, m.start("month"))
                  .matches("(?si).*\\b(?:by|of|from|after|before) ");
      return person || followedByName(m.end())
          ? Optional.empty()
          : calendar.flatMap(
              c ->
                  which.equalsIgnoreCase("this")
                      ? c.monthOfSameYear(number)
                      : c.month(number, direction(which, m.start("month"))));
    }

    private static int month(String name) {
      return WrittenDate.monthNumbers().getOrDefault(name.toLowerCase(Locale.ROOT), 1);
    }

    private Optional<PartialDate> namedWeekday(Matcher m) {
      String before = plain.substring(0, m.start());
      String lastWord = before.replaceFirst("^.*?(\\S*)\\s*$", "$1");
      boolean afterName = lastWord.matches("\\p{Lu}\\w*") && before.strip().contains(" ");
      if (m.group("which") == null && (followedByName(m.end()) || afterName)) {
        return Optional.empty();
      }
      String name = m.group("day").toLowerCase(Locale.ROOT);
      DayOfWeek day = weekdays.getOrDefault(name, DayOfWeek.MONDAY);
      String which = m.group("which") == null ? "" : m.group("which");
      return calendar.flatMap(c -> c.weekday(day, direction(which, m.start("day"))));
    }

    /** Whether the next word has a capital too, as in "Friday Night" or "May Day". */
    private boolean followedByName(int end) {
      return plain.substring(end).matches("(?s) \\p{Lu}\\w+.*");
    }

    private void years() {
      Matcher m = YEAR.matcher(plain);
      while (m.find()) {
        Span span = new Span(m.start("year"), m.end("year"));
        if (isYear(m)) {
          add(span, Optional.of(PartialDate.of(Integer.parseInt(m.group("year")))));
        }
        m.region(m.end("year"), plain.length());
      }
    }

    private boolean isYear(Matcher m) {
      String preposition = m.group("prep").strip().toLowerCase(Locale.ROOT);
      String rest = plain.substring(m.end("year"));
      boolean measured =
          rest.matches("(?s) ?(?:%|million|billion|trillion|percent|per cent|\\$).*");
      if (measured) {
        return false;
      }
      return switch (preposition) {
        case "(" -> rest.matches("(?s)[),;].*");
        case "in", "since", "until", "till", "by", "during", "late", "early", "mid", "circa" ->
            !isCounted(m.end("year")) || preposition.matches("in|since|late|early|mid");
        case "to", "and" -> endsRange(m.start()) && !isCounted(m.end("year"));
        default -> m.group("year").compareTo("1900") >= 0 && !isCounted(m.end("year"));
      };
    }

    /** Whether "from 2019" or "between 2019" stands before "to 2021" or "and 2021". */
    private boolean endsRange(int begin) {
      return plain
          .substring(0, begin)
          .matches("(?si).*\\b(?:from|between|in) (?:\\w+ )?(?:1[5-9]|20)\\d\\d ");
    }

    /** Whether a word follows that the number may count: "from 2000 employees". */
    private boolean isCounted(int end) {
      int offset = sentence.span().begin() + end;
      return sentence.tokens().stream()
          .filter(token -> token.span().begin() >= offset)
          .findFirst()
          .filter(token -> token.tag().matches("NOUN|ADJ|NUM|PROPN"))
          .isPresent();
    }
  }
}
