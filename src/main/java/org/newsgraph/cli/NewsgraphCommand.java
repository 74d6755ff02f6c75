package org.newsgraph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself, which does nothing without a command. */
@Command(
    name = "newsgraph",
    description =
        "Turns news articles into a knowledge graph in which every fact has its sentence.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  newsgraph build article.txt --loc graph",
      "  newsgraph query --named founders --loc graph",
      "  newsgraph explain \"Ada Lovelace\" --loc graph",
      "  newsgraph export --loc graph -o graph.ttl",
      "",
      "Exit status: 0 done; 1 failed; 2 wrong usage; 3 violations found; 4 some inputs failed,",
      "the rest is stored; 5 the dataset is in use by another process; 130 interrupted."
    })
final class NewsgraphCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: " + String.join(", ", spec.subcommands().keySet()));
  }
}
