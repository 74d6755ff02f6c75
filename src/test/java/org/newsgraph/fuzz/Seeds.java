package org.newsgraph.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Inputs that are right, one a format, from which wrong ones are made. */
final class Seeds {

  private static final String TITLE = "Halden yard changes hands";

  private static final String BODY =
      """
      By Jane Roe | 12 March 2026

      OSLO (Coastal Press) - Halden Motors Corp bought the yard of Orvik Foods Inc for $4 million on \
      Tuesday, said its chief executive Ada Byron.

      "We will build ferries here," she said. The deal was not approved by the ministry in 2025, and \
      a rival, Brisk Lines, has sued both firms over the price of the land and of the cranes.
      """;

  private Seeds() {}

  static byte[] of(Format format) {
    try {
      return switch (format) {
        case TEXT -> utf8(TITLE + "\n\n" + BODY);
        case MARKDOWN -> utf8("# " + TITLE + "\n\n" + BODY + "\n* one item\n* another [link](x)\n");
        case HTML -> utf8(page());
        case PDF -> pdf();
        case JSON_LINES -> utf8(json() + "\n" + json().replace("Halden", "Orvik") + "\n");
        case JSON -> utf8("[" + json() + "]");
        case GZIP -> gzip(utf8(json() + "\n"));
        case RSS -> utf8(rss());
        case ATOM -> utf8(atom());
        case PATTERNS -> Files.readAllBytes(Path.of("ontology/patterns/products.yaml"));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String paragraphs() {
    return "<p>" + BODY.strip().replace("\n\n", "</p>\n<p>") + "</p>";
  }

  private static String page() {
    return """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>%1$s - Coastal Press</title>
    <meta property="og:title" content="%1$s">
    <meta property="article:published_time" content="2026-03-12T08:00:00Z">
    <link rel="canonical" href="https://press.example/2026/yard">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "%1$s",
      "datePublished": "2026-03-12", "author": [{"@type": "Person", "name": "Jane Roe"}]}</script>
    </head><body><nav class="menu"><a href="/">Home</a></nav>
    <main><article><h1>%1$s</h1><div class="share"><a href="#">Share</a></div>
    %2$s
    <blockquote>"A <b>new</b> yard&nbsp;&mdash; at last", <q>said</q> one&#8217;s mate.</blockquote>
    </article></main><footer>All rights reserved</footer></body></html>
    """
        .formatted(TITLE, paragraphs());
  }

  private static String json() {
    return "{\"title\": \"%s\", \"text\": \"%s\", \"date\": \"2026-03-12\", \"author\": [\"Jane Roe\"],"
            .formatted(TITLE, BODY.replace("\"", "\\\"").replace("\n", "\\n"))
        + " \"url\": \"https://press.example/2026/yard\", \"language\": \"en\"}";
  }

  private static String rss() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Coastal Press</title>
    <item><title>%s</title><link>https://press.example/2026/yard</link>
    <pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate><dc:creator>Jane Roe</dc:creator>
    <content:encoded><![CDATA[%s]]></content:encoded></item>
    <item><title>Second</title><description>%s</description></item></channel></rss>
    """
        .formatted(TITLE, paragraphs(), BODY.replace("\"", "&quot;"));
  }

  private static String atom() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coastal Press</title>
    <entry><title>%s</title><link rel="alternate" href="https://press.example/2026/yard"/>
    <published>2026-03-12T08:00:00Z</published><author><name>Jane Roe</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">%s</div></content></entry></feed>
    """
        .formatted(TITLE, paragraphs());
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(1L);
      for (String text : new String[] {TITLE + "\n" + BODY, BODY}) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.setFont(new PDType1Font(FontName.HELVETICA), 11);
          content.beginText();
          content.newLineAtOffset(40, 700);
          content.setLeading(14);
          for (String line : text.replaceAll("(.{60,80}) ", "$1\n").split("\n")) {
            content.showText(line);
            content.newLine();
          }
          content.endText();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
