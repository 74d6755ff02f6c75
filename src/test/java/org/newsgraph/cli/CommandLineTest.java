package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.export.GraphNames;
import org.newsgraph.rdf.Stories;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Store;

/** Runs the program as a user does: arguments in, status, output and messages out. */
abstract class CommandLineTest {

  /** What a run gave. */
  record Outcome(int status, String out, String err) {

    /** Fails the test unless the run ended well. */
    Outcome done() {
      assertThat(status).as(err).isZero();
      return this;
    }

    /** Fails the test unless the run ended with that status and one line that says all of that. */
    void failed(int expected, String... says) {
      assertThat(err).contains(says).startsWith("newsgraph: ").doesNotContain("\tat ");
      assertThat(err.lines().filter(line -> !line.contains(" read: "))).hasSize(1);
      assertThat(status).as(err).isEqualTo(expected);
      assertThat(out).isEmpty();
    }
  }

  private static List<NamedGraph> built = List.of();

  @TempDir Path folder;

  final Map<String, String> env = new HashMap<>();
  String standardInput = "";

  Outcome run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Session session =
        new Session(
            new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            env,
            new Interruption(),
            (schema, patterns) -> new ScriptedExtractor());
    int status = Main.run(session, args);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The dataset's directory, named so that spaces and other scripts are in every test. */
  String loc() {
    return folder.resolve("dataset ü 東").toString();
  }

  String article(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  String file(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An article in which one person founded one company. */
  static String founding(String headline, String founder, String company) {
    return headline + "\n\nJanuary 29, 2025\n\n" + founder + " founded " + company + ".\n";
  }

  /** Makes a dataset of the story and of a founding. */
  void buildTwo() {
    String story = article("story.txt", Stories.TEXT);
    String founding = article("ada.txt", founding("A start", "Ada Byron", "Enginery"));
    // Built once; the other tests store the same graphs, which takes a tenth of the time.
    synchronized (CommandLineTest.class) {
      if (built.isEmpty()) {
        run("build", story, founding, "--loc", loc(), "--published", "2024-03-14").done();
        built = graphs();
        return;
      }
    }
    try (Store store = Store.openOrCreate(Path.of(loc()))) {
      store.replace(built);
    }
  }

  private List<NamedGraph> graphs() {
    try (Store store = Store.openExisting(Path.of(loc()))) {
      return store.read(
          dataset ->
              GraphNames.of(dataset).stream()
                  .map(
                      name -> {
                        Graph copy = GraphMemFactory.createDefaultGraph();
                        GraphUtil.addInto(copy, dataset.getGraph(NodeFactory.createURI(name)));
                        return new NamedGraph(name, copy);
                      })
                  .toList());
    }
  }

  /** Everything under a directory, by name, with its size. */
  static Map<String, Long> sizes(Path directory) throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(directory.relativize(file).toString(), Files.size(file));
      }
    }
    return sizes;
  }
}
