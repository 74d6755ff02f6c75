package org.newsgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.jena.atlas.RuntimeIOException;
import org.newsgraph.backup.BackupFailure;
import org.newsgraph.evaluate.GoldException;
import org.newsgraph.load.RdfFailure;
import org.newsgraph.query.QueryFailure;
import org.newsgraph.store.StoreException;

/** The exit statuses, and which failure gives which. */
final class ExitStatus {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int VIOLATIONS = 3;
  static final int SOME_FAILED = 4;
  static final int IN_USE = 5;
  static final int INTERRUPTED = 130;

  private ExitStatus() {}

  /** The failure of input or output behind a failure that a library made of it; else itself. */
  static Exception knownCause(Exception failure) {
    if (failure instanceof RdfFailure || failure instanceof BackupFailure) {
      return failure;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UncheckedIOException io) {
        return io;
      }
    }
    return failure;
  }

  /** The status of a failure. */
  static int of(Exception failure) {
    return switch (failure) {
      case StoreException.InUse ignored -> IN_USE;
      case StoreException ignored -> FAILED;
      case QueryFailure.UnknownEntity ignored -> FAILED;
      case QueryFailure.UnknownArticle ignored -> FAILED;
      case QueryFailure.AmbiguousArticle ignored -> FAILED;
      case QueryFailure.TimedOut ignored -> FAILED;
      case QueryFailure ignored -> USAGE;
      case RdfFailure.UnknownSyntax ignored -> USAGE;
      case RdfFailure ignored -> FAILED;
      case UsageException ignored -> USAGE;
      // The reader of a pipe has seen what it wanted, as in "newsgraph export | head".
      case StandardOutput.Closed ignored -> DONE;
      default -> FAILED;
    };
  }

  /** What to tell the user, in one line; empty where there is nothing to tell. */
  static String message(Exception failure) {
    return switch (failure) {
      case StandardOutput.Closed ignored -> "";
      case StoreException known -> String.valueOf(known.getMessage());
      case BackupFailure known -> String.valueOf(known.getMessage());
      case RdfFailure known -> String.valueOf(known.getMessage());
      case QueryFailure known -> String.valueOf(known.getMessage());
      case UsageException known -> String.valueOf(known.getMessage());
      case GoldException known -> String.valueOf(known.getMessage());
      case UncheckedIOException wrapped -> firstLine(wrapped);
      case RuntimeIOException wrapped when wrapped.getCause() instanceof IOException cause ->
          message(cause);
      case NoSuchFileException missing -> missing.getFile() + " does not exist; check the path";
      case AccessDeniedException denied ->
          denied.getFile() + " may not be read or written; check its permissions";
      case IOException other -> firstLine(other);
      default ->
          "unexpected failure, please report it: %s (%s); -vv shows where"
              .formatted(firstLine(failure), failure.getClass().getSimpleName());
    };
  }

  private static String firstLine(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
