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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsgraph validate}. */
@Command(
    name = "validate",
    description =
        "Checks a dataset, or a file, against the shapes of the ontology; or patterns of your own.",
    footer = {
      "",
      "Exit status 3 if there are violations; each is a line of the output. What is wrong with a",
      "pattern is told with its file, line, column and mend; docs/patterns.md says how to write"
          + " one.",
      "",
      "Examples:",
      "  newsgraph validate --loc graph",
      "  newsgraph validate graph.ttl",
      "  newsgraph validate --patterns own/ --ontology own.ttl"
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

  @Option(
      names = "--patterns",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Check those pattern files, or directories of some, in place of a dataset.")
  private List<Path> patterns = List.of();

  @Option(
      names = "--ontology",
      paramLabel = "FILE",
      description =
          "Check that file of your own classes and properties (Turtle), which patterns may name."
              + " Again for more.")
  private List<Path> ontologies = List.of();

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!patterns.isEmpty() || !ontologies.isEmpty()) {
      return checkOwn();
    }
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

  private int checkOwn() {
    if (file != null) {
      throw new UsageException(
          file + " beside --patterns or --ontology; check a graph by a command of its own");
    }
    OwnFiles own = OwnFiles.read(ontologies, patterns);
    own.problems().forEach(problem -> session.out().println("violation " + problem));
    if (!verbosity.quiet()) {
      int wrong = own.problems().size();
      String read =
          patterns.isEmpty()
              ? ""
              : "; %s in %s"
                  .formatted(
                      Count.of(own.patterns().count(), "pattern", "patterns"),
                      Count.of(own.files(), "file", "files"));
      session.tell(wrong == 0 ? "no violations" + read : wrong + " violations");
    }
    return own.problems().isEmpty() ? ExitStatus.DONE : ExitStatus.VIOLATIONS;
  }
}
