package org.newsgraph.article;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets so many bytes through and no more, until it is renewed. */
final class LimitedInput extends FilterInputStream {

  private final long limit;
  private long left;

  /** More bytes came than were let through. */
  static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;

    Exceeded(long limit) {
      super("more than " + limit + " bytes");
    }
  }

  LimitedInput(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.left = limit;
  }

  /** Lets as many bytes through again. */
  void renew() {
    left = limit;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int bytes) throws Exceeded {
    left -= bytes;
    if (left < 0) {
      throw new Exceeded(limit);
    }
  }
}
