package org.newsgraph.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.newsgraph.doctor.Check;
import org.newsgraph.doctor.Diagnosis;
import org.newsgraph.doctor.DiagnosisWriter;
import org.newsgraph.doctor.Doctor;
import org.newsgraph.doctor.Finding.Severity;
import org.newsgraph.fact.Schema;
import org.newsgraph.ontology.SchemaReader;
import org.newsgraph.store.Progress;
import org.newsgraph.validate.ShapeValidator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsgraph doctor}. */
@Command(
    name = "doctor",
    description = "Says what is wrong with a dataset, and how to mend it.",
    footer = {
      "",
      "Checks from the outside in: directory, permissions, lock, what killed commands have left,",
      "files, room on the disk, each entry of each index, each graph with its article and evidence,",
      "decisions, shapes. Each finding is a line: ok, warning or error; the check; where; what; and",
      "a command that mends it, in which words in capitals are to be filled in. Nothing is written.",
      "",
      "Exit status 0 where there are no errors; 3 if there are; 5 if another process has the",
      "dataset; 1 if there is no dataset, or it may not be read.",
      "",
      "Examples:",
      "  newsgraph doctor --loc graph",
      "  newsgraph doctor --json --loc graph"
    })
final class DoctorCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DoctorCommand(Session session) {
    this.session = session;
  }

  /** Draws a bar for each kind of long work. */
  private final class Bars implements Progress, AutoCloseable {
    private Optional<ProgressBar> bar = Optional.empty();

    @Override
    public void begin(String what, long steps) {
      close();
      if (verbosity.progress() && session.drawsProgress()) {
        bar =
            Optional.of(
                new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(steps)
                    .setConsumer(new ConsoleProgressBarConsumer(session.err()))
                    .build());
      }
    }

    @Override
    public void step() {
      bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
      bar.ifPresent(ProgressBar::close);
      bar = Optional.empty();
    }
  }

  @Override
  public Integer call() {
    Schema schema = SchemaReader.read();
    Diagnosis diagnosis;
    try (Bars bars = new Bars()) {
      diagnosis =
          new Doctor(location.directory(), schema, ShapeValidator.ofProjectShapes(schema), bars)
              .examine();
    }
    DiagnosisWriter writer = new DiagnosisWriter(session.out());
    if (json) {
      writer.json(diagnosis);
    } else {
      writer.text(diagnosis);
    }
    if (!verbosity.quiet()) {
      session.tell(summary(diagnosis));
    }
    return switch (diagnosis.outcome()) {
      case HEALTHY -> ExitStatus.DONE;
      case ILL -> ExitStatus.VIOLATIONS;
      case IN_USE -> ExitStatus.IN_USE;
      case NO_PATIENT -> ExitStatus.FAILED;
    };
  }

  private static String summary(Diagnosis diagnosis) {
    String found =
        "%s, %s"
            .formatted(
                Count.of(diagnosis.count(Severity.ERROR), "error", "errors"),
                Count.of(diagnosis.count(Severity.WARNING), "warning", "warnings"));
    return diagnosis.unchecked().isEmpty()
        ? found
        : diagnosis.unchecked().stream()
            .map(Check::toString)
            .collect(Collectors.joining(", ", found + "; not checked for that: ", ""));
  }
}
