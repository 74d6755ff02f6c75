package org.newsgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads small files of text that the user names.
 *
 * @param session whose standard input {@code -} stands for
 */
record TextFile(Session session) {

  /**
   * The whole text, a byte-order mark left out.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws UsageException if it is not UTF-8
   */
  String read(@Nullable String file) {
    String name = file == null ? "-" : file;
    try (InputStream in = name.equals("-") ? session.in() : Files.newInputStream(Path.of(name))) {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UsageException(name + " is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(ExitStatus.message(e), e);
    }
  }
}
