package org.newsgraph.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Makes a wrong input of a right one; the same number gives the same input. */
final class Mutations {

  private static final int LARGE = 10 * 1024 * 1024;

  private static final List<String> NESTED =
      List.of(
          "<div>",
          "<b>",
          "<p><i>",
          "<div class=\"share\">",
          "<table><tr><td>",
          "<ul><li>",
          "<q>",
          "<sup><a href=\"#x\">",
          "<blockquote>",
          "<svg>",
          "<select>",
          "<a href=x>",
          "[",
          "{\"a\":",
          "{\"@graph\": [",
          "((",
          "- ",
          "> ",
          "*",
          "<!--",
          "<![CDATA[",
          "&lt;",
          "\"",
          "'");

  private static final List<String> STRANGE =
      List.of(
          "\u0000",
          "\u0001\u0002\u001B",
          "\u0085\u2028\u2029",
          "\u202E\u2066",
          "\uFEFF",
          "\uFFFF",
          "\u00AD\u200B\u2060",
          "\\ud800",
          "\\udfff\\u0000",
          "&#xD800;",
          "&#0;",
          "&#1114112;",
          "&nosuch;",
          "%",
          "\r",
          "\n\n\n",
          "\t",
          "99999999999999999999",
          "0000-00-00",
          "2026-13-45",
          "-1",
          "1e999999",
          "&amp;amp;",
          "<",
          ">",
          "]]>",
          "${x}",
          "../../x",
          "\uD83D\uDE00",
          "a\u0301\u0301\u0301",
          "!!binary",
          "&a *a",
          "<<: *a",
          "? ",
          "|",
          "%PDF-1.7",
          "stream",
          "endstream",
          "/Length -1",
          "/Length 999999999",
          "/Filter [/FlateDecode /FlateDecode]",
          "<</Type/Catalog>>",
          "1 0 R",
          "xref");

  private final Format format;
  private final Random random;

  private Mutations(Format format, long number) {
    this.format = format;
    this.random = new Random(number * 0x9E3779B97F4A7C15L + format.ordinal());
  }

  /** The case of that number. */
  static byte[] make(Format format, byte[] seed, long number) {
    return new Mutations(format, number).make(seed);
  }

