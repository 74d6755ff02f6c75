package org.newsgraph.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests the N-Quads that pass through it. */
final class Sealing extends FilterOutputStream {

  private final MessageDigest digest = sha256();
  private long lines;

  Sealing(OutputStream out) {
    super(out);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        lines++;
      }
    }
  }

  /**
   * What the file has to end with.
   *
   * @param comments lines so far that hold no quad
   */
  Seal seal(int comments) {
    return new Seal(lines - comments, HexFormat.of().formatHex(digest.digest()));
  }
}
