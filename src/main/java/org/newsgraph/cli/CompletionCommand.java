package org.newsgraph.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code newsgraph completion}. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    footer = {
      "",
      "Examples:",
      "  source <(newsgraph completion)",
      "  newsgraph completion >> ~/.bashrc"
    })
final class CompletionCommand implements Callable<Integer> {

  private final Session session;

  @Mixin
  @SuppressWarnings("UnusedVariable") // -vv is looked up where failures are told of
  private final Verbosity verbosity = new Verbosity();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.out().print(AutoComplete.bash("newsgraph", spec.root().commandLine()));
    return ExitStatus.DONE;
  }
}
