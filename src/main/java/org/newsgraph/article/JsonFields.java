package org.newsgraph.article;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks fields of an object up under the names that they may have.
 *
 * @param object not changed
 */
record JsonFields(JsonObject object) {

  /** The first of the fields that is a text and not blank. */
  Optional<String> text(String... names) {
    for (String name : names) {
      Optional<String> text =
          Json.string(object.get(name)).filter(candidate -> !candidate.isBlank());
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** The text of a field of the object in a field. */
  Optional<String> in(String name, String inner) {
    return object.get(name) instanceof JsonObject holder
        ? new JsonFields(holder).text(inner)
        : Optional.empty();
  }

  /** The first field that holds names: texts, objects with a name, or an array of those. */
  Optional<String> names(String... fields) {
    for (String field : fields) {
      List<String> names = new ArrayList<>();
      JsonElement value = object.get(field);
      if (value instanceof JsonArray array) {
        array.forEach(each -> name(each).ifPresent(names::add));
      } else if (value != null) {
        name(value).ifPresent(names::add);
      }
      if (!names.isEmpty()) {
        return Optional.of(String.join(", ", names));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(JsonElement value) {
    return (value instanceof JsonObject named
            ? new JsonFields(named).text("name", "title")
            : Json.string(value))
        .map(CleanText::line)
        .filter(name -> !name.isEmpty() && !name.matches("https?://\\S*"));
  }
}
