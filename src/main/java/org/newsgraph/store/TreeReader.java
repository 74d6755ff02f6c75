package org.newsgraph.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.jena.dboe.base.block.BlockType;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.sys.SystemIndex;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeParams;
import org.jspecify.annotations.Nullable;

/**
 * Reads a B+tree of TDB2 from its files, block by block, and makes sure of each that it is what it
 * should be. TDB2 itself maps files for writing, lengthens them, and creates what is missing.
 */
final class TreeReader implements AutoCloseable {

  /** Takes a record: its key, and behind it its value. */
  @FunctionalInterface
  interface Records {
    void take(ByteBuffer record);
  }

  private static final int BLOCK = SystemIndex.BlockSize;
  private static final int BRANCH_HEADER = 4;
  private static final int PAGE_HEADER = 8;
  private static final int POINTER = SystemIndex.SizeOfPointer;
  private static final int DEEPEST = 64;

  private final ReadFile branches;
  private final ReadFile pages;
  private final int keyLength;
  private final int recordLength;
  private final int mostKeys;
  private final int root;
  private final long branchLimit;
  private final long pageLimit;

  /**
   * @param folder the generation of files
   * @param name of the tree, with which its files' names begin
   * @param keys bytes of a key
   * @param values bytes of a value
   * @throws FileDamage if a file cannot be opened, or its state cannot be read
   */
  TreeReader(Path folder, String name, int keys, int values) {
    this.keyLength = keys;
    this.recordLength = keys + values;
    RecordFactory records = new RecordFactory(keys, values);
    this.mostKeys =
        new BPlusTreeParams(BPlusTreeParams.calcOrder(BLOCK, records), records).getMaxRec();
    Path file = folder.resolve(name + "." + Names.extBptState);
    try (ReadFile state = new ReadFile(file)) {
      ByteBuffer numbers = state.read(0, 3 * Long.BYTES);
      if (numbers.remaining() < 3 * Long.BYTES) {
        throw new FileDamage(file, "is too short to tell where the index begins");
      }
      long first = numbers.getLong();
      this.branchLimit = numbers.getLong();
      this.pageLimit = numbers.getLong();
      if (first < 0
          || first >= branchLimit
          || branchLimit > Integer.MAX_VALUE
          || pageLimit < 1
          || pageLimit > Integer.MAX_VALUE) {
        throw new FileDamage(file, "tells of no place where the index could begin");
      }
      this.root = (int) first;
    }
    this.branches = new ReadFile(folder.resolve(name + "." + Names.extBptTree));
    this.pages = new ReadFile(folder.resolve(name + "." + Names.extBptRecords));
  }

  ReadFile branches() {
    return branches;
  }

  ReadFile pages() {
    return pages;
  }

  /** Bytes of the file of branches that are in use. */
  long branchBytes() {
    return branchLimit * BLOCK;
  }

  /** Bytes of the file of pages that are in use. */
  long pageBytes() {
    return pageLimit * BLOCK;
  }

  /** At most so many blocks a walk reads. */
  long blocks() {
    return branchLimit + pageLimit;
  }

  /**
   * Reads every record, in order.
   *
   * @param each is told of each block
   * @throws FileDamage at the first block that is not what it should be
   */
  void walk(Records to, Runnable each) {
    new Walk(null, null, to, each).run();
  }

  /**
   * Reads the records whose keys lie from one key to before another.
   *
   * @throws FileDamage at the first block that is not what it should be
   */
  void range(byte[] from, byte[] before, Records to) {
    new Walk(from, before, to, () -> {}).run();
  }

  private final class Walk {
    private final byte @Nullable [] from;
    private final byte @Nullable [] before;
    private final Records to;
    private final Runnable each;
    private long read;
    private byte @Nullable [] last;

    Walk(byte @Nullable [] from, byte @Nullable [] before, Records to, Runnable each) {
      this.from = from;
      this.before = before;
      this.to = to;
      this.each = each;
    }

    void run() {
      branch(root, 0);
    }

    private ByteBuffer block(ReadFile file, int id, long limit) {
      if (id < 0 || id >= limit) {
        throw new FileDamage(branches.path(), "leads to block %d, which is none".formatted(id));
      }
      if (++read > blocks()) {
        throw new FileDamage(branches.path(), "leads to a block twice");
      }
      ByteBuffer block = file.read((long) id * BLOCK, BLOCK);
      if (block.remaining() < BLOCK) {
        throw new FileDamage(file.path(), "ends before block " + id);
      }
      each.run();
      return block;
    }

    private void branch(int id, int depth) {
      ByteBuffer block = block(branches, id, branchLimit);
      BlockType type = type(block.getInt(0) >>> 24);
      int keys = block.getInt(0) & 0xFFFFFF;
      if (type != BlockType.BPTREE_BRANCH && type != BlockType.BPTREE_LEAF
          || keys > mostKeys
          || keys == 0 && depth > 0
          || depth > DEEPEST) {
        throw new FileDamage(branches.path(), "has no branch in block " + id);
      }
      int pointers = BRANCH_HEADER + mostKeys * recordLength;
      for (int i = 0; i <= keys; i++) {
        byte @Nullable [] highest = i < keys ? key(block, BRANCH_HEADER + i * keyLength) : null;
        if (highest != null && from != null && compare(highest, from) < 0) {
          continue;
        }
        int child = block.getInt(pointers + i * POINTER);
        if (type == BlockType.BPTREE_LEAF) {
          page(child, keys == 0);
        } else {
          branch(child, depth + 1);
        }
        if (highest != null) {
          if (last != null && compare(last, highest) > 0) {
            throw new FileDamage(branches.path(), "has a wrong key in block " + id);
          }
          last = highest;
          if (before != null && compare(highest, before) >= 0) {
            return;
          }
        }
      }
    }

    private void page(int id, boolean mayBeEmpty) {
      ByteBuffer block = block(pages, id, pageLimit);
      int records = block.getInt(0);
      if (records < (mayBeEmpty ? 0 : 1) || records > (BLOCK - PAGE_HEADER) / recordLength) {
        throw new FileDamage(pages.path(), "has no entries in block " + id);
      }
      for (int i = 0; i < records; i++) {
        int at = PAGE_HEADER + i * recordLength;
        byte[] key = key(block, at);
        if (last != null && compare(last, key) >= 0) {
          throw new FileDamage(pages.path(), "has entries out of order in block " + id);
        }
        last = key;
        if ((from == null || compare(key, from) >= 0)
            && (before == null || compare(key, before) < 0)) {
          to.take(block.slice(at, recordLength));
        }
      }
    }

    private byte[] key(ByteBuffer block, int at) {
      byte[] key = new byte[keyLength];
      block.get(at, key);
      return key;
    }
  }

  private static @Nullable BlockType type(int id) {
    return id == BlockType.BPTREE_BRANCH.id()
        ? BlockType.BPTREE_BRANCH
        : id == BlockType.BPTREE_LEAF.id() ? BlockType.BPTREE_LEAF : null;
  }

  private static int compare(byte[] one, byte[] other) {
    return Arrays.compareUnsigned(one, other);
  }

  @Override
  public void close() {
    branches.close();
    pages.close();
  }
}
