package org.newsgraph.article;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.newsgraph.article.ReadResult.LeftOut;
import org.newsgraph.article.ReadResult.Unreadable;

/** Finds the files that arguments name: themselves, below directories, or by a pattern. */
final class InputFiles {

  private final List<Found> found = new ArrayList<>();
  private final Set<Path> known = new HashSet<>();

  private InputFiles() {}

  /** What an argument, or a part of it, leads to. */
  sealed interface Found {

    /**
     * A file to read.
     *
     * @param bytes its size; 0 where it is a pipe or the like
     */
    record InFile(Path path, long bytes) implements Found {}

    /** Standard input. */
    record InStandardInput() implements Found {}

    /** Nothing to read, and why. */
    record Note(ReadResult result) implements Found {}
  }

  /**
   * What arguments lead to, in their order; the files of a directory or pattern in the order of
   * their paths, hidden ones left out. A file that is named twice is there once.
   */
  static List<Found> of(List<String> arguments) {
    InputFiles files = new InputFiles();
    arguments.forEach(files::add);
    return List.copyOf(files.found);
  }

  private void add(String argument) {
    if (argument.equals("-")) {
      found.add(new Found.InStandardInput());
      return;
    }
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      note(new Unreadable(argument, "", "is no path: " + e.getReason(), ""));
      return;
    }
    if (Files.isDirectory(path)) {
      addBelow(path, new Listing(path));
    } else if (Files.exists(path)) {
      addFile(path, size(path));
    } else if (argument.matches(".*[*?\\[{].*")) {
      addMatching(argument);
    } else {
      note(new Unreadable(argument, "", "does not exist", "check the path"));
    }
  }

  private void addBelow(Path directory, Listing listing) {
    try {
      Files.walkFileTree(
          directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
    } catch (IOException e) {
      note(unreadable(directory.toString(), e));
      return;
    }
    addAll(directory.toString(), listing);
  }

  private void addAll(String name, Listing listing) {
    listing.failures.forEach(this::note);
    if (listing.files.isEmpty() && listing.failures.isEmpty()) {
      String problem = "holds no article" + (listing.others.isEmpty() ? "" : listing.leftOut());
      note(new Unreadable(name, "", problem, InputFormat.KNOWN));
    } else if (!listing.others.isEmpty()) {
      note(new LeftOut(name, "left out" + listing.leftOut()));
    }
    listing.files.forEach(this::addFile);
  }

  /** A pattern as shells have it, and {@code **} for any number of directories. */
  private void addMatching(String argument) {
    int slash = argument.lastIndexOf('/', argument.replaceFirst("[*?\\[{].*", "").length());
    String base = argument.substring(0, slash + 1);
    String pattern = argument.substring(slash + 1);
    Path root = Path.of(base.isEmpty() ? "." : base);
    List<PathMatcher> matchers;
    try {
      matchers =
          Stream.of(pattern, pattern.replace("**/", ""))
              .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
              .toList();
    } catch (PatternSyntaxException e) {
      note(new Unreadable(argument, "", "is no pattern: " + e.getDescription(), "check it"));
      return;
    }
    int depth =
        pattern.contains("**")
            ? Integer.MAX_VALUE
            : (int) pattern.chars().filter(c -> c == '/').count() + 1;
    Listing listing = new Listing(root);
    try (Stream<Path> below = Files.walk(root, depth, FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : below.filter(path -> !path.equals(root)).sorted().toList()) {
        Path relative = root.relativize(path);
        boolean hidden = relative.toString().matches("(?:.*/)?\\..*") && !pattern.startsWith(".");
        if (!hidden && matchers.stream().anyMatch(matcher -> matcher.matches(relative))) {
          Path named = base.isEmpty() ? relative : path;
          if (!Files.isDirectory(named)) {
            listing.add(named, size(named));
          } else if (!pattern.contains("**")) {
            Files.walkFileTree(
                named, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
          }
        }
      }
    } catch (IOException e) {
      note(unreadable(argument, e));
      return;
    } catch (UncheckedIOException e) {
      note(unreadable(argument, Objects.requireNonNull(e.getCause())));
      return;
    }
    if (listing.isEmpty()) {
      note(new Unreadable(argument, "", "matches no file", "check the pattern"));
    } else {
      addAll(argument, listing);
    }
  }

  private void addFile(Path path, long bytes) {
    if (known.add(path.toAbsolutePath().normalize())) {
      found.add(new Found.InFile(path, bytes));
    }
  }

  private void note(ReadResult result) {
    found.add(new Found.Note(result));
  }

  private static long size(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      // Whoever opens the file finds out what is wrong.
      return 0;
    }
  }

  static Unreadable unreadable(String input, IOException e) {
    return switch (e) {
      case NoSuchFileException missing ->
          new Unreadable(input, "", "does not exist", "check the path");
      case AccessDeniedException denied ->
          new Unreadable(input, "", "may not be read", "give yourself permission to read it");
      case FileSystemLoopException loop ->
          new Unreadable(input, "", "is a link to a directory above it", "remove the link");
      case ZipException broken ->
          new Unreadable(
              input, "", "is a broken gzip file: " + JsonLinesReader.reason(e), "fetch it again");
      case EOFException cut ->
          new Unreadable(input, "", "is a gzip file that is cut short", "fetch it again");
      default -> new Unreadable(input, "", "could not be read: " + e.getMessage(), "");
    };
  }

  /** The files below a directory: articles, others, and what could not be looked at. */
  private static final class Listing extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<Path, Long> files = new TreeMap<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private final List<ReadResult> failures = new ArrayList<>();

    Listing(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file)) {
        add(file, attributes.isRegularFile() ? attributes.size() : 0);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      failures.add(unreadable(file.toString(), e));
      return FileVisitResult.CONTINUE;
    }

    void add(Path file, long bytes) {
      String ending = InputFormat.ending(file);
      if (InputFormat.ofName(file).isPresent()) {
        files.put(file, bytes);
      } else {
        others.merge(ending.isEmpty() ? "without ending" : "." + ending, 1, Integer::sum);
      }
    }

    boolean isEmpty() {
      return files.isEmpty() && others.isEmpty() && failures.isEmpty();
    }

    /** Such as " (2 .jpg, 1 .docx)". */
    String leftOut() {
      List<String> kinds = new ArrayList<>();
      others.forEach((kind, count) -> kinds.add(count + " " + kind));
      return " (" + String.join(", ", kinds) + ")";
    }

    private boolean isHidden(Path path) {
      return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }
  }
}
