package org.newsgraph.article;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.newsgraph.article.ReadResult.Unreadable;

/**
 * Makes an article of a JSON object. {@code docs/inputs.md} lists the fields; collections name them
 * in many ways, and the first that is there counts.
 */
final class JsonArticle {

  private static final String[] TEXT = {
    "text", "body", "content", "articleBody", "article_body", "maintext", "main_text", "full_text"
  };
  private static final String[] HTML = {"html", "content_html", "body_html"};
  private static final String[] HEADLINE = {"headline", "title", "name"};
  private static final String[] PUBLISHED = {
    "published",
    "date",
    "datePublished",
    "date_published",
    "published_at",
    "publishedAt",
    "date_publish",
    "publish_date",
    "publication_date",
    "pubDate",
    "pub_date",
    "timestamp"
  };
  private static final String[] AUTHOR = {"author", "authors", "byline", "creator"};
  private static final String[] PUBLISHER = {
    "publisher", "source", "site_name", "publication", "source_domain"
  };
  private static final String[] LANGUAGE = {"language", "lang", "inLanguage"};
  private static final String[] URL = {"url", "link", "canonical_url", "canonical", "web_url"};

  private final ArticleMaker maker;

  JsonArticle(ArticleMaker maker) {
    this.maker = maker;
  }

  /**
   * Reads one.
   *
   * @param input what the user calls the source
   * @param place where in it the object stands
   */
  ReadResult read(String input, String place, JsonElement value) {
    if (!(value instanceof JsonObject object)) {
      return new Unreadable(input, place, "is no JSON object", "write {\"text\": \"...\"}");
    }
    JsonFields fields = new JsonFields(object);
    Optional<String> text = fields.text(TEXT).or(() -> fields.text(HTML).map(HtmlReader::fragment));
    Metadata metadata =
        new Metadata(
            fields.text(HEADLINE),
            fields.names(AUTHOR),
            fields.names(PUBLISHER),
            fields.text(PUBLISHED).flatMap(SourceDate::of),
            fields.text(LANGUAGE),
            fields.text(URL).flatMap(ArticleAddress::of));
    if (text.filter(body -> !body.isBlank()).isEmpty()) {
      return new Unreadable(
          input,
          place,
          "holds no text",
          "put the article's text in the field 'text' (see docs/inputs.md)");
    }
    return maker.make(input, place, text.get(), metadata);
  }
}
