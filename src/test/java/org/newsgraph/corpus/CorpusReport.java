package org.newsgraph.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.corpus.Finding.Kind;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Modality;

/**
 * How an extractor does on the test corpus, as text to print.
 *
 * @param halves the score of each half of the corpus, by its name
 */
record CorpusReport(Map<String, CorpusScore> halves) {

  /** Where the corpus lies, seen from the root of the project. */
  static final Path CORPUS = Path.of("src", "test", "corpus");

  /** The half that rules are written against. */
  static final String DEVELOPMENT = "development";

  /** The half that is kept for the figures. */
  static final String TEST = "test";

  /**
   * Runs the extractor on both halves.
   *
   * @param extractor what it makes of a snippet, whose {@link CorpusItem#text()} is an article's
   *     body (its headline where the tags have {@code headline}) and whose {@link
   *     CorpusItem#published()} is the article's date
   * @throws IOException if the corpus cannot be read
   */
  static CorpusReport of(Function<CorpusItem, ArticleGraph> extractor) throws IOException {
    Map<String, CorpusScore> halves = new LinkedHashMap<>();
    for (String half : List.of(DEVELOPMENT, TEST)) {
      List<CorpusItem> items = CorpusReader.read(CORPUS.resolve(half));
      halves.put(half, CorpusScore.of(items, extractor));
    }
    return new CorpusReport(halves);
  }

  /** Precision and recall of each half, facts and events apart and together. */
  String table() {
    StringBuilder out = new StringBuilder();
    halves.forEach(
        (half, score) ->
            out.append(Tally.heading("corpus: " + half))
                .append('\n')
                .append(score.plain().row("plain (asserted)"))
                .append('\n')
                .append(score.total().row("all modalities"))
                .append('\n')
                .append(score.tally(Kind.FACT).row("  facts"))
                .append('\n')
                .append(score.tally(Kind.EVENT).row("  events"))
                .append('\n')
                .append(score.tally(Kind.ROLE).row("roles of right events"))
                .append('\n')
                .append(score.tally(Kind.SPEAKER).row("speakers"))
                .append('\n')
                .append(
                    String.format(
                        Locale.ROOT, "%-30s %.3f%n", "modality", score.modalityAccuracy()))
                .append('\n'));
    return out.toString();
  }

  /** Precision and recall of each half's events by class, and of their roles, class by class. */
  String classes() {
    StringBuilder out = new StringBuilder();
    halves.forEach(
        (half, score) -> {
          out.append(Tally.heading(half + ", events")).append('\n');
          score
              .byClass()
              .forEach(
                  (type, tally) -> {
                    out.append(tally.row(type.toString())).append('\n');
                    score
                        .byRole(type)
                        .forEach((role, roles) -> out.append(roles.row("  " + role)).append('\n'));
                  });
          out.append('\n');
        });
    return out.toString();
  }

  /**
   * Precision and recall of each half by modality, and what is taken for what: a line for each
   * modality that was expected and a column for each that was given. The last column counts what is
   * required but not given as expected, be it in another modality or not at all.
   */
  String modalities() {
    StringBuilder out = new StringBuilder();
    halves.forEach(
        (half, score) -> {
          out.append(Tally.heading(half + ", modality")).append('\n');
          score
              .byModality()
              .forEach((m, tally) -> out.append(tally.row(m.toString())).append('\n'));
          out.append('\n').append(cells(half + ", expected", List.of(Modality.values()), "unmet"));
          for (Modality expected : Modality.values()) {
            out.append(
                cells(
                    expected.toString(),
                    Stream.of(Modality.values()).map(m -> score.confused(expected, m)).toList(),
                    score.unmet(expected)));
          }
          out.append('\n');
        });
    return out.toString();
  }

  private static String cells(String name, List<?> cells, Object last) {
    return Stream.concat(cells.stream(), Stream.of(last))
        .map(cell -> String.format(" %9s", cell))
        .collect(Collectors.joining("", String.format("%-24s", name), "\n"));
  }

  /** Precision and recall of one half by property or class, and by tag. */
  String breakdown(String half) {
    StringBuilder out = new StringBuilder();
    CorpusScore score = score(half);
    out.append(Tally.heading(half + " by name")).append('\n');
    score.byLabel().forEach((label, tally) -> out.append(tally.row(label)).append('\n'));
    out.append('\n').append(Tally.heading(half + " by tag")).append('\n');
    score.byTag().forEach((tag, tally) -> out.append(tally.row(tag)).append('\n'));
    return out.toString();
  }

  /** What is wrong and what is missing in one half, a line each. */
  String errors(String half) {
    StringBuilder out = new StringBuilder();
    CorpusScore score = score(half);
    score.surplus().forEach(finding -> line(out, "surplus", finding));
    score.misses().forEach(finding -> line(out, "missed ", finding));
    return out.toString();
  }

  /**
   * The score of one half.
   *
   * @throws IllegalArgumentException if there is no such half
   */
  CorpusScore score(String half) {
    CorpusScore score = halves.get(half);
    if (score == null) {
      throw new IllegalArgumentException("the corpus has no half '" + half + "'");
    }
    return score;
  }

  private static void line(StringBuilder out, String what, Finding finding) {
    out.append(
        String.format("%s %-8s %-28s %s%n", what, finding.kind(), finding.item(), finding.said()));
  }
}
