package org.newsgraph.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Standard output that says when it cannot be written. A {@link java.io.PrintStream} over any other
 * stream goes on in silence, and the command would end well with its answer cut short.
 */
final class StandardOutput extends FilterOutputStream {

  /** The reader of the pipe is gone. */
  static final class Closed extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    Closed(IOException cause) {
      super(cause);
    }
  }

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) {
    try {
      out.write(b);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static UncheckedIOException failure(IOException e) {
    String message = String.valueOf(e.getMessage());
    // The words of Linux and macOS, and of Windows.
    return message.contains("Broken pipe") || message.contains("pipe is being closed")
        ? new Closed(e)
        : new UncheckedIOException("cannot write to standard output: " + message, e);
  }
}
