package org.newsgraph.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.fact.PartialDate;

/** What a page says of its article in OpenGraph, meta tags, microdata and its markup. */
final class HtmlMetadata {

  private static final int MAX_AUTHOR_LENGTH = 200;

  private final Document page;

  HtmlMetadata(Document page) {
    this.page = page;
  }

  /** As far as it is said; to be read before anything is taken out of the page. */
  Metadata read() {
    return new Metadata(
        headline(),
        author(),
        meta("og:site_name", "application-name", "dc.publisher", "publisher"),
        published(),
        language(),
        url());
  }

  private Optional<String> headline() {
    return first(
        Stream.concat(
            meta("og:title", "twitter:title", "dc.title", "headline", "title").stream()
                .map(this::withoutSite),
            Stream.concat(
                    texts("[itemprop=headline]", "article h1", "main h1", "h1"),
                    Stream.of(page.title()))
                .map(this::withoutSite)));
  }

  /** "Ferries sold | The Harbour Courier", where that is the medium or its first heading. */
  private String withoutSite(String title) {
    Optional<String> site = meta("og:site_name", "application-name");
    String line = CleanText.line(title);
    Optional<String> heading =
        texts("h1").filter(h1 -> line.startsWith(h1) && h1.length() >= 12).findFirst();
    if (heading.isPresent()) {
      return heading.get();
    }
    for (String separator : List.of(" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00B7 ")) {
      int at = line.lastIndexOf(separator);
      if (at > 0
          && site.filter(s -> s.equalsIgnoreCase(line.substring(at + separator.length())))
              .isPresent()) {
        return line.substring(0, at).strip();
      }
    }
    return line;
  }

  private Optional<String> author() {
    List<String> names = new ArrayList<>();
    for (String key :
        List.of(
            "author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "article:author",
            "og:article:author",
            "byl")) {
      metas(key).filter(HtmlMetadata::isAuthor).map(HtmlMetadata::withoutBy).forEach(names::add);
      if (!names.isEmpty()) {
        return Optional.of(String.join(", ", names.stream().distinct().toList()));
      }
    }
    for (String marked :
        List.of(
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            "[rel~=author]",
            ".byline",
            ".author",
            ".article-author",
            ".byline-name")) {
      Optional<String> name =
          texts(marked)
              .filter(HtmlMetadata::isAuthor)
              .map(HtmlMetadata::withoutBy)
              .flatMap(HtmlMetadata::name)
              .findFirst();
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  private static boolean isAuthor(String text) {
    return !text.isEmpty() && text.length() <= MAX_AUTHOR_LENGTH && !text.contains("://");
  }

  private static String withoutBy(String text) {
    return text.replaceFirst("^(?i:by|written by|words by)[:\\s]+", "");
  }

  /** The names in a byline, without date and place. */
  private static Stream<String> name(String line) {
    return Byline.isName(line)
        ? Stream.of(line)
        : Byline.read("By " + line, true).flatMap(Byline::author).stream();
  }

  private Optional<PartialDate> published() {
    Stream<String> times =
        page
            .select(
                "time[itemprop=datePublished], time[pubdate], article time[datetime], time[datetime]")
            .stream()
            .map(time -> time.attr("datetime"));
    Stream<String> items =
        page.select("[itemprop=datePublished]").stream()
            .map(item -> item.hasAttr("content") ? item.attr("content") : item.text());
    return Stream.of(
            metas("article:published_time"),
            metas("og:article:published_time"),
            metas("parsely-pub-date"),
            metas("sailthru.date"),
            metas("date"),
            metas("pubdate"),
            metas("publishdate"),
            metas("publish-date"),
            metas("publication_date"),
            metas("dc.date.issued"),
            metas("dc.date"),
            metas("dcterms.created"),
            items,
            times)
        .flatMap(dates -> dates)
        .flatMap(date -> SourceDate.of(date).stream())
        .findFirst();
  }

  private Optional<String> language() {
    return first(
        Stream.of(
                Stream.of(page.select("html").attr("lang"), page.select("html").attr("xml:lang")),
                metas("content-language"),
                metas("dc.language"),
                metas("language"),
                metas("og:locale"))
            .flatMap(tags -> tags));
  }

  private Optional<String> url() {
    return Stream.concat(
            page.select("link[rel~=(?i)\\bcanonical\\b]").stream().map(this::address),
            metas("og:url"))
        .flatMap(address -> ArticleAddress.of(address).stream())
        .findFirst();
  }

  /** As it stands, or where relative, seen from the page's base if it names one. */
  private String address(Element link) {
    String absolute = link.absUrl("href");
    return absolute.isEmpty() ? link.attr("href") : absolute;
  }

  private Optional<String> meta(String... keys) {
    return first(Stream.of(keys).flatMap(this::metas));
  }

  private Stream<String> metas(String key) {
    return page.select("meta").stream()
        .filter(
            meta ->
                meta.attr("property").equalsIgnoreCase(key)
                    || meta.attr("name").equalsIgnoreCase(key)
                    || meta.attr("http-equiv").equalsIgnoreCase(key))
        .map(meta -> CleanText.line(meta.attr("content")))
        .filter(content -> !content.isEmpty());
  }

  private Stream<String> texts(String... selectors) {
    return Stream.of(selectors)
        .flatMap(selector -> page.select(selector).stream())
        .map(
            element ->
                CleanText.line(
                    element.hasAttr("content") ? element.attr("content") : element.text()));
  }

  private static Optional<String> first(Stream<String> texts) {
    return texts.filter(text -> !text.isBlank()).findFirst();
  }
}
