package org.newsgraph.cli;

import java.util.concurrent.Callable;
import org.newsgraph.store.Compaction;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsgraph compact}. */
@Command(
    name = "compact",
    description = "Gives back the room on the disk that changes have left.",
    footer = {
      "",
      "What is live is copied into new files, which then take the place of the old in one step; for",
      "that long the disk has to have room for both. Words of retracted articles are gone from the",
      "disk afterwards. build compacts by itself where the files have grown to several times what",
      "they hold.",
      "",
      "Examples:",
      "  newsgraph compact --loc graph"
    })
final class CompactCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  CompactCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Store store = location.openExisting()) {
      Compaction done = store.compact();
      if (!verbosity.quiet()) {
        session.tell(
            "compacted from %d MB to %d MB".formatted(done.before() >> 20, done.after() >> 20));
      }
    }
    return ExitStatus.DONE;
  }
}
