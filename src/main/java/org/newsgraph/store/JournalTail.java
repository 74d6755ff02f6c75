package org.newsgraph.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  static final int HEADER = 3 * Integer.BYTES + ComponentId.SIZE;

  private JournalTail() {}

  /**
   * Cuts off an entry that was not written to its end. To be called before the dataset is opened,
   * by a process that holds its lock.
   *
   * @return whether there was one
   * @throws IOException if the file cannot be read or cut
   */
  static boolean cut(Path journal) throws IOException {
    try (FileChannel channel =
        FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long whole = wholeBytes(channel);
      if (whole == channel.size()) {
        return false;
      }
      channel.truncate(whole).force(true);
      return true;
    }
  }

  /** Bytes of the entries that are there to their ends. */
  private static long wholeBytes(FileChannel channel) throws IOException {
    long size = channel.size();
    long at = 0;
    while (size - at >= HEADER) {
      // Entries without data, such as a commit, have a length of -1.
      long end = at + HEADER + Math.max(0, length(channel, at));
      if (end > size) {
        return at;
      }
      at = end;
    }
    return at;
  }

  private static int length(FileChannel channel, long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip().getInt();
  }
}
