package org.newsgraph.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.newsgraph.article.ReadResult.Unreadable;

/** Turns the bytes of a text file into text: UTF-8, or UTF-16 with a byte-order mark. */
final class TextDecoder {

  private static final double MAX_SHARE_OF_CONTROLS = 0.01;

  private TextDecoder() {}

  /** What came of decoding. */
  sealed interface Decoded {
    /** The text. */
    record Text(String text) implements Decoded {}

    /** Why there is none. */
    record Failed(Unreadable why) implements Decoded {}
  }

  /**
   * Decodes a whole file.
   *
   * @param input its name for messages
   */
  static Decoded decode(String input, byte[] bytes) {
    Charset charset = charset(bytes);
    if (charset.equals(StandardCharsets.UTF_8) && indexOf(bytes, (byte) 0) >= 0) {
      return failed(input, at(bytes, indexOf(bytes, (byte) 0)), "is a binary file, not text", "");
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return failed(
          input,
          at(bytes, in.position()),
          "is not valid " + charset.name(),
          "convert it first, such as with: iconv -f WINDOWS-1252 -t UTF-8");
    }
    String text = out.flip().toString();
    long controls = text.chars().filter(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0).count();
    if (controls > MAX_SHARE_OF_CONTROLS * text.length()) {
      return failed(input, "", "is a binary file, not text", "");
    }
    return text.isBlank() || text.equals("\uFEFF")
        ? failed(input, "", bytes.length == 0 ? "is empty" : "holds nothing but white space", "")
        : new Decoded.Text(CleanText.of(text));
  }

  private static Decoded failed(String input, String place, String problem, String mend) {
    return new Decoded.Failed(new Unreadable(input, place, problem, mend));
  }

  /** By the byte-order mark; UTF-8 where there is none. */
  static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static int indexOf(byte[] bytes, byte sought) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == sought) {
        return i;
      }
    }
    return -1;
  }

  private static String at(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return "byte " + offset + " (line " + line + ")";
  }
}
