package org.newsgraph.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.ReadResult.Unreadable;
import org.newsgraph.article.TextDecoder.Decoded;

/**
 * Turns the bytes of a web page into text as browsers do: by byte-order mark, else by the encoding
 * that the page declares, else UTF-8, else Windows-1252.
 */
final class PageDecoder {

  private static final int DECLARED_WITHIN = 8192;

  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?i)<meta\\b[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)"
              + "|<\\?xml\\b[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)");

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final double MOST_REPLACED = 0.005;

  private PageDecoder() {}

  /** Decodes a page; a few bytes that are wrong become U+FFFD. */
  static Decoded decode(String input, byte[] bytes) {
    if (bytes.length == 0) {
      return new Decoded.Failed(new Unreadable(input, "", "is empty", ""));
    }
    Charset charset = charset(bytes);
    String text = replacing(charset, bytes);
    long wrong = text.chars().filter(c -> c == '\uFFFD').count();
    if (wrong > 0 && charset.equals(StandardCharsets.UTF_8) && declared(bytes).isEmpty()) {
      return new Decoded.Text(replacing(WINDOWS, bytes));
    }
    long zeros = text.chars().filter(c -> c == 0).count();
    if (wrong + zeros > MOST_REPLACED * text.length()) {
      return new Decoded.Failed(
          new Unreadable(
              input,
              "",
              "is not in the encoding it declares (" + charset.name() + ")",
              "save the page again as UTF-8"));
    }
    return new Decoded.Text(text);
  }

  private static String replacing(Charset charset, byte[] bytes) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("replacing decoders do not fail", e);
    }
  }

  private static Charset charset(byte[] bytes) {
    Charset marked = TextDecoder.charset(bytes);
    if (!marked.equals(StandardCharsets.UTF_8) || startsWithMark(bytes)) {
      return marked;
    }
    return declared(bytes).orElse(StandardCharsets.UTF_8);
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF;
  }

  /**
   * Latin-1 means Windows-1252 on the web, and UTF-16 in a declaration that could be read is wrong.
   */
  private static Optional<Charset> declared(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARATION.matcher(start);
    if (!declaration.find()) {
      return Optional.empty();
    }
    String name = declaration.group(1) == null ? declaration.group(2) : declaration.group(1);
    try {
      Charset charset = Charset.forName(name);
      if (charset.equals(StandardCharsets.ISO_8859_1)
          || charset.equals(StandardCharsets.US_ASCII)) {
        return Optional.of(WINDOWS);
      }
      return Optional.of(
          charset.name().startsWith("UTF-16") || !charset.canEncode()
              ? StandardCharsets.UTF_8
              : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
