package org.newsgraph.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.apache.jena.dboe.transaction.txn.ComponentId;

/**
 * The last entry of TDB2's journal, which a process may have begun to write when it was killed.
 *
 * <p>An entry has a header, of which the first four bytes say how many more follow it (Jena 6,
 * {@code Journal}). Whatever ends before its end was never committed, since the entry that commits
 * comes last; yet TDB2 takes it for damage and does not open the dataset.
 */
final class JournalTail {

  /** Length, checksum and type of an entry, and which part of the dataset it is of. */
  private static final int HEADER = 3 * Integer.BYTES + ComponentId.SIZE;

  private JournalTail() {}

  /**
   * Cuts off an entry that was not written to its end. To be called before the dataset is opened,
   * by a process that holds its lock.
   *
   * @return whether there was one
   * @throws IOException if the file cannot be read or cut
   */
  static boolean cut(Path journal) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
      long whole = wholeBytes(file);
      if (whole == file.length()) {
        return false;
      }
      file.setLength(whole);
      file.getFD().sync();
      return true;
    }
  }

  /** Bytes of the entries that are there to their ends. */
  private static long wholeBytes(RandomAccessFile file) throws IOException {
    long size = file.length();
    long at = 0;
    while (size - at >= HEADER) {
      file.seek(at);
      // Entries without data, such as a commit, have a length of -1.
      long end = at + HEADER + Math.max(0, file.readInt());
      if (end > size) {
        break;
      }
      at = end;
    }
    return at;
  }
}
