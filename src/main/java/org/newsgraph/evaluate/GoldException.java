package org.newsgraph.evaluate;

import java.nio.file.Path;

/** A gold file that does not keep to its format. The message names file, line and mend. */
public final class GoldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For a file as a whole. */
  GoldException(Path file, String problem) {
    super(file + ": " + problem);
  }

  /**
   * For a place in a file.
   *
   * @param line from 1
   */
  GoldException(Path file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
