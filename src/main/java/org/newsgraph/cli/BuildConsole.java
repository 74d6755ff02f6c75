package org.newsgraph.cli;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.newsgraph.article.ArticleReading;
import org.newsgraph.pipeline.BuildNotice;
import org.newsgraph.pipeline.BuildReport;
import org.newsgraph.store.Replaced;

/** Tells the user of a build: notices, a bar on a terminal, the summary. */
final class BuildConsole implements Consumer<BuildNotice>, AutoCloseable {

  private final Session session;
  private final Verbosity verbosity;
  private final ArticleReading reading;
  private final Optional<ProgressBar> bar;
  private int articles;

  /**
   * @param reading how far it is tells how long it takes still, where its size is known
   */
  BuildConsole(Session session, Verbosity verbosity, ArticleReading reading) {
    this.session = session;
    this.verbosity = verbosity;
    this.reading = reading;
    this.bar =
        verbosity.progress() && session.drawsProgress()
            ? Optional.of(bar(session, reading.totalBytes().orElse(-1)))
            : Optional.empty();
  }

  private static ProgressBar bar(Session session, long bytes) {
    return new ProgressBarBuilder()
        .setTaskName("reading")
        .setInitialMax(bytes)
        .setUnit(" MB", 1 << 20)
        .showSpeed(new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)))
        .setConsumer(new ConsoleProgressBarConsumer(session.err()))
        .build();
  }

  @Override
  public void accept(BuildNotice notice) {
    switch (notice) {
      case BuildNotice.Failed(String message, Optional<RuntimeException> cause) -> {
        tell(true, message);
        if (verbosity.traces()) {
          cause.ifPresent(e -> e.printStackTrace(session.err()));
        }
      }
      case BuildNotice.LeftOut(String message) -> tell(!verbosity.quiet(), message);
      case BuildNotice.Violated violated ->
          violated.violations().forEach(v -> tell(verbosity.verbose(), "left out, " + v));
      case BuildNotice.Extracted(String article) -> {
        tell(verbosity.verbose(), "read <" + article + ">");
        step();
      }
      case BuildNotice.Unchanged(String article) -> {
        tell(verbosity.verbose(), "unchanged <" + article + ">");
        step();
      }
    }
  }

  private void step() {
    articles++;
    bar.ifPresent(
        drawn -> {
          drawn.stepTo(reading.bytesRead());
          drawn.setExtraMessage(" articles: " + articles);
        });
  }

  /** Tells what came of it; gives the exit status. */
  int summary(BuildReport report) {
    bar.ifPresent(drawn -> drawn.stepTo(reading.bytesRead()));
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
      // Over the bar, which is drawn again below.
      bar.ifPresent(drawn -> session.err().print("\r\u001B[2K"));
      session.tell(message);
    }
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
