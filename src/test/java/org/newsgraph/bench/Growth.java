package org.newsgraph.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.newsgraph.bench.Program.Ended;
import org.newsgraph.cli.Main;

/**
 * Measures how cost grows with the number of articles: {@code bench/growth [--store-only] [--heap
 * SIZE] [COUNT...]}. Prints a Markdown table and draws {@code bench/growth.svg}, or {@code
 * bench/growth-store.svg} of the store alone.
 */
public final class Growth {

  private static final Pattern FACTS = Pattern.compile("(\\d+) facts, (\\d+) events");
  private static final String NAME = "Nadia Norberg";

  /**
   * A build of so many articles.
   *
   * @param facts facts and events
   * @param bytes of the disk that the dataset takes
   * @param queries seconds, by what was asked
   */
  private record Point(
      int articles, Ended build, long facts, long bytes, Map<String, Double> queries) {

    double articlesPerSecond() {
      return articles / build.seconds();
    }

    double bytesPerFact() {
      return (double) bytes / facts;
    }
  }

  private Growth() {}

  public static void main(String... args) throws IOException, InterruptedException {
    boolean storeOnly = false;
    String heap = "";
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--store-only")) {
        storeOnly = true;
      } else if (args[i].equals("--heap") && i + 1 < args.length) {
        heap = args[++i];
      } else if (args[i].matches("\\d{1,7}")) {
        counts.add(Integer.parseInt(args[i]));
      } else {
        System.err.println("usage: bench/growth [--store-only] [--heap SIZE] [COUNT...]");
        System.exit(2);
      }
    }
    if (counts.isEmpty()) {
      counts.addAll(List.of(1000, 10_000, 100_000));
    }
    // Models or not, the same options as the launcher's.
    String[] options =
        heap.isEmpty() ? new String[] {"-Xshare:auto"} : new String[] {"-Xmx" + heap};
    Program program =
        Program.java(
            storeOnly ? "org.newsgraph.cli.StandInMain" : "org.newsgraph.cli.Main", options);
    List<Point> points = new ArrayList<>();
    for (int count : counts) {
      points.add(measure(program, count, Path.of("target", "bench", "growth")));
    }
    print(points);
    draw(
        points,
        Path.of("bench", storeOnly ? "growth-store" : "growth"),
        storeOnly ? "Store alone" : "Whole build");
  }

  private static Point measure(Program program, int count, Path dataset)
      throws IOException, InterruptedException {
    Path news = Program.news(count);
    Program.delete(dataset);
    Ended build = program.run("build", news.toString(), "--loc", dataset.toString());
    Matcher summary = FACTS.matcher(build.told());
    if (build.status() != 0 || !summary.find()) {
      throw new IOException("the build of " + count + " failed: " + build.err());
    }
    System.err.printf(
        Locale.ROOT, "%d articles: %.0f s, %s%n", count, build.seconds(), build.told());
    return new Point(
        count,
        build,
        Long.parseLong(summary.group(1)) + Long.parseLong(summary.group(2)),
        diskBytes(dataset),
        queries(dataset));
  }

  /** What {@code du} says: TDB2's files have holes. */
  private static long diskBytes(Path directory) throws IOException, InterruptedException {
    Ended du = new Program(List.of("du"), Map.of()).run("-sk", directory.toString());
    return Long.parseLong(du.out().split("\\s", 2)[0]) << 10;
  }

  private static Map<String, Double> queries(Path dataset) throws IOException {
    Map<String, Double> seconds = new TreeMap<>();
    List<String> names;
    try (Stream<Path> files = Files.list(Path.of("ontology", "queries"))) {
      names = files.map(file -> file.getFileName().toString().replace(".rq", "")).sorted().toList();
    }
    ask(dataset, "query", "ASK {}");
    seconds.put("ASK", ask(dataset, "query", "ASK { ?s ?p ?o }"));
    seconds.put("explain", ask(dataset, "explain", NAME));
    for (String name : names) {
      List<String> query = new ArrayList<>(List.of("query", "--results", "csv", "--named", name));
      if (name.equals("about")) {
        query.addAll(List.of("--param", "name=" + NAME));
      }
      seconds.put(name, ask(dataset, query.toArray(String[]::new)));
      System.err.printf(Locale.ROOT, "%s %.2f s%n", name, seconds.get(name));
    }
    return seconds;
  }

  /** Seconds within a process that runs, the dataset opened and closed. */
  private static double ask(Path dataset, String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--loc", dataset.toString()));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    long started = System.nanoTime();
    int status =
        Main.run(
            InputStream.nullInputStream(),
            new PrintStream(
                ByteArrayOutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            all.toArray(String[]::new));
    double seconds = (System.nanoTime() - started) / 1e9;
    if (status != 0) {
      throw new IOException(all + ": " + err.toString(StandardCharsets.UTF_8));
    }
    return seconds;
  }

  private static void print(List<Point> points) {
    row("articles", points, "%,d", point -> point.articles());
    System.out.println("|---|" + "---:|".repeat(points.size()));
    row("articles a second", points, "%.1f", Point::articlesPerSecond);
    row(
        "CPU milliseconds an article",
        points,
        "%.1f",
        point -> 1000 * point.build().cpuSeconds() / point.articles());
    row("most memory, MB", points, "%,d", point -> point.build().megabytes());
    row("facts and events", points, "%,d", Point::facts);
    row("dataset, MB", points, "%,d", point -> point.bytes() >> 20);
    row("bytes a fact", points, "%.0f", Point::bytesPerFact);
    for (String query : points.getFirst().queries().keySet()) {
      row(
          (query.equals("ASK") || query.equals("explain") ? query : "`" + query + "`")
              + ", seconds",
          points,
          "%.2f",
          point -> point.queries().getOrDefault(query, 0.0));
    }
  }

  private interface Figure {
    Object of(Point point);
  }

  private static void row(String what, List<Point> points, String format, Figure figure) {
    StringBuilder row = new StringBuilder("| " + what + " |");
    for (Point point : points) {
      row.append(' ').append(String.format(Locale.ROOT, format, figure.of(point))).append(" |");
    }
    System.out.println(row);
  }

  private static void draw(List<Point> points, Path file, String title) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(420)
            .title(title)
            .xAxisTitle("articles")
            .yAxisTitle("")
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    double[] articles = points.stream().mapToDouble(Point::articles).toArray();
    chart.addSeries(
        "CPU ms an article",
        articles,
        points.stream()
            .mapToDouble(p -> Math.max(0.1, 1000 * p.build().cpuSeconds() / p.articles()))
            .toArray());
    chart.addSeries(
        "most memory, MB",
        articles,
        points.stream().mapToDouble(p -> Math.max(1, p.build().megabytes())).toArray());
    chart.addSeries(
        "bytes a fact", articles, points.stream().mapToDouble(Point::bytesPerFact).toArray());
    VectorGraphicsEncoder.saveVectorGraphic(
        chart, file.toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
  }
}
