package org.newsgraph.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.fact.PartialDate;

/**
 * Finds headline, byline, dateline and paragraphs in the plain text of an article, and leaves out
 * what else stands on a page. A heading in Markdown's form counts as one.
 *
 * <p>A paragraph is a line, or several where the text is wrapped at a fixed width.
 */
public final class TextArticleReader {

  /** A dateline may stand below a standfirst. */
  private static final int PARAGRAPHS_WITH_DATELINE = 2;

  private final ArticleIris iris;
  private final Furniture furniture = new Furniture();

  /**
   * @param iris names the articles
   */
  public TextArticleReader(ArticleIris iris) {
    this.iris = iris;
  }

  /**
   * Reads one article of which nothing is known but its text.
   *
   * @param supplied its text; a leading byte-order mark is taken off
   * @param published the day of publication where the caller knows it; it goes before what the text
   *     says
   * @return empty where the text has no paragraph to read
   */
  public Optional<Article> read(String supplied, Optional<PartialDate> published) {
    return read(supplied, Metadata.NONE, published);
  }

  /**
   * Reads one article.
   *
   * @param metadata goes before {@code published} and before what the text says; if it has a
   *     headline, the text's first line is that
   */
  Optional<Article> read(String supplied, Metadata metadata, Optional<PartialDate> published) {
    String text = supplied.startsWith("\uFEFF") ? supplied.substring(1) : supplied;
    boolean headed = metadata.headline().isPresent();
    List<Line> lines = articleLines(text, headed);
    LineWrap wrap = LineWrap.of(lines);
    Head head = headed ? Head.below(lines) : Head.read(lines, wrap);
    List<Span> body = new ArrayList<>();
    List<Dateline> datelines = new ArrayList<>();
    for (Span span : wrap.paragraphs(head.body(), furniture)) {
      if (furniture.matchesStart(span.of(text))) {
        continue;
      }
      Optional<Dateline> dateline =
          body.size() < PARAGRAPHS_WITH_DATELINE && datelines.isEmpty()
              ? Dateline.read(span.of(text))
              : Optional.empty();
      dateline.ifPresent(datelines::add);
      int begin = span.begin() + dateline.map(Dateline::end).orElse(0);
      if (begin < span.end()) {
        body.add(new Span(begin, span.end()));
      }
    }
    if (head.headline().isEmpty() && body.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        article(text, head, body, datelines.stream().findFirst(), metadata, published));
  }

  private Article article(
      String text,
      Head head,
      List<Span> body,
      Optional<Dateline> dateline,
      Metadata metadata,
      Optional<PartialDate> published) {
    Optional<String> headline =
        head.headline().map(span -> span.of(text).replaceAll("[\\s\\u00A0]+", " "));
    Optional<PartialDate> date =
        metadata
            .published()
            .or(() -> published)
            .or(head::date)
            .or(() -> dateline.flatMap(Dateline::date).flatMap(WrittenDate::date));
    String opening = body.isEmpty() ? "" : body.getFirst().of(text);
    List<Paragraph> paragraphs =
        Stream.concat(
                head.headline().stream().map(span -> new Paragraph(span, Role.HEADLINE)),
                body.stream().map(span -> new Paragraph(span, Role.BODY)))
            .toList();
    return new Article(
        iris.of(metadata.url(), date, headline, opening),
        text,
        headline,
        metadata.author().or(head::author),
        metadata.publisher().or(() -> dateline.flatMap(Dateline::agency)),
        date,
        metadata.language(),
        metadata.url(),
        paragraphs);
  }

  /** The lines before the readers' comments, without labels and buttons. */
  private List<Line> articleLines(String text, boolean headed) {
    List<Line> lines = new ArrayList<>();
    for (Line line : Line.of(text)) {
      if (lines.size() > 1 && furniture.endsArticle(line.text())) {
        break;
      }
      if ((headed && lines.isEmpty()) || !furniture.matchesWhole(line.text())) {
        lines.add(line);
      }
    }
    return lines;
  }
}
