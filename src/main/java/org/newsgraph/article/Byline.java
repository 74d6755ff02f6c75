package org.newsgraph.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.fact.PartialDate;

/**
 * A line that says who wrote the article and when: "By Jane Roe | 3 March 2026", "Published: ...".
 *
 * @param author who wrote it
 * @param date the day that the line gives
 * @param update whether that day is the one of a later change
 */
record Byline(Optional<String> author, Optional<PartialDate> date, boolean update) {

  private static final int MAX_LENGTH = 160;

  /** A capitalised word, an initial, or a particle of a name. */
  private static final String NAME_WORD =
      "(?:\\p{Lu}[\\p{L}\\p{M}'\\u2019.-]*|de|da|di|del|van|von|der|den|la|le|al|bin|ben|ter)";

  private static final String NAME = NAME_WORD + "(?: " + NAME_WORD + "){0,4}";
  private static final String NAMES =
      NAME + "(?:(?:, " + NAME + "){0,5},? (?:and|&) " + NAME + ")?";
  private static final String HANDLE = "@?[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*";

  private static final Pattern AUTHOR =
      Pattern.compile(
          "(?:(?i:by|written by|words by|story by|report by|text by|from|authors?:))\\s+"
              + ("(?<names>" + NAMES + "|" + HANDLE + ")")
              + "(?:,? (?:in|for|at|of) (?:the )?[\\p{Lu}].*|, .{1,60})?");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:(?:first |originally )?(?:published|posted|created|filed|issued)|(?:last )?"
              + "(?:updated|modified|revised)|date|time|on|at|in|from|and|:|,|\\s)*");

  private static final Pattern UPDATE = Pattern.compile("(?i)\\b(?:updated|modified|revised)\\b");

  private static final Pattern TIME =
      Pattern.compile(
          "(?i)\\b\\d{1,2}(?:[:.]\\d{2}){1,2}\\s*(?:[ap]\\.?m\\b\\.?)?|\\b\\d{1,2}\\s*[ap]\\.?m\\b\\.?"
              + "|\\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|IST|JST|HKT"
              + "|SGT|AEST|AEDT)\\b(?:\\s*[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}:?\\d{2}\\b");

  private static final Pattern READING_TIME =
      Pattern.compile("(?i)\\d+[ -]min(?:ute)?s?(?: read)?");

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*[|\\u00B7\\u2022\\u2219;/]\\s*|\\s+[\\u2013\\u2014-]+\\s+");

  /**
   * Reads a line.
   *
   * @param headlineSeen whether the headline stands above, so that a bare name beside a date is the
   *     author's
   * @return empty where the line is something else, such as a sentence
   */
  static Optional<Byline> read(String line, boolean headlineSeen) {
    if (line.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String plain = line.replaceAll("[\\s\\u00A0]+", " ").strip();
    List<WrittenDate> dates = WrittenDate.findAll(plain);
    Optional<String> author = Optional.empty();
    List<String> others = new ArrayList<>();
    for (String part : SEPARATOR.split(withoutDates(plain, dates))) {
      String bare = TIME.matcher(part).replaceAll(" ").strip().replaceAll("^[,:(]+|[,:)]+$", "");
      Matcher by = AUTHOR.matcher(bare.strip());
      if (by.matches()) {
        author = author.or(() -> Optional.of(by.group("names").replaceFirst("[,.]$", "")));
      } else if (!LABEL.matcher(bare).matches() && !READING_TIME.matcher(bare).matches()) {
        others.add(bare.strip());
      }
    }
    if (dates.isEmpty() && author.isEmpty()) {
      return Optional.empty();
    }
    for (String other : others) {
      if (!other.matches(NAMES + "(?:, .{1,60})?") || others.size() > 2) {
        return Optional.empty();
      }
    }
    if (author.isEmpty() && !others.isEmpty()) {
      if (!headlineSeen || others.size() > 1 || others.getFirst().split(" ").length < 2) {
        return Optional.empty();
      }
      author = Optional.of(others.getFirst().replaceFirst(",.*", ""));
    }
    boolean update = UPDATE.matcher(plain).find() && dates.size() < 2;
    return Optional.of(
        new Byline(author, dates.stream().flatMap(d -> d.date().stream()).findFirst(), update));
  }

  /** Whether the line is nothing but the name of a person or of several. */
  static boolean isName(String line) {
    return line.matches(NAMES) && line.split("\\s+").length >= 2 && line.length() <= 60;
  }

  /** Puts a separator in place of each date, so that what stands around it is told apart. */
  private static String withoutDates(String line, List<WrittenDate> dates) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (WrittenDate date : dates) {
      rest.append(line, at, date.span().begin()).append(" | ");
      at = date.span().end();
    }
    return rest.append(line.substring(at)).toString();
  }
}
