package org.newsgraph.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The product as processes of its own.
 *
 * @param command what starts it
 * @param environment what is set in its environment on top of this process's
 */
record Program(List<String> command, Map<String, String> environment) {

  private static final int PATIENCE_SECONDS = 24 * 3600;

  Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * How a run ended.
   *
   * @param status the exit status; above 128 where a signal ended it
   * @param seconds from start to end
   * @param cpuSeconds of all its threads; 0 where the system does not tell
   * @param megabytes the most memory that it held; 0 where the system does not tell
   */
  record Ended(
      int status, String out, String err, double seconds, double cpuSeconds, long megabytes) {

    /** The last line that it told, for a table. */
    String told() {
      return err.lines().reduce("", (before, line) -> line).replace("newsgraph: ", "");
    }
  }

  /** A run that is under way. */
  record Running(Process process, Path out, Path err, long startedNanos) {

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    double seconds() {
      return (System.nanoTime() - startedNanos) / 1e9;
    }

    /** Waits for the end, and kills what takes longer than some seconds. */
    Ended await(int patience) throws IOException, InterruptedException {
      long most = 0;
      double cpu = 0;
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        most = Math.max(most, megabytes());
        cpu = Math.max(cpu, cpuSeconds());
        if (seconds() > patience) {
          kill();
        }
      }
      double seconds = seconds();
      Ended ended =
          new Ended(
              process.exitValue(),
              Files.readString(out, StandardCharsets.UTF_8),
              Files.readString(err, StandardCharsets.UTF_8),
              seconds,
              cpu,
              most);
      Files.delete(out);
      Files.delete(err);
      return ended;
    }

    private double cpuSeconds() {
      return process.info().totalCpuDuration().map(spent -> spent.toMillis() / 1e3).orElse(0.0);
    }

    private long megabytes() {
      try {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
            .findFirst()
            .orElse(0);
      } catch (IOException e) {
        return 0;
      }
    }
  }

  /** The product as its users start it. */
  static Program launcher() {
    return new Program(List.of("./newsgraph"), Map.of("LC_ALL", "C.UTF-8"));
  }

  /**
   * The product with the stand-in extractor.
   *
   * @param options of Java
   */
  static Program standIn(String... options) {
    return java("org.newsgraph.cli.StandInMain", options);
  }

  /** A class of this class path in a process of its own. */
  static Program java(String main, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return new Program(command, Map.of("LC_ALL", "C.UTF-8"));
  }

  Program with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Program(command, more);
  }

  Running start(String... args) throws IOException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(args));
    Path out = Files.createTempFile("newsgraph", ".out");
    Path err = Files.createTempFile("newsgraph", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return new Running(builder.start(), out, err, System.nanoTime());
  }

  Ended run(String... args) throws IOException, InterruptedException {
    return start(args).await(PATIENCE_SECONDS);
  }

  /**
   * Invented news.
   *
   * @return their directory, made unless it is there
   */
  static Path news(int count) throws IOException, InterruptedException {
    Path directory = Path.of("target", "bench", "news-" + count);
    Path generator = Path.of("bench", "GenerateNews.java");
    Path made = directory.resolveSibling("news-" + count + ".made");
    String source = Files.readString(generator);
    if (!Files.exists(made) || !Files.readString(made).equals(source)) {
      delete(directory);
      Ended ended =
          new Program(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      generator.toString()),
                  Map.of())
              .run(Integer.toString(count), directory.toString());
      if (ended.status() != 0) {
        throw new IOException(ended.err());
      }
      Files.writeString(made, source);
    }
    return directory;
  }

  /** Deletes a directory and all in it. */
  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
