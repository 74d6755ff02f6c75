package org.newsgraph.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds headline and paragraphs among the lines of a PDF file, without its running titles. */
final class PdfLayout {

  /** Running titles stand in so many lines at the top or foot of a page. */
  private static final int EDGE = 2;

  private static final double HEADLINE_SIZE = 1.2;
  private static final double SAME_SIZE = 0.5;
  private static final int HEADLINE_AMONG = 15;
  private static final int LEAST_HEADLINE_WORDS = 3;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)[\\p{Pd}|\\s]*(?:page\\s+)?\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?[\\p{Pd}|\\s]*");

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?s).*[.!?:\\u2026][\"'\\u201D\\u2019)\\]]*");

  private final List<PdfLine> lines;
  private final Set<String> hyphenated = new HashSet<>();

  PdfLayout(List<PdfLine> all) {
    this.lines = withoutRunningTitles(all);
    for (PdfLine line : lines) {
      for (String word : line.text().split("[^\\p{L}-]+")) {
        if (word.indexOf('-') > 0 && !word.endsWith("-")) {
          hyphenated.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  /** A paragraph a line, with blank lines between them, the headline first. */
  String text() {
    List<String> paragraphs = new ArrayList<>();
    List<PdfLine> body = new ArrayList<>(lines);
    List<PdfLine> headline = headline();
    if (!headline.isEmpty()) {
      body.removeAll(headline);
      paragraphs.add(headline.stream().map(PdfLine::text).reduce(this::joined).orElse(""));
    }
    StringBuilder open = new StringBuilder();
    for (PdfLine line : body) {
      boolean goesOn = !open.isEmpty() && (!line.opens() || isBroken(open, line));
      if (!goesOn && !open.isEmpty()) {
        paragraphs.add(open.toString());
        open.setLength(0);
      }
      String joined = open.isEmpty() ? line.text() : joined(open.toString(), line.text());
      open.setLength(0);
      open.append(joined);
    }
    if (!open.isEmpty()) {
      paragraphs.add(open.toString());
    }
    return String.join("\n\n", paragraphs);
  }

  /** A column or page ended in the middle of a sentence. */
  private static boolean isBroken(CharSequence open, PdfLine next) {
    return !SENTENCE_END.matcher(open).matches()
        && Character.isLowerCase(next.text().codePointAt(0));
  }

  /** The lines above the text that are larger than it, the longest run of one size. */
  private List<PdfLine> headline() {
    float body = bodySize();
    List<PdfLine> best = List.of();
    List<PdfLine> run = new ArrayList<>();
    int words = 0;
    for (PdfLine line : lines.subList(0, Math.min(lines.size(), HEADLINE_AMONG))) {
      boolean large = line.size() >= HEADLINE_SIZE * body && line.page() == lines.getFirst().page();
      if (!run.isEmpty() && (!large || Math.abs(run.getLast().size() - line.size()) > SAME_SIZE)) {
        run.clear();
      }
      if (large) {
        run.add(line);
        int count = run.stream().mapToInt(l -> l.text().split(" ").length).sum();
        boolean larger = best.isEmpty() || line.size() >= best.getFirst().size() - SAME_SIZE;
        if (count >= LEAST_HEADLINE_WORDS && count > words && larger) {
          best = List.copyOf(run);
          words = count;
        }
      }
    }
    return best;
  }

  /** The size of most of the text. */
  private float bodySize() {
    Map<Float, Integer> characters = new TreeMap<>();
    lines.forEach(line -> characters.merge(line.size(), line.text().length(), Integer::sum));
    float size = 0;
    int most = 0;
    for (Map.Entry<Float, Integer> each : characters.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        size = each.getKey();
      }
    }
    return size;
  }

  /** Joins lines with a space, or without where a word was parted at the end of the first. */
  private String joined(String first, String second) {
    boolean parted =
        first.length() > 1
            && first.endsWith("-")
            && Character.isLetter(first.charAt(first.length() - 2))
            && Character.isLowerCase(second.codePointAt(0));
    if (!parted) {
      return first + " " + second;
    }
    String start = first.replaceFirst("(?s).*[^\\p{L}-]", "");
    String end = second.split("[^\\p{L}-]", 2)[0];
    boolean compound =
        start.indexOf('-') < start.length() - 1
            || hyphenated.contains((start + end).toLowerCase(Locale.ROOT));
    return (compound ? first : first.substring(0, first.length() - 1)) + second;
  }

  private static List<PdfLine> withoutRunningTitles(List<PdfLine> all) {
    Map<Integer, List<PdfLine>> pages = new TreeMap<>();
    all.forEach(line -> pages.computeIfAbsent(line.page(), p -> new ArrayList<>()).add(line));
    Map<String, Integer> pagesWith = new HashMap<>();
    for (List<PdfLine> page : pages.values()) {
      Set<String> seen = new HashSet<>();
      edges(page).forEach(line -> seen.add(shape(line)));
      seen.forEach(shape -> pagesWith.merge(shape, 1, Integer::sum));
    }
    List<PdfLine> kept = new ArrayList<>();
    for (List<PdfLine> page : pages.values()) {
      List<PdfLine> edges = edges(page);
      for (PdfLine line : page) {
        int on = pagesWith.getOrDefault(shape(line), 0);
        boolean running = on >= 2 && on * 2 >= pages.size();
        boolean number = PAGE_NUMBER.matcher(line.text()).matches();
        if (!edges.contains(line) || !(running || number)) {
          kept.add(line);
        }
      }
    }
    return kept;
  }

  private static List<PdfLine> edges(List<PdfLine> page) {
    if (page.size() <= 2 * EDGE) {
      return page;
    }
    List<PdfLine> edges = new ArrayList<>(page.subList(0, EDGE));
    edges.addAll(page.subList(page.size() - EDGE, page.size()));
    return edges;
  }

  private static String shape(PdfLine line) {
    return line.text().replaceAll("\\d+", "0");
  }
}
