package org.newsgraph.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsCodec;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * A generation of files, and which of them TDB2 has to have there.
 *
 * @param folder in which they are
 */
record Generation(Path folder) {

  static final String QUADS = Names.primaryIndexQuads;
  static final String TRIPLES = Names.primaryIndexTriples;

  /**
   * A B+tree.
   *
   * @param name with which its files' names begin
   * @param keys bytes of a key
   * @param values bytes of a value
   */
  record Tree(String name, int keys, int values) {}

  /** Where the journal is. */
  Path journal() {
    return folder.resolve(Names.journalFile);
  }

  /** The name of the table of terms. */
  String terms() {
    return params().getNodeTableBaseName();
  }

  /** The indexes of each table. */
  List<Set<String>> tables() {
    return List.of(Set.of(params().getQuadIndexes()), Set.of(params().getTripleIndexes()));
  }

  /** All trees but that of the table of terms. */
  List<Tree> trees() {
    StoreParams params = params();
    Stream<Tree> indexes =
        Stream.of(params.getQuadIndexes(), params.getTripleIndexes(), params.getPrefixIndexes())
            .flatMap(Stream::of)
            .map(name -> new Tree(name, name.length() * SystemTDB.SizeOfNodeId, 0));
    Tree prefixes =
        new Tree(params.getPrefixTableBaseName(), SystemTDB.LenNodeHash, SystemTDB.SizeOfNodeId);
    return Stream.concat(indexes, Stream.of(prefixes)).toList();
  }

  /**
   * The part that a tree belongs to.
   *
   * @throws IllegalArgumentException if there is no such tree
   */
  StorePart part(String tree) {
    String name =
        Set.of(params().getPrefixIndexes()).contains(tree)
            ? params().getPrefixTableBaseName()
            : tree;
    return parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no part of a dataset: " + tree));
  }

  /** All parts, those that hold what no other does first. */
  List<StorePart> parts() {
    StoreParams params = params();
    List<StorePart> parts = new ArrayList<>();
    parts.add(new StorePart(terms(), false, concat(data(terms()), tree(terms()))));
    Stream.of(params.getQuadIndexes())
        .forEach(name -> parts.add(new StorePart(name, !name.equals(QUADS), tree(name))));
    // What stands in no named graph is made anew of those that do.
    Stream.of(params.getTripleIndexes())
        .forEach(name -> parts.add(new StorePart(name, true, tree(name))));
    // The program keeps none there, and TDB2 opens them all the same.
    String prefixes = params.getPrefixTableBaseName();
    List<Path> unused = concat(data(prefixes), tree(prefixes));
    for (String name : params.getPrefixIndexes()) {
      unused = concat(unused, tree(name));
    }
    parts.add(new StorePart(prefixes, true, unused));
    return parts;
  }

  /**
   * Whether a process was killed as it created the files: some are not there or not written, and
   * nothing has been stored.
   */
  boolean isHalfCreated() {
    List<Path> all = parts().stream().flatMap(part -> part.files().stream()).toList();
    return all.stream().anyMatch(Generation::isBlank)
        && all.stream().allMatch(Generation::tellsOfNothing)
        && size(journal()) == 0;
  }

  /** Whether a file is gone, or empty where TDB2 has written something from the beginning. */
  private static boolean isBlank(Path file) {
    return !Files.exists(file) || !file.toString().contains("-data.") && size(file) == 0;
  }

  /** Whether a file shows no trace of something stored. */
  private static boolean tellsOfNothing(Path file) {
    String name = file.toString();
    if (name.endsWith(Names.extObjNodeData)) {
      return size(file) == 0;
    }
    if (!name.endsWith("." + Names.extBptState) || !Files.exists(file)) {
      return true;
    }
    try {
      ByteBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(file));
      while (numbers.remaining() >= Long.BYTES) {
        // The root, the blocks of branches and those of pages: an empty tree has one each.
        if (numbers.getLong() > 1) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private StoreParams params() {
    StoreParams own =
        StoreParamsCodec.read(folder.resolve(Names.TDB_CONFIG_FILE).toAbsolutePath().toString());
    return own == null ? StoreParams.getDftStoreParams() : own;
  }

  private List<Path> tree(String name) {
    return Stream.of(Names.extBptState, Names.extBptTree, Names.extBptRecords)
        .map(ending -> folder.resolve(name + "." + ending))
        .toList();
  }

  private List<Path> data(String name) {
    return Stream.of(Names.extObjNodeData, Names.extBdfState)
        .map(ending -> folder.resolve(name + "-data." + ending))
        .toList();
  }

  private static List<Path> concat(List<Path> one, List<Path> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
