package org.newsgraph.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.FileException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.TxnType;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A dataset of named graphs in a directory, kept by TDB2.
 *
 * <p>One process opens a dataset at a time; within the process one {@code Store} a directory. Every
 * write is one transaction: it is there whole or not at all.
 */
public final class Store implements AutoCloseable {

  /** Bytes of files beyond their first segments: less is not worth the time. */
  private static final long WORTH_COMPACTING = 32L << 20;

  /** How many times the live bytes there may be. */
  private static final long GARBAGE = 3;

  /**
   * How many times the bytes of the last compaction there may be while much is written. Copying
   * then takes time in proportion to what is written in all, and the disk holds no more than five
   * times what is live.
   */
  private static final long GROWTH = 4;

  /** Measured on compacted datasets of a thousand articles. */
  private static final long LIVE_BYTES_PER_QUAD = 300;

  private final Path directory;
  private final DatasetGraph dataset;

  /** The files' bytes beyond their first segments when they were compacted or opened last. */
  private long settledBytes;

  private Store(Path directory, DatasetGraph dataset) {
    this.directory = directory;
    this.dataset = dataset;
    this.settledBytes = new StoreDirectory(directory).grownBytes();
  }

  /**
   * Opens a dataset that exists.
   *
   * @throws StoreException if there is none, or it cannot be opened
   */
  public static Store openExisting(Path directory) {
    new StoreDirectory(directory).requireDataset();
    return connect(directory);
  }

  /**
   * Opens a dataset, creating it and its directory where there is none.
   *
   * @throws StoreException if the directory holds something else, or cannot be written or opened
   */
  public static Store openOrCreate(Path directory) {
    new StoreDirectory(directory).requireDatasetOrRoom();
    new StoreDirectory(directory).deleteHalfCreated();
    Store store = connect(directory);
    new StoreMark(directory).write();
    return store;
  }

  /**
   * Makes sure, without opening anything, that a directory is missing, empty or a dataset.
   *
   * @throws StoreException.Foreign if it holds something else
   */
  public static void requireRoom(Path directory) {
    if (Files.exists(directory)) {
      new StoreDirectory(directory).requireDatasetOrRoom();
    }
  }

  /**
   * Opens a dataset without a quad, creating it and its directory where there is none.
   *
   * @throws StoreException if the directory holds something else or a quad, or cannot be written
   */
  public static Store openEmpty(Path directory) {
    Store store = openOrCreate(directory);
    if (store.read(DatasetGraph::isEmpty)) {
      return store;
    }
    store.close();
    throw new StoreException.NotEmpty(directory);
  }

  /** Whether a directory holds a dataset. */
  public static boolean exists(Path directory) {
    return new StoreDirectory(directory).isDataset();
  }

  private static Store connect(Path directory) {
    new StoreMark(directory).requireReadable();
    new StoreDirectory(directory).cutJournal();
    // A query must not send what it has read to an address of its own choice.
    ARQ.getContext().set(ARQ.httpServiceAllowed, false);
    try {
      return new Store(
          directory,
          DatabaseMgr.connectDatasetGraph(Location.create(directory.toAbsolutePath().toString())));
    } catch (InternalError e) {
      throw new StoreException.Failed(directory, "opening", e);
    } catch (JenaException | RuntimeIOException e) {
      if (e instanceof DBOpEnvException && !(e instanceof FileException)) {
        // TDB2 has one exception for a lock that it cannot get, and for files when it has got it.
        OptionalLong holder = new StoreDirectory(directory).livingHolder();
        if (holder.equals(OptionalLong.of(ProcessHandle.current().pid()))) {
          throw new StoreException.Damaged(directory, e);
        }
        throw new StoreException.InUse(directory, holder);
      }
      throw new StoreException.Failed(directory, "opening", e);
    }
  }

  /**
   * Reads in one transaction.
   *
   * @param work gets the dataset, which is valid until it returns; must not keep it
   * @throws StoreException.Damaged if the files of the dataset do not hold what they should
   */
  public <T> T read(Function<DatasetGraph, T> work) {
    try {
      return dataset.calculateRead(() -> work.apply(dataset));
    } catch (InternalError e) {
      throw new StoreException.Failed(directory, "reading", e);
    } catch (RuntimeException e) {
      if (StorageFault.isBehind(e)) {
        throw new StoreException.Damaged(directory, e);
      }
      throw e;
    }
  }

  /**
   * Stores graphs in one transaction, each in place of the one that has its name. A graph that the
   * dataset holds already is not touched, and where nothing is left to write nothing is committed,
   * so that the dataset does not grow.
   *
   * @param graphs of different names
   * @throws StoreException.Failed if it cannot be written; the dataset is as it was and can be used
   * @throws IllegalArgumentException if two have one name
   */
  public Replaced replace(List<NamedGraph> graphs) {
    if (graphs.stream().map(NamedGraph::name).distinct().count() != graphs.size()) {
      throw new IllegalArgumentException("two graphs of one name");
    }
    List<NamedGraph> changed =
        read(stored -> graphs.stream().filter(g -> !holds(stored, g)).toList());
    if (!changed.isEmpty()) {
      write(
          () -> {
            for (NamedGraph graph : changed) {
              Node name = NodeFactory.createURI(graph.name());
              dataset.removeGraph(name);
              graph.graph().find().forEachRemaining(t -> dataset.add(Quad.create(name, t)));
            }
          });
    }
    return new Replaced(changed.size(), graphs.size() - changed.size());
  }

