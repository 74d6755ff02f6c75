package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.newsgraph.load.RdfFile;
import org.newsgraph.ontology.SchemaReader;
import org.newsgraph.store.Store;
import org.newsgraph.validate.DatasetValidator;
import org.newsgraph.validate.Severity;
import org.newsgraph.validate.ShapeValidator;
import org.newsgraph.validate.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsgraph validate}. */
@Command(
    name = "validate",
    description = "Checks a dataset, or a file, against the shapes of the ontology.",
    footer = {
      "",
      "Exit status 3 if there are violations; each is a line of the output.",
      "",
      "Examples:",
      "  newsgraph validate --loc graph",
      "  newsgraph validate graph.ttl"
    })
final class ValidateCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "Check that file (ttl, trig, nt, nq, jsonld, rdf, each also .gz) in place of a dataset.")
  private @Nullable Path file;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DatasetValidator validator =
        new DatasetValidator(ShapeValidator.ofProjectShapes(SchemaReader.read()));
    List<Violation> found;
    if (file != null) {
      found = validator.validate(RdfFile.of(file).read());
    } else {
      try (Store store = location.openExisting()) {
        found = store.read(validator::validate);
      }
    }
    found.forEach(
        v -> session.out().println(v.severity().name().toLowerCase(Locale.ROOT) + " " + v));
    long grave = found.stream().filter(v -> v.severity() == Severity.VIOLATION).count();
    if (!verbosity.quiet()) {
      session.tell(grave == 0 ? "no violations" : grave + " violations");
    }
    return grave == 0 ? ExitStatus.DONE : ExitStatus.VIOLATIONS;
  }
}
