package org.newsgraph.cli;

import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.newsgraph.pipeline.BuildNotice;
import org.newsgraph.pipeline.BuildReport;
import org.newsgraph.store.Replaced;

/** Tells the user of a build: notices, a bar on a terminal, the summary. */
final class BuildConsole implements Consumer<BuildNotice>, AutoCloseable {

  private final Session session;
  private final Verbosity verbosity;
  private final Optional<ProgressBar> bar;

  BuildConsole(Session session, Verbosity verbosity) {
    this.session = session;
    this.verbosity = verbosity;
    this.bar =
        verbosity.progress() && session.drawsProgress()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName("articles")
                    .setInitialMax(-1)
                    .setConsumer(new ConsoleProgressBarConsumer(session.err()))
                    .build())
            : Optional.empty();
  }

  @Override
  public void accept(BuildNotice notice) {
    switch (notice) {
      case BuildNotice.Failed(String message, Optional<RuntimeException> cause) -> {
        session.tell(message);
        if (verbosity.traces()) {
          cause.ifPresent(e -> e.printStackTrace(session.err()));
        }
      }
      case BuildNotice.LeftOut(String message) -> tell(!verbosity.quiet(), message);
      case BuildNotice.Violated violated ->
          violated.violations().forEach(v -> tell(verbosity.verbose(), "left out, " + v));
      case BuildNotice.Extracted(String article) -> {
        tell(verbosity.verbose(), "read <" + article + ">");
        bar.ifPresent(ProgressBar::step);
      }
    }
  }

  /** Tells what came of it; gives the exit status. */
  int summary(BuildReport report) {
    close();
    Replaced written = report.written();
    tell(
        !verbosity.quiet(),
        "%s read: %d stored, %d unchanged, %d failed; %s, %s, %s, %s left out%s%s"
            .formatted(
                count(report.read(), "article", "articles"),
                written.stored(),
                written.unchanged(),
                report.failed(),
                count(report.entities(), "entity", "entities"),
                count(report.facts(), "fact", "facts"),
                count(report.events(), "event", "events"),
                count(report.leftOut(), "violation", "violations"),
                report.leftOut() > 0 && !verbosity.verbose() ? " (-v names them)" : "",
                report.undated() > 0
                    ? "; %d without a date (--published gives one)".formatted(report.undated())
                    : ""));
    if (report.interrupted()) {
      session.tell("interrupted; the same command again does the rest");
      return ExitStatus.INTERRUPTED;
    }
    if (report.failed() == 0) {
      return ExitStatus.DONE;
    }
    return report.read() == 0 ? ExitStatus.FAILED : ExitStatus.SOME_FAILED;
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private void tell(boolean wanted, String message) {
    if (wanted) {
      session.tell(message);
    }
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
