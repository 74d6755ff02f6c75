package org.newsgraph.article;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.fact.PartialDate;

/**
 * Reads the articles of files, directories, patterns and standard input. {@code docs/inputs.md}
 * lists what is read.
 *
 * <p>A file's ending decides how it is read, or its start where it has none; a further format is a
 * further constant of {@link InputFormat} and a further case in {@link ArticleReading}. Nothing is
 * thrown for a bad input: it comes out as {@link ReadResult.Unreadable}, and the next one is read.
 */
public final class ArticleInputs {

  /** The most bytes that a file of text may have. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  private final ArticleMaker maker;
  private final InputStream standardInput;

  /**
   * @param iris names the articles
   * @param published the day of publication, where the caller knows it; what an article's metadata
   *     say goes before it, and it before what the text says
   * @param standardInput read where the input is {@code -}; not closed
   */
  public ArticleInputs(
      ArticleIris iris, Optional<PartialDate> published, InputStream standardInput) {
    this.maker = new ArticleMaker(iris, published);
    this.standardInput = standardInput;
  }

  /**
   * Finds the inputs and makes ready to read them in the order given, the files of a directory and
   * of those within it in the order of their paths. Hidden files and directories are passed over.
   *
   * @param inputs paths, patterns such as {@code news/*.html}, or {@code -} for standard input
   */
  public ArticleReading open(List<String> inputs) {
    return new ArticleReading(InputFiles.of(inputs), maker, standardInput);
  }

  /**
   * Reads inputs.
   *
   * @param inputs as in {@link #open}
   * @return one result or more for each input, read as the stream is consumed
   */
  public Stream<ReadResult> read(List<String> inputs) {
    return open(inputs).results();
  }
}
