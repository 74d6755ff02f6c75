package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsgraph.backup.Backup;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsgraph restore}. */
@Command(
    name = "restore",
    description = "Brings a dataset back from a backup, into a new or empty directory.",
    footer = {
      "",
      "The file is checked against the length and digest in its last line before anything is",
      "written. What was not restored whole leaves an empty dataset, into which to try again.",
      "",
      "Examples:",
      "  newsgraph restore graph.nq.gz --loc graph-again",
      "  newsgraph restore graph.nq.gz --check"
    })
final class RestoreCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @Parameters(arity = "1", paramLabel = "FILE", description = "What backup wrote.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Option(names = "--check", description = "Only say whether the file is whole.")
  private boolean check;

  RestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Backup backup = new Backup(file);
    if (check) {
      tell("%s is whole: %s", backup.check());
      return ExitStatus.DONE;
    }
    Path directory = location.directory();
    Store.requireRoom(directory);
    long quads = backup.check();
    try (Store store = Store.openEmpty(directory)) {
      backup.restore(store, quads);
      new EntityIdentity(store).requireIndex();
    }
    tell("%s restored: %s", quads);
    return ExitStatus.DONE;
  }

  private void tell(String what, long quads) {
    if (!verbosity.quiet()) {
      session.tell(what.formatted(file, Count.of(quads, "quad", "quads")));
    }
  }
}
