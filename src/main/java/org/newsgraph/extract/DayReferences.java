package org.newsgraph.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.article.Span;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Value;

/**
 * Leads "the same day" and "in a single day" back to the day that the sentences before speak of.
 */
final class DayReferences {

  private static final Pattern SAME_DAY =
      Pattern.compile("(?i)\\b(?:(?:that|the) same day|that day|(?<=in )(?:one|a single) day)\\b");

  /** How many sentences back the day may be named. */
  private static final int WINDOW = 2;

  private DayReferences() {}

  /**
   * The day that a sentence refers to without naming it.
   *
   * @param sentence what refers
   * @param before the sentences before it
   * @param text the article's text
   */
  static Optional<ValueMention> find(
      ParsedSentence sentence, List<ParsedSentence> before, String text) {
    Span span = sentence.sentence().span();
    Matcher matcher = SAME_DAY.matcher(text).region(span.begin(), span.end());
    if (!matcher.find()) {
      return Optional.empty();
    }
    Span found = new Span(matcher.start(), matcher.end());
    return before.subList(Math.max(0, before.size() - WINDOW), before.size()).reversed().stream()
        .flatMap(s -> s.values().reversed().stream())
        .map(ValueMention::value)
        .filter(v -> v instanceof Value.OfDate date && date.date() instanceof PartialDate.OfDay)
        .findFirst()
        .map(day -> new ValueMention(found, day));
  }
}
