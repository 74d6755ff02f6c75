package org.newsgraph.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.newsgraph.article.ReadResult.LeftOut;
import org.newsgraph.article.ReadResult.Read;
import org.newsgraph.article.ReadResult.Unreadable;
import org.newsgraph.fact.PartialDate;

/**
 * Reads the articles of files, directories and standard input.
 *
 * <p>A file's ending decides how it is read; a further format is a further case in {@code
 * readBytes} and a further ending in {@code READABLE}. Nothing is thrown for a bad input: it comes
 * out as {@link Unreadable}, and the next one is read.
 */
public final class ArticleInputs {

  /** The most bytes that one file may have. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  private static final List<String> READABLE = List.of("txt", "text", "md", "markdown");
  private static final String KINDS = "name a file that ends in .txt or .md";

  private final TextArticleReader textReader;
  private final Optional<PartialDate> published;
  private final InputStream standardInput;

  /**
   * @param iris names the articles
   * @param published the day of publication of every article, where the caller knows it
   * @param standardInput read as plain text where the input is {@code -}; not closed
   */
  public ArticleInputs(
      ArticleIris iris, Optional<PartialDate> published, InputStream standardInput) {
    this.textReader = new TextArticleReader(iris);
    this.published = published;
    this.standardInput = standardInput;
  }

  /**
   * Reads inputs in the order given, the files of a directory and of those within it in the order
   * of their paths. Hidden files and directories are passed over.
   *
   * @param inputs paths, or {@code -} for standard input
   * @return one result or more for each input, read as the stream is consumed
   */
  public Stream<ReadResult> read(List<String> inputs) {
    return inputs.stream().flatMap(this::readInput);
  }

  private Stream<ReadResult> readInput(String input) {
    if (input.equals("-")) {
      return Stream.of(readFrom("-", "txt", standardInput));
    }
    Path path;
    try {
      path = Path.of(input);
    } catch (InvalidPathException e) {
      return Stream.of(new Unreadable(input, "", "is no path: " + e.getReason(), ""));
    }
    if (Files.isDirectory(path)) {
      return readDirectory(path);
    }
    if (!Files.exists(path)) {
      return Stream.of(new Unreadable(input, "", "does not exist", "check the path"));
    }
    return Stream.of(readFile(path));
  }

  private Stream<ReadResult> readDirectory(Path directory) {
    Listing listing = new Listing(directory);
    try {
      Files.walkFileTree(
          directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
    } catch (IOException e) {
      return Stream.of(unreadable(directory.toString(), e));
    }
    List<ReadResult> notes = new ArrayList<>(listing.failures);
    if (listing.files.isEmpty() && listing.failures.isEmpty()) {
      String problem = "holds no article" + (listing.others.isEmpty() ? "" : listing.leftOut());
      notes.add(new Unreadable(directory.toString(), "", problem, KINDS));
    } else if (!listing.others.isEmpty()) {
      notes.add(new LeftOut(directory.toString(), "left out" + listing.leftOut()));
    }
    return Stream.concat(notes.stream(), listing.files.stream().map(this::readFile));
  }

  private ReadResult readFile(Path file) {
    String name = file.toString();
    String ending = ending(file);
    if (!ending.isEmpty() && !READABLE.contains(ending)) {
      return new Unreadable(name, "", "." + ending + " files cannot be read", KINDS);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Files.isRegularFile(file) && Files.size(file) > MAX_BYTES
          ? tooLarge(name, Files.size(file) + " bytes")
          : readFrom(name, ending, in);
    } catch (IOException e) {
      return unreadable(name, e);
    }
  }

  private ReadResult readFrom(String input, String ending, InputStream in) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      return unreadable(input, e);
    }
    return bytes.length > MAX_BYTES
        ? tooLarge(input, "more than " + MAX_BYTES + " bytes")
        : readBytes(input, ending, bytes);
  }

  private ReadResult readBytes(String input, String ending, byte[] bytes) {
    return switch (ending) {
      case "txt", "text", "md", "markdown", "" ->
          switch (TextDecoder.decode(input, bytes)) {
            case TextDecoder.Decoded.Failed(Unreadable why) -> why;
            case TextDecoder.Decoded.Text(String text) -> readText(input, text);
          };
      default -> new Unreadable(input, "", "." + ending + " files cannot be read", KINDS);
    };
  }

  private ReadResult readText(String input, String text) {
    return textReader
        .read(text, published)
        .<ReadResult>map(Read::new)
        .orElseGet(() -> new Unreadable(input, "", "holds no article, only links and labels", ""));
  }

  private static Unreadable tooLarge(String input, String size) {
    return new Unreadable(
        input,
        "",
        "is too large for one article (" + size + ")",
        "split it into files of at most " + MAX_BYTES / (1024 * 1024) + " MB");
  }

  private static Unreadable unreadable(String input, IOException e) {
    return switch (e) {
      case NoSuchFileException missing ->
          new Unreadable(input, "", "does not exist", "check the path");
      case AccessDeniedException denied ->
          new Unreadable(input, "", "may not be read", "give yourself permission to read it");
      case FileSystemLoopException loop ->
          new Unreadable(input, "", "is a link to a directory above it", "remove the link");
      default -> new Unreadable(input, "", "could not be read: " + e.getMessage(), "");
    };
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The files below a directory: articles, others, and what could not be looked at. */
  private static final class Listing extends SimpleFileVisitor<Path> {
    private final Path root;
    private final TreeSet<Path> files = new TreeSet<>();
    private final TreeMap<String, Integer> others = new TreeMap<>();
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
      if (isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (READABLE.contains(ending(file))) {
        files.add(file);
      } else {
        others.merge(
            ending(file).isEmpty() ? "without ending" : "." + ending(file), 1, Integer::sum);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      failures.add(unreadable(file.toString(), e));
      return FileVisitResult.CONTINUE;
    }

    /** Such as " (2 .jpg, 1 .pdf)". */
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
