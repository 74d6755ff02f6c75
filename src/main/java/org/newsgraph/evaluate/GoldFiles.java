package org.newsgraph.evaluate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads gold files and says what is wrong with them. */
final class GoldFiles {

  private GoldFiles() {}

  /**
   * The files to read: the one given, or those of a folder that end so, in the order of their
   * names.
   *
   * @throws GoldException if there are none
   */
  static List<Path> of(Path gold, String ending) {
    if (Files.isDirectory(gold)) {
      try (Stream<Path> files = Files.list(gold)) {
        List<Path> found = files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        if (found.isEmpty()) {
          throw new GoldException(gold, "no file in it ends in " + ending + "; name a gold file");
        }
        return found;
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }
    if (!Files.exists(gold)) {
      throw new GoldException(gold, "does not exist; check the path");
    }
    return List.of(gold);
  }

  /** One file, not a folder. */
  static Path single(Path gold, String ending) {
    List<Path> files = of(gold, ending);
    if (files.size() > 1) {
      throw new GoldException(gold, "holds " + files.size() + " files; name one of them");
    }
    return files.getFirst();
  }

  /**
   * The whole text, a byte-order mark left out.
   *
   * @throws GoldException if it is not UTF-8
   */
  static String text(Path file) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new GoldException(file, "is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The lines of {@link #text}. */
  static List<String> lines(Path file) {
    return text(file).lines().toList();
  }

  /**
   * Parses JSON.
   *
   * @param line where the text begins, from 1
   * @throws GoldException if it is none
   */
  static JsonElement json(Path file, int line, String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      return JsonParser.parseReader(reader);
    } catch (JsonParseException | IOException | NumberFormatException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw new GoldException(
          file,
          line,
          "no JSON ("
              + why.replaceFirst("^Use JsonReader.setStrictness.*accept ", "").strip()
              + "); mend or remove it");
    }
  }

  /**
   * A field of an object.
   *
   * @throws GoldException if it is missing
   */
  static JsonElement field(Path file, int line, JsonObject object, String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      throw new GoldException(file, line, "the field '" + name + "' is missing; add it");
    }
    return value;
  }

  /**
   * A field that is a string, or a number taken as one.
   *
   * @throws GoldException if it is missing or something else
   */
  static String string(Path file, int line, JsonObject object, String name) {
    JsonElement value = field(file, line, object, name);
    if (!value.isJsonPrimitive()) {
      throw new GoldException(file, line, "'" + name + "' has to be a string");
    }
    return value.getAsString();
  }

  /**
   * A field that is a whole number.
   *
   * @throws GoldException if it is missing or something else
   */
  static int number(Path file, int line, JsonObject object, String name) {
    String value = string(file, line, object, name);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new GoldException(
          file, line, "'" + name + "' has to be a whole number, not '" + value + "'");
    }
  }

  /**
   * A field that is a list of objects.
   *
   * @throws GoldException if it is missing or something else
   */
  static List<JsonObject> objects(Path file, int line, JsonObject object, String name) {
    JsonElement value = field(file, line, object, name);
    if (!value.isJsonArray()) {
      throw new GoldException(file, line, "'" + name + "' has to be a list");
    }
    return value.getAsJsonArray().asList().stream()
        .map(element -> object(file, line, element, "each of '" + name + "'"))
        .toList();
  }

  /**
   * An element as an object.
   *
   * @param what it is, for the message
   * @throws GoldException if it is none
   */
  static JsonObject object(Path file, int line, JsonElement element, String what) {
    if (!element.isJsonObject()) {
      throw new GoldException(file, line, what + " has to be an object in braces");
    }
    return element.getAsJsonObject();
  }

  /**
   * A file that is one list of objects.
   *
   * @throws GoldException if it is something else, or empty
   */
  static List<JsonObject> list(Path file) {
    JsonElement whole = json(file, 1, text(file));
    if (!whole.isJsonArray() || whole.getAsJsonArray().isEmpty()) {
      throw new GoldException(file, 1, "a list of objects in brackets is needed");
    }
    return whole.getAsJsonArray().asList().stream()
        .map(element -> object(file, 1, element, "each of the list"))
        .toList();
  }

  /**
   * A field that is a list of tokens.
   *
   * @param place of the object, for messages
   * @throws GoldException if it is missing or something else
   */
  static TokenText tokens(Path file, JsonObject object, String name, String place) {
    JsonElement value = field(file, 1, object, name);
    if (value.isJsonArray()) {
      List<String> tokens =
          value.getAsJsonArray().asList().stream()
              .filter(JsonElement::isJsonPrimitive)
              .map(JsonElement::getAsString)
              .toList();
      if (tokens.size() == value.getAsJsonArray().size()
          && tokens.stream().anyMatch(token -> !token.isBlank())) {
        return TokenText.of(tokens);
      }
    }
    throw new GoldException(file, place + ": '" + name + "' has to be a list of words");
  }
}
