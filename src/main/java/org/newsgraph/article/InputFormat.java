package org.newsgraph.article;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an input is, told by the ending of its name or by how it starts. */
enum InputFormat {
  /** Plain text or Markdown. */
  TEXT("txt", "text", "md", "markdown"),
  /** A web page. */
  HTML("html", "htm", "xhtml"),
  /** PDF. */
  PDF("pdf"),
  /** An article a line. */
  JSON_LINES("jsonl", "ndjson"),
  /** An article, or an array of articles. */
  JSON("json"),
  /** RSS or Atom. */
  FEED("xml", "rss", "atom");

  /** For messages. */
  static final String KNOWN =
      "name a file that ends in .txt, .md, .html, .pdf, .jsonl, .json, .xml, .rss or .atom, or one of"
          + " them with .gz";

  private static final String HTML_START =
      "(?s)<(?:!doctype html|html|head|body|meta|title|article|main|section|div|header|h1|p|script"
          + "|link)\\b.*";

  private final List<String> endings;

  InputFormat(String... endings) {
    this.endings = List.of(endings);
  }

  /** The format that a file's name says, {@code .gz} aside. */
  static Optional<InputFormat> ofName(Path file) {
    String ending = ending(withoutGz(name(file)));
    for (InputFormat format : values()) {
      if (format.endings.contains(ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  static boolean isGz(Path file) {
    return ending(name(file)).equals("gz");
  }

  /** The last ending of a file's name in lower case, without its dot; empty where it has none. */
  static String ending(Path file) {
    return ending(name(file));
  }

  /** The ending below {@code .gz}. */
  static String innerEnding(Path file) {
    return ending(withoutGz(name(file)));
  }

  /**
   * The format that the first bytes of an input speak for; {@link #TEXT} where none.
   *
   * @param start some kilobytes, or all where there are fewer
   */
  static InputFormat ofStart(byte[] start) {
    if (PdfReader.indexOf(start, "%PDF-", 0, Math.min(start.length, 1024)) >= 0) {
      return PDF;
    }
    String text =
        new String(start, charset(start)).replaceFirst("^\uFEFF|^\u00EF\u00BB\u00BF", "").strip();
    if (text.startsWith("<")) {
      return ofMarkup(text.toLowerCase(Locale.ROOT));
    }
    if (text.matches("(?s)\\[\\s*\\{\\s*\".*")) {
      return JSON;
    }
    if (!text.matches("(?s)\\{\\s*[\"}].*")) {
      return TEXT;
    }
    String first = text.lines().findFirst().orElse("").strip();
    boolean whole = first.length() < text.length();
    return whole && !first.endsWith("}") ? JSON : JSON_LINES;
  }

  private static InputFormat ofMarkup(String text) {
    if (text.matches("(?s).*<(?:rss|feed|rdf:rdf)\\b.*") && !text.contains("<html")) {
      return FEED;
    }
    String start = text.replaceFirst("^(?s:<\\?xml.*?\\?>|<!--.*?-->|\\s)+", "");
    if (start.matches(HTML_START) || text.contains("<html")) {
      return HTML;
    }
    return text.startsWith("<?xml") ? FEED : TEXT;
  }

  private static Charset charset(byte[] start) {
    Charset marked = TextDecoder.charset(start);
    return marked.equals(StandardCharsets.UTF_8) ? StandardCharsets.ISO_8859_1 : marked;
  }

  private static String name(Path file) {
    return file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static String withoutGz(String name) {
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }
}
