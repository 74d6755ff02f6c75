package org.newsgraph.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.newsgraph.article.ReadResult.LeftOut;
import org.newsgraph.article.ReadResult.Unreadable;

/**
 * Reads the entries of a saved RSS or Atom feed, one after the other, and holds no more than one at
 * a time. Document types are not looked at, so no entity is expanded and nothing is fetched.
 */
final class FeedReader extends Results {

  /** The most bytes of an entry. */
  static final int MAX_ENTRY = 16 * 1024 * 1024;

  private static final int MAX_DEPTH = 200;

  private final String input;
  private final LimitedInput in;
  private final ArticleMaker maker;
  private final FeedEntry channel = new FeedEntry();
  private @Nullable XMLStreamReader xml;
  private int entries;
  private boolean over;

  /**
   * @param in not closed
   */
  FeedReader(String input, InputStream in, ArticleMaker maker) {
    this.input = input;
    this.in = new LimitedInput(in, MAX_ENTRY);
    this.maker = maker;
  }

  @Override
  Optional<ReadResult> advance() {
    if (over) {
      return Optional.empty();
    }
    try {
      if (xml == null) {
        xml = open(in);
        Optional<ReadResult> foreign = enterRoot(xml);
        if (foreign.isPresent()) {
          over = true;
          return foreign;
        }
      }
      return nextEntry(xml);
    } catch (XMLStreamException e) {
      over = true;
      return Optional.of(broken(e));
    }
  }

  private static XMLStreamReader open(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    // The default one prints to standard error what is thrown as well.
    factory.setXMLReporter((message, type, about, location) -> {});
    return factory.createXMLStreamReader(in);
  }

  private Optional<ReadResult> enterRoot(XMLStreamReader open) throws XMLStreamException {
    while (open.hasNext() && open.next() != XMLStreamConstants.START_ELEMENT) {}
    String root = open.getLocalName().toLowerCase(Locale.ROOT);
    channel.language(open);
    return root.equals("rss") || root.equals("feed") || root.equals("rdf")
        ? Optional.empty()
        : Optional.of(
            new Unreadable(
                input,
                "",
                "is no RSS or Atom feed (its root is <%s>)".formatted(open.getLocalName()),
                "name a web page .html"));
  }

  private Optional<ReadResult> nextEntry(XMLStreamReader open) throws XMLStreamException {
    while (open.hasNext()) {
      if (open.next() == XMLStreamConstants.START_ELEMENT) {
        String name = open.getLocalName();
        if (name.equals("item") || name.equals("entry")) {
          entries++;
          in.renew();
          String place =
              "entry %d (line %d)".formatted(entries, open.getLocation().getLineNumber());
          FeedEntry entry = new FeedEntry();
          entry.language(open);
          readChildren(open, entry);
          return Optional.of(entry.article(channel, maker, input, place));
        }
        if (!name.equals("channel")) {
          channel.take(open, MAX_DEPTH);
        } else {
          channel.language(open);
        }
      }
    }
    over = true;
    return entries == 0
        ? Optional.of(new LeftOut(input, "is a feed without entries"))
        : Optional.empty();
  }

  private static void readChildren(XMLStreamReader open, FeedEntry entry)
      throws XMLStreamException {
    while (open.hasNext()) {
      int event = open.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        entry.take(open, MAX_DEPTH);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
    }
  }

  private ReadResult broken(XMLStreamException e) {
    Throwable cause = e.getNestedException();
    if (cause instanceof LimitedInput.Exceeded) {
      return new Unreadable(
          input,
          "entry " + Math.max(1, entries),
          "is larger than %d MB".formatted(MAX_ENTRY / (1024 * 1024)),
          "what follows is not read; take the entry out");
    }
    if (cause instanceof IOException io) {
      return new Unreadable(
          input, "", "could not be read on: " + JsonLinesReader.reason(io), "fetch it again");
    }
    String place =
        e.getLocation() == null || e.getLocation().getLineNumber() < 0
            ? ""
            : "line %d, column %d"
                .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
    String message = String.valueOf(e.getMessage());
    return new Unreadable(
        input,
        place,
        "is broken XML: "
            + message.replaceFirst("(?s).*Message: ", "").strip().replaceFirst("\\.$", ""),
        entries == 0 ? "save the feed again" : "what follows is not read; save the feed again");
  }
}
