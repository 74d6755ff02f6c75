package org.newsgraph.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a path holds before TDB2 touches it, since TDB2 would turn any directory into a dataset. */
final class StoreDirectory {

  static final String LOCK = "tdb.lock";

  /** TDB2 maps its files in segments of that many bytes. */
  private static final long SEGMENT = 8L << 20;

  private final Path path;

  StoreDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes sure that there is a dataset to read.
   *
   * @throws StoreException if there is none, or something else is in its place
   */
  void requireDataset() {
    if (!Files.exists(path) || (Files.isDirectory(path) && entries().isEmpty())) {
      throw new StoreException.Absent(path);
    }
    requireNothingForeign();
    if (!isDataset()) {
      throw new StoreException.Absent(path);
    }
    requireWritable();
  }

  /**
   * Makes sure that there is a dataset or room for one, and creates the directory where it is
   * missing.
   *
   * @throws StoreException if something else is there or the directory cannot be written
   */
  void requireDatasetOrRoom() {
    if (!Files.exists(path)) {
      try {
        Files.createDirectories(path);
      } catch (IOException e) {
        throw new StoreException.Unwritable(path, reason(e));
      }
    }
    requireNothingForeign();
    requireWritable();
  }

  /** The sum of the sizes of all files; files with holes take less room on the disk. */
  long bytes() {
    return files().mapToLong(StoreDirectory::size).sum();
  }

  /** The same without the first segment of each mapped file, which is there however empty. */
  long grownBytes() {
    return files()
        .filter(file -> !file.toString().endsWith(".jrnl"))
        .mapToLong(file -> Math.max(0, size(file) - SEGMENT))
        .sum();
  }

  /** The generations of files, the oldest first; the last is the dataset. */
  List<Path> generations() {
    return entries().stream()
        .filter(StoreDirectory::isGeneration)
        .sorted(Comparator.comparing(path -> path.getFileName().toString()))
        .toList();
  }

  /**
   * Deletes all generations but the last, to be called while the dataset is open, so that no other
   * process can be reading.
   */
  void deleteOldGenerations() {
    List<Path> all = generations();
    all.subList(0, Math.max(0, all.size() - 1)).forEach(this::delete);
  }

  /**
   * Deletes copies that were broken off, to be called while the dataset is open. They are no part
   * of the dataset, and take room.
   */
  void deleteUnfinishedGenerations() {
    unfinishedGenerations().forEach(this::delete);
  }

  /** Copies that were broken off, in order. */
  List<Path> unfinishedGenerations() {
    return entries().stream()
        .filter(entry -> entry.getFileName().toString().matches("Data-\\d{4,}-tmp"))
        .sorted()
        .toList();
  }

  /** Whether there is a dataset that was created to the end. */
  boolean isDataset() {
    return holdsDataset() && halfCreated().isEmpty();
  }

  /** The files that a process left which was killed as it created the dataset. */
  private Optional<Path> halfCreated() {
    List<Path> all = generations();
    return all.size() == 1 && new Generation(all.getFirst()).isHalfCreated()
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }

  /**
   * Deletes what a process left that was killed as it created the dataset: TDB2 takes such files
   * for a dataset and fails on them. To be called before the dataset is opened.
   *
   * @throws StoreException.Unwritable if they cannot be deleted
   */
  void deleteHalfCreated() {
    if (!halfCreated().isEmpty()) {
      locked(() -> halfCreated().ifPresent(this::delete));
    }
  }

  /**
   * Cuts off what a process had begun to write to the journal that was killed as it did. To be
   * called before the dataset is opened.
   *
   * @throws StoreException.Unwritable if it cannot be cut off
   */
  void cutJournal() {
    generations().stream()
        .reduce((earlier, last) -> last)
        .map(last -> new Generation(last).journal())
        .filter(journal -> size(journal) > 0)
        .ifPresent(journal -> locked(() -> JournalTail.cut(journal)));
  }

  private interface Mend {
    void run() throws IOException;
  }

  /** Does it with the lock of the dataset, unless a process is at work on it that has the lock. */
  private void locked(Mend mend) {
    try (FileChannel channel = FileChannel.open(path.resolve(LOCK), CREATE, WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        mend.run();
      }
    } catch (OverlappingFileLockException e) {
      // This process is at work on it.
    } catch (IOException e) {
      throw new StoreException.Unwritable(path, reason(e));
    }
  }

  private void delete(Path old) {
    try (Stream<Path> files = Files.walk(old)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new StoreException.Unwritable(path, "cannot delete " + old);
    }
  }

  private Stream<Path> files() {
    return entries().stream()
        .flatMap(
            entry -> {
              try (Stream<Path> below = Files.walk(entry)) {
                return below.filter(Files::isRegularFile).toList().stream();
              } catch (IOException e) {
                throw new StoreException.Unwritable(path, reason(e));
              }
            });
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /** The process that wrote its number into the lock file last, if it can be read. */
  OptionalLong holder() {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(path.resolve(LOCK)).strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Makes sure that a directory that is there holds a dataset, or nothing.
   *
   * @throws StoreException.Foreign if it holds something else
   */
  void requireNothingForeign() {
    if (!Files.isDirectory(path)) {
      throw new StoreException.Foreign(path, "is a file");
    }
    // These alone are what a process leaves that was killed before it created anything.
    boolean empty =
        entries().stream()
            .allMatch(entry -> entry.endsWith(LOCK) || entry.endsWith(StoreMark.FILE));
    if (!empty && !holdsDataset()) {
      throw new StoreException.Foreign(path, "holds other files");
    }
  }

  /** The same, if there is such a process: a number that was left behind tells of nobody. */
  OptionalLong livingHolder() {
    return holder().stream().filter(pid -> ProcessHandle.of(pid).isPresent()).findFirst();
  }

  private void requireWritable() {
    if (!Files.isWritable(path)) {
      throw new StoreException.Unwritable(path, "permission denied");
    }
  }

  /** Whether there is a dataset, in whatever state. */
  boolean holdsDataset() {
    return Files.isDirectory(path) && entries().stream().anyMatch(StoreDirectory::isGeneration);
  }

  private static boolean isGeneration(Path entry) {
    return entry.getFileName().toString().matches("Data-\\d{4,}") && Files.isDirectory(entry);
  }

  private List<Path> entries() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.toList();
    } catch (IOException e) {
      throw new StoreException.Unwritable(path, reason(e));
    }
  }

  /** Why something could not be done, in a few words. */
  static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : "%s (%s)".formatted(e.getMessage(), e.getClass().getSimpleName());
  }
}
