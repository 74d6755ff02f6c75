package org.newsgraph.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.newsgraph.article.ArticleInputs;
import org.newsgraph.article.ArticleIris;
import org.newsgraph.article.ArticleReading;
import org.newsgraph.extract.OwnPatterns;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Schema;
import org.newsgraph.ontology.Ontology;
import org.newsgraph.pipeline.ArticlePipeline;
import org.newsgraph.pipeline.BuildLog;
import org.newsgraph.pipeline.BuildOptions;
import org.newsgraph.pipeline.BuildReport;
import org.newsgraph.pipeline.GraphBuild;
import org.newsgraph.rdf.ArticleGraphWriter;
import org.newsgraph.rdf.IriMinter;
import org.newsgraph.validate.ShapeValidator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsgraph build}. */
@Command(
    name = "build",
    description = "Reads articles, extracts what they say and stores it.",
    footer = {
      "",
      "Reads text (.txt, .md), web pages (.html), PDF (.pdf), JSON lines (.jsonl: an article a"
          + " line)",
      "and saved feeds (.xml, .rss, .atom), each also as .gz; what has no ending is read as what"
          + " it",
      "looks like. docs/inputs.md says more.",
      "",
      "The same input again changes nothing and is passed over quickly; a changed article replaces"
          + " its",
      "own graph. Ctrl-C stops after the article at hand; the same command again goes on from"
          + " there.",
      "",
      "Examples:",
      "  newsgraph build article.txt --loc graph",
      "  newsgraph build news/ --loc graph --published 2025-01-29",
      "  newsgraph build articles.jsonl.gz feed.xml --loc graph",
      "  newsgraph build 'saved pages/**/*.html' --loc graph",
      "  newsgraph build news/ --loc graph --ontology own.ttl --patterns own/",
      "  cat article.txt | newsgraph build - --loc graph"
    })
final class BuildCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, directories, patterns in quotes, or - for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "Day of publication (2025-01-29), where the articles do not say it.")
  private @Nullable PartialDate published;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = IriMinter.DEFAULT_BASE,
      description = "What IRIs begin with; by default ${DEFAULT-VALUE}")
  private String base = IriMinter.DEFAULT_BASE;

  @Option(
      names = "--min-confidence",
      paramLabel = "C",
      defaultValue = "0",
      description = "Leave out what is less certain, from 0 to 1; by default ${DEFAULT-VALUE}.")
  private BigDecimal minConfidence = BigDecimal.ZERO;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Articles extracted at a time; by default the number of processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--patterns",
      paramLabel = "PATH",
      description =
          "Pattern files of your own, or a directory of some, used beside the program's. Again for"
              + " more.")
  private List<Path> patterns = List.of();

  @Option(
      names = "--only-own-patterns",
      description = "Leave the program's patterns out; needs --patterns.")
  private boolean onlyOwn;

  @Option(
      names = "--ontology",
      paramLabel = "FILE",
      description = "Classes and properties of your own (Turtle). Again for more.")
  private List<Path> ontologies = List.of();

  BuildCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    BuildOptions options = checked(() -> new BuildOptions(minConfidence, threads));
    ArticleIris iris = checked(() -> new ArticleIris(base));
    IriMinter minter = checked(() -> new IriMinter(base));
    ArticleInputs reader = new ArticleInputs(iris, Optional.ofNullable(published), session.in());
    if (onlyOwn && patterns.isEmpty()) {
      throw new UsageException("--only-own-patterns without patterns; name them with --patterns");
    }
    OwnFiles own = OwnFiles.read(ontologies, patterns);
    if (!own.problems().isEmpty()) {
      own.problems().forEach(session::tell);
      session.tell("nothing was built; correct the patterns first");
      return ExitStatus.VIOLATIONS;
    }
    Ontology ontology = own.ontology();
    Schema schema = ontology.schema();
    OwnPatterns chosen = onlyOwn ? own.patterns().alone() : own.patterns();
    ArticlePipeline pipeline =
        new ArticlePipeline(
            session.extractors().apply(schema, chosen),
            new ArticleGraphWriter(schema, ontology.names(), minter),
            minter,
            ShapeValidator.ofProjectShapes(ontology));
    session.interruption().working();
    BuildLog log = BuildLog.of(location.directory(), options(own));
    try (ArticleReading reading = reader.open(inputs);
        BuildConsole console = new BuildConsole(session, verbosity, reading)) {
      BuildReport report =
          new GraphBuild(pipeline, options, console, ontology.graph())
              .run(
                  reading.results(),
                  location::openOrCreate,
                  log,
                  session.interruption()::requested);
      return console.summary(report);
    }
  }

  /** All that changes what is stored, beside the program and the articles. */
  private String options(OwnFiles own) {
    String plain = base + " " + minConfidence.stripTrailingZeros();
    return own.content().isEmpty() ? plain : plain + " " + onlyOwn + "\n" + own.content();
  }

  private static <T> T checked(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
