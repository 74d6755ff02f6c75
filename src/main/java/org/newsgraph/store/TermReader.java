package org.newsgraph.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.sys.SystemTDB;

/** Reads a table of terms of TDB2 from its files, and changes nothing. */
final class TermReader implements AutoCloseable {

  private static final int USUAL = 1 << 10;
  private static final int LONGEST = 1 << 26;
  private static final int REMEMBERED = 20_000;

  private final TreeReader places;
  private final ReadFile terms;
  private final long committed;

  /** Where terms begin, sorted once all have been read. */
  private long[] begins = new long[1 << 10];

  private int count;

  private final Map<NodeId, Node> remembered =
      new LinkedHashMap<>(USUAL, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeId, Node> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param folder the generation of files
   * @param name of the table, with which its files' names begin
   * @throws FileDamage if a file cannot be opened, or its state cannot be read
   */
  TermReader(Path folder, String name) {
    this.places = new TreeReader(folder, name, SystemTDB.LenNodeHash, SystemTDB.SizeOfNodeId);
    this.terms = new ReadFile(folder.resolve(name + "-data." + Names.extObjNodeData));
    try (ReadFile state = new ReadFile(folder.resolve(name + "-data." + Names.extBdfState))) {
      ByteBuffer numbers = state.read(0, Long.BYTES);
      this.committed = numbers.remaining() < Long.BYTES ? 0 : numbers.getLong();
    }
  }

  TreeReader places() {
    return places;
  }

  ReadFile terms() {
    return terms;
  }

  /**
   * Bytes of the file of terms when it was written last, by a note that TDB2 makes and looks at
   * only to settle a commit; so it may be wrong where all terms are right.
   */
  long committed() {
    return committed;
  }

  /** How many terms {@link #walk} has found. */
  int count() {
    return count;
  }

  /**
   * Reads every term, and makes sure that it is the one that the table says.
   *
   * @param each is told of each block of the index
   * @throws FileDamage at the first that is not
   */
  void walk(Runnable each) {
    places.walk(this::check, each);
    Arrays.sort(begins, 0, count);
  }

  private void check(ByteBuffer record) {
    byte[] key = new byte[SystemTDB.LenNodeHash];
    record.get(0, key);
    NodeId id =
        id(record, SystemTDB.LenNodeHash)
            .filter(NodeId::isPtr)
            .filter(ptr -> ptr.getPtrLocation() >= 0)
            .orElseThrow(() -> new FileDamage(places.pages().path(), "leads to no term"));
    Node node = parse(id.getPtrLocation());
    if (!Arrays.equals(NodeLib.hash(node).getBytes(), key)) {
      throw new FileDamage(
          terms.path(), "has another term than it should at byte " + id.getPtrLocation());
    }
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, 2 * count);
    }
    begins[count++] = id.getPtrLocation();
  }

  /** The id of a term that stands in a record; empty where that is none. */
  static Optional<NodeId> id(ByteBuffer record, int at) {
    try {
      return Optional.of(NodeIdFactory.get(record, at));
    } catch (RuntimeException e) {
      // Whatever the bits are, they are of no kind.
      return Optional.empty();
    }
  }

  /** Whether the table has the term, or the id says all of it. */
  boolean knows(NodeId id) {
    if (id.isPtr()) {
      return Arrays.binarySearch(begins, 0, count, id.getPtrLocation()) >= 0;
    }
    try {
      return NodeId.extract(id) != null;
    } catch (RuntimeException e) {
      // Whatever the bits are, they are no value.
      return false;
    }
  }

  /**
   * The term.
   *
   * @param id one that the table {@linkplain #knows knows}
   */
  Node term(NodeId id) {
    return id.isPtr()
        ? remembered.computeIfAbsent(id, known -> parse(known.getPtrLocation()))
        : NodeId.extract(id);
  }

  private Node parse(long at) {
    for (int guess = USUAL; ; guess *= 16) {
      long left = terms.size() - at;
      ByteBuffer bytes = terms.read(at, (int) Math.max(0, Math.min(left, guess)));
      try {
        byte[] term = new byte[bytes.remaining()];
        bytes.get(term);
        return ThriftConvert.convert(ThriftConvert.termFromBytes(term));
      } catch (RuntimeException e) {
        // Either the term is longer than the guess, or it is none.
        if (left <= guess || guess >= LONGEST) {
          throw new FileDamage(terms.path(), "has no term at byte " + at);
        }
      }
    }
  }

  @Override
  public void close() {
    places.close();
    terms.close();
  }
}
