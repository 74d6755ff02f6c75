package org.newsgraph.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.fact.PartialDate;

/**
 * What stands above an article's running text.
 *
 * @param headline where the headline stands
 * @param author who wrote the article
 * @param date the day of publication, or of the last change where only that is given
 * @param body the lines that are neither headline nor byline
 */
record Head(
    Optional<Span> headline, Optional<String> author, Optional<PartialDate> date, List<Line> body) {

  /** How many lines below the headline may hold byline and date. */
  private static final int LINES = 6;

  private static final int MAX_HEADLINE_LENGTH = 220;
  private static final int MAX_HEADLINE_WORDS = 30;
  private static final int MAX_HEADLINE_LINES = 3;

  /** Finds headline and bylines among the lines of an article. */
  static Head read(List<Line> lines, LineWrap wrap) {
    List<Byline> bylines = new ArrayList<>();
    int at = 0;
    while (at < lines.size() && collect(Byline.read(lines.get(at).text(), false), bylines)) {
      at++;
    }
    int headlineLines = headlineLines(lines.subList(at, lines.size()), wrap);
    Optional<Span> headline =
        headlineLines == 0
            ? Optional.empty()
            : Optional.of(lines.get(at).span().union(lines.get(at + headlineLines - 1).span()));
    at += headlineLines;
    return below(headline, lines, at, bylines);
  }

  /** Finds bylines below a headline that is known to be the first line. */
  static Head below(List<Line> lines) {
    return lines.isEmpty()
        ? new Head(Optional.empty(), Optional.empty(), Optional.empty(), List.of())
        : below(Optional.of(lines.getFirst().span()), lines, 1, new ArrayList<>());
  }

  private static Head below(
      Optional<Span> headline, List<Line> lines, int first, List<Byline> bylines) {
    List<Line> body = new ArrayList<>();
    for (int at = first; at < lines.size(); at++) {
      String line = lines.get(at).text();
      boolean inHead = at - first < LINES && body.size() <= 2;
      if (inHead && at + 1 < lines.size() && isAuthorAbove(line, lines.get(at + 1).text())) {
        bylines.add(new Byline(Optional.of(line), Optional.empty(), false));
      } else if (!(inHead || isLabelled(line)) || !collect(Byline.read(line, true), bylines)) {
        body.add(lines.get(at));
      }
    }
    return new Head(
        headline,
        bylines.stream().flatMap(byline -> byline.author().stream()).findFirst(),
        date(bylines, false).or(() -> date(bylines, true)),
        List.copyOf(body));
  }

  private static boolean collect(Optional<Byline> byline, List<Byline> bylines) {
    byline.ifPresent(bylines::add);
    return byline.isPresent();
  }

  private static Optional<PartialDate> date(List<Byline> bylines, boolean update) {
    return bylines.stream()
        .filter(byline -> byline.update() == update)
        .flatMap(byline -> byline.date().stream())
        .findFirst();
  }

  /** A name alone above a line with a date and no name. */
  private static boolean isAuthorAbove(String line, String next) {
    return Byline.isName(line)
        && Byline.read(next, true)
            .filter(byline -> byline.date().isPresent() && byline.author().isEmpty())
            .isPresent();
  }

  private static boolean isLabelled(String line) {
    return line.matches("(?i)(?:first |last |originally )?(?:published|updated|posted)\\b.*");
  }

  /** How many of the first lines are the headline: 0 where the text starts with a paragraph. */
  private static int headlineLines(List<Line> lines, LineWrap wrap) {
    if (lines.isEmpty()) {
      return 0;
    }
    int count = 1;
    int length = lines.getFirst().text().length();
    int words = lines.getFirst().wordCount();
    while (count < lines.size()
        && wrap.continues(lines.get(count - 1), lines.get(count))
        && Byline.read(lines.get(count).text(), true).isEmpty()) {
      length += 1 + lines.get(count).text().length();
      words += lines.get(count).wordCount();
      count++;
    }
    if (lines.getFirst().heading()) {
      return count;
    }
    Line last = lines.get(count - 1);
    boolean brief =
        count <= MAX_HEADLINE_LINES && length <= MAX_HEADLINE_LENGTH && words <= MAX_HEADLINE_WORDS;
    boolean alone = count == lines.size();
    boolean beforeByline = !alone && Byline.read(lines.get(count).text(), true).isPresent();
    boolean looksLikeOne =
        beforeByline || !endsAsStatement(last.text()) && !(alone && last.endsSentence());
    boolean dateline = Dateline.read(lines.getFirst().text()).isPresent();
    return brief && looksLikeOne && !dateline ? count : 0;
  }

  /** Whether a full stop ends the line that is not one of an abbreviation such as "U.S.". */
  private static boolean endsAsStatement(String line) {
    return line.matches("(?s).*\\.[\"'\\u201D\\u2019)]*")
        && !line.matches("(?s).*(?:(?:\\p{Lu}\\.){2,}|\\b(?:Inc|Corp|Co|Ltd|Jr|Sr)\\.|\\.\\.)");
  }
}
