package org.newsgraph.article;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Takes the lines of a PDF file, with their sizes, and makes paragraphs of them. */
final class PdfText extends PDFTextStripper {

  private final PDDocument document;
  private final List<PdfLine> lines = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private float size;
  private boolean paragraph = true;
  private int characters;

  /** The text is longer than an article's. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    private final int page;

    TooLong(int page) {
      super("too long");
      this.page = page;
    }

    /** Where it became so, from 1. */
    int page() {
      return page;
    }
  }

  PdfText(PDDocument document) {
    this.document = document;
    setSuppressDuplicateOverlappingText(true);
  }

  /**
   * The text, a paragraph a line with blank lines between them, the headline first.
   *
   * @throws TooLong if it is longer than an article's
   * @throws IOException if the file is broken
   */
  String read() throws IOException {
    writeText(document, Writer.nullWriter());
    return new PdfLayout(lines).text();
  }

  @Override
  protected void processTextPosition(@Nullable TextPosition position) {
    characters++;
    // Kept by page for sorting, so stop before a page grows without bounds.
    if (characters <= 2 * ArticleMaker.MAX_CHARACTERS) {
      super.processTextPosition(position);
    }
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) throws IOException {
    words.append(text);
    for (TextPosition position : positions) {
      size = Math.max(size, position.getFontSizeInPt());
    }
    if (characters > ArticleMaker.MAX_CHARACTERS) {
      throw new TooLong(getCurrentPageNo());
    }
  }

  @Override
  protected void writeWordSeparator() {
    words.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphStart() {
    endLine();
    paragraph = true;
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
    paragraph = true;
  }

  @Override
  protected void endPage(PDPage page) {
    endLine();
    paragraph = true;
  }

  private void endLine() {
    String line = CleanText.line(words.toString());
    if (!line.isEmpty()) {
      lines.add(new PdfLine(getCurrentPageNo(), line, size, paragraph));
      paragraph = false;
    }
    words.setLength(0);
    size = 0;
  }
}
