package org.newsgraph.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.newsgraph.article.Article;
import org.newsgraph.evaluate.CoreGold;
import org.newsgraph.evaluate.FireGold;
import org.newsgraph.evaluate.GoldFormat;
import org.newsgraph.evaluate.GoldSet;
import org.newsgraph.evaluate.GumGold;
import org.newsgraph.evaluate.KnowledgeNetGold;
import org.newsgraph.evaluate.NewsGold;
import org.newsgraph.evaluate.Part;
import org.newsgraph.evaluate.Report;
import org.newsgraph.evaluate.ReportWriter;
import org.newsgraph.export.WholeFile;
import org.newsgraph.extract.ReadArticle;
import org.newsgraph.extract.Sources;
import org.newsgraph.extract.StagedExtractor;
import org.newsgraph.fact.Schema;
import org.newsgraph.ontology.SchemaReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsgraph evaluate}. */
@Command(
    name = "evaluate",
    description = "Tells how often the extractor is right, by a file that people have annotated.",
    footer = {
      "",
      "Formats: knowledgenet, core, fire (the public sets of these names), gum (CoNLL-U with",
      "Entity=) and newsgraph (training/corpus/README.md). docs/evaluate.md says what is measured.",
      "",
      "Examples:",
      "  newsgraph evaluate --format newsgraph --gold training/corpus --part development",
      "  newsgraph evaluate --format newsgraph --gold my.txt --mistakes mistakes.tsv",
      "  newsgraph evaluate --format knowledgenet --gold train.jsonl --fold 3 --predictions"
          + " out.jsonl",
      "  newsgraph evaluate --format gum --gold gum/dev --json"
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Session session;
  private final BiFunction<Schema, Sources, StagedExtractor> extractors;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Option(
      names = "--format",
      paramLabel = "F",
      required = true,
      description = "Format of the gold file: knowledgenet, core, fire, newsgraph or gum.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private GoldFormat format;

  @Option(
      names = "--gold",
      paramLabel = "FILE",
      required = true,
      description = "The annotated file, or a folder of them.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path gold;

  @Option(
      names = "--predictions",
      paramLabel = "OUT",
      description = "Write the predictions there in the gold's own format (not newsgraph, gum).")
  private @Nullable Path predictions;

  @Option(
      names = "--mistakes",
      paramLabel = "OUT",
      description = "Write each wrong and each missing fact there, as TSV (newsgraph only).")
  private @Nullable Path mistakes;

  @Option(names = "--fold", paramLabel = "N", description = "Only that fold (knowledgenet only).")
  private @Nullable Integer fold;

  @Option(
      names = "--part",
      paramLabel = "P",
      description =
          "Only that part: train, development or test (newsgraph), train or development (core,"
              + " fire).")
  private @Nullable Part part;

  @Option(
      names = "--sources",
      paramLabel = "S",
      defaultValue = "both",
      description =
          "What the extractor listens to: patterns, model or both; by default ${DEFAULT-VALUE}.")
  private Sources sources = Sources.BOTH;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  EvaluateCommand(Session session, BiFunction<Schema, Sources, StagedExtractor> extractors) {
    this.session = session;
    this.extractors = extractors;
  }

  @Override
  public Integer call() throws IOException {
    only(fold != null, "--fold", GoldFormat.KNOWLEDGENET);
    only(part != null, "--part", GoldFormat.NEWSGRAPH, GoldFormat.CORE, GoldFormat.FIRE);
    only(mistakes != null, "--mistakes", GoldFormat.NEWSGRAPH);
    only(
        predictions != null,
        "--predictions",
        GoldFormat.KNOWLEDGENET,
        GoldFormat.CORE,
        GoldFormat.FIRE);
    Schema schema = SchemaReader.read();
    GoldSet set = read(schema);
    List<ReadArticle> readings = readings(schema, set);
    write(predictions, () -> set.predictions(readings));
    write(mistakes, () -> set.mistakes(readings));
    Report report = set.score(readings);
    ReportWriter writer = new ReportWriter(session.out());
    if (json) {
      writer.json(report);
    } else {
      writer.text(report);
    }
    return ExitStatus.DONE;
  }

  private void only(boolean given, String option, GoldFormat... formats) {
    if (given && !List.of(formats).contains(format)) {
      String known =
          String.join(
              ", ", List.of(formats).stream().map(f -> f.name().toLowerCase(Locale.ROOT)).toList());
      throw new UsageException(option + " goes with --format " + known + " alone; leave it out");
    }
  }

  private GoldSet read(Schema schema) {
    return switch (format) {
      case KNOWLEDGENET ->
          KnowledgeNetGold.read(gold, fold == null ? OptionalInt.empty() : OptionalInt.of(fold));
      case CORE -> CoreGold.read(gold, Optional.ofNullable(part));
      case FIRE -> FireGold.read(gold, Optional.ofNullable(part));
      case NEWSGRAPH -> NewsGold.read(gold, Optional.ofNullable(part), schema);
      case GUM -> GumGold.read(gold, schema);
    };
  }

  /** Reads the articles, several at a time, and keeps their order. */
  private List<ReadArticle> readings(Schema schema, GoldSet set) {
    try (StagedExtractor extractor = extractors.apply(schema, sources)) {
      if (!verbosity.progress() || !session.drawsProgress()) {
        return readings(extractor, set, () -> {});
      }
      try (ProgressBar bar = bar(set.articles().size())) {
        return readings(extractor, set, bar::step);
      }
    }
  }

  private static List<ReadArticle> readings(
      StagedExtractor extractor, GoldSet set, Runnable afterEach) {
    List<Article> articles = set.articles();
    return IntStream.range(0, articles.size())
        .parallel()
        .mapToObj(
            i -> {
              ReadArticle reading = extractor.read(articles.get(i), set.marking(i));
              afterEach.run();
              return reading;
            })
        .toList();
  }

  private ProgressBar bar(int articles) {
    return new ProgressBarBuilder()
        .setTaskName("reading")
        .setInitialMax(articles)
        .setConsumer(new ConsoleProgressBarConsumer(session.err()))
        .build();
  }

  private static void write(@Nullable Path file, Supplier<Optional<String>> content)
      throws IOException {
    if (file != null) {
      String text = content.get().orElse("");
      WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
