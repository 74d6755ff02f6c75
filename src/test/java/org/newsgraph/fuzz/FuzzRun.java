package org.newsgraph.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleInputs;
import org.newsgraph.article.ArticleIris;
import org.newsgraph.article.ReadResult;
import org.newsgraph.extract.Extractor;
import org.newsgraph.extract.PatternProblem;
import org.newsgraph.extract.PatternReader;
import org.newsgraph.extract.StagedExtractor;
import org.newsgraph.ontology.SchemaReader;

/**
 * Gives wrong inputs to the readers and counts what becomes of them: read, refused by name, or a
 * crash, which is also an input of which nothing is said, a message of several lines, and more than
 * ten seconds of one processor.
 */
final class FuzzRun {

  private static final long HANG_NANOS = 10_000_000_000L;

  /** Longer texts take longer than that to extract from, for all that is right with them. */
  private static final int EXTRACTED_CHARACTERS = 20_000;

  /** What became of the cases of one reader. */
  static final class Row {
    int cases;
    int read;
    int refused;
    int crashes;
    int extracted;
    long slowestNanos;
    long slowestCase;
    long heapBytes;
  }

  private final Path folder;
  private final Optional<Extractor> extractor;
  private final PrintStream log;
  private final Map<Format, Row> rows = new EnumMap<>(Format.class);
  private final List<String> crashes = new ArrayList<>();
  private final ArticleInputs inputs =
      new ArticleInputs(
          new ArticleIris("https://example.org/"), Optional.empty(), InputStream.nullInputStream());
  private final PatternReader patterns = new PatternReader(SchemaReader.read());

  /**
   * @param folder for the inputs; the ones that crash stay there
   * @param extractor runs over what is read; empty to read only
   * @param log gets a line and a trace for each crash
   */
  FuzzRun(Path folder, Optional<Extractor> extractor, PrintStream log) {
    this.folder = folder;
    this.extractor = extractor;
    this.log = log;
  }

  /** {@code COUNT FIRST FOLDER [extract]}: so many cases, beginning with that number. */
  public static void main(String... args) throws IOException {
    long count = Long.parseLong(args[0]);
    long first = Long.parseLong(args[1]);
    Path folder = Files.createDirectories(Path.of(args[2]));
    boolean extract = args.length > 3;
    Optional<Extractor> extractor =
        extract ? Optional.of(new StagedExtractor(SchemaReader.read())) : Optional.empty();
    FuzzRun run = new FuzzRun(folder, extractor, System.err);
    run.run(first, count);
    run.print(System.out);
    System.exit(run.crashes().isEmpty() ? 0 : 1);
  }

