package org.newsgraph.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.newsgraph.store.Store;
import picocli.CommandLine.Option;

/** Which dataset. */
final class Location {

  static final String OPTION = "--loc";
  static final String VARIABLE = "NEWSGRAPH_LOC";

  @Option(
      names = OPTION,
      paramLabel = "DIR",
      description = "The dataset's directory; by default what " + VARIABLE + " says.")
  private @Nullable Path directory;

  Store openExisting() {
    return Store.openExisting(directory());
  }

  Store openOrCreate() {
    return Store.openOrCreate(directory());
  }

  /**
   * Where it is.
   *
   * @throws UsageException if the user does not say
   */
  Path directory() {
    if (directory == null) {
      throw new UsageException("which dataset? Name it with --loc DIR or set " + VARIABLE);
    }
    return directory;
  }
}
