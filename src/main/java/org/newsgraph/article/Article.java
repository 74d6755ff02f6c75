package org.newsgraph.article;

import java.util.List;
import java.util.Optional;
import org.newsgraph.fact.PartialDate;

/**
 * One article as read.
 *
 * @param iri the article's own IRI, which is also the name of its graph
 * @param text the text to which all offsets refer: that of a plain file as supplied, without a
 *     leading byte-order mark and with a space for each control character; that of a page, feed or
 *     PDF cleaned of all that is no part of the article, its paragraphs parted by blank lines
 * @param headline the headline as it stands in the text or its metadata, if there is one
 * @param author who wrote it, as the byline says
 * @param publisher the medium, where the source says so
 * @param published day of publication: the anchor of "Monday" and "last October"; empty where
 *     neither text nor caller says it
 * @param language an IETF language tag of English, where the source declares one
 * @param url the canonical address, where the source says so
 * @param paragraphs the parts of {@code text} to read, in order, not overlapping: headline and body
 *     without byline, share lines and comment links
 */
public record Article(
    String iri,
    String text,
    Optional<String> headline,
    Optional<String> author,
    Optional<String> publisher,
    Optional<PartialDate> published,
    Optional<String> language,
    Optional<String> url,
    List<Paragraph> paragraphs) {

  /** A part of the text to read, and its role on the page. */
  public record Paragraph(Span span, Role role) {}

  /** What a paragraph is on the page. */
  public enum Role {
    /** The headline: telegraphic, in the present tense, often in title case. */
    HEADLINE,
    /** Running text. */
    BODY
  }

  /**
   * @throws IllegalArgumentException if a paragraph lies outside the text or before the one that
   *     precedes it
   */
  public Article {
    paragraphs = List.copyOf(paragraphs);
    int at = 0;
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.span().begin() < at || paragraph.span().end() > text.length()) {
        throw new IllegalArgumentException("paragraph " + paragraph.span() + " is out of place");
      }
      at = paragraph.span().end();
    }
  }

  /** An article whose source declares no language. */
  public Article(
      String iri,
      String text,
      Optional<String> headline,
      Optional<String> author,
      Optional<String> publisher,
      Optional<PartialDate> published,
      Optional<String> url,
      List<Paragraph> paragraphs) {
    this(iri, text, headline, author, publisher, published, Optional.empty(), url, paragraphs);
  }

  /**
   * The number of Unicode code points before {@code offset}.
   *
   * @param offset in UTF-16 code units, 0 to the text's length
   */
  public int codePoints(int offset) {
    return text.codePointCount(0, offset);
  }
}
