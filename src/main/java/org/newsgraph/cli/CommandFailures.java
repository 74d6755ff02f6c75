package org.newsgraph.cli;

import java.io.PrintStream;
import org.newsgraph.data.NearNames;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a failure becomes a line for the user and an exit status. */
final class CommandFailures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final PrintStream err;

  CommandFailures(PrintStream err) {
    this.err = err;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    ParseResult innermost = parsed;
    while (innermost.hasSubcommand()) {
      innermost = innermost.subcommand();
    }
    return report(failure, innermost.matchedOptionValue("-v", new boolean[0]).length > 1);
  }

  /**
   * Tells the user of a failure; gives the exit status.
   *
   * @param traces whether to show where it came from
   */
  int report(Exception failure, boolean traces) {
    Exception known = ExitStatus.knownCause(failure);
    String message = ExitStatus.message(known);
    if (!message.isEmpty()) {
      err.println("newsgraph: " + message);
    }
    if (traces) {
      failure.printStackTrace(err);
    }
    return ExitStatus.of(known);
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    err.printf(
        "newsgraph: %s%s (see %s --help)%n",
        message, suggestion(failure), command.getCommandSpec().qualifiedName());
    return ExitStatus.USAGE;
  }

  private static String suggestion(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    String typed = unmatched.getUnmatched().getFirst();
    return NearNames.hint(
        NearNames.of(
            typed,
            typed.startsWith("-")
                ? command.optionsMap().keySet()
                : command.subcommands().keySet()));
  }
}
