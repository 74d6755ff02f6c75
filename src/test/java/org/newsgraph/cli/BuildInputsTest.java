package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of input through the front door. */
class BuildInputsTest extends CommandLineTest {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-gb"><head><meta charset="utf-8">
      <title>Ferry yard changes hands | The Harbour Courier</title>
      <link rel="canonical" href="https://Courier.example.org/2025/ferry-yard?utm_source=x#top">
      <meta property="og:site_name" content="The Harbour Courier">
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "The Harbour Courier"},
        {"@type": ["NewsArticle"], "headline": "Ferry yard changes hands &amp; name",
         "datePublished": "2025-01-28T23:30:00-05:00", "dateModified": "2025-02-01",
         "author": [{"@type": "Person", "name": "Jane Roe"}, {"name": "Tom Poe"}],
         "publisher": {"@type": "Organization", "name": "Harbour Courier Group"}}]}</script>
      <style>p { color: red }</style></head>
      <body class="has-sidebar"><nav><a href="/">Home</a> <a href="/world">World news</a></nav>
      <div class="cookie-banner">We use cookies. Eve Dole founded Cookery.</div>
      <article><h1>Ferry yard changes hands &amp; name</h1>
      <div class="byline">By Jane Roe</div>
      <figure><img src="a.jpg"><figcaption>Bob Crane founded Capture.</figcaption></figure>
      <p>The yard at the old harbour was sold on Monday to the people who have worked there.</p>
      <p>Ada Byron founded <a href="/enginery">Enginery</a>. It has built fer&shy;ries for the islands
         since&nbsp;then, and it is not for sale.</p>
      <div class="share-buttons"><a href="#">Share</a></div>
      <aside><p>Related: Gus Hale founded Asidery, and that was the week in business.</p></aside>
      </article>
      <section id="comments"><p>Hal Ince founded Trollery, says a reader of the paper.</p></section>
      <footer>Ivy Jolt founded Footery. All rights reserved.</footer></body></html>
      """;

  private static final String LINE =
      "{\"title\": \"%s\", \"date\": \"2025-01-29\", \"url\": \"https://news.example.org/%s\","
          + " \"authors\": [\"Jane Roe\"], \"source\": {\"name\": \"The Wire\"}, \"language\": \"en\","
          + " \"text\": \"%s founded %s.\"}\n";

  private String ask(String select) {
    return run("query", select, "--results", "csv", "--loc", loc()).done().out();
  }

  private List<String> founders() {
    return ask("SELECT ?n { ?o schema:founder/rdfs:label ?n } ORDER BY ?n")
        .lines()
        .skip(1)
        .toList();
  }

  private String metadata() {
    return ask("SELECT ?a ?h ?d ?w ?p ?l ?u { ?a a schema:NewsArticle ; schema:inLanguage ?l"
            + " OPTIONAL { ?a schema:headline ?h } OPTIONAL { ?a schema:datePublished ?d }"
            + " OPTIONAL { ?a schema:author ?w } OPTIONAL { ?a schema:publisher ?p }"
            + " OPTIONAL { ?a schema:url ?u } } ORDER BY ?a")
        .lines()
        .skip(1)
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  private static byte[] gz(String text) {
    return gz(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gz(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
      gz.write(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A page with a headline in large letters and lines below it; two pages with a running title. */
  private static byte[] pdf(String password) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      List<List<String>> pages =
          List.of(
              List.of(
                  "By Jane Roe",
                  "29 January 2025",
                  "",
                  "The yard at the harbour was sold on Monday after a govern-",
                  "ment review of the port that had lasted for a year.",
                  "",
                  "Ada Byron founded Enginery. It has built ferries for the"),
              List.of(
                  "islands since then, and it is not for sale.", "", "Eve Dole founded Dolery."));
      for (int i = 0; i < pages.size(); i++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          write(content, 10, 760, "The Harbour Courier, page " + (i + 1));
          if (i == 0) {
            write(content, 22, 720, "Ferry yard changes hands");
          }
          int y = 680;
          for (String line : pages.get(i)) {
            if (!line.isEmpty()) {
              write(content, 11, y, line);
            }
            y -= line.isEmpty() ? 18 : 14;
          }
        }
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  private static void write(PDPageContentStream content, int size, int y, String line)
      throws IOException {
    content.beginText();
    content.setFont(new PDType1Font(FontName.HELVETICA), size);
    content.newLineAtOffset(60, y);
    content.showText(line);
    content.endText();
  }

  @Test
  void readsAWebPageWithoutWhatStandsAroundTheArticle() {
    run("build", article("page.html", PAGE), "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron");
    assertThat(metadata())
        .isEqualTo(
            "https://courier.example.org/2025/ferry-yard,Ferry yard changes hands & name,2025-01-28,"
                + "\"Jane Roe, Tom Poe\",Harbour Courier Group,en-GB,"
                + "https://courier.example.org/2025/ferry-yard");
  }

  @Test
  void offsetsPointIntoTheCleanedText() {
    run("build", article("page.html", PAGE), "--loc", loc()).done();

    String before =
        "Ferry yard changes hands & name\n\nThe yard at the old harbour was sold on Monday to the"
            + " people who have worked there.\n\n";
    String shown = "By Jane Roe\n\n";
    assertThat(ask("SELECT ?b ?t { ?s nif:beginIndex ?b ; nif:anchorOf ?t }"))
        .isEqualTo("b,t\r\n%d,Ada Byron founded Enginery.\r\n".formatted(before.length()))
        .doesNotContain(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.html", "page.htm", "page.HTML", "page.html.gz", "page", "-"})
  void knowsAPageByItsEndingOrItsStart(String name) {
    if (name.equals("-")) {
      standardInput = PAGE;
    }
    String input =
        name.equals("-")
            ? name
            : file(name, name.endsWith("gz") ? gz(PAGE) : PAGE.getBytes(StandardCharsets.UTF_8));
    run("build", input, "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron");
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1,iso-8859-1",
    "windows-1252,windows-1252",
    "Shift_JIS,shift_jis",
    "UTF-16,utf-8"
  })
  void readsAPageInTheEncodingItDeclares(String charset, String declared) {
    String page =
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset="
            + declared
            + "'><title>Caf\u00E9</title></head><body><p>Ada Byron founded Enginery.</p></body></html>";
    run("build", file("page.html", page.getBytes(Charset.forName(charset))), "--loc", loc()).done();

    assertThat(metadata()).contains(charset.equals("Shift_JIS") ? "Caf" : "Caf\u00E9");
    assertThat(founders()).containsExactly("Ada Byron");
  }

  @Test
  void readsAPageOfWhichNothingIsDeclared() {
    String page =
        "<title>A start for the yard</title><body><div>Menu</div><div>Ada Byron founded Enginery."
            + "<br><br>It is the yard that has built most of the ferries to the islands.</div>";
    run("build", article("page.html", page), "--loc", loc(), "--published", "2025-01-29").done();

    assertThat(metadata())
        .isEqualTo(
            "https://w3id.org/newsgraph/id/article/2025-01-29/a-start-for-the-yard,"
                + "A start for the yard,2025-01-29,,,en,");
    assertThat(founders()).containsExactly("Ada Byron");
  }

  @Test
  void whatAnArticleSaysOfItsDayGoesBeforeTheOption() {
    run("build", article("page.html", PAGE), "--loc", loc(), "--published", "2020-01-01").done();

    assertThat(metadata()).contains("2025-01-28").doesNotContain("2020-01-01");
  }

  @Test
  void readsTheTextThatAPageHoldsInItsMetadataAlone() {
    String page =
        "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
            + "\"A start\",\"articleBody\":\"Ada Byron founded Enginery.\"}</script></head>"
            + "<body><div id=app></div></body></html>";
    run("build", article("page.html", page), "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron");
  }

  @Test
  void saysWhereAPageHoldsNoArticle() {
    run("build", article("page.html", "<html><body><nav>Home</nav></body></html>"), "--loc", loc())
        .failed(1, "page.html: is a page without an article's text; save it");
    run("build", file("empty.html", new byte[0]), "--loc", loc()).failed(1, "empty.html: is empty");
  }

  @Test
  void readsPagesThatAreNestedWithoutEndOrNeverClosed() {
    String deep = "<div>".repeat(200_000) + "<p>Ada Byron founded Enginery.";
    String bold = "<b><i><u><a href=x><font size=1>".repeat(5_000) + "<p>Eve Dole founded Dolery.";
    run("build", article("deep.html", deep), article("bold.html", bold), "--loc", loc());

    assertThat(founders()).contains("Ada Byron");
  }

  @Test
  void readsAPdfFile() throws IOException {
    run("build", file("paper.pdf", pdf("")), "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron", "Eve Dole");
    assertThat(metadata())
        .isEqualTo(
            "https://w3id.org/newsgraph/id/article/2025-01-29/ferry-yard-changes-hands,"
                + "Ferry yard changes hands,2025-01-29,Jane Roe,,en,");
  }

  @Test
  void joinsTheLinesOfAPdfFileToParagraphs() throws IOException {
    run("build", file("paper.pdf", pdf("")), "--loc", loc()).done();

    String text =
        "Ferry yard changes hands\n\nBy Jane Roe 29 January 2025\n\nThe yard at the harbour was sold on"
            + " Monday after a government review of the port that had lasted for a year.\n\n";
    assertThat(ask("SELECT ?b { ?s nif:beginIndex ?b ; nif:anchorOf ?t } ORDER BY ?b"))
        .startsWith("b\r\n" + text.length() + "\r\n");
  }

  @Test
  void namesWhatIsWrongWithAPdfFile() throws IOException {
    byte[] whole = pdf("");
    String cut = file("cut.pdf", java.util.Arrays.copyOf(whole, whole.length / 2));
    run("build", cut, "--loc", loc()).failed(1, "cut.pdf, byte ", "is cut short", "again");
    run("build", file("locked.pdf", pdf("secret")), "--loc", loc())
        .failed(1, "locked.pdf: is encrypted; save it without its password");
    run("build", article("no.pdf", "Not one."), "--loc", loc()).failed(1, "no.pdf: is no PDF file");
    run("build", article("bad.pdf", "%PDF-1.7\nnothing\n%%EOF\n"), "--loc", loc())
        .failed(1, "bad.pdf: is a broken PDF file");
    try (PDDocument blank = new PDDocument()) {
      blank.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      blank.save(out);
      run("build", file("scan.pdf", out.toByteArray()), "--loc", loc())
          .failed(1, "scan.pdf: holds no text", "OCR");
    }
  }

  @Test
  void readsJsonLinesAndGoesOnAfterABrokenOne() {
    String lines =
        LINE.formatted("One start", "1", "Ada Byron", "Enginery")
            + "{\"title\": \"broken\n"
            + "\n"
            + "[1, 2]\n"
            + "{\"title\": \"No text\"}\n"
            + LINE.formatted("Two starts", "2", "Eve Dole", "Dolery").strip();
    Outcome built = run("build", article("news.jsonl", lines), "--loc", loc());

    assertThat(built.status()).isEqualTo(4);
    assertThat(built.err().lines().map(line -> line.replaceFirst(".*news", "news")))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("news.jsonl, line 2: is broken JSON: "))
        .contains("news.jsonl, line 4: is no JSON object; write {\"text\": \"...\"}")
        .anyMatch(line -> line.startsWith("news.jsonl, line 5: holds no text; put "));
    assertThat(founders()).containsExactly("Ada Byron", "Eve Dole");
    assertThat(metadata().lines().findFirst())
        .contains(
            "https://news.example.org/1,One start,2025-01-29,Jane Roe,The Wire,en,"
                + "https://news.example.org/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"news.jsonl", "news.jsonl.gz", "news.ndjson", "news.gz", "-"})
  void knowsJsonLinesByTheirEndingOrTheirStart(String name) {
    String lines =
        LINE.formatted("One start", "1", "Ada Byron", "Enginery")
            + LINE.formatted("Two starts", "2", "Eve Dole", "Dolery");
    standardInput = lines;
    String input =
        name.equals("-")
            ? name
            : file(name, name.endsWith("gz") ? gz(lines) : lines.getBytes(StandardCharsets.UTF_8));
    run("build", input, "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron", "Eve Dole");
  }

  @Test
  void readsAJsonDocument() {
    String one = LINE.formatted("One start", "1", "Ada Byron", "Enginery");
    String two = LINE.formatted("Two starts", "2", "Eve Dole", "Dolery");
    run("build", article("news.json", "[\n" + one + "," + two + "]"), "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron", "Eve Dole");
  }

  @Test
  void makesHalvesOfSurrogatesAndControlCharactersHarmless() {
    String line =
        "{\"title\": \"A \\ud800 start\\u0000\", \"text\": \"Ada Byron founded Enginery.\\u0007 \\udc00\"}";
    run("build", article("odd.jsonl", line), "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron");
    assertThat(metadata()).contains("A \uFFFD start");
    run("export", "--format", "rdf", "--loc", loc()).done();
  }

  @Test
  void readsAnRssFeed() {
    String feed =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY file SYSTEM "file:///etc/hostname">]>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
        <title>The Harbour Courier</title><link>https://courier.example.org/</link>
        <language>en-us</language>
        <item><title>One start &amp;amp; no end</title>
          <link>https://courier.example.org/1?utm_medium=rss</link>
          <pubDate>Wed, 29 Jan 2025 10:00:00 GMT</pubDate><dc:creator>Jane Roe</dc:creator>
          <description>Short.</description>
          <content:encoded><![CDATA[<p>Ada Byron founded Enginery.</p><p>More&nbsp;to come.</p>]]></content:encoded>
        </item>
        <item><title>Two&nbsp;starts &lol; &file;</title><guid>https://courier.example.org/2</guid>
          <description>&lt;p&gt;Eve Dole founded Dolery.&lt;/p&gt;</description></item>
        </channel></rss>
        """;
    run("build", article("feed.xml", feed), "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron", "Eve Dole");
    assertThat(metadata())
        .isEqualTo(
            "https://courier.example.org/1,One start & no end,2025-01-29,Jane Roe,"
                + "The Harbour Courier,en-US,https://courier.example.org/1\n"
                + "https://courier.example.org/2,Two starts &lol; &file;,,,The Harbour Courier,en-US,"
                + "https://courier.example.org/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed.atom", "feed.xml", "feed.atom.gz", "-"})
  void readsAnAtomFeed(String name) {
    String feed =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour notes</title>
        <author><name>The desk</name><uri>https://notes.example.org/</uri></author>
        <entry><title type="html">A &lt;em&gt;start&lt;/em&gt;</title>
          <link rel="self" href="https://notes.example.org/api/1"/>
          <link href="https://notes.example.org/1"/>
          <id>urn:uuid:1</id><published>2025-01-29T10:00:00Z</published><updated>2025-02-02</updated>
          <author><name>Tom Poe</name><email>tom@notes.example.org</email></author>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is
          so.</p><p>Ada Byron founded <b>Enginery</b>.</p></div></content></entry>
        <entry><title>Less &lt;b&gt; more</title><id>urn:uuid:2</id>
          <summary>Eve Dole founded Dolery.</summary></entry>
        </feed>
        """;
    standardInput = feed;
    String input =
        name.equals("-")
            ? name
            : file(name, name.endsWith("gz") ? gz(feed) : feed.getBytes(StandardCharsets.UTF_8));
    run("build", input, "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron", "Eve Dole");
    assertThat(metadata())
        .isEqualTo(
            "https://notes.example.org/1,A start,2025-01-29,Tom Poe,Harbour notes,en,"
                + "https://notes.example.org/1\n"
                + "https://w3id.org/newsgraph/id/article/undated/less-b-more,Less <b> more,,,"
                + "Harbour notes,en,");
  }

  @Test
  void keepsTheEntriesBeforeTheBreakInAFeed() {
    String feed =
        "<rss><channel><item><title>One</title><description>Ada Byron founded Enginery."
            + "</description></item>\n<item><title>Two</title><desc";
    Outcome built = run("build", article("feed.rss", feed), "--loc", loc());

    assertThat(built.status()).isEqualTo(4);
    assertThat(built.err())
        .contains("feed.rss, line 2, column ", "is broken XML: ", "save the feed");
    assertThat(founders()).containsExactly("Ada Byron");
  }

  @Test
  void expandsNoEntitiesOfAFeed() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    bomb.append("]><rss><channel><item><title>Bomb</title><description>Ada Byron founded Enginery.")
        .append(" &a11;</description></item></channel></rss>");
    run("build", article("bomb.xml", bomb.toString()), "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron");
  }

  @Test
  void namesXmlThatIsNoFeed() {
    run("build", article("pom.xml", "<project><name>x</name></project>"), "--loc", loc())
        .failed(1, "pom.xml: is no RSS or Atom feed (its root is <project>)");
    assertThat(
            run("build", article("no.xml", "<rss><channel/></rss>"), "--loc", loc()).done().err())
        .contains("no.xml: is a feed without entries");
  }

  @Test
  void readsPatternsAndNamesWithSpacesOnce() {
    article("my news/a one.txt", founding("One", "Ada Byron", "Enginery"));
    article("my news/b.html", PAGE.replace("Ada Byron", "Bob Crane"));
    article("my news/deep/er/c.md", founding("Three", "Eve Dole", "Dolery"));
    article("my news/.hidden.txt", founding("Four", "Hal Ince", "Incery"));
    String base = folder.resolve("my news").toString();
    run("build", base + "/*.txt", base + "/**/*.md", base + "/?.html", base, "--loc", loc()).done();

    assertThat(founders()).containsExactly("Ada Byron", "Bob Crane", "Eve Dole");
    run("build", base + "/*.pdf", "--loc", loc()).failed(1, "*.pdf: matches no file");
    run("build", base + "/[.txt", "--loc", loc()).failed(1, "[.txt: is no pattern");
  }

  @Test
  void readsAFileWhoseNameLooksLikeAPattern() {
    run(
            "build",
            article("what [now]?.txt", founding("One", "Ada Byron", "Enginery")),
            "--loc",
            loc())
        .done();

    assertThat(founders()).containsExactly("Ada Byron");
  }

  @Test
  void tellsOfTextThatIsNotEnglish() {
    String german =
        "Werft verkauft\n\nDie Werft in Rostock hat am Montag zwei Fähren an eine dänische Reederei"
            + " verkauft. Der Preis wurde nicht genannt, doch in der Branche ist von 90 Millionen Euro"
            + " die Rede.\n";
    String page =
        "<html lang='en'><title>Werft verkauft Fähren</title><body><p>"
            + german
            + "</p></body></html>";
    String english = LINE.formatted("A start", "1", "Ada Byron", "Enginery");
    String mislabelled =
        "{\"language\": \"de\", \"title\": \"A second start\", \"text\": \"The yard at the old harbour was"
            + " sold on Monday to the people who have worked there. Eve Dole founded Dolery.\"}\n";
    String line = "{\"text\": \"" + german.replace("\n", "\\n") + "\"}\n";
    Outcome built =
        run(
            "build",
            article("de.txt", german),
            article("de.html", page),
            article("mixed.jsonl", english + line + mislabelled),
            "--loc",
            loc());

    assertThat(built.status()).isEqualTo(4);
    assertThat(built.err())
        .contains(
            "de.txt: is not in English",
            "de.html: is not in English",
            "mixed.jsonl, line 2: is not")
        .contains("2 stored, 0 unchanged, 3 failed");
    assertThat(founders()).containsExactly("Ada Byron", "Eve Dole");
    assertThat(metadata()).doesNotContain(",de,");
  }

  @Test
  void isNotBroughtDownByBombs() {
    byte[] zeros = new byte[40 * 1024 * 1024];
    java.util.Arrays.fill(zeros, (byte) 'a');
    byte[] bomb = gz(zeros);
    run("build", file("bomb.txt.gz", bomb), "--loc", loc())
        .failed(1, "bomb.txt.gz: is too large for one article (more than ");
    run("build", file("bomb.html.gz", bomb), "--loc", loc())
        .failed(1, "bomb.html.gz: is too large");
    run("build", file("bomb.jsonl.gz", bomb), "--loc", loc())
        .failed(1, "bomb.jsonl.gz, line 1: is longer than 16 MB; write one article a line");
    byte[] head = "<rss><channel><item><title>".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, zeros, 0, head.length);
    run("build", file("bomb.xml.gz", gz(zeros)), "--loc", loc())
        .failed(1, "bomb.xml.gz, entry 1: is larger than 16 MB");
  }

  @Test
  void namesABrokenArchive() {
    byte[] whole = gz(LINE.formatted("A start", "1", "Ada Byron", "Enginery").repeat(2000));
    run(
            "build",
            file("cut.txt.gz", java.util.Arrays.copyOf(whole, whole.length / 2)),
            "--loc",
            loc())
        .failed(1, "cut.txt.gz: is a gzip file that is cut short; fetch it again");
    run("build", article("no.bin.gz", "x"), "--loc", loc()).failed(1, ".bin files cannot be read");
  }

  @Test
  void refusesAnArticleThatIsTooLong() {
    String sentence = "The yard at the harbour was sold to the people of the town. ";
    run("build", article("long.txt", sentence.repeat(20_000)), "--loc", loc())
        .failed(1, "long.txt: is too long for one article (1200000 characters)", "at most 1000000");
  }

  @Test
  void stopsReadingWhereNoLineIsJson() {
    Outcome built = run("build", article("prose.jsonl", "no json\n".repeat(500)), "--loc", loc());

    assertThat(built.status()).isEqualTo(1);
    assertThat(built.err().lines()).hasSize(101);
    assertThat(built.err()).contains("line 100: is the 100th broken line in a row");
  }

  @Test
  void theSameArticleFromTwoPlacesIsOne() {
    String line = LINE.formatted("One start", "1", "Ada Byron", "Enginery");
    Outcome built = run("build", article("twice.jsonl", line + line), "--loc", loc()).done();

    assertThat(built.err()).contains("the same article came before", "1 article read: 1 stored");
    String other = line.replace("Ada Byron", "Eve Dole");
    assertThat(run("build", article("two.jsonl", line + other), "--loc", loc()).err())
        .contains(
            "a second article named <https://news.example.org/1>; the first is kept, since the"
                + " address is the same");
  }

  @Test
  void noArticleTakesTheNameOfTheOntology() {
    String line =
        "{\"url\": \"https://w3id.org/newsgraph/ontology\", \"text\": \"Ada Byron founded Enginery.\"}";
    run("build", article("evil.jsonl", line), "--loc", loc())
        .failed(1, "is the ontology's name and can be no article's");
  }
}
