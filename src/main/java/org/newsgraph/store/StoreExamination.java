package org.newsgraph.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a dataset without opening it: TDB2 would write into its directory, settle a commit that
 * was broken off, lengthen files and create those that are gone. Nothing is changed here, so that
 * what is found can be looked at again.
 *
 * <p>The looks come from the outside in, and each needs that those before it found nothing grave.
 * While one is open, no other process opens the dataset.
 */
public final class StoreExamination implements AutoCloseable {

  /** What walking an index has come to. */
  private record Content(long entries, long digest, long unknown) {
    Content comparable() {
      return new Content(entries, digest, 0);
    }
  }

  private final Path path;
  private final StoreDirectory directory;
  private @Nullable FileChannel lock;
  private @Nullable TermReader terms;
  private final Map<String, TreeReader> trees = new LinkedHashMap<>();
  private final Map<String, Content> contents = new TreeMap<>();
  private final SortedMap<String, NodeId> graphs = new TreeMap<>();

  /**
   * @param directory the dataset's, which need not be there
   */
  public StoreExamination(Path directory) {
    this.path = directory;
    this.directory = new StoreDirectory(directory);
  }

  /** Whether there is a dataset that this version of the program knows. */
  public Optional<StoreFault> directory() {
    if (!Files.exists(path)) {
      return Optional.of(new StoreFault.Absent(path));
    }
    if (!Files.isDirectory(path)) {
      return Optional.of(new StoreFault.Foreign(path, "is a file"));
    }
    if (!Files.isReadable(path) || !Files.isExecutable(path)) {
      return Optional.of(new StoreFault.Unreadable(path));
    }
    try {
      directory.requireNothingForeign();
    } catch (StoreException.Foreign e) {
      return Optional.of(new StoreFault.Foreign(path, "holds other files"));
    }
    if (!directory.holdsDataset()) {
      return Optional.of(new StoreFault.Absent(path));
    }
    try {
      new StoreMark(path).requireReadable();
    } catch (StoreException.Newer e) {
      return Optional.of(
          new StoreFault.Newer(path, new StoreMark(path).writer().orElse("another program")));
    }
    return Optional.empty();
  }

  /** The program that wrote the dataset last, with its version; empty where unknown. */
  public Optional<String> writer() {
    return new StoreMark(path).writer();
  }

  /** The directories and files that may not be read or written, in order. */
  public List<StoreFault> access() {
    Path folder = generation().folder();
    List<StoreFault> found = new ArrayList<>();
    Stream.concat(
            Stream.of(path, path.resolve(StoreDirectory.LOCK), path.resolve(StoreMark.FILE)),
            Files.isReadable(folder)
                ? Stream.concat(Stream.of(folder), files(folder).stream())
                : Stream.of(folder))
        .filter(Files::exists)
        .forEach(
            file -> {
              if (!Files.isReadable(file) || Files.isDirectory(file) && !Files.isExecutable(file)) {
                found.add(new StoreFault.Unreadable(file));
              } else if (!Files.isWritable(file)) {
                found.add(new StoreFault.Unwritable(file));
              }
            });
    return found;
  }