  /** Runs cases of one format after the other. */
  void run(long first, long count) throws IOException {
    Map<Format, byte[]> seeds = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      seeds.put(format, Seeds.of(format));
      rows.put(format, new Row());
    }
    Format[] formats = Format.values();
    for (long number = first; number < first + count; number++) {
      Format format = formats[(int) (number % formats.length)];
      byte[] bytes = Mutations.make(format, Objects.requireNonNull(seeds.get(format)), number);
      tried(format, number, bytes);
      if (number % 10_000 == 0) {
        log.println(number + " ...");
      }
    }
  }

  List<String> crashes() {
    return List.copyOf(crashes);
  }

  Map<Format, Row> rows() {
    return rows;
  }

  private void tried(Format format, long number, byte[] bytes) throws IOException {
    Path file = folder.resolve(format.file());
    Files.write(file, bytes);
    Row row = Objects.requireNonNull(rows.get(format));
    row.cases++;
    Attempt attempt = new Attempt(format, file);
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    Thread worker = new Thread(null, attempt, "case", 1L << 20);
    worker.setDaemon(true);
    worker.start();
    long nanos = await(worker, attempt);
    row.heapBytes =
        Math.max(row.heapBytes, heap.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum());
    if (nanos > row.slowestNanos) {
      row.slowestNanos = nanos;
      row.slowestCase = number;
    }
    Optional<Throwable> failure = attempt.failure();
    if (nanos > HANG_NANOS) {
      failure = Optional.of(new IllegalStateException("more than ten seconds"));
    }
    if (failure.isPresent()) {
      row.crashes++;
      Path kept = folder.resolve("crash-" + number + "-" + format.file());
      Files.write(kept, bytes);
      crashes.add(kept.getFileName() + ": " + failure.get());
      log.println(kept + ": " + failure.get());
      Stream.of(failure.get().getStackTrace()).limit(12).forEach(f -> log.println("    " + f));
    } else if (attempt.read) {
      row.read++;
    } else {
      row.refused++;
    }
    row.extracted += attempt.extracted ? 1 : 0;
  }

  /** Waits until it is done or has used up its time; a thread that hangs is left behind. */
  private static long await(Thread worker, Attempt attempt) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try {
      while (!attempt.done) {
        worker.join(1000);
        long used = threads.getThreadCpuTime(worker.threadId());
        if (used > HANG_NANOS) {
          return used;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return attempt.nanos;
  }

  /** One input, on a thread of its own. */
  private final class Attempt implements Runnable {

    private final Format format;
    private final Path file;
    private volatile boolean done;
    private volatile boolean read;
    private volatile boolean extracted;
    private volatile long nanos;
    private volatile Optional<Throwable> failure = Optional.empty();

    Attempt(Format format, Path file) {
      this.format = format;
      this.file = file;
    }

    Optional<Throwable> failure() {
      return failure;
    }

    @Override
    public void run() {
      try {
        if (format == Format.PATTERNS) {
          readPatterns();
        } else {
          readArticles();
        }
      } catch (Throwable e) {
        failure = Optional.of(e);
      } finally {
        nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        done = true;
      }
    }

    private void readPatterns() throws IOException {
      List<PatternProblem> problems = patterns.readFiles(List.of(file)).problems();
      problems.forEach(problem -> requireLine(problem.toString()));
      read = problems.isEmpty();
    }

    private void readArticles() {
      try (Stream<ReadResult> results = inputs.read(List.of(file.toString()))) {
        List<ReadResult> all = results.peek(this::check).limit(200).toList();
        if (all.isEmpty()) {
          throw new IllegalStateException("nothing is said of the input");
        }
        read = all.stream().anyMatch(ReadResult.Read.class::isInstance);
      }
    }

    private void check(ReadResult result) {
      switch (result) {
        case ReadResult.Read(Article article) -> check(article);
        case ReadResult.Unreadable unreadable -> requireLine(unreadable.message());
        case ReadResult.LeftOut(String input, String note) -> requireLine(input + ": " + note);
      }
    }

    private void check(Article article) {
      String text = article.text();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean pair =
            Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        if (Character.isSurrogate(c) && !pair || c < ' ' && "\t\n\r\f".indexOf(c) < 0) {
          throw new IllegalStateException(
              String.format(Locale.ROOT, "U+%04X in the text of an article", (int) c));
        }
      }
      article.paragraphs().forEach(paragraph -> paragraph.span().of(text));
      if (extractor.isPresent() && text.length() <= EXTRACTED_CHARACTERS) {
        extractor.get().extract(article);
        extracted = true;
      }
    }

    private void requireLine(String message) {
      if (!message.contains(file.toString())
          || message.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == 0x85)) {
        throw new IllegalStateException(
            "a message that names no file or is no line: " + message.replaceAll("\\p{Cntrl}", "?"));
      }
    }
  }

  /** Prints what became of the cases, a row a reader. */
  void print(PrintStream out) {
    out.println(
        "| reader | cases | read | refused by name | crashes | extracted | slowest | heap at most"
            + " |");
    out.println("|---|---|---|---|---|---|---|---|");
    rows.forEach(
        (format, row) ->
            out.printf(
                Locale.ROOT,
                "| `%s` | %d | %d | %d | %d | %d | %.1f s (case %d) | %d MB |%n",
                format.file().substring(format.file().indexOf('.')),
                row.cases,
                row.read,
                row.refused,
                row.crashes,
                row.extracted,
                row.slowestNanos / 1e9,
                row.slowestCase,
                row.heapBytes >> 20));
  }
}
