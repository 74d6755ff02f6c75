package org.newsgraph.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.newsgraph.diff.Difference;
import org.newsgraph.diff.DifferenceWriter;
import org.newsgraph.diff.GraphContent;
import org.newsgraph.diff.GraphDiff;
import org.newsgraph.load.RdfFile;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsgraph diff}. */
@Command(
    name = "diff",
    description = "Tells what two datasets or exports say differently.",
    footer = {
      "",
      "Compared are articles, entities and their names and classes, facts and events, and how they",
      "are known: modality, speaker, confidence. Order, blank nodes and the places of sentences",
      "make no difference. + is in B alone, - in A alone, ~ in both and not the same.",
      "",
      "Exit status 0 with or without differences; with --exit-code 1 if there are any.",
      "",
      "Examples:",
      "  newsgraph diff graph-before graph",
      "  newsgraph diff before.nq.gz graph --json",
      "  newsgraph diff --exit-code -q expected.ttl graph"
    })
final class DiffCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "A dataset's directory, or a ttl, trig, nt, nq, jsonld or rdf file, also .gz.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path before;

  @Parameters(index = "1", paramLabel = "B", description = "The same.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path after;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--exit-code", description = "End with status 1 if there are differences.")
  private boolean exitCode;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Difference> found = GraphDiff.between(content(before), content(after));
    DifferenceWriter writer = new DifferenceWriter(session.out());
    if (json) {
      writer.json(found);
    } else {
      writer.text(found);
    }
    if (!verbosity.quiet()) {
      session.tell(
          found.isEmpty() ? "no differences" : Count.of(found.size(), "difference", "differences"));
    }
    return exitCode && !found.isEmpty() ? ExitStatus.FAILED : ExitStatus.DONE;
  }

  private static GraphContent content(Path source) {
    if (!Files.isDirectory(source)) {
      return GraphContent.of(RdfFile.of(source).read());
    }
    // One after the other, since both may name one dataset.
    try (Store store = Store.openExisting(source)) {
      return store.read(GraphContent::of);
    }
  }
}
