package org.newsgraph.article;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its article in JSON-LD.
 *
 * @param metadata as far as it is said
 * @param body the article's text, which some pages hold nowhere else
 */
record JsonLinkedData(Metadata metadata, Optional<String> body) {

  private static final JsonLinkedData NONE = new JsonLinkedData(Metadata.NONE, Optional.empty());
  private static final int MAX_OBJECTS = 10_000;

  /** Reads the first object of a page that is an article; one that is broken is passed over. */
  static JsonLinkedData of(Document page) {
    for (Element script : page.select("script[type^=application/ld+json]")) {
      Optional<JsonObject> article = Json.parse(script.data()).flatMap(JsonLinkedData::article);
      if (article.isPresent()) {
        return of(article.get());
      }
    }
    return NONE;
  }

  private static JsonLinkedData of(JsonObject article) {
    JsonFields fields = new JsonFields(article);
    return new JsonLinkedData(
        new Metadata(
            fields.text("headline", "name").map(HtmlReader::unescaped),
            fields.names("author", "creator").map(HtmlReader::unescaped),
            fields.names("publisher", "sourceOrganization").map(HtmlReader::unescaped),
            fields.text("datePublished", "dateCreated").flatMap(SourceDate::of),
            fields.text("inLanguage").or(() -> fields.names("inLanguage")),
            fields
                .text("url", "mainEntityOfPage")
                .or(() -> fields.in("mainEntityOfPage", "@id"))
                .flatMap(ArticleAddress::of)),
        fields.text("articleBody").map(HtmlReader::unescaped));
  }

  /** The first object, in the order of the document, whose type is a kind of article. */
  private static Optional<JsonObject> article(JsonElement root) {
    Deque<JsonElement> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MAX_OBJECTS; seen++) {
      JsonElement next = open.remove();
      if (next instanceof JsonArray array) {
        array.forEach(open::add);
      } else if (next instanceof JsonObject object) {
        if (isArticle(object)) {
          return Optional.of(object);
        }
        for (String inner : new String[] {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
          if (object.has(inner)) {
            open.add(object.get(inner));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isArticle(JsonObject object) {
    JsonElement type = object.get("@type");
    if (type instanceof JsonArray types) {
      return types.asList().stream().anyMatch(JsonLinkedData::namesArticle);
    }
    return type != null && namesArticle(type);
  }

  private static boolean namesArticle(JsonElement type) {
    String name = Json.string(type).orElse("").toLowerCase(Locale.ROOT);
    return name.endsWith("article") || name.endsWith("blogposting") || name.endsWith("report");
  }
}
