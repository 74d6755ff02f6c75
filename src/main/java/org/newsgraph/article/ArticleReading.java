package org.newsgraph.article;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.newsgraph.article.InputFiles.Found;
import org.newsgraph.article.ReadResult.Unreadable;

/**
 * The reading of some inputs, once, one article at a time: no more than one file, or one article of
 * a collection, is in memory.
 */
public final class ArticleReading implements AutoCloseable {

  private static final int START = 8192;
  private static final int GZIP_MAGIC = 0x1F8B;

  private final List<Found> inputs;
  private final InputStream standardInput;
  private final ArticleMaker maker;
  private final JsonArticle jsonArticles;
  private final HtmlReader pages;
  private @Nullable PdfReader pdfs;
  private final AtomicLong bytesRead = new AtomicLong();
  private InputStream current = InputStream.nullInputStream();

  ArticleReading(List<Found> inputs, ArticleMaker maker, InputStream standardInput) {
    this.inputs = inputs;
    this.maker = maker;
    this.standardInput = standardInput;
    this.jsonArticles = new JsonArticle(maker);
    this.pages = new HtmlReader(maker);
  }

  /** How many bytes there are to read; empty where standard input or a pipe is among the inputs. */
  public OptionalLong totalBytes() {
    long total = 0;
    for (Found input : inputs) {
      switch (input) {
        case Found.InFile(Path path, long bytes) -> total += bytes;
        case Found.InStandardInput() -> {
          return OptionalLong.empty();
        }
        case Found.Note(ReadResult ignored) -> {}
      }
    }
    return OptionalLong.of(total);
  }

  /** How many bytes have been read so far; of a compressed file, compressed ones. */
  public long bytesRead() {
    return bytesRead.get();
  }

  /**
   * The results, one or more for each input, read as the stream is consumed; to be asked for once.
   * Closing the stream closes this.
   */
  public Stream<ReadResult> results() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                new AllResults(), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(this::close);
  }

  /** Lets go of the file that is being read. */
  @Override
  public void close() {
    try {
      current.close();
    } catch (IOException e) {
      // It was only read: nothing can be lost.
    }
    current = InputStream.nullInputStream();
  }

  /** One input after the other, each opened once the one before is at its end. */
  private final class AllResults extends Results {
    private final Iterator<Found> rest = inputs.iterator();
    private Iterator<ReadResult> results = Results.of();
    private String name = "";

    @Override
    Optional<ReadResult> advance() {
      try {
        while (!results.hasNext()) {
          close();
          if (!rest.hasNext()) {
            return Optional.empty();
          }
          Found next = rest.next();
          name = name(next);
          results = open(next);
        }
        return Optional.of(results.next());
      } catch (StackOverflowError | OutOfMemoryError e) {
        results = Results.of();
        return Optional.of(
            new Unreadable(name, "", "is too complex to be read", "save it as text first"));
      }
    }
  }

  private static String name(Found input) {
    return input instanceof Found.InFile(Path path, long bytes) ? path.toString() : "-";
  }

  private Iterator<ReadResult> open(Found input) {
    return switch (input) {
      case Found.Note(ReadResult result) -> Results.of(result);
      case Found.InStandardInput() -> open("-", Optional.empty(), standardInput);
      case Found.InFile(Path path, long bytes) -> open(path);
    };
  }

  private Iterator<ReadResult> open(Path file) {
    String name = file.toString();
    Optional<InputFormat> format = InputFormat.ofName(file);
    String ending = InputFormat.innerEnding(file);
    if (format.isEmpty() && !ending.isEmpty()) {
      return Results.of(
          new Unreadable(name, "", "." + ending + " files cannot be read", InputFormat.KNOWN));
    }
    try {
      current = Files.newInputStream(file);
      InputStream counted = new Counted(current);
      if (format.isPresent() && isWhole(format.get()) && !InputFormat.isGz(file)) {
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        if (size > limit(format.get())) {
          return Results.of(tooLarge(name, size + " bytes", format.get()));
        }
      }
      return open(name, format, counted);
    } catch (IOException e) {
      return Results.of(InputFiles.unreadable(name, e));
    }
  }

  private Iterator<ReadResult> open(String name, Optional<InputFormat> named, InputStream in) {
    try {
      InputStream plain = new BufferedInputStream(in, START);
      byte[] start = peek(plain);
      if (isGzip(start)) {
        plain = new BufferedInputStream(new GZIPInputStream(plain, START), START);
        start = peek(plain);
      }
      InputFormat format = named.isPresent() ? named.get() : InputFormat.ofStart(start);
      return switch (format) {
        case JSON_LINES -> new JsonLinesReader(name, plain, jsonArticles);
        case FEED -> new FeedReader(name, plain, maker);
        case TEXT, HTML, PDF, JSON -> readWhole(name, format, plain);
      };
    } catch (IOException e) {
      return Results.of(InputFiles.unreadable(name, e));
    }
  }

  private Iterator<ReadResult> readWhole(String name, InputFormat format, InputStream in)
      throws IOException {
    int limit = limit(format);
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      return Results.of(tooLarge(name, "more than " + limit + " bytes", format));
    }
    return switch (format) {
      case HTML -> Results.of(pages.read(name, bytes));
      case PDF -> Results.of(pdfs().read(name, bytes));
      case JSON -> new JsonDocument(jsonArticles).read(name, bytes);
      case TEXT, JSON_LINES, FEED ->
          Results.of(
              switch (TextDecoder.decode(name, bytes)) {
                case TextDecoder.Decoded.Failed(Unreadable why) -> why;
                case TextDecoder.Decoded.Text(String text) ->
                    maker.make(name, "", text, Metadata.NONE);
              });
    };
  }

  /** Made when the first is read, since it takes a while. */
  private PdfReader pdfs() {
    if (pdfs == null) {
      pdfs = new PdfReader(maker);
    }
    return pdfs;
  }

  private static boolean isWhole(InputFormat format) {
    return format != InputFormat.JSON_LINES && format != InputFormat.FEED;
  }

  private static int limit(InputFormat format) {
    return switch (format) {
      case HTML -> HtmlReader.MAX_BYTES;
      case PDF -> PdfReader.MAX_BYTES;
      case TEXT, JSON, JSON_LINES, FEED -> ArticleInputs.MAX_BYTES;
    };
  }

  private static Unreadable tooLarge(String input, String size, InputFormat format) {
    return new Unreadable(
        input,
        "",
        "is too large for one article (" + size + ")",
        "split it into files of at most " + limit(format) / (1024 * 1024) + " MB");
  }

  /** The first bytes of a stream, which are still to be read. */
  private static byte[] peek(InputStream in) throws IOException {
    in.mark(START);
    byte[] start = in.readNBytes(START);
    in.reset();
    return start;
  }

  private static boolean isGzip(byte[] start) {
    return start.length >= 2 && ((start[0] & 0xFF) << 8 | (start[1] & 0xFF)) == GZIP_MAGIC;
  }

  /** Adds what is read to the bytes read so far. */
  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      bytesRead.addAndGet(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      bytesRead.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
