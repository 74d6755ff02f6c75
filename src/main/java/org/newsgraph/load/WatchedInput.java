package org.newsgraph.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that reading failed. Some of Jena's readers take a stream that breaks off for one that
 * ends, and half a file for a whole one.
 */
final class WatchedInput extends FilterInputStream {

  private static final int CHUNK = 1 << 13;

  private @Nullable IOException failure;

  WatchedInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Leaves the stream open for {@link #finish}; who opened it closes it. */
  @Override
  public void close() {}

  /** Whether reading has failed so far. */
  boolean failed() {
    return failure != null;
  }

  /**
   * Reads what is left, so that a checksum at the end is compared too.
   *
   * @throws IOException if that fails, or an earlier read did
   */
  void finish() throws IOException {
    byte[] rest = new byte[CHUNK];
    while (failure == null && read(rest, 0, rest.length) >= 0) {}
    if (failure != null) {
      throw failure;
    }
  }
}
