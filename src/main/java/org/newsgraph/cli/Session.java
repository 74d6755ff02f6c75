package org.newsgraph.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.BiFunction;
import org.newsgraph.extract.Extractor;
import org.newsgraph.extract.OwnPatterns;
import org.newsgraph.fact.Schema;

/**
 * What a run of the program may touch of the world.
 *
 * @param in standard input
 * @param out for data
 * @param err for everything else
 * @param env the environment
 * @param interruption whether the user wants it to end
 * @param extractors makes the extractor, which takes time and so is done by those who need one
 */
record Session(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    Interruption interruption,
    BiFunction<Schema, OwnPatterns, Extractor> extractors) {

  /** Set by the launcher where standard error is a terminal; Java 21 cannot tell. */
  private static final String TERMINAL = "NEWSGRAPH_TERMINAL";

  /** Tells the user a line. */
  void tell(String message) {
    err.println("newsgraph: " + message);
  }

  /** Whether progress may be drawn. */
  boolean drawsProgress() {
    return env.containsKey(TERMINAL) && env.getOrDefault("NO_COLOR", "").isEmpty();
  }
}
