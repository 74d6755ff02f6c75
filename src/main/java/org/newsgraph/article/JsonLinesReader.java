package org.newsgraph.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.newsgraph.article.ReadResult.Unreadable;

/**
 * Reads JSON lines, an article a line, and holds no more than one line at a time. A line that is
 * broken is told of and the next one read.
 */
final class JsonLinesReader extends Results {

  /** The most bytes of a line. */
  static final int MAX_LINE = 16 * 1024 * 1024;

  /** So many broken lines in a row are no accident: it is another kind of file. */
  private static final int MAX_BROKEN = 100;

  private static final int BUFFER = 1 << 16;

  private final String input;
  private final InputStream in;
  private final JsonArticle articles;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private long number;
  private boolean tooLong;
  private int broken;
  private boolean anything;
  private boolean over;

  /**
   * @param in UTF-8; not closed
   */
  JsonLinesReader(String input, InputStream in, JsonArticle articles) {
    this.input = input;
    this.in = in;
    this.articles = articles;
  }

  @Override
  Optional<ReadResult> advance() {
    try {
      while (!over && readLine()) {
        number++;
        if (tooLong) {
          anything = true;
          return Optional.of(
              unreadable(
                  "is longer than %d MB".formatted(MAX_LINE / (1024 * 1024)),
                  "write one article a line"));
        }
        String text = number == 1 ? withoutMark(decoded()) : decoded();
        if (!text.isBlank()) {
          anything = true;
          return Optional.of(readArticle(text));
        }
      }
    } catch (CharacterCodingException e) {
      anything = true;
      return Optional.of(
          broken(unreadable("is not valid UTF-8", "convert the file to UTF-8 first")));
    } catch (IOException e) {
      over = true;
      return Optional.of(unreadable("could not be read on: " + reason(e), "fetch the file again"));
    }
    if (!anything) {
      anything = true;
      return Optional.of(new Unreadable(input, "", number == 0 ? "is empty" : "holds no line", ""));
    }
    return Optional.empty();
  }

  private ReadResult readArticle(String text) {
    try {
      ReadResult result = articles.read(input, place(), Json.strict(text));
      broken = 0;
      return result;
    } catch (Json.Broken e) {
      return broken(unreadable("is broken JSON: " + e.why(), "write one whole JSON object a line"));
    }
  }

  private ReadResult broken(Unreadable line) {
    broken++;
    if (broken < MAX_BROKEN) {
      return line;
    }
    over = true;
    return unreadable(
        "is the %dth broken line in a row; what follows is not read".formatted(MAX_BROKEN),
        "check that the file has one JSON object a line");
  }

  private Unreadable unreadable(String problem, String mend) {
    return new Unreadable(input, place(), problem, mend);
  }

  private String place() {
    return "line " + number;
  }

  private String decoded() throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(line.toByteArray()))
        .toString();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Reads up to the next line break; false at the end. What is too long is not kept. */
  private boolean readLine() throws IOException {
    line.reset();
    tooLong = false;
    boolean any = false;
    while (true) {
      if (at == filled) {
        filled = Math.max(0, in.read(buffer));
        at = 0;
        if (filled == 0) {
          return any;
        }
      }
      any = true;
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (line.size() + (end - at) > MAX_LINE) {
        tooLong = true;
      } else if (!tooLong) {
        line.write(buffer, at, end - at);
      }
      boolean ended = end < filled;
      at = ended ? end + 1 : end;
      if (ended) {
        return true;
      }
    }
  }

  static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
