package org.newsgraph.cli;

import picocli.CommandLine.Option;

/** How much a command tells. */
final class Verbosity {

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell nothing but errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell more; -vv shows where an error came from.")
  private boolean[] verbose = {};

  @Option(names = "--no-progress", description = "Draw no progress bar.")
  private boolean noProgress;

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose.length > 0;
  }

  boolean traces() {
    return verbose.length > 1;
  }

  boolean progress() {
    return !quiet && !noProgress;
  }
}
