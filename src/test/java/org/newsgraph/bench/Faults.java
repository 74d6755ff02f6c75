package org.newsgraph.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.newsgraph.bench.Program.Ended;
import org.newsgraph.bench.Program.Running;

/**
 * Tries to break a build: {@code bench/faults [--models] [--articles N] [--kills N] [--seed N]
 * [--case WORD]}. Prints a table; the exit status is 1 if the product failed any case.
 */
public final class Faults {

  private static final int PATIENCE = 600;

  /** What came of a case. */
  private enum Verdict {
    PASSED,
    FAILED,
    NOT_RUN
  }

  private record Result(Verdict verdict, String told) {
    static Result of(List<String> faults, String done) {
      return faults.isEmpty()
          ? new Result(Verdict.PASSED, done)
          : new Result(
              Verdict.FAILED, faults.size() + " faults: " + String.join("; ", first(faults)));
    }

    private static List<String> first(List<String> faults) {
      return faults.subList(0, Math.min(3, faults.size()));
    }
  }

  /** Something that is done to a build. */
  private interface Attempt {
    Result make() throws IOException, InterruptedException;
  }

  private record Case(String name, String expected, Attempt attempt) {}

  /** When a process is killed. */
  private enum Moment {
    STARTING,
    CREATING,
    ANY,
    COMMITTING,
    NOTING,
    COMPACTING
  }

  private final Program program;
  private final Path news;
  private final Path scratch;
  private final int kills;
  private final Random random;
  private final Reference reference;
  private final double wholeBuild;

  private Faults(Program program, Path news, Path scratch, int kills, long seed)
      throws IOException, InterruptedException {
    this.program = program;
    this.news = news;
    this.scratch = scratch;
    this.kills = kills;
    this.random = new Random(seed);
    Path whole = fresh("reference");
    Ended built = build(program, whole);
    if (built.status() != 0) {
      throw new IOException("the build without faults failed: " + built.err());
    }
    this.wholeBuild = built.seconds();
    this.reference = Reference.of(program, whole, scratch);
    System.err.printf(Locale.ROOT, "without faults: %s%n", built.told());
  }

