package org.newsgraph.store;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Why a dataset cannot be opened, read or written. The message is one line, fit for a user. */
public abstract sealed class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StoreException(String message) {
    super(message);
  }

  private StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** There is no dataset to read. */
  public static final class Absent extends StoreException {
    private static final long serialVersionUID = 1L;

    Absent(Path directory) {
      super(
          "no dataset at %s; build one with: newsgraph build ARTICLE --loc %s"
              .formatted(directory, quoted(directory)));
    }
  }

  /** The path leads to something that is no dataset and must not become one. */
  public static final class Foreign extends StoreException {
    private static final long serialVersionUID = 1L;

    Foreign(Path directory, String what) {
      super(
          "%s %s, not a dataset; name a dataset, a new directory or an empty one"
              .formatted(directory, what));
    }
  }

  /** There is something in a dataset that was to be filled anew. */
  public static final class NotEmpty extends StoreException {
    private static final long serialVersionUID = 1L;

    NotEmpty(Path directory) {
      super(
          "the dataset %s is not empty and stays as it is; name a new directory"
              .formatted(directory));
    }
  }

  /** The directory cannot be created or written; even a reader has to lock it. */
  public static final class Unwritable extends StoreException {
    private static final long serialVersionUID = 1L;

    Unwritable(Path directory, String why) {
      super(
          "cannot write to %s: %s; change its permissions or name another directory"
              .formatted(directory, why));
    }
  }

  /** Another process has the dataset open; TDB2 admits one at a time. */
  public static final class InUse extends StoreException {
    private static final long serialVersionUID = 1L;

    InUse(Path directory, OptionalLong holder) {
      super(
          "the dataset %s is in use by %s; wait until it is done"
              .formatted(
                  directory,
                  holder.isPresent() ? "process " + holder.getAsLong() : "another process"));
    }
  }

  /** A read or write broke off; a write has left the dataset as it was. */
  public static final class Failed extends StoreException {
    private static final long serialVersionUID = 1L;

    Failed(Path directory, String doing, Throwable cause) {
      super("%s %s failed: %s".formatted(doing, directory, firstLine(cause)), cause);
    }

    private static String firstLine(Throwable cause) {
      if (cause instanceof InternalError) {
        // So Java says that a page of a mapped file, such as one in a hole, cannot be had.
        return "there is no room left on the disk, or the disk is at fault";
      }
      String message = cause.getMessage();
      return message == null || message.isBlank()
          ? cause.getClass().getSimpleName()
          : message.lines().findFirst().orElse("");
    }
  }

  /** The files of the dataset do not hold what they should. */
  public static final class Damaged extends StoreException {
    private static final long serialVersionUID = 1L;

    Damaged(Path directory, Throwable cause) {
      super(
          "the dataset %s is damaged; newsgraph restore brings a backup back, and newsgraph build"
                  .formatted(directory)
              + " into a new directory makes it anew from the articles; newsgraph doctor says what"
              + " is wrong",
          cause);
    }
  }

  /** A later version of the program has written the dataset in a way that this one cannot read. */
  public static final class Newer extends StoreException {
    private static final long serialVersionUID = 1L;

    Newer(Path directory, String writer) {
      super(
          "the dataset %s was written by %s, which is newer than this program; update newsgraph"
              .formatted(directory, writer));
    }
  }

  private static String quoted(Path directory) {
    String text = directory.toString();
    return text.contains(" ") ? "\"" + text + "\"" : text;
  }
}
