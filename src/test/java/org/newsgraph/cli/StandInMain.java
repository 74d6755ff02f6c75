package org.newsgraph.cli;

import org.newsgraph.bench.StandInExtractor;

/** The program with an extractor that costs next to nothing, for what does not depend on it. */
public final class StandInMain {

  private StandInMain() {}

  /** Takes the program's own arguments. */
  public static void main(String... args) {
    System.exit(Main.runProcess((schema, patterns) -> new StandInExtractor(), args));
  }
}
