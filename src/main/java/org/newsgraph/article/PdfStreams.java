package org.newsgraph.article;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks how much the compressed streams of a PDF file unpack to before a library unpacks them into
 * memory.
 */
final class PdfStreams {

  private static final long MOST_OF_ONE = 64L * 1024 * 1024;
  private static final long MOST_OF_ALL = 256L * 1024 * 1024;
  private static final int DICTIONARY = 512;

  private PdfStreams() {}

  /** Whether a stream, or all of them together, are larger than a document's; pictures aside. */
  static boolean inflateTooFar(byte[] pdf) {
    long all = 0;
    int at = 0;
    while ((at = PdfReader.indexOf(pdf, "stream", at, pdf.length)) >= 0) {
      int data = dataAfter(pdf, at + "stream".length());
      boolean end = at >= 3 && pdf[at - 1] == 'd' && pdf[at - 2] == 'n' && pdf[at - 3] == 'e';
      if (!end && data >= 0 && isZlib(pdf, data) && !isPicture(pdf, at)) {
        long size = inflatedSize(pdf, data);
        all += size;
        if (size > MOST_OF_ONE || all > MOST_OF_ALL) {
          return true;
        }
      }
      at += "stream".length();
    }
    return false;
  }

  private static int dataAfter(byte[] pdf, int at) {
    int data = at;
    if (data < pdf.length && pdf[data] == '\r') {
      data++;
    }
    if (data < pdf.length && pdf[data] == '\n') {
      data++;
    }
    return data > at && data + 2 < pdf.length ? data : -1;
  }

  private static boolean isZlib(byte[] pdf, int at) {
    int head = ((pdf[at] & 0xFF) << 8) | (pdf[at + 1] & 0xFF);
    return (pdf[at] & 0x0F) == 8 && head % 31 == 0;
  }

  /** Only text is read, so pictures are never unpacked. */
  private static boolean isPicture(byte[] pdf, int stream) {
    int from = Math.max(0, stream - DICTIONARY);
    String before = new String(pdf, from, stream - from, StandardCharsets.ISO_8859_1);
    String dictionary = before.substring(before.lastIndexOf("obj") + 1);
    return dictionary.matches("(?s).*/Subtype\\s*/Image\\b.*");
  }

  private static long inflatedSize(byte[] pdf, int from) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(pdf, from, pdf.length - from);
      byte[] buffer = new byte[1 << 16];
      while (inflater.getBytesWritten() <= MOST_OF_ONE && inflater.inflate(buffer) > 0) {}
      return inflater.getBytesWritten();
    } catch (DataFormatException e) {
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
