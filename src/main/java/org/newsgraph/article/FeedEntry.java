package org.newsgraph.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;

/** The elements of a feed's entry, or of the feed itself, that say something of an article. */
final class FeedEntry {

  private static final String DUBLIN_CORE = "http://purl.org/dc/";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Map<String, String> texts = new HashMap<>();

  /** Notes the language that an element declares. */
  void language(XMLStreamReader open) {
    String tag = open.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
    if (tag != null) {
      note("language", tag);
    }
  }

  /**
   * Takes an element with all that it holds; the reader stands at its end afterwards.
   *
   * @throws XMLStreamException if it is broken or nested deeper than {@code depth}
   */
  void take(XMLStreamReader open, int depth) throws XMLStreamException {
    String name = key(open);
    String type = Optional.ofNullable(open.getAttributeValue(null, "type")).orElse("");
    if (name.equals("link")) {
      takeLink(open);
    }
    boolean permanent = !"false".equals(open.getAttributeValue(null, "isPermaLink"));
    boolean atom = ATOM.equals(open.getNamespaceURI());
    String text = textOf(open, name, type.equals("xhtml"), depth);
    switch (name) {
      case "guid" -> note(permanent ? "guid" : "id", text);
      case "title", "content", "encoded", "description", "summary" ->
          note(name, markup(text, type.equals("text") || (type.isEmpty() && atom)));
      default -> note(name, text);
    }
  }

  /** The article that the entry is. */
  ReadResult article(FeedEntry channel, ArticleMaker maker, String input, String place) {
    Metadata metadata =
        new Metadata(
            title(),
            first("dc:creator", "author").map(FeedEntry::withoutMail),
            first("source").or(() -> channel.title()).or(() -> channel.first("dc:publisher")),
            first("pubDate", "published", "dc:date", "issued", "updated", "dc:created", "created")
                .flatMap(SourceDate::of),
            first("language", "dc:language").or(() -> channel.first("language", "dc:language")),
            Stream.of("origLink", "link", "guid", "id")
                .flatMap(name -> first(name).stream())
                .flatMap(address -> ArticleAddress.of(address).stream())
                .findFirst());
    return maker.make(input, place, body(), metadata);
  }

  private String body() {
    return Stream.of("encoded", "content", "description", "summary")
        .flatMap(name -> first(name).stream())
        .map(HtmlReader::fragment)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private Optional<String> first(String... names) {
    return Stream.of(names)
        .flatMap(name -> Optional.ofNullable(texts.get(name)).stream())
        .findFirst();
  }

  private Optional<String> title() {
    return first("title")
        .map(HtmlReader::fragment)
        .map(CleanText::line)
        .filter(line -> !line.isEmpty());
  }

  /** Plain text as markup, so that all is; its line breaks count, as in text without any tag. */
  private static String markup(String text, boolean plain) {
    String markup = plain ? escaped(text) : text;
    return markup.indexOf('<') < 0 ? markup.strip().replace("\n", "<br>") : markup;
  }

  /** "desk@example.org (Jane Roe)" is how RSS writes an author. */
  private static String withoutMail(String author) {
    return author.replaceFirst("^\\S+@\\S+\\s*\\((.+)\\)$", "$1");
  }

  private void note(String name, String text) {
    if (!text.isBlank()) {
      texts.putIfAbsent(name, text.strip());
    }
  }

  private void takeLink(XMLStreamReader open) {
    String address = open.getAttributeValue(null, "href");
    String relation = open.getAttributeValue(null, "rel");
    if (address != null && (relation == null || relation.equals("alternate"))) {
      note("link", address);
    }
  }

  /** The local name, with a prefix of ours where another vocabulary has one of the same. */
  private static String key(XMLStreamReader open) {
    String namespace = Optional.ofNullable(open.getNamespaceURI()).orElse("");
    String name = open.getLocalName();
    if (namespace.startsWith(DUBLIN_CORE)) {
      return "dc:" + name;
    }
    boolean known =
        namespace.isEmpty()
            || namespace.equals(ATOM)
            || namespace.equals(CONTENT)
            || namespace.contains("rss")
            || namespace.contains("feedburner")
            || namespace.contains("purl.org/atom");
    return known ? name : namespace + name;
  }

  /**
   * All text of an element up to its end. Of XHTML the tags are written along; of an author or
   * source only the name or title counts.
   */
  private static String textOf(XMLStreamReader open, String name, boolean markup, int depth)
      throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    String only = name.equals("author") ? "name" : name.equals("source") ? "title" : "";
    StringBuilder chosen = new StringBuilder();
    int level = 1;
    String inside = "";
    while (level > 0) {
      switch (open.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          level++;
          if (level > depth) {
            throw new XMLStreamException("elements nested too deep", open.getLocation());
          }
          inside = open.getLocalName();
          text.append(markup ? "<" + inside + ">" : " ");
        }
        case XMLStreamConstants.END_ELEMENT -> {
          level--;
          inside = "";
          if (level > 0) {
            text.append(markup ? "</" + open.getLocalName() + ">" : " ");
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          String words = open.getText();
          text.append(markup ? escaped(words) : words);
          if (inside.equals(only)) {
            chosen.append(words);
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> {
          String reference = "&" + open.getLocalName() + ";";
          text.append(markup ? reference : Parser.unescapeEntities(reference, false));
        }
        default -> {}
      }
    }
    return only.isEmpty() || chosen.isEmpty() ? text.toString() : chosen.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
