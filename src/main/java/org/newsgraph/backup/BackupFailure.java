package org.newsgraph.backup;

import java.nio.file.Path;

/** Why a file cannot be restored. The message is one line, fit for a user. */
public final class BackupFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupFailure(Path file, String what) {
    super(file + " " + what);
  }

  BackupFailure(Path file, String what, Throwable cause) {
    super(file + " " + what, cause);
  }
}
