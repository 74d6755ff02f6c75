package org.newsgraph.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Extractor;
import org.newsgraph.extract.StagedExtractor;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.ontology.SchemaReader;

/** Runs the extractor on the test corpus and prints how often it is right. */
class CorpusTest {

  private static final Path README = Path.of("README.md");

  /** What each half's precision has reached, rounded down. */
  private static final Map<String, Double> PRECISION =
      Map.of(CorpusReport.DEVELOPMENT, 0.93, CorpusReport.TEST, 0.91);

  private static final Path ERRORS = Path.of("target", "corpus-development.txt");

  @Test
  void whatIsWrittenAsPlainTripleIsRight() throws IOException {
    CorpusReport report;
    try (StagedExtractor extractor = new StagedExtractor(SchemaReader.read())) {
      report = CorpusReport.of(item -> read(extractor, item));
    }
    System.out.println(report.table() + report.classes() + report.modalities());
    Files.createDirectories(ERRORS.getParent());
    Files.writeString(
        ERRORS,
        report.breakdown(CorpusReport.DEVELOPMENT) + report.errors(CorpusReport.DEVELOPMENT));
    PRECISION.forEach(
        (half, least) ->
            assertThat(report.score(half).plain().precision())
                .as("precision on " + half)
                .isGreaterThanOrEqualTo(least));
    assertThat(Files.readString(README))
        .as("the README's figures are those measured")
        .contains(figures("held-out", report.score(CorpusReport.TEST)))
        .contains(figures("development", report.score(CorpusReport.DEVELOPMENT)));
  }

  private static String figures(String half, CorpusScore score) {
    return String.format(
        Locale.ROOT,
        "%s half: precision %.2f, recall %.2f",
        half,
        score.plain().precision(),
        score.plain().recall());
  }

  private static ArticleGraph read(Extractor extractor, CorpusItem item) {
    Role role = item.tags().contains("headline") ? Role.HEADLINE : Role.BODY;
    Span all = new Span(0, item.text().length());
    return extractor.extract(
        new Article(
            "https://example.org/corpus/" + item.id(),
            item.text(),
            role == Role.HEADLINE ? Optional.of(item.text()) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(PartialDate.parse(item.published().toString())),
            Optional.empty(),
            List.of(new Paragraph(all, role))));
  }
}
