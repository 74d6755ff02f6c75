package org.newsgraph.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is read at any place and never written. */
final class ReadFile implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  /**
   * @throws FileDamage if it cannot be opened
   */
  ReadFile(Path path) {
    this.path = path;
    try {
      this.channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new FileDamage(path, "cannot be opened: " + e.getMessage());
    }
  }

  Path path() {
    return path;
  }

  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new FileDamage(path, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads so many bytes, or as many as there are.
   *
   * @throws FileDamage if the disk does not give them
   */
  ByteBuffer read(long at, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {}
    } catch (IOException e) {
      throw new FileDamage(path, "cannot be read at byte %d: %s".formatted(at, e.getMessage()));
    }
    return bytes.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new FileDamage(path, "cannot be closed: " + e.getMessage());
    }
  }
}
