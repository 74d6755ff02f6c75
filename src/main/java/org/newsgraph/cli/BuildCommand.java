package org.newsgraph.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.newsgraph.article.ArticleInputs;
import org.newsgraph.article.ArticleIris;
import org.newsgraph.article.ArticleReading;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Schema;
import org.newsgraph.ontology.SchemaReader;
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
      "Reads text (.txt, .md), web pages (.html), PDF (.pdf), JSON lines (.jsonl: an article a line)",
      "and saved feeds (.xml, .rss, .atom), each also as .gz; what has no ending is read as what it",
      "looks like. docs/inputs.md says more.",
      "",
      "The same input again changes nothing and is passed over quickly; a changed article replaces its",
      "own graph. Ctrl-C stops after the article at hand; the same command again goes on from there.",
      "",
      "Examples:",
      "  newsgraph build article.txt --loc graph",
      "  newsgraph build news/ --loc graph --published 2025-01-29",
      "  newsgraph build articles.jsonl.gz feed.xml --loc graph",
      "  newsgraph build 'saved pages/**/*.html' --loc graph",
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

  BuildCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    BuildOptions options = checked(() -> new BuildOptions(minConfidence, threads));
    ArticleIris iris = checked(() -> new ArticleIris(base));
    IriMinter minter = checked(() -> new IriMinter(base));
    ArticleInputs reader = new ArticleInputs(iris, Optional.ofNullable(published), session.in());
    Schema schema = SchemaReader.read();
    ArticlePipeline pipeline =
        new ArticlePipeline(
            session.extractors().apply(schema),
            new ArticleGraphWriter(schema, minter),
            minter,
            ShapeValidator.ofProjectShapes(schema));
    session.interruption().working();
    BuildLog log =
        BuildLog.of(location.directory(), base + " " + minConfidence.stripTrailingZeros());
    try (ArticleReading reading = reader.open(inputs);
        BuildConsole console = new BuildConsole(session, verbosity, reading)) {
      BuildReport report =
          new GraphBuild(pipeline, options, console)
              .run(
                  reading.results(),
                  location::openOrCreate,
                  log,
                  session.interruption()::requested);
      return console.summary(report);
    }
  }

  private static <T> T checked(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
