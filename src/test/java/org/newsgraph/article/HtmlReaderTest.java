package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.ReadResult.Read;
import org.newsgraph.article.ReadResult.Unreadable;

class HtmlReaderTest {

  private static final String FIRST =
      "The yard at the old harbour sold two ferries to a Danish line on Monday, it said.";
  private static final String SECOND =
      "The price was not given, but people in the trade speak of 90 million euros for both.";

  private final HtmlReader reader =
      new HtmlReader(new ArticleMaker(new ArticleIris("https://example.org/"), Optional.empty()));

  private Article read(String html) {
    ReadResult result = reader.read("page.html", html.getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(Read.class);
    return ((Read) result).article();
  }

  private static String page(String body) {
    return "<html><head><title>Ferries sold to Denmark</title></head><body>"
        + body
        + "</body></html>";
  }

  private static String text(String... paragraphs) {
    return "Ferries sold to Denmark\n\n" + String.join("\n\n", paragraphs);
  }

  @Test
  void findsTheTextAmongTeasers() {
    String teasers =
        "<div class='grid'>"
            + "<div><a href='/1'><p>Another story of the day that is worth a long look, perhaps</p></a></div>"
                .repeat(6)
            + "</div>";
    String html =
        page(teasers + "<div><div><p>" + FIRST + "</p><p>" + SECOND + "</p></div></div>" + teasers);
    assertThat(read(html).text()).isEqualTo(text(FIRST, SECOND));
  }

  @Test
  void keepsATextThatIsParted() {
    String html =
        page(
            "<div id='a'><div><p>"
                + FIRST
                + "</p></div><div class='ad-slot'>Buy ferries here</div><div><p>"
                + SECOND
                + "</p></div></div><div class='footer-links'><a href='/'>About</a></div>");
    assertThat(read(html).text()).isEqualTo(text(FIRST, SECOND));
  }

  @Test
  void takesTheLongestOfSeveralArticles() {
    String html =
        page(
            "<article><h2>Other</h2><p>Short.</p></article><article><p>"
                + FIRST
                + "</p><p>"
                + SECOND
                + "</p></article>");
    assertThat(read(html).text()).isEqualTo(text(FIRST, SECOND));
  }

  @Test
  void keepsWhatItsNameAloneCallsApart() {
    String html =
        page(
            "<div class='content sidebar-right related'><p>"
                + FIRST
                + "</p><p>"
                + SECOND
                + "</p></div>");
    assertThat(read(html).text()).isEqualTo(text(FIRST, SECOND));
  }

  @Test
  void breaksTextAsABrowserDoes() {
    String html =
        page(
            "<article><p>One <b>bo</b>ld\n  word, a&nbsp;gap &amp; a soft&shy;ness.<br>A line.<br><br>A block."
                + "<ul><li>An item</li><li>Next</li></ul><p>He said <q>so</q>.<sup><a href='#n1'>1</a></sup></p>"
                + "<p>"
                + FIRST
                + "</p></article>");
    assertThat(read(html).text())
        .isEqualTo(
            text(
                "One bold word, a gap & a softness.\nA line.",
                "A block.",
                "An item",
                "Next",
                "He said \u201Cso\u201D.",
                FIRST));
  }

  @Test
  void readsMetaTagsWhereThereIsNoLinkedData() {
    Article article =
        read(
            "<html><head><meta property='og:title' content='Ferries sold - The Courier'>"
                + "<meta property='og:site_name' content='The Courier'><meta name='author' content='By Jane Roe'>"
                + "<meta property='article:published_time' content='2025-01-29T08:00:00Z'>"
                + "<meta property='og:url' content='https://courier.example.org/x'>"
                + "<script type='application/ld+json'>{broken</script></head><body><p>"
                + FIRST
                + "</p></body></html>");
    assertThat(article.headline()).contains("Ferries sold");
    assertThat(article.author()).contains("Jane Roe");
    assertThat(article.publisher()).contains("The Courier");
    assertThat(article.published().orElseThrow().iso()).isEqualTo("2025-01-29");
    assertThat(article.iri()).isEqualTo("https://courier.example.org/x");
  }

  @Test
  void fallsBackOnMarkup() {
    Article article =
        read(
            page(
                "<article><h1>Ferries sold to Denmark</h1><span class='byline'>By Jane Roe, Port Editor</span>"
                    + "<time datetime='2025-01-29'>today</time><p>"
                    + FIRST
                    + "</p></article>"));
    assertThat(article.author()).contains("Jane Roe");
    assertThat(article.published().orElseThrow().iso()).isEqualTo("2025-01-29");
    assertThat(article.text()).doesNotContain("Editor");
  }

  @Test
  void takesNoWholeSiteForAnArticlesAddress() {
    Article article =
        read(
            "<html><head><title>Ferries sold to Denmark</title><link rel=canonical href='https://example.com/'>"
                + "</head><body><p>"
                + FIRST
                + "</p></body></html>");
    assertThat(article.url()).isEmpty();
    assertThat(article.iri())
        .isEqualTo("https://example.org/article/undated/ferries-sold-to-denmark");
  }

  @Test
  void mendsAFewWrongBytesAndRefusesMany() {
    byte[] few =
        page("<meta charset=utf-8><p>" + (FIRST + " ").repeat(20) + "\u00FF")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(reader.read("few.html", few)).isInstanceOf(Read.class);
    byte[] many =
        page("<meta charset=utf-8><p>" + "\u00FF\u00FE".repeat(500))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(((Unreadable) reader.read("many.html", many)).message())
        .isEqualTo(
            "many.html: is not in the encoding it declares (UTF-8); save the page again as UTF-8");
  }
}