  /** Whether another process has the dataset; if not, none can open it until this is closed. */
  public Optional<StoreFault> lock() {
    Path file = path.resolve(StoreDirectory.LOCK);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      lock = FileChannel.open(file, StandardOpenOption.READ);
      FileLock held = lock.tryLock(0, Long.MAX_VALUE, true);
      return held == null
          ? Optional.of(new StoreFault.InUse(file, directory.livingHolder()))
          : Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.of(
          new StoreFault.InUse(file, OptionalLong.of(ProcessHandle.current().pid())));
    } catch (IOException e) {
      // A file system without locks: TDB2 cannot lock the dataset there either, and says so.
      return Optional.empty();
    }
  }

  /** The number of a process that had the dataset last and is gone, such as one that was killed. */
  public OptionalLong formerHolder() {
    return directory.holder().stream().filter(pid -> ProcessHandle.of(pid).isEmpty()).findFirst();
  }

  /** What compactions have left that were killed. */
  public List<StoreFault> leftovers() {
    List<StoreFault> found = new ArrayList<>();
    List<Path> generations = directory.generations();
    generations
        .subList(0, generations.size() - 1)
        .forEach(old -> found.add(new StoreFault.OldFiles(old, bytes(old))));
    directory
        .unfinishedGenerations()
        .forEach(copy -> found.add(new StoreFault.BrokenOffCopy(copy, bytes(copy))));
    return found;
  }

  /**
   * Whether all files are there, and as long as they say themselves. Opens them, and has to come
   * before {@link #indexes}.
   */
  public List<StoreFault> files() {
    Generation files = generation();
    if (files.isHalfCreated()) {
      return List.of(new StoreFault.HalfCreated(files.folder()));
    }
    List<StoreFault> found = new ArrayList<>();
    if (size(files.journal()) > 0) {
      found.add(new StoreFault.UnsettledCommit(files.journal(), size(files.journal())));
    }
    for (StorePart part : files.parts()) {
      List<Path> gone = part.files().stream().filter(file -> !Files.exists(file)).toList();
      gone.forEach(file -> found.add(new StoreFault.Missing(file, part)));
    }
    if (found.isEmpty()) {
      open(files, found);
    }
    return found;
  }

  private void open(Generation files, List<StoreFault> found) {
    Path folder = files.folder();
    for (Generation.Tree tree : files.trees()) {
      caught(
              tree.name(),
              () ->
                  trees.put(
                      tree.name(), new TreeReader(folder, tree.name(), tree.keys(), tree.values())))
          .ifPresent(found::add);
    }
    StorePart nodes = files.part(files.terms());
    caught(nodes.name(), () -> terms = new TermReader(folder, nodes.name())).ifPresent(found::add);
    trees.forEach((name, tree) -> found.addAll(cutShort(files.part(name), tree)));
    if (terms != null) {
      found.addAll(cutShort(nodes, terms.places()));
    }
  }

  private static List<StoreFault> cutShort(StorePart part, TreeReader tree) {
    return Stream.of(
            cutShort(part, tree.branches(), tree.branchBytes()),
            cutShort(part, tree.pages(), tree.pageBytes()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<StoreFault> cutShort(StorePart part, ReadFile file, long expected) {
    return file.size() < expected
        ? Optional.of(new StoreFault.CutShort(file.path(), part, file.size(), expected))
        : Optional.empty();
  }

  /** The room on the disk where compacting may find too little of it; after {@link #files}. */
  public Optional<StoreFault> room() {
    long needed =
        trees.values().stream().mapToLong(tree -> tree.branchBytes() + tree.pageBytes()).sum()
            + (terms == null
                ? 0
                : terms.terms().size() + terms.places().branchBytes() + terms.places().pageBytes());
    try {
      return littleRoom(path, Files.getFileStore(path).getUsableSpace(), needed);
    } catch (IOException e) {
      // Nobody can tell how much there is.
      return Optional.empty();
    }
  }

  static Optional<StoreFault> littleRoom(Path where, long free, long needed) {
    return free < needed
        ? Optional.of(new StoreFault.LittleRoom(where, free, needed))
        : Optional.empty();
  }

  /** Reads every entry of every index and every term; after {@link #files} has found nothing. */
  public List<StoreFault> indexes(Progress progress) {
    TermReader table = opened();
    progress.begin(
        "indexes",
        table.places().blocks() + trees.values().stream().mapToLong(TreeReader::blocks).sum());
    List<StoreFault> found = new ArrayList<>();
    StorePart nodes = part(generation().terms());
    Optional<StoreFault> broken = caught(nodes.name(), () -> table.walk(progress::step));
    if (broken.isPresent()) {
      found.add(cutShort(nodes, table.terms(), table.committed()).orElse(broken.get()));
    }
    trees.forEach(
        (name, tree) ->
            caught(
                    name,
                    () -> contents.put(name, content(name, tree, broken.isEmpty(), progress::step)))
                .ifPresent(found::add));
    for (Set<String> indexes : generation().tables()) {
      found.addAll(compared(indexes));
    }
    if (broken.isEmpty()) {
      contents.forEach(
          (name, content) -> {
            if (content.unknown() > 0) {
              found.add(
                  new StoreFault.UnknownTerms(
                      tree(name).pages().path(), part(name), content.unknown()));
            }
          });
    }
    return found;
  }

  private Content content(String name, TreeReader tree, boolean termsAreKnown, Runnable each) {
    TermReader table = opened();
    boolean isTable = generation().tables().stream().anyMatch(indexes -> indexes.contains(name));
    String primary =
        name.length() == Generation.QUADS.length() ? Generation.QUADS : Generation.TRIPLES;
    // Where in the canonical order each component of the index stands.
    int[] places = isTable ? name.chars().map(primary::indexOf).toArray() : new int[0];
    long[] sums = new long[3];
    NodeId[] last = new NodeId[1];
    tree.walk(
        record -> {
          long[] ids = new long[places.length];
          boolean unknown = false;
          for (int i = 0; i < places.length; i++) {
            ids[places[i]] = record.getLong(i * SystemTDB.SizeOfNodeId);
            // One index of a table stands for all that agree with it.
            unknown |=
                termsAreKnown
                    && name.equals(primary)
                    && TermReader.id(record, i * SystemTDB.SizeOfNodeId)
                        .filter(table::knows)
                        .isEmpty();
          }
          sums[0]++;
          sums[1] += mixed(ids);
          sums[2] += unknown ? 1 : 0;
          if (name.equals(Generation.QUADS) && !unknown && termsAreKnown) {
            NodeId graph = id(record, 0);
            if (!graph.equals(last[0])) {
              last[0] = graph;
              graphs.put(table.term(graph).toString(), graph);
            }
          }
        },
        each);
    return new Content(sums[0], sums[1], sums[2]);
  }

  private static NodeId id(ByteBuffer record, int component) {
    return NodeIdFactory.get(record, component * SystemTDB.SizeOfNodeId);
  }

  /** One number for an entry, such that the sum over all tells sets of them apart. */
  private static long mixed(long[] ids) {
    long hash = ids.length;
    for (long id : ids) {
      hash = (hash ^ id) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
      hash *= 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  /** The indexes that hold something else than most of those of the same table. */
  private List<StoreFault> compared(Set<String> indexes) {
    Map<String, Content> walked = new TreeMap<>(contents);
    walked.keySet().retainAll(indexes);
    Map<Content, Long> votes =
        walked.values().stream()
            .map(Content::comparable)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    if (votes.size() < 2) {
      return List.of();
    }
    Content most =
        Collections.max(
                votes.entrySet(),
                Map.Entry.<Content, Long>comparingByValue()
                    .thenComparingLong(vote -> vote.getKey().entries())
                    .thenComparingLong(vote -> vote.getKey().digest()))
            .getKey();
    List<StoreFault> found = new ArrayList<>();
    walked.forEach(
        (name, content) -> {
          if (!content.comparable().equals(most)) {
            found.add(
                new StoreFault.Disagrees(
                    tree(name).pages().path(), part(name), content.entries(), most.entries()));
          }
        });
    return found;
  }

  /** How many indexes there are. */
  public int indexCount() {
    return trees.size() + 1;
  }

  /** The number of quads in named graphs; after {@link #indexes}. */
  public long quads() {
    return Optional.ofNullable(contents.get(Generation.QUADS)).map(Content::entries).orElse(0L);
  }

  /** The number of terms; after {@link #indexes}. */
  public long terms() {
    return opened().count();
  }

  /** The names of all named graphs, sorted; after {@link #indexes}. */
  public List<String> graphNames() {
    return List.copyOf(graphs.keySet());
  }

  /**
   * A named graph; after {@link #indexes} has found no fault in what is not derived.
   *
   * @return a copy in memory; empty where there is none of that name
   */
  public Graph graph(String name) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    NodeId id = graphs.get(name);
    if (id != null) {
      byte[] from = new byte[Generation.QUADS.length() * SystemTDB.SizeOfNodeId];
      NodeIdFactory.set(id, from);
      byte[] before = new byte[from.length];
      Arrays.fill(before, (byte) 0xFF);
      System.arraycopy(from, 0, before, 0, SystemTDB.SizeOfNodeId);
      tree(Generation.QUADS).range(from, before, record -> graph.add(triple(record, 1)));
    }
    return graph;
  }

  private Triple triple(ByteBuffer record, int first) {
    TermReader table = opened();
    return Triple.create(
        table.term(id(record, first)),
        table.term(id(record, first + 1)),
        table.term(id(record, first + 2)));
  }

  private TreeReader tree(String name) {
    TreeReader tree = trees.get(name);
    if (tree == null) {
      throw new IllegalStateException("the files have not been looked at");
    }
    return tree;
  }

  private TermReader opened() {
    if (terms == null) {
      throw new IllegalStateException("the files have not been looked at");
    }
    return terms;
  }

  private Optional<StoreFault> caught(String part, Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (FileDamage e) {
      return Optional.of(new StoreFault.Damaged(e.file(), part(part), e.what()));
    }
  }

  private StorePart part(String tree) {
    return generation().part(tree);
  }

  private Generation generation() {
    return new Generation(directory.generations().getLast());
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new StoreException.Unwritable(folder, StoreDirectory.reason(e));
    }
  }

  private static long bytes(Path folder) {
    return files(folder).stream().mapToLong(StoreExamination::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Lets other processes have the dataset. */
  @Override
  public void close() {
    trees.values().forEach(TreeReader::close);
    if (terms != null) {
      terms.close();
    }
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        // Nothing was written, and the process's end closes it.
      }
    }
  }
}
