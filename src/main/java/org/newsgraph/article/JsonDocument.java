package org.newsgraph.article;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.newsgraph.article.ReadResult.Unreadable;

/** Reads a file that is one JSON value: an article, or an array of articles. */
final class JsonDocument {

  private final JsonArticle articles;

  JsonDocument(JsonArticle articles) {
    this.articles = articles;
  }

  Iterator<ReadResult> read(String input, byte[] bytes) {
    return switch (TextDecoder.decode(input, bytes)) {
      case TextDecoder.Decoded.Failed(Unreadable why) -> Results.of(why);
      case TextDecoder.Decoded.Text(String text) ->
          read(input, text.startsWith("\uFEFF") ? text.substring(1) : text);
    };
  }

  private Iterator<ReadResult> read(String input, String text) {
    JsonElement value;
    try {
      value = Json.strict(text);
    } catch (Json.Broken e) {
      return Results.of(
          new Unreadable(
              input,
              "",
              "is broken JSON: " + e.why(),
              "name a file with one object a line .jsonl"));
    }
    if (!(value instanceof JsonArray array)) {
      return Results.of(articles.read(input, "", value));
    }
    List<JsonElement> all = array.asList();
    return all.isEmpty()
        ? Results.of(new Unreadable(input, "", "holds an empty array", ""))
        : IntStream.range(0, all.size())
            .mapToObj(i -> articles.read(input, "item " + (i + 1), all.get(i)))
            .iterator();
  }
}
