package org.newsgraph.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.newsgraph.extract.Extractor;
import org.newsgraph.extract.OwnPatterns;
import org.newsgraph.extract.Sources;
import org.newsgraph.extract.StagedExtractor;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Schema;
import org.newsgraph.query.ResultFormat;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.TypeConversionException;

/** Where the program starts. */
public final class Main {

  private static final int WIDTH = 100;
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs the program as a process of its own, and ends the process. */
  public static void main(String... args) {
    System.exit(runProcess(Main::extractor, args));
  }

  /** Runs the program with the process's own streams, environment and signals. */
  static int runProcess(BiFunction<Schema, OwnPatterns, Extractor> extractors, String... args) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.request(err), "interruption"));
    OutputStream out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    Session session =
        new Session(
            System.in,
            new PrintStream(new BufferedOutputStream(out, BUFFER), false, StandardCharsets.UTF_8),
            err,
            System.getenv(),
            interruption,
            extractors);
    try {
      return run(session, args);
    } finally {
      interruption.done();
    }
  }

  /**
   * Runs the program.
   *
   * @param in standard input
   * @param out for data; flushed, not closed
   * @param err for everything else
   * @param env the environment, of which {@code NEWSGRAPH_LOC} and {@code NO_COLOR} are read
   * @param args the command and its options
   * @return the exit status: 0 done, 1 failed, 2 wrong usage, 3 violations found, 4 some inputs
   *     failed, 5 the dataset is in use by another process, 130 interrupted
   */
  public static int run(
      InputStream in, PrintStream out, PrintStream err, Map<String, String> env, String... args) {
    return run(new Session(in, out, err, env, new Interruption(), Main::extractor), args);
  }

  static int run(Session session, String... args) {
    CommandFailures failures = new CommandFailures(session.err());
    CommandLine line = commandLine(session, failures);
    int status = line.execute(args);
    try {
      session.out().flush();
      return status;
    } catch (UncheckedIOException e) {
      // A failure that has been told of already may be this one.
      return status == ExitStatus.DONE ? failures.report(e, false) : status;
    }
  }

  static CommandLine commandLine(Session session, CommandFailures failures) {
    CommandLine line = new CommandLine(new NewsgraphCommand());
    List.of(
            new BuildCommand(session),
            new QueryCommand(session),
            new ExportCommand(session),
            new ExplainCommand(session),
            new StatsCommand(session),
            new ValidateCommand(session),
            new RetractCommand(session),
            new ResolveCommand(session),
            new DiffCommand(session),
            new LoadCommand(session),
            new BackupCommand(session),
            new RestoreCommand(session),
            new CompactCommand(session),
            new DoctorCommand(session),
            new EvaluateCommand(session, StagedExtractor::new),
            new CompletionCommand(session))
        .forEach(line::addSubcommand);
    addHelp(line);
    line.getSubcommands().values().forEach(Main::addHelp);
    return line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setUsageHelpWidth(WIDTH)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setDefaultValueProvider(
            argument ->
                argument.isOption() && argument.paramLabel().equals("DIR")
                    ? session.env().get(Location.VARIABLE)
                    : null)
        .registerConverter(PartialDate.class, Main::date)
        .registerConverter(ResultFormat.class, Main::resultFormat);
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .mixinStandardHelpOptions(true)
        .versionProvider(() -> new String[] {"newsgraph " + version()});
  }

  private static String version() {
    String built = Main.class.getPackage().getImplementationVersion();
    return built == null ? "(not packaged)" : built;
  }

  private static PartialDate date(String text) {
    try {
      return PartialDate.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static ResultFormat resultFormat(String text) {
    return ResultFormat.ofName(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no format; known are %s".formatted(text, ResultFormat.known())));
  }

  /** The one place where the stages of extraction are put together. */
  private static Extractor extractor(Schema schema, OwnPatterns patterns) {
    return new StagedExtractor(schema, Sources.BOTH, patterns);
  }
}
