package org.newsgraph.store;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Something that is wrong with a dataset's directory or files. */
public sealed interface StoreFault {

  /** The directory or file that is wrong. */
  Path where();

  /** There is no dataset. */
  record Absent(Path where) implements StoreFault {}

  /**
   * The path leads to something that is no dataset.
   *
   * @param what it is, such as {@code is a file}
   */
  record Foreign(Path where, String what) implements StoreFault {}

  /**
   * A later version of the program has written the dataset.
   *
   * @param writer that version
   */
  record Newer(Path where, String writer) implements StoreFault {}

  /** The directory or file may not be read. */
  record Unreadable(Path where) implements StoreFault {}

  /** The directory or file may not be written; even a reader has to lock a dataset. */
  record Unwritable(Path where) implements StoreFault {}

  /**
   * A process has the dataset open.
   *
   * @param holder the process; empty where it cannot be told, as in another container
   */
  record InUse(Path where, OptionalLong holder) implements StoreFault {}

  /**
   * The disk has less room than compacting may take.
   *
   * @param free bytes that may be written
   * @param needed bytes in use by the dataset
   */
  record LittleRoom(Path where, long free, long needed) implements StoreFault {}

  /** Files of before the last compaction, which was killed before it had deleted them. */
  record OldFiles(Path where, long bytes) implements StoreFault {}

  /** A copy that a compaction began and did not finish. */
  record BrokenOffCopy(Path where, long bytes) implements StoreFault {}

  /** A write was killed as it was committed; whoever opens the dataset next settles it. */
  record UnsettledCommit(Path where, long bytes) implements StoreFault {}

  /** A process was killed as it created the files; nothing has been stored in them. */
  record HalfCreated(Path where) implements StoreFault {}

  /** A file is gone. */
  record Missing(Path where, StorePart part) implements StoreFault {}

  /**
   * A file ends too early.
   *
   * @param expected bytes that it has to have at least
   */
  record CutShort(Path where, StorePart part, long bytes, long expected) implements StoreFault {}

  /**
   * A file does not hold what it should.
   *
   * @param what is wrong, in a few words
   */
  record Damaged(Path where, StorePart part, String what) implements StoreFault {}

  /**
   * An index holds other entries than the rest of its table.
   *
   * @param entries in this one
   * @param others in each of most others
   */
  record Disagrees(Path where, StorePart part, long entries, long others) implements StoreFault {}

  /**
   * An index names terms that the table of terms does not have.
   *
   * @param entries that name one
   */
  record UnknownTerms(Path where, StorePart part, long entries) implements StoreFault {}
}
