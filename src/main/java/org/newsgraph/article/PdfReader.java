package org.newsgraph.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.newsgraph.article.ReadResult.Unreadable;

/** Reads the article of a PDF file that holds one. */
final class PdfReader {

  /** The most bytes of a file. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final int START = 1024;

  /** What stands behind the end mark is seldom more than a line break. */
  private static final int END = 4096;

  private static final String FETCH = "fetch or save it again";

  private final ArticleMaker maker;

  PdfReader(ArticleMaker maker) {
    this.maker = maker;
    FontMappers.set(new OwnFonts());
  }

  /**
   * Reads a file.
   *
   * @param input what the user calls it
   * @param bytes all of it
   */
  ReadResult read(String input, byte[] bytes) {
    if (bytes.length == 0) {
      return new Unreadable(input, "", "is empty", "");
    }
    if (indexOf(bytes, "%PDF-", 0, Math.min(bytes.length, START)) < 0) {
      return new Unreadable(input, "", "is no PDF file", FETCH);
    }
    if (indexOf(bytes, "%%EOF", Math.max(0, bytes.length - END), bytes.length) < 0) {
      return new Unreadable(
          input, "byte " + bytes.length, "is cut short: a PDF file ends in %%EOF", FETCH);
    }
    if (PdfStreams.inflateTooFar(bytes)) {
      return new Unreadable(
          input, "", "unpacks to more than any article needs", "save it as text first");
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PdfText(document).read();
      if (text.isBlank()) {
        return new Unreadable(
            input,
            "",
            "holds no text, perhaps only pictures of it",
            "run text recognition (OCR) on it first");
      }
      return maker.make(input, "", text, metadata(document, text));
    } catch (InvalidPasswordException e) {
      return new Unreadable(input, "", "is encrypted", "save it without its password");
    } catch (PdfText.TooLong e) {
      return new Unreadable(
          input,
          "page " + e.page(),
          "is too long for one article (more than %d characters)"
              .formatted(ArticleMaker.MAX_CHARACTERS),
          "split it into articles");
    } catch (IOException | RuntimeException e) {
      // What is wrong with a file shows in many kinds of failure within the library.
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return new Unreadable(input, "", "is a broken PDF file (%s)".formatted(why), FETCH);
    }
  }

  /** The title in a file's properties is often that of a template, so it has to be in the text. */
  private static Metadata metadata(PDDocument document, String text) {
    String first = text.lines().findFirst().orElse("");
    Optional<String> title =
        Optional.ofNullable(document.getDocumentInformation().getTitle())
            .map(CleanText::line)
            .filter(line -> !line.isEmpty() && line.equalsIgnoreCase(CleanText.line(first)));
    Optional<String> language = Optional.ofNullable(document.getDocumentCatalog().getLanguage());
    return new Metadata(
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        language.filter(tag -> !tag.isBlank()),
        Optional.empty());
  }

  static int indexOf(byte[] bytes, String sought, int from, int to) {
    byte[] word = sought.getBytes(StandardCharsets.US_ASCII);
    for (int at = from; at + word.length <= to; at++) {
      int same = 0;
      while (same < word.length && bytes[at + same] == word[same]) {
        same++;
      }
      if (same == word.length) {
        return at;
      }
    }
    return -1;
  }
}
