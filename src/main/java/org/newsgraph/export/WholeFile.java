package org.newsgraph.export;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all. */
public final class WholeFile {

  /** Writes the content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file beside the target and moves it there once it is complete. A target that is there
   * already is replaced; one that is no plain file, such as a device, is written directly.
   *
   * @throws IOException if it cannot be written; the target is then as it was
   */
  public static void write(Path target, Content content) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException(target + " is a directory; name a file");
    }
    Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      try (OutputStream out = Files.newOutputStream(real, WRITE)) {
        content.writeTo(out);
      }
      return;
    }
    Path folder = real.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("cannot write " + target + ": there is no directory " + folder);
    }
    Path part =
        real.resolveSibling(
            ".%s.%d.part".formatted(real.getFileName(), ProcessHandle.current().pid()));
    try {
      try (FileChannel channel = FileChannel.open(part, CREATE, TRUNCATE_EXISTING, WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        content.writeTo(out);
        out.flush();
        // On the disk before it takes its name: a machine that fails leaves no empty file either.
        channel.force(true);
      }
      move(part, real);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