  private byte[] make(byte[] seed) {
    if (format == Format.GZIP) {
      return packed();
    }
    if (random.nextInt(1000) == 0) {
      return huge(seed);
    }
    byte[] bytes = seed;
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(10)) {
      case 0 -> flipped(bytes, 1 + random.nextInt(4));
      case 1 -> flipped(bytes, 1 + random.nextInt(200));
      case 2 -> java.util.Arrays.copyOf(bytes, at);
      case 3 -> with(bytes, at, noise(1 + random.nextInt(50)));
      case 4 -> with(bytes, at, pick(STRANGE).getBytes(StandardCharsets.UTF_8));
      case 5 ->
          with(
              bytes,
              at,
              pick(NESTED).repeat(1 << random.nextInt(11)).getBytes(StandardCharsets.UTF_8));
      case 6 -> with(bytes, at, loneSurrogate());
      case 7 -> without(bytes, at, 1 + random.nextInt(60));
      case 8 -> repeated(bytes, at);
      default -> moved(bytes, at);
    };
  }

  private byte[] packed() {
    byte[] inner = make(Format.JSON_LINES, Seeds.of(Format.JSON_LINES), random.nextInt(1 << 30));
    try {
      byte[] gzip = random.nextInt(300) == 0 ? bomb() : Seeds.gzip(inner);
      return switch (random.nextInt(4)) {
        case 0 -> gzip;
        case 1 -> Seeds.gzip(gzip);
        default -> once(gzip);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 200 MB of one character, in 200 kB. */
  private byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 20];
    java.util.Arrays.fill(block, (byte) pick(List.of("a", " ", "\n", "[", "\"")).charAt(0));
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      for (int i = 0; i < 200; i++) {
        gzip.write(block);
      }
    }
    return out.toByteArray();
  }

  /** One thing over and over, up to megabytes. */
  private byte[] huge(byte[] seed) {
    if (format == Format.PDF) {
      return pdfBomb();
    }
    int size = LARGE >> random.nextInt(6);
    String unit =
        pick(
            List.of(
                "a",
                "word ",
                "He said that ",
                "A. B. ",
                "\"He said.\" ",
                "x\n",
                "\n",
                " ",
                "\u0301",
                "Jane Roe, ",
                "12 March 2026 ",
                "By Jane Roe and ",
                "https://x.example/",
                "-",
                "1",
                "$1 million ",
                pick(NESTED),
                pick(STRANGE),
                "<p>One more sentence of the yard.</p>",
                "{\"text\": \"a\"}\n",
                "<item><title>a</title></item>",
                "- name: a\n"));
    byte[] large =
        unit.repeat(size / unit.getBytes(StandardCharsets.UTF_8).length)
            .getBytes(StandardCharsets.UTF_8);
    return with(seed, random.nextInt(seed.length + 1), large);
  }

  private static byte[] pdfBomb() {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
        byte[] block = "(a) Tj ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 300; i++) {
          out.write(block);
        }
      }
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      pdf.writeBytes(
          ("%PDF-1.4\n"
                  + "1 0 obj\n"
                  + "<</Type/Catalog/Pages 2 0 R>>\n"
                  + "endobj\n"
                  + "2 0 obj\n"
                  + "<</Type/Pages/Kids[3 0 R]/Count 1>>\n"
                  + "endobj\n"
                  + "3 0 obj\n"
                  + "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>\n"
                  + "endobj\n"
                  + "4 0 obj\n"
                  + "<</Filter/FlateDecode/Length "
                  + packed.size()
                  + ">>\nstream\n")
              .getBytes(StandardCharsets.US_ASCII));
      pdf.writeBytes(packed.toByteArray());
      pdf.writeBytes(
          "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
              .getBytes(StandardCharsets.US_ASCII));
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] flipped(byte[] bytes, int times) {
    byte[] made = bytes.clone();
    for (int i = 0; i < times && made.length > 0; i++) {
      made[random.nextInt(made.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return made;
  }

  private byte[] noise(int length) {
    byte[] made = new byte[length];
    random.nextBytes(made);
    return made;
  }

  /** Half of a surrogate pair as bytes: no UTF-8, but some programs write it. */
  private byte[] loneSurrogate() {
    return new byte[] {(byte) 0xED, (byte) (0xA0 + random.nextInt(32)), (byte) 0x80};
  }

  private byte[] repeated(byte[] bytes, int at) {
    int end = Math.min(bytes.length, at + 1 + random.nextInt(80));
    byte[] piece = java.util.Arrays.copyOfRange(bytes, at, end);
    byte[] made = bytes;
    for (int i = 1 << random.nextInt(8); i > 0; i--) {
      made = with(made, at, piece);
    }
    return made;
  }

  private byte[] moved(byte[] bytes, int at) {
    int end = Math.min(bytes.length, at + 1 + random.nextInt(120));
    byte[] piece = java.util.Arrays.copyOfRange(bytes, at, end);
    byte[] rest = without(bytes, at, end - at);
    return with(rest, random.nextInt(rest.length + 1), piece);
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    int end = Math.min(bytes.length, at + length);
    byte[] made = java.util.Arrays.copyOf(bytes, bytes.length - (end - at));
    System.arraycopy(bytes, end, made, at, bytes.length - end);
    return made;
  }

  private static byte[] with(byte[] bytes, int at, byte[] piece) {
    byte[] made = java.util.Arrays.copyOf(bytes, bytes.length + piece.length);
    System.arraycopy(piece, 0, made, at, piece.length);
    System.arraycopy(bytes, at, made, at + piece.length, bytes.length - at);
    return made;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
