package org.newsgraph.store;

import java.nio.file.Path;

/** A file does not hold what it should; caught where it becomes a {@link StoreFault}. */
final class FileDamage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String what;

  FileDamage(Path file, String what) {
    super(file + ": " + what);
    this.file = file;
    this.what = what;
  }

  Path file() {
    return file;
  }

  String what() {
    return what;
  }
}
