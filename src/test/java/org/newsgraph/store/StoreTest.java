package org.newsgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.dboe.base.file.BufferChannel;
import org.apache.jena.dboe.base.file.BufferChannelMem;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntryType;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.ontology.OntologyFile;

class StoreTest {

  @TempDir Path folder;

  private static NamedGraph graph(String name, String turtle) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    return new NamedGraph("urn:graph:" + name, graph);
  }

  /** A graph that breaks after it has handed out a thousand triples. */
  private static NamedGraph breaking(String name) {
    return new NamedGraph(
        "urn:graph:" + name,
        new GraphBase() {
          @Override
          protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            List<Triple> many =
                graph("many", "<urn:s> <urn:p> " + numbers(1000) + " .").graph().stream().toList();
            return WrappedIterator.create(
                java.util.stream.IntStream.rangeClosed(0, 1000)
                    .mapToObj(
                        i -> {
                          if (i == 1000) {
                            throw new IllegalStateException("no more of this");
                          }
                          return many.get(i);
                        })
                    .iterator());
          }

          @Override
          protected int graphBaseSize() {
            return 1001;
          }
        });
  }

  private static String numbers(int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(Integer::toString)
        .collect(java.util.stream.Collectors.joining(", "));
  }

  @Test
  void aFailedWriteLeavesTheDatasetAsItWasAndUsable() {
    try (Store store = Store.openOrCreate(folder)) {
      store.replace(List.of(graph("a", "<urn:s> <urn:p> 1, 2 .")));

      assertThatThrownBy(
              () -> store.replace(List.of(graph("a", "<urn:s> <urn:p> 3 ."), breaking("b"))))
          .isInstanceOf(StoreException.Failed.class)
          .hasMessageContaining("no more of this");

      assertThat(store.quads()).isEqualTo(2);
      assertThat(store.replace(List.of(graph("c", "<urn:s> <urn:p> 4 ."))))
          .isEqualTo(new Replaced(1, 0));
    }
    try (Store store = Store.openExisting(folder)) {
      assertThat(store.quads()).isEqualTo(3);
    }
  }

  /** As Java throws where a full disk has no page for a mapped file. */
  @Test
  void aFullDiskIsAFailedWriteAndLeavesTheDatasetAsItWas() {
    try (Store store = Store.openOrCreate(folder)) {
      store.replace(List.of(graph("a", "<urn:s> <urn:p> 1, 2 .")));

      assertThatThrownBy(
              () ->
                  store.update(
                      dataset -> {
                        dataset.clear();
                        throw new InternalError("a fault occurred");
                      }))
          .isInstanceOf(StoreException.Failed.class)
          .hasMessageContaining("no room left on the disk");

      assertThat(store.quads()).isEqualTo(2);
    }
  }

  @Test
  void compactingDeletesACopyThatWasBrokenOff() throws Exception {
    try (Store store = Store.openOrCreate(folder)) {
      store.replace(List.of(graph("a", "<urn:s> <urn:p> 1, 2 .")));
      Path copy = Files.createDirectory(folder.resolve("Data-0002-tmp"));
      Files.writeString(copy.resolve("SPO.dat"), "half");

      store.compact();

      assertThat(copy).doesNotExist();
      assertThat(store.quads()).isEqualTo(2);
    }
  }

  @Test
  void whatHasNotGrownIsNotCompacted() {
    try (Store store = Store.openOrCreate(folder)) {
      store.replace(List.of(graph("a", "<urn:s> <urn:p> 1, 2 .")));
      assertThat(store.compactIfGrown()).isEmpty();
    }
  }

  @Test
  void aGraphThatIsThereAlreadyIsNotWritten() {
    // TDB2 keeps 0.90 as 0.9; that is no change. A language tag, a datatype and a triple are.
    NamedGraph stored = graph("a", "<urn:s> <urn:p> 0.90, \"x\"@en, \"2024\" .");
    try (Store store = Store.openOrCreate(folder)) {
      assertThat(store.replace(List.of(stored))).isEqualTo(new Replaced(1, 0));
      assertThat(store.replace(List.of(stored))).isEqualTo(new Replaced(0, 1));
      assertThat(
              store
                  .replace(List.of(graph("a", "<urn:s> <urn:p> 0.90, \"x\"@de, \"2024\" .")))
                  .stored())
          .isEqualTo(1);
      assertThat(store.replace(List.of(graph("a", "<urn:s> <urn:p> 0.90, \"x\"@de ."))).stored())
          .isEqualTo(1);
      assertThat(store.quads()).isEqualTo(2);
    }
  }

  @Test
  void theOntologyWithItsBlankNodesIsTheSameGraphTwice() {
    NamedGraph ontology = new NamedGraph("urn:o", OntologyFile.read(OntologyFile.ONTOLOGY));
    NamedGraph again = new NamedGraph("urn:o", OntologyFile.read(OntologyFile.ONTOLOGY));
    NamedGraph relabelled = graph("x", "<urn:s> <urn:p> [ <urn:q> 1 ] .");
    try (Store store = Store.openOrCreate(folder)) {
      store.replace(List.of(ontology, relabelled));
      assertThat(store.replace(List.of(again))).isEqualTo(new Replaced(0, 1));
      assertThat(store.replace(List.of(graph("x", "<urn:s> <urn:p> [ <urn:q> 1 ] ."))))
          .isEqualTo(new Replaced(0, 1));
      assertThat(store.replace(List.of(graph("x", "<urn:s> <urn:p> [ <urn:q> 2 ] ."))))
          .isEqualTo(new Replaced(1, 0));
    }
  }

  @Test
  void refusesTwoGraphsOfOneName() {
    try (Store store = Store.openOrCreate(folder)) {
      assertThatThrownBy(() -> store.replace(List.of(graph("a", ""), graph("a", ""))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void closingLetsGoOfTheDirectory() throws Exception {
    Path directory = folder.resolve("a");
    for (int round = 0; round < 3; round++) {
      try (Store store = Store.openOrCreate(directory)) {
        store.replace(List.of(graph("a", "<urn:s> <urn:p> " + round + " .")));
        assertThat(store.quads()).isEqualTo(1);
      }
      if (round == 1) {
        Files.move(directory, folder.resolve("b"));
        directory = folder.resolve("b");
      }
    }
  }

  /** As a process leaves it that is killed between the first tree's pages and its root. */
  private void halfCreate() throws Exception {
    Path files = Files.createDirectory(folder.resolve("Data-0001"));
    Files.writeString(folder.resolve("tdb.lock"), "99999999\n");
    Files.createFile(files.resolve("journal.jrnl"));
    Files.write(files.resolve("nodes.bpt"), new byte[24]);
    Files.write(files.resolve("nodes.dat"), new byte[8192]);
    Files.createFile(files.resolve("nodes.idn"));
  }

  @Test
  void aDatasetThatWasKilledAsItWasCreatedIsCreatedAnew() throws Exception {
    halfCreate();
    assertThatThrownBy(() -> Store.openExisting(folder)).isInstanceOf(StoreException.Absent.class);
    assertThat(folder.resolve("Data-0001/nodes.dat")).hasSize(8192);
    try (Store store = Store.openOrCreate(folder)) {
      store.replace(List.of(graph("a", "<urn:s> <urn:p> 1, 2 .")));
      assertThat(store.quads()).isEqualTo(2);
    }
  }

  @Test
  void aDamagedDatasetIsNotSaidToBeInUse() throws Exception {
    try (Store store = Store.openOrCreate(folder)) {
      store.replace(List.of(graph("a", "<urn:s> <urn:p> 1, 2 .")));
    }
    Files.write(folder.resolve("Data-0001/SPO.idn"), new byte[0]);
    Files.write(folder.resolve("Data-0001/SPO.dat"), new byte[0]);
    Files.write(folder.resolve("Data-0001/SPO.bpt"), new byte[0]);
    Files.write(folder.resolve("Data-0001/nodes.idn"), new byte[0]);
    assertThatThrownBy(() -> Store.openOrCreate(folder))
        .isInstanceOf(StoreException.class)
        .isNotInstanceOf(StoreException.InUse.class);
  }

  @Test
  void whatAKilledProcessLeftBehindIsNoForeignFile() throws Exception {
    Files.writeString(folder.resolve("tdb.lock"), "99999999\n");
    try (Store store = Store.openOrCreate(folder)) {
      assertThat(store.quads()).isZero();
    }
  }

  /** What {@code kill -9} leaves of an entry of the journal that was being written. */
  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 30})
  void anEntryOfTheJournalThatEndsBeforeItsEndIsCutOff(int written) throws IOException {
    NamedGraph kept = graph("kept", "<urn:s> <urn:p> 1 .");
    try (Store store = Store.openOrCreate(folder)) {
      store.replace(List.of(kept));
    }
    Path file = folder.resolve("Data-0001/journal.jrnl");
    byte[] entries = entries();
    Files.write(file, Arrays.copyOf(entries, entries.length / 2 + written));
    try (Store store = Store.openExisting(folder)) {
      assertThat(store.<Boolean>read(dataset -> Store.holds(dataset, kept))).isTrue();
      store.replace(List.of(graph("more", "<urn:s> <urn:p> 2 .")));
      assertThat(store.quads()).isEqualTo(2);
    }
  }

  @Test
  void wholeEntriesOfTheJournalAreKept() throws IOException {
    Path file = folder.resolve("journal.jrnl");
    byte[] entries = entries();
    Files.write(file, entries);
    assertThat(JournalTail.cut(file)).isFalse();
    Files.write(file, Arrays.copyOf(entries, entries.length - 1));
    assertThat(JournalTail.cut(file)).isTrue();
    assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(entries, entries.length / 2));
  }

  /** Two entries of one length, as Jena writes them; no commit follows. */
  private static byte[] entries() {
    BufferChannel channel = BufferChannelMem.create("journal");
    Journal journal = Journal.create(channel);
    for (int i = 0; i < 2; i++) {
      journal.write(
          JournalEntryType.REDO,
          ComponentId.create(null, new byte[ComponentId.SIZE]),
          ByteBuffer.allocate(24));
    }
    ByteBuffer all = ByteBuffer.allocate((int) channel.size());
    channel.read(all, 0);
    return all.array();
  }
}
