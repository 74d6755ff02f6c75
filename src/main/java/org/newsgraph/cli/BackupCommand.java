package org.newsgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsgraph.backup.Backup;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsgraph backup}. */
@Command(
    name = "backup",
    description = "Writes the whole dataset to one file, from which restore brings it back.",
    footer = {
      "",
      "The file is packed N-Quads that any RDF tool reads. Its last line, a comment, tells its",
      "length and digest. It appears whole or not at all; the same dataset gives the same bytes.",
      "In a directory the file is named after the dataset.",
      "",
      "Examples:",
      "  newsgraph backup --loc graph -o graph-before-march.nq.gz",
      "  newsgraph backup --loc graph -o backups/"
    })
final class BackupCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "A file that ends in .nq.gz, or a directory that exists.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path output;

  BackupCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path file =
        Files.isDirectory(output)
            ? output.resolve(location.directory().toRealPath().getFileName() + Backup.ENDING)
            : output;
    if (!file.toString().endsWith(Backup.ENDING)) {
      throw new UsageException(
          "a backup is packed N-Quads; name a file that ends in " + Backup.ENDING);
    }
    try (Store store = location.openExisting()) {
      long quads = new Backup(file).write(store);
      if (!verbosity.quiet()) {
        session.tell("%s written to %s".formatted(Count.of(quads, "quad", "quads"), file));
      }
    }
    return ExitStatus.DONE;
  }
}
