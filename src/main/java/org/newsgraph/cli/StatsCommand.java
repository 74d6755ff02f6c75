package org.newsgraph.cli;

import java.util.concurrent.Callable;
import org.newsgraph.query.Statistics;
import org.newsgraph.query.StatisticsWriter;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsgraph stats}. */
@Command(
    name = "stats",
    description = "Counts articles, entities, facts and events.",
    footer = {
      "",
      "Examples:",
      "  newsgraph stats --loc graph",
      "  newsgraph stats --json --loc graph"
    })
final class StatsCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();

  @Mixin
  @SuppressWarnings("UnusedVariable") // -vv is looked up where failures are told of
  private final Verbosity verbosity = new Verbosity();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  StatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Store store = location.openExisting()) {
      Statistics counts = store.read(Statistics::of);
      StatisticsWriter writer = new StatisticsWriter(session.out());
      if (json) {
        writer.json(counts);
      } else {
        writer.text(counts);
      }
    }
    return ExitStatus.DONE;
  }
}
