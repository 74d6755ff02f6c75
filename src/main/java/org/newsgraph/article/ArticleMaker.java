package org.newsgraph.article;

import java.util.Locale;
import java.util.Optional;
import org.newsgraph.article.ReadResult.Read;
import org.newsgraph.article.ReadResult.Unreadable;
import org.newsgraph.fact.PartialDate;

/**
 * Makes an article of the text and metadata that a reader found: cleans the text, refuses what is
 * too long or not English, finds the paragraphs.
 */
final class ArticleMaker {

  /** The most UTF-16 code units that an article's text may have: that of a book. */
  static final int MAX_CHARACTERS = 1_000_000;

  private final TextArticleReader texts;
  private final LanguageCheck language = new LanguageCheck();
  private final Optional<PartialDate> published;

  /**
   * @param published the day of publication of articles whose metadata do not say it
   */
  ArticleMaker(ArticleIris iris, Optional<PartialDate> published) {
    this.texts = new TextArticleReader(iris);
    this.published = published;
  }

  /**
   * Makes one article.
   *
   * @param input what the user calls the source
   * @param place where in it the article stands; empty where it is the whole
   * @param body the text, with or without the headline at its start
   * @param metadata what the source says beside it
   */
  ReadResult make(String input, String place, String body, Metadata metadata) {
    Optional<String> headline =
        metadata.headline().map(CleanText::line).filter(line -> !line.isEmpty());
    String text = withHeadline(headline, CleanText.of(body));
    if (text.length() > MAX_CHARACTERS) {
      return new Unreadable(
          input,
          place,
          "is too long for one article (%d characters)".formatted(text.length()),
          "split it into articles of at most %d".formatted(MAX_CHARACTERS));
    }
    Optional<String> objection = language.objection(text, metadata.language());
    if (objection.isPresent()) {
      return new Unreadable(input, place, objection.get(), "leave it out or translate it first");
    }
    return texts
        .read(text, cleaned(headline, metadata), published)
        .<ReadResult>map(Read::new)
        .orElseGet(
            () -> new Unreadable(input, place, "holds no article, only links and labels", ""));
  }

  /** The text with the headline as its first line, which it may have already. */
  private static String withHeadline(Optional<String> headline, String body) {
    if (headline.isEmpty()) {
      return body;
    }
    String stripped = body.startsWith("\uFEFF") ? body.substring(1).strip() : body.strip();
    String first = stripped.lines().findFirst().orElse("").replaceFirst("^#+\\s+", "");
    return CleanText.line(first).equalsIgnoreCase(headline.get())
        ? stripped
        : headline.get() + "\n\n" + stripped;
  }

  private static Metadata cleaned(Optional<String> headline, Metadata metadata) {
    return new Metadata(
        headline,
        line(metadata.author()),
        line(metadata.publisher()),
        metadata.published(),
        metadata.language().flatMap(ArticleMaker::englishTag),
        metadata.url());
  }

  private static Optional<String> line(Optional<String> text) {
    return text.map(CleanText::line).filter(line -> !line.isEmpty());
  }

  /** The tag in the form "en-GB"; empty where it is malformed or names another language. */
  private static Optional<String> englishTag(String declared) {
    String tag = declared.strip().replace('_', '-');
    if (!LanguageCheck.primary(tag).equals("en") || !tag.matches("[A-Za-z]+(?:-[A-Za-z0-9]+)*")) {
      return Optional.empty();
    }
    return Optional.of(Locale.forLanguageTag(tag).toLanguageTag());
  }
}
