package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newsgraph.ontology.OntologyFile;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Store;

/** compact, and the compacting that build does by itself. */
class CompactCommandTest extends CommandLineTest {

  private static final NamedGraph LARGE =
      new NamedGraph("https://example.org/g", OntologyFile.read(OntologyFile.ONTOLOGY));
  private static final NamedGraph OTHER =
      new NamedGraph("https://example.org/g", OntologyFile.read(OntologyFile.SHAPES));

  private List<String> generations() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of(loc()))) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private String export() {
    return run("export", "--format", "nq", "--loc", loc()).done().out();
  }

  private static long total(String directory) throws IOException {
    return sizes(Path.of(directory)).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Writes in so many transactions what the last of them takes away. */
  private void leaveGarbage(int transactions) {
    try (Store store = Store.openExisting(Path.of(loc()))) {
      for (int i = 0; i < transactions; i++) {
        store.replace(List.of(i % 2 == 0 ? LARGE : OTHER));
      }
      store.remove(List.of(LARGE.name()));
    }
  }

  @Test
  void theContentIsTheSameAndTheOldFilesAreGone() throws IOException {
    buildTwo();
    String before = export();
    leaveGarbage(20);
    Files.createDirectory(Path.of(loc(), "Data-0000"));
    article("dataset ü 東/Data-0000/nodes.dat", "left by a process that was killed");

    assertThat(run("compact", "--loc", loc()).done().err()).startsWith("newsgraph: compacted from");

    assertThat(generations()).containsExactly("Data-0002");
    assertThat(export()).isEqualTo(before);
    run("compact", "-q", "--loc", loc()).done();
    assertThat(generations()).containsExactly("Data-0003");
    run("build", article("b.txt", founding("B", "Bob Crane", "Cranery")), "--loc", loc()).done();
    assertThat(run("stats", "--loc", loc()).out()).startsWith("articles             3\n");
  }

  @Test
  void aBuildCompactsOnceTheFilesAreSeveralTimesWhatIsLive() throws IOException {
    buildTwo();
    run("build", article("b.txt", founding("B", "Bob Crane", "Cranery")), "--loc", loc()).done();
    assertThat(generations()).as("a small dataset is left alone").containsExactly("Data-0001");
    String before = export();
    long small = total(loc());
    while (total(loc()) < small + (80L << 20)) {
      leaveGarbage(20);
    }

    run("build", folder.resolve("b.txt").toString(), "--loc", loc()).done();

    assertThat(generations()).containsExactly("Data-0002");
    assertThat(total(loc())).isLessThan(small + (8L << 20));
    assertThat(export()).isEqualTo(before);
  }

  @Test
  void refusesWhatIsNoDataset() {
    run("compact", "--loc", loc()).failed(1, "no dataset");
    run("compact").failed(2, "--loc");
  }
}