  public static void main(String... args) throws IOException, InterruptedException {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--models")) {
        options.put(args[i], "");
      } else if (List.of("--articles", "--kills", "--seed", "--case").contains(args[i])
          && i + 1 < args.length) {
        options.put(args[i], args[++i]);
      } else {
        System.err.println(
            "usage: bench/faults [--models] [--articles N] [--kills N] [--seed N] [--case WORD]");
        System.exit(2);
      }
    }
    Path news = Program.news(Integer.parseInt(options.getOrDefault("--articles", "1000")));
    Path scratch = Files.createDirectories(Path.of("target", "bench", "faults"));
    Faults faults =
        new Faults(
            options.containsKey("--models") ? Program.launcher() : Program.standIn(),
            news,
            scratch,
            Integer.parseInt(options.getOrDefault("--kills", "100")),
            Long.parseLong(options.getOrDefault("--seed", "1")));
    System.exit(faults.run(options.getOrDefault("--case", "")) ? 0 : 1);
  }

  private boolean run(String wanted) throws IOException, InterruptedException {
    List<Case> cases =
        List.of(
            new Case(
                "kill -9 in a build, " + kills + " times",
                "all reported as stored is whole, the dataset is writable, a rerun completes to the"
                    + " same export",
                this::kills),
            new Case(
                "kill -9 in compact, 20 times", "every article is whole", this::killsInCompact),
            new Case(
                "Ctrl-C in a build, 10 times",
                "exit 130, all reported as stored is whole, a rerun completes",
                this::interrupts),
            new Case(
                "full disk in a build",
                "exit 1, one line, all reported as stored is whole; with room again a rerun"
                    + " completes",
                this::fullDisk),
            new Case(
                "full disk in compact",
                "exit 1, one line, the dataset as it was",
                this::fullDiskInCompact),
            new Case(
                "full disk in export and backup",
                "exit 1, one line, no file in part",
                this::fullDiskInExport),
            new Case("read-only directory", "exit 1, one line", this::readOnly),
            new Case(
                "a second writer",
                "exit 5, one line naming the first, which completes",
                this::secondWriter),
            new Case(
                "a damaged file of the dataset",
                "exit 1 and one line, or the same export; a rerun says so or mends it",
                this::damage),
            new Case(
                "clock and time zone", "the same export, and a rerun passes over all", this::clock),
            new Case("1, 2, 3 and 7 threads", "the same export", this::threads));
    System.out.println("| case | expected | result | verdict |");
    System.out.println("|---|---|---|---|");
    boolean good = true;
    for (Case one : cases) {
      if (!one.name().contains(wanted)) {
        continue;
      }
      Result result = one.attempt().make();
      good &= result.verdict() != Verdict.FAILED;
      System.out.printf(
          "| %s | %s | %s | %s |%n",
          one.name(),
          one.expected(),
          result.told().replace('|', '/'),
          result.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return good;
  }

  private Path fresh(String name) throws IOException {
    Path dataset = scratch.resolve(name);
    Program.delete(dataset);
    return dataset;
  }

  private String[] building(Path dataset, String... more) {
    return Stream.concat(
            Stream.of("build", news.toString(), "--loc", dataset.toString(), "--no-progress"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private Ended build(Program by, Path dataset, String... more)
      throws IOException, InterruptedException {
    return by.start(building(dataset, more)).await(PATIENCE);
  }

  /** Builds to the end and compares with the build without faults. */
  private void complete(Path dataset, String after, List<String> faults)
      throws IOException, InterruptedException {
    Ended ended = build(program, dataset);
    if (ended.status() != 0) {
      faults.add(after + ": the rerun ended with " + ended.status() + ": " + ended.told());
    } else if (!Arrays.equals(Reference.export(program, dataset, scratch), reference.export())) {
      faults.add(after + ": the rerun completed to another export");
    }
  }

  private void look(Path dataset, String after, List<String> faults) throws IOException {
    reference.fault(dataset).ifPresent(fault -> faults.add(after + ": " + fault));
  }

  private static void clearFailure(Ended ended, int status, String what, List<String> faults) {
    if (ended.status() != status) {
      faults.add(what + ": exit " + ended.status() + ", " + ended.told());
    }
    if (ended.err().lines().anyMatch(line -> line.startsWith("\tat "))
        || ended.err().contains("unexpected failure")
        || ended.err().lines().count() > 3
        || (status != 0 && ended.err().isBlank())) {
      faults.add(what + ": unclear: " + ended.err().lines().limit(2).toList());
    }
  }

  // Kills

  private Result kills() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Map<Moment, Integer> met = new java.util.EnumMap<>(Moment.class);
    Path dataset = fresh("killed");
    int completed = 0;
    for (int done = 0; done < kills; ) {
      Moment wanted = Moment.values()[done % Moment.values().length];
      if (wanted == Moment.CREATING || wanted == Moment.STARTING && random.nextInt(3) == 0) {
        dataset = fresh("killed");
      }
      Running build = program.start(building(dataset));
      waitFor(wanted, build, dataset);
      if (!build.process().isAlive()) {
        // It was done before the moment came.
        Ended ended = build.await(1);
        if (ended.status() != 0) {
          faults.add("a build ended with " + ended.status() + ": " + ended.told());
        }
        completed++;
        complete(dataset, "completed", faults);
        dataset = fresh("killed");
        if (wanted == Moment.COMPACTING) {
          // Not every build compacts; the case of compact itself sees to it.
          done++;
        }
        continue;
      }
      build.kill();
      met.merge(moment(dataset, wanted), 1, Integer::sum);
      look(dataset, "kill " + done + " (" + wanted + ")", faults);
      done++;
      if (faults.size() > 3) {
        break;
      }
    }
    complete(dataset, "after the last kill", faults);
    return Result.of(
        faults,
        "killed in %s; completed %d times between"
            .formatted(met.toString().toLowerCase(Locale.ROOT), completed + 1));
  }

  /** Where the build was, as far as its files tell. */
  private static Moment moment(Path dataset, Moment wanted) {
    if (compacts(dataset)) {
      return Moment.COMPACTING;
    }
    return size(journal(dataset)) > 0 ? Moment.COMMITTING : wanted;
  }

  private void waitFor(Moment moment, Running build, Path dataset)
      throws IOException, InterruptedException {
    switch (moment) {
      case STARTING -> sleep(random.nextInt(1000));
      case ANY -> sleep(random.nextInt((int) (1000 * wholeBuild)));
      case CREATING -> {
        until(build, () -> Files.exists(dataset.resolve("Data-0001")));
        sleep(random.nextInt(60));
      }
      case COMMITTING -> {
        int commits = 1 + random.nextInt(3);
        for (int i = 0; i < commits; i++) {
          until(build, () -> size(journal(dataset)) == 0);
          until(build, () -> size(journal(dataset)) > 0);
        }
        Thread.sleep(0, random.nextInt(999_999));
        sleep(random.nextInt(10));
      }
      case NOTING -> {
        int notes = 1 + random.nextInt(3);
        for (int i = 0; i < notes; i++) {
          long before = size(dataset.resolve("newsgraph-built.tsv"));
          until(build, () -> size(dataset.resolve("newsgraph-built.tsv")) != before);
        }
      }
      case COMPACTING -> {
        until(build, () -> compacts(dataset));
        sleep(random.nextInt(800));
      }
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void until(Running build, Condition condition) throws InterruptedException {
    while (build.process().isAlive() && !condition.holds()) {
      Thread.sleep(0, 200_000);
    }
  }

  private static void sleep(int millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  private static Path journal(Path dataset) {
    return newest(dataset).resolve("journal.jrnl");
  }

  private static Path newest(Path dataset) {
    return generations(dataset).stream()
        .filter(path -> !path.toString().endsWith("-tmp"))
        .max(Path::compareTo)
        .orElse(dataset.resolve("Data-0001"));
  }

  private static List<Path> generations(Path dataset) {
    try (Stream<Path> entries = Files.list(dataset)) {
      return entries.filter(path -> path.getFileName().toString().startsWith("Data-")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Two generations of files are there only while one is copied into the other. */
  private static boolean compacts(Path dataset) {
    return generations(dataset).size() > 1;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private Result killsInCompact() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Path dataset = fresh("compacted");
    complete(dataset, "built", faults);
    Ended whole = program.run("compact", "--loc", dataset.toString());
    int copying = 0;
    for (int i = 0; i < 20 && faults.isEmpty(); i++) {
      Running compact = program.start("compact", "--loc", dataset.toString());
      if (i % 2 == 0) {
        until(compact, () -> compacts(dataset));
        sleep(random.nextInt(500));
      } else {
        sleep(random.nextInt((int) (1000 * whole.seconds()) + 1));
      }
      compact.kill();
      copying += compacts(dataset) ? 1 : 0;
      look(dataset, "kill " + i, faults);
    }
    complete(dataset, "after the last kill", faults);
    Ended last = program.run("compact", "--loc", dataset.toString());
    clearFailure(last, 0, "the last compact", faults);
    if (generations(dataset).size() != 1) {
      faults.add("files of broken off copies are left: " + generations(dataset));
    }
    return Result.of(faults, copying + " of 20 killed while copying");
  }

  private Result interrupts() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Path dataset = fresh("interrupted");
    int stopped = 0;
    for (int i = 0; i < 10; i++) {
      Running build = program.start(building(dataset));
      sleep(300 + random.nextInt((int) (1000 * wholeBuild / 3)));
      build.interrupt();
      double asked = build.seconds();
      Ended ended = build.await(PATIENCE);
      if (ended.status() == 0) {
        dataset = fresh("interrupted");
        continue;
      }
      stopped++;
      if (ended.status() != 130) {
        faults.add("exit " + ended.status() + ": " + ended.told());
      }
      if (ended.seconds() - asked > 7) {
        faults.add("took %.0f seconds to stop".formatted(ended.seconds() - asked));
      }
      look(dataset, "interrupt " + i, faults);
    }
    complete(dataset, "after the last", faults);
    return Result.of(faults, stopped + " stopped under way");
  }

  // Disks

  /** A file system of its own, of so many megabytes; empty where it cannot be had. */
  private Optional<Path> disk(int megabytes) throws IOException, InterruptedException {
    Path at = Files.createDirectories(scratch.resolve("disk"));
    unmount();
    return command("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", at.toString())
        ? Optional.of(at)
        : Optional.empty();
  }

  private boolean remount(String options) throws IOException, InterruptedException {
    return command("mount", "-o", "remount," + options, scratch.resolve("disk").toString());
  }

  private void unmount() throws IOException, InterruptedException {
    command("umount", scratch.resolve("disk").toString());
  }

  private static boolean command(String... words) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Result noDisk() {
    return new Result(Verdict.NOT_RUN, "mounting a small file system takes root");
  }

  private Result fullDisk() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    List<String> told = new ArrayList<>();
    int full = 0;
    int[] sizes = {1, 3, 6, 12, 24, 36, 48, 60, 72, 84};
    for (int size : sizes) {
      Optional<Path> disk = disk(size);
      if (disk.isEmpty()) {
        return noDisk();
      }
      Path dataset = disk.get().resolve("dataset");
      Ended ended = build(program, dataset);
      String at = size + " MB";
      if (ended.status() != 0) {
        full++;
        clearFailure(ended, 1, at, faults);
        told.add(ended.told());
      }
      remount("size=2g");
      look(dataset, at, faults);
      complete(dataset, at, faults);
      unmount();
    }
    return Result.of(
        faults,
        "full at %d of %d sizes%s"
            .formatted(full, sizes.length, told.isEmpty() ? "" : ": " + told.getLast()));
  }

  private Result fullDiskInCompact() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Optional<Path> disk = disk(2000);
    if (disk.isEmpty()) {
      return noDisk();
    }
    Path dataset = disk.get().resolve("dataset");
    complete(dataset, "built", faults);
    long used = used(disk.get());
    String told = "";
    for (int room : new int[] {1, 8, 20}) {
      remount("size=" + (used + room) + "m");
      Ended ended = program.run("compact", "--loc", dataset.toString());
      clearFailure(ended, 1, room + " MB left", faults);
      told = ended.told();
      look(dataset, room + " MB left", faults);
    }
    remount("size=2g");
    clearFailure(program.run("compact", "--loc", dataset.toString()), 0, "room again", faults);
    complete(dataset, "room again", faults);
    if (generations(dataset).size() != 1) {
      faults.add("files of broken off copies are left: " + generations(dataset));
    }
    unmount();
    return Result.of(faults, told);
  }

  /** Whole megabytes that a file system's files take. */
  private static long used(Path disk) throws IOException {
    var store = Files.getFileStore(disk);
    return (store.getTotalSpace() - store.getUnallocatedSpace() >> 20) + 1;
  }

  private Result fullDiskInExport() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Path dataset = fresh("exported");
    complete(dataset, "built", faults);
    Optional<Path> disk = disk(1);
    if (disk.isEmpty()) {
      return noDisk();
    }
    String told = "";
    for (String command : List.of("export", "backup")) {
      Path file = disk.get().resolve(command.equals("export") ? "all.ttl" : "all.backup");
      Ended ended =
          command.equals("export")
              ? program.run("export", "--loc", dataset.toString(), "-o", file.toString())
              : program.run("backup", "--output", file.toString(), "--loc", dataset.toString());
      if (ended.status() == 0 && command.equals("backup")) {
        continue;
      }
      clearFailure(ended, 1, command, faults);
      told = ended.told();
      try (Stream<Path> left = Files.list(disk.get())) {
        left.forEach(path -> faults.add(command + " left " + path.getFileName()));
      }
    }
    unmount();
    look(dataset, "afterwards", faults);
    return Result.of(faults, told);
  }

  private Result readOnly() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Optional<Path> disk = disk(2000);
    if (disk.isEmpty()) {
      return noDisk();
    }
    Path dataset = disk.get().resolve("dataset");
    complete(dataset, "built", faults);
    remount("ro");
    Ended again = build(program, dataset);
    clearFailure(again, 1, "build into a dataset", faults);
    clearFailure(build(program, disk.get().resolve("new")), 1, "build anew", faults);
    clearFailure(program.run("query", "ASK {}", "--loc", dataset.toString()), 1, "query", faults);
    Path file = disk.get().resolve("all.ttl");
    clearFailure(
        program.run(
            "export", "--loc", scratch.resolve("reference").toString(), "-o", file.toString()),
        1,
        "export into it",
        faults);
    remount("rw");
    look(dataset, "writable again", faults);
    unmount();
    return Result.of(faults, again.told());
  }

  // Others

  private Result secondWriter() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Path dataset = fresh("shared");
    Running first = program.start(building(dataset));
    until(first, () -> size(dataset.resolve("newsgraph-built.tsv")) > 0);
    Ended second = build(program, dataset);
    if (!first.process().isAlive()) {
      return new Result(Verdict.FAILED, "the first was done too soon to tell");
    }
    clearFailure(second, 5, "the second", faults);
    if (!second.err().contains("process " + first.process().pid())) {
      faults.add("the first is not named: " + second.told());
    }
    Ended ended = first.await(PATIENCE);
    clearFailure(ended, 0, "the first", faults);
    complete(dataset, "afterwards", faults);
    return Result.of(faults, second.told());
  }

  /** What is done to a file. */
  private enum Damage {
    HALF,
    ZEROS,
    NOISE,
    GONE
  }

  private Result damage() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Path whole = fresh("sound");
    complete(whole, "built", faults);
    clearFailure(program.run("compact", "--loc", whole.toString()), 0, "compact", faults);
    List<Path> files;
    try (Stream<Path> all = Files.walk(whole)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> size(file) > 0)
              .map(whole::relativize)
              .sorted()
              .toList();
    }
    int told = 0;
    int harmless = 0;
    int mended = 0;
    String last = "";
    Path dataset = scratch.resolve("damaged");
    for (Path file : files) {
      for (Damage damage : Damage.values()) {
        Program.delete(dataset);
        copy(whole, dataset);
        damage(dataset.resolve(file), damage);
        String what = file + " " + damage.name().toLowerCase(Locale.ROOT);
        Path out = scratch.resolve("damaged.trig");
        Ended export =
            program.start("export", "--loc", dataset.toString(), "-o", out.toString()).await(60);
        if (export.status() == 0) {
          harmless++;
          if (!Arrays.equals(Files.readAllBytes(out), reference.export())) {
            faults.add(what + ": export gives something else and does not say so");
          }
        } else {
          told++;
          last = export.told();
          clearFailure(export, 1, what + ", export", faults);
        }
        Files.deleteIfExists(out);
        Ended again = build(program, dataset);
        if (again.status() == 0) {
          Ended after =
              program.start("export", "--loc", dataset.toString(), "-o", out.toString()).await(60);
          if (after.status() == 0 && !Arrays.equals(Files.readAllBytes(out), reference.export())) {
            faults.add(what + ": a rerun completes to another export");
          } else if (after.status() == 0 && export.status() != 0) {
            mended++;
          }
          Files.deleteIfExists(out);
        } else {
          clearFailure(again, 1, what + ", rerun", faults);
        }
      }
    }
    return Result.of(
        faults,
        "%d told of, %d harmless, %d mended by a rerun; %s"
            .formatted(told, harmless, mended, last.replace(dataset.toString(), "DIR")));
  }

  private void damage(Path file, Damage damage) throws IOException {
    if (damage == Damage.GONE) {
      Files.delete(file);
      return;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      // Where mapped files are in use is their beginning.
      long used = Math.min(bytes.length(), 1 << 20);
      switch (damage) {
        case HALF -> bytes.setLength(bytes.length() / 2);
        case ZEROS -> overwrite(bytes, used, new byte[(int) Math.max(1, used / 2)]);
        default -> {
          byte[] noise = new byte[(int) Math.max(1, Math.min(4096, used / 2))];
          random.nextBytes(noise);
          overwrite(bytes, used, noise);
        }
      }
    }
  }

  private static void overwrite(RandomAccessFile bytes, long used, byte[] with) throws IOException {
    bytes.seek(used / 4);
    bytes.write(with, 0, (int) Math.min(with.length, bytes.length() - used / 4));
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    // Keeps holes, which Java's own copy fills.
    if (!command("cp", "-R", from.toString(), to.toString())) {
      throw new IOException("cannot copy " + from);
    }
  }

  private Result clock() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Path copy = scratch.resolve("dated-news");
    Program.delete(copy);
    copy(news, copy);
    Path dataset = fresh("dated");
    FileTime[] times = {FileTime.fromMillis(86_400_000L), FileTime.fromMillis(3_800_000_000_000L)};
    String[] zones = {"Pacific/Kiritimati", "Pacific/Pago_Pago"};
    for (int i = 0; i < times.length; i++) {
      date(copy, times[i]);
      Program there = program.with("TZ", zones[i]);
      Ended ended = there.run("build", copy.toString(), "--loc", dataset.toString());
      clearFailure(ended, 0, zones[i], faults);
      if (i > 0 && !ended.err().contains(" 0 stored, ")) {
        faults.add("stored again: " + ended.told());
      }
      if (!Arrays.equals(Reference.export(there, dataset, scratch), reference.export())) {
        faults.add("another export in " + zones[i]);
      }
      date(dataset, times[1 - i]);
    }
    return Result.of(faults, "files of 1970 and 2090, 25 hours apart");
  }

  private static void date(Path directory, FileTime time) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  private Result threads() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    for (String threads : List.of("1", "2", "3", "7")) {
      Path dataset = fresh("threads");
      clearFailure(build(program, dataset, "--threads", threads), 0, threads, faults);
      if (!Arrays.equals(Reference.export(program, dataset, scratch), reference.export())) {
        faults.add("another export with " + threads + " threads");
      }
    }
    return Result.of(faults, "the same");
  }
}