  /**
   * Removes graphs in one transaction. A name that no graph has removes nothing.
   *
   * @throws StoreException.Failed if it cannot be written; the dataset is as it was and can be used
   */
  public void remove(Collection<String> names) {
    write(() -> names.forEach(name -> dataset.removeGraph(NodeFactory.createURI(name))));
  }

  /**
   * Copies what is live into new files and deletes the old ones, and those that a process left
   * which was killed before it had deleted them. The new files take the place of the old in one
   * step: a process killed at any moment leaves the one or the other.
   *
   * @throws StoreException.Failed if there is no room for the copy; the dataset is as it was
   */
  public Compaction compact() {
    long before = new StoreDirectory(directory).bytes();
    try {
      new StoreDirectory(directory).deleteUnfinishedGenerations();
      DatabaseMgr.compact(dataset, true);
    } catch (RuntimeException | InternalError e) {
      new StoreDirectory(directory).deleteUnfinishedGenerations();
      throw new StoreException.Failed(directory, "compacting", e);
    }
    new StoreDirectory(directory).deleteOldGenerations();
    settledBytes = new StoreDirectory(directory).grownBytes();
    return new Compaction(before, new StoreDirectory(directory).bytes());
  }

  /** Compacts if the files are several times as large as what is live in them. */
  public Optional<Compaction> compactIfItPays() {
    long grown = new StoreDirectory(directory).grownBytes();
    // Counting takes time, so it comes second.
    return grown > WORTH_COMPACTING && grown > GARBAGE * LIVE_BYTES_PER_QUAD * quads()
        ? Optional.of(compact())
        : Optional.empty();
  }

  /**
   * Compacts if the files have grown to several times what they were when they were compacted last.
   * Takes next to no time where they have not, so it may be called after every write.
   *
   * @throws StoreException.Failed if there is no room for the copy; the dataset is as it was, and
   *     is tried again only once it has grown as much once more
   */
  public Optional<Compaction> compactIfGrown() {
    long grown = new StoreDirectory(directory).grownBytes();
    if (grown <= WORTH_COMPACTING || grown <= GROWTH * settledBytes) {
      return Optional.empty();
    }
    settledBytes = grown;
    return Optional.of(compact());
  }

  /** The number of quads. Takes time in proportion to it. */
  public long quads() {
    return read(stored -> stored.stream().count());
  }

  /**
   * Reads and writes in one transaction.
   *
   * @param work gets the dataset, which is valid until it returns; what it throws ends the
   *     transaction and comes out again, and the dataset is as it was
   * @throws StoreException.Failed if the dataset cannot be written; it is as it was
   */
  public void update(Consumer<DatasetGraph> work) {
    try {
      dataset.executeWrite(() -> work.accept(dataset));
    } catch (InternalError e) {
      throw new StoreException.Failed(directory, "writing to", e);
    } catch (RuntimeException e) {
      if (StorageFault.isBehind(e)) {
        throw new StoreException.Failed(directory, "writing to", e);
      }
      throw e;
    }
  }

  /**
   * Reads and writes in one transaction, which leaves no trace where the work says that it changed
   * nothing.
   *
   * @param work gets the dataset, which is valid until it returns; gives whether it changed it
   * @throws StoreException.Failed if the dataset cannot be written; it is as it was
   */
  public void updateIf(Predicate<DatasetGraph> work) {
    try {
      dataset.begin(TxnType.WRITE);
      boolean changed = false;
      try {
        changed = work.test(dataset);
      } finally {
        if (changed) {
          dataset.commit();
        } else {
          dataset.abort();
        }
        dataset.end();
      }
    } catch (RuntimeException e) {
      if (StorageFault.isBehind(e)) {
        throw new StoreException.Failed(directory, "writing to", e);
      }
      throw e;
    }
  }

  private void write(Runnable work) {
    try {
      dataset.executeWrite(work);
    } catch (RuntimeException | InternalError e) {
      // The transaction has been aborted on the way here.
      throw new StoreException.Failed(directory, "writing to", e);
    }
  }

  /**
   * Whether a dataset has a graph of that name and with those triples.
   *
   * @param dataset within a transaction
   */
  public static boolean holds(DatasetGraph dataset, NamedGraph graph) {
    Graph stored = dataset.getGraph(NodeFactory.createURI(graph.name()));
    Graph staged = graph.graph();
    if (stored.size() != staged.size() || staged.isEmpty()) {
      return false;
    }
    // Asking the dataset and not comparing terms: TDB2 keeps 0.90 as 0.9.
    return !staged.find().filterDrop(stored::contains).hasNext()
        || (hasBlankNodes(staged) && staged.isIsomorphicWith(stored));
  }

  private static boolean hasBlankNodes(Graph graph) {
    return graph
        .find()
        .filterKeep(t -> t.getSubject().isBlank() || t.getObject().isBlank())
        .hasNext();
  }

  /** Lets go of the dataset and its lock, so that another process, or a deletion, may have it. */
  @Override
  public void close() {
    TDBInternal.expel(dataset);
  }
}
