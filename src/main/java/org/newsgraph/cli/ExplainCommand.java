package org.newsgraph.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.newsgraph.query.Explainer;
import org.newsgraph.query.Explanation;
import org.newsgraph.query.ExplanationWriter;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsgraph explain}. */
@Command(
    name = "explain",
    description = "Tells what is known of an entity, each fact and event with its sentence.",
    footer = {
      "",
      "Each comes with who says so, how certain it is, and where the sentence stands: its first",
      "character and the one after its last, counted from 0.",
      "",
      "Examples:",
      "  newsgraph explain \"Ada Lovelace\" --loc graph",
      "  newsgraph explain nvidia --json --loc graph"
    })
final class ExplainCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();

  @Mixin
  @SuppressWarnings("UnusedVariable") // -vv is looked up where failures are told of
  private final Verbosity verbosity = new Verbosity();

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "Any of its names, in any case; quotation marks around it may be left out.")
  private List<String> words = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String name = String.join(" ", words);
    try (Store store = location.openExisting()) {
      List<Explanation> found = store.read(dataset -> new Explainer(dataset).explain(name));
      ExplanationWriter writer = new ExplanationWriter(session.out());
      if (json) {
        writer.json(found);
      } else {
        writer.text(found);
      }
    }
    return ExitStatus.DONE;
  }
}
