package org.newsgraph.article;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.newsgraph.article.HtmlText.Block;
import org.newsgraph.article.ReadResult.Unreadable;

/** Reads the article of a saved web page, without what stands around it. */
final class HtmlReader {

  /** The most bytes that a page may have; in memory it takes many times as much. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  /** A page shows less than this part of its text where it waits for a script to show the rest. */
  private static final double HARDLY_SHOWN = 0.5;

  private final ArticleMaker maker;

  HtmlReader(ArticleMaker maker) {
    this.maker = maker;
  }

  /**
   * Reads a page.
   *
   * @param input what the user calls it
   * @param bytes all of it
   */
  ReadResult read(String input, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new Unreadable(
          input,
          "",
          "is too large for a page (%d bytes)".formatted(bytes.length),
          "save it without its pictures, so that it has at most %d MB"
              .formatted(MAX_BYTES / (1024 * 1024)));
    }
    return switch (PageDecoder.decode(input, bytes)) {
      case TextDecoder.Decoded.Failed(Unreadable why) -> why;
      case TextDecoder.Decoded.Text(String html) -> read(input, html);
    };
  }

  private ReadResult read(String input, String html) {
    Document page = Jsoup.parse(html);
    JsonLinkedData linked = JsonLinkedData.of(page);
    // The page's own canonical link is written for it; the address in JSON-LD may be a section's.
    Metadata marked = new HtmlMetadata(page).read();
    Metadata metadata = withUrl(linked.metadata().or(marked), marked.url());
    List<Block> blocks = MainContent.of(page);
    String shown = HtmlText.join(blocks);
    String text =
        linked.body().filter(body -> shown.length() < HARDLY_SHOWN * body.length()).orElse(shown);
    if (text.isBlank()) {
      return new Unreadable(
          input,
          "",
          "is a page without an article's text",
          "save it from the browser once it is shown, or as text");
    }
    return maker.make(input, "", text, metadata);
  }

  private static Metadata withUrl(Metadata metadata, Optional<String> url) {
    return new Metadata(
        metadata.headline(),
        metadata.author(),
        metadata.publisher(),
        metadata.published(),
        metadata.language(),
        url.or(metadata::url));
  }

  /** The text of a fragment of HTML, such as the content of a feed's entry. */
  static String fragment(String html) {
    Document page = Jsoup.parseBodyFragment(html);
    page.select("script, style, iframe, img, figure, figcaption, svg, form, button").remove();
    return HtmlText.of(page.body());
  }

  /** Text with its character references resolved, as pages write them even within JSON. */
  static String unescaped(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }
}
