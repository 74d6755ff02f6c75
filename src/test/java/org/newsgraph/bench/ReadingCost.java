package org.newsgraph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleInputs;
import org.newsgraph.article.ArticleIris;
import org.newsgraph.article.ArticleReading;
import org.newsgraph.article.ReadResult;
import org.newsgraph.bench.Program.Ended;
import org.newsgraph.extract.Extractor;
import org.newsgraph.extract.StagedExtractor;
import org.newsgraph.ontology.SchemaReader;
import org.newsgraph.rdf.IriMinter;

/**
 * Measures what reading costs: {@code bench/reading [ARTICLES]}. Prints a Markdown table: sentences
 * that one processor reads a second, with one thread and with two, and what a build of one article
 * takes.
 */
public final class ReadingCost {

  private ReadingCost() {}

  public static void main(String... args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    List<Article> articles = articles(Program.news(count));
    // Every invented sentence ends in a full stop, and nothing else does.
    long sentences =
        articles.stream().mapToLong(a -> a.text().chars().filter(c -> c == '.').count()).sum();
    Extractor extractor = new StagedExtractor(SchemaReader.read());
    read(extractor, articles.subList(0, Math.min(articles.size(), count / 3)), 1);
    System.out.println("| reading | |");
    System.out.println("|---|---:|");
    for (int threads : new int[] {1, 2}) {
      double before = cpu();
      long started = System.nanoTime();
      read(extractor, articles, threads);
      double seconds = (System.nanoTime() - started) / 1e9;
      row(
          "sentences a CPU second, %d thread%s".formatted(threads, threads == 1 ? "" : "s"),
          sentences / (cpu() - before));
      row(
          "sentences a second, %d thread%s".formatted(threads, threads == 1 ? "" : "s"),
          sentences / seconds);
    }
    Path one = Program.news(1);
    Path dataset = Path.of("target", "bench", "one");
    Program.delete(dataset);
    Ended build = Program.launcher().run("build", one.toString(), "--loc", dataset.toString());
    if (build.status() != 0) {
      throw new IOException(build.err());
    }
    row("CPU seconds of a build of one article", build.cpuSeconds());
    row("seconds of it", build.seconds());
    row("most memory of it, MB", build.megabytes());
  }

  private static List<Article> articles(Path news) {
    List<Article> articles = new ArrayList<>();
    try (ArticleReading reading =
            new ArticleInputs(new ArticleIris(IriMinter.DEFAULT_BASE), Optional.empty(), System.in)
                .open(List.of(news.toString()));
        Stream<ReadResult> results = reading.results()) {
      results.forEachOrdered(
          result -> {
            if (result instanceof ReadResult.Read(Article article)) {
              articles.add(article);
            }
          });
    }
    return articles;
  }

  private static void read(Extractor extractor, List<Article> articles, int threads)
      throws InterruptedException, ExecutionException {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> facts = new ArrayList<>();
      for (Article article : articles) {
        facts.add(workers.submit(() -> extractor.extract(article).facts().size()));
      }
      for (Future<Integer> one : facts) {
        one.get();
      }
    }
  }

  /** CPU seconds of this process, the threads of native code among them. */
  private static double cpu() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(spent -> spent.toMillis() / 1e3)
        .orElse(Double.NaN);
  }

  private static void row(String what, double value) {
    System.out.printf(Locale.ROOT, "| %s | %.1f |%n", what, value);
  }
}
