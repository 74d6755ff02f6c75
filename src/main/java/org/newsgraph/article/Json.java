package org.newsgraph.article;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses JSON as its standard has it. */
final class Json {

  private Json() {}

  /** Why a text is no JSON, in a few words. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String why) {
      super(why);
    }

    /** In a few words without a full stop. */
    String why() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Parses a text that is one value and no more.
   *
   * @throws Broken if it is not
   */
  static JsonElement strict(String text) throws Broken {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement value = JsonParser.parseReader(reader);
      reader.setStrictness(Strictness.STRICT);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new Broken("more than one value");
      }
      return value;
    } catch (JsonParseException | IOException | NumberFormatException e) {
      throw new Broken(reason(e));
    }
  }

  /** Parses a text that is one value and no more; empty where it is not. */
  static Optional<JsonElement> parse(String text) {
    try {
      return Optional.of(strict(text));
    } catch (Broken e) {
      return Optional.empty();
    }
  }

  /** A string, number or truth value as text. */
  static Optional<String> string(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive primitive
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^Use JsonReader.setStrictness.*accept ", "")
        .replaceFirst(" at line 1 column (\\d+) path (.*)$", " at column $1 (path $2)")
        .strip();
  }
}
