package org.newsgraph.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place, day and agency before the first words of an article: "LONDON, March 3 (Agency) -". It
 * may stand on a line of its own.
 *
 * @param end offset of the first character after it
 * @param date the day, with its year or without
 * @param agency the agency in brackets
 */
record Dateline(int end, Optional<WrittenDate> date, Optional<String> agency) {

  private static final String PLACE_WORD = "\\p{Lu}[\\p{L}\\p{M}.'\\u2019-]*";
  private static final String NO_DAY =
      "(?!(?:" + WrittenDate.monthExpression() + "|" + WrittenDate.weekdayExpression() + ")\\b)";
  private static final String PLACE =
      (NO_DAY + PLACE_WORD)
          + ("(?:[ /]" + NO_DAY + PLACE_WORD + "){0,4}")
          + ("(?:, " + NO_DAY + PLACE_WORD + "(?: " + NO_DAY + PLACE_WORD + ")?)?");
  private static final String DASH = "\\s*(?:--+|[\\u2013\\u2014]|(?<=\\s)-)\\s*";

  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<place>"
              + PLACE
              + ")?(?:,?\\s+|^)?(?<date>(?<=[\\s,]|^)[^()\\u2013\\u2014]{4,40}?)?"
              + "\\s*(?:\\((?<agency>\\p{Lu}[^()]{1,40})\\))?(?:"
              + DASH
              + "|(?<=\\)):\\s+)");

  /**
   * Reads the dateline that {@code paragraph} starts with.
   *
   * @return empty where it starts with its first sentence
   */
  static Optional<Dateline> read(String paragraph) {
    String start = paragraph.substring(0, Math.min(paragraph.length(), 140)).replace('\u00A0', ' ');
    Matcher m = PATTERN.matcher(start);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    boolean alone = m.end() == paragraph.length();
    if (!alone && !isOpening(paragraph.codePointAt(m.end()))) {
      return Optional.empty();
    }
    String place = m.group("place");
    String dateText = m.group("date");
    Optional<String> agency = Optional.ofNullable(m.group("agency"));
    List<WrittenDate> dates = WrittenDate.findAll(start.substring(0, m.end()));
    boolean wholeDate = dateText == null || isWhole(dateText);
    boolean capitals = place != null && place.equals(place.toUpperCase(Locale.ROOT));
    boolean bare = capitals && place.length() > 2 && dateText == null && !alone;
    boolean known =
        wholeDate && (agency.isPresent() || (dateText != null && place != null) || bare);
    return known
        ? Optional.of(new Dateline(m.end(), dates.stream().findFirst(), agency))
        : Optional.empty();
  }

  private static boolean isOpening(int c) {
    return Character.isUpperCase(c)
        || Character.isDigit(c)
        || "\"\u201C\u2018'$\u20AC\u00A3".indexOf(c) >= 0;
  }

  private static boolean isWhole(String text) {
    String rest = text;
    for (WrittenDate date : WrittenDate.findAll(text)) {
      rest = rest.replace(date.span().of(text), "");
    }
    return !rest.equals(text) && rest.matches("[\\s,.]*");
  }
}
