package org.newsgraph.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.HtmlText.Block;

/**
 * Finds the article on a web page: takes off what its markup calls navigation, advertisement,
 * comments and the like, then looks for the element that holds most of the running text.
 */
final class MainContent {

  private static final String NEVER =
      "script, style, noscript, template, iframe, object, embed, svg, canvas, math, audio, video,"
          + " picture, img, button, input, select, textarea, nav, dialog, figure, figcaption, [hidden],"
          + " [aria-hidden=true], [role=navigation], [role=complementary], [role=banner],"
          + " [role=contentinfo], [role=search], [role=dialog], [role=alert], [role=menu],"
          + " [role=tooltip], [style*=display:none], [style*=display: none], sup:has(a[href^=#])";

  private static final String MOSTLY = "aside, footer, form, menu";

  /** Words in the class or identifier of an element that is no part of the article's text. */
  private static final Set<String> APART =
      Set.of(
          ("ad ads advert advertisement advertorial author authors banner bio breadcrumb breadcrumbs"
                  + " byline caption carousel comment comments consent cookie cookies copyright"
                  + " credit dateline-meta disclaimer disqus donate donation footer gallery hidden"
                  + " kicker login masthead menu meta metadata modal more-stories most-read nav navbar"
                  + " navigation newsletter newsletters outbrain overlay pagination pager paywall"
                  + " popular popup print promo promos promoted promotion rail readmore recirc"
                  + " recirculation recommended recommendations related share sharebar sharing"
                  + " shoutbox sidebar signup skip social socials sponsor sponsored subscribe"
                  + " subscription tag tags taboola teaser teasers timestamp toolbar tooltip topics"
                  + " trending visually-hidden widget sr-only screen-reader-text")
              .split(" "));

  private static final Pattern WORD_BORDER =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** What is called apart and yet holds so much of the page's running text is the article. */
  private static final double TOO_MUCH_TO_DROP = 0.4;

  private static final int SHORTEST_PARAGRAPH = 40;
  private static final double MOST_LINKED = 0.5;
  private static final double ENOUGH = 0.5;
  private static final double WORTH_CLIMBING = 1.25;

  private MainContent() {}

  /**
   * The article's blocks, without its headline where that is a heading above the text.
   *
   * @param page is changed: what is no article is taken out of it
   */
  static List<Block> of(Document page) {
    page.select(NEVER).remove();
    dropApart(page);
    List<Block> blocks = HtmlText.blocks(page.body());
    Element root = root(page, blocks);
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks) {
      if (isWithin(block.element(), root) && isText(block)) {
        kept.add(block);
      }
    }
    while (!kept.isEmpty() && isHeading(kept.getLast().element())) {
      kept.removeLast();
    }
    return kept;
  }

  private static void dropApart(Document page) {
    long all = Math.max(1, runningText(HtmlText.blocks(page.body())));
    List<Element> apart = new ArrayList<>(page.body().select(MOSTLY));
    for (Element element : page.body().select("[class], [id]")) {
      if (isApart(element)) {
        apart.add(element);
      }
    }
    for (Element element : apart) {
      boolean kept =
          element == page.body()
              || !element.hasParent()
              || element.selectFirst("h1") != null && element.selectFirst("p") != null
              || runningText(HtmlText.blocks(element)) > TOO_MUCH_TO_DROP * all;
      if (!kept) {
        element.remove();
      }
    }
  }

  private static boolean isApart(Element element) {
    String name = element.normalName();
    if (name.equals("article") || name.equals("main") || name.equals("p")) {
      return false;
    }
    String names = element.className() + " " + element.id();
    for (String each : names.split("\\s+")) {
      if (APART.contains(each.toLowerCase(Locale.ROOT))) {
        return true;
      }
      String[] words = WORD_BORDER.split(each);
      // The last word says what the element is, the first what it belongs to: "article-share".
      if (words.length > 0
          && (APART.contains(words[words.length - 1].toLowerCase(Locale.ROOT))
              || APART.contains(words[0].toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }

  private static Element root(Document page, List<Block> blocks) {
    Map<Element, Long> text = new IdentityHashMap<>();
    long all = 0;
    for (Block block : blocks) {
      if (isRunning(block)) {
        all += block.text().length();
        for (Element at = block.element(); at != null; at = at.parent()) {
          text.merge(at, (long) block.text().length(), Long::sum);
        }
      }
    }
    for (String marked :
        List.of("[itemprop~=articleBody]", "article", "main, [role=main], [itemprop=mainEntity]")) {
      Element most =
          page.body().select(marked).stream()
              .max(Comparator.comparingLong(e -> text.getOrDefault(e, 0L)))
              .orElse(page.body());
      if (most != page.body() && text.getOrDefault(most, 0L) >= ENOUGH * all && all > 0) {
        return most;
      }
    }
    return densest(page.body(), text, all);
  }

  /** Goes down to where the text parts, and stays above parts that belong together. */
  private static Element densest(Element body, Map<Element, Long> text, long all) {
    Element at = body;
    while (true) {
      Element child =
          at.children().stream()
              .max(Comparator.comparingLong(e -> text.getOrDefault(e, 0L)))
              .orElse(at);
      long held = text.getOrDefault(child, 0L);
      if (child == at || held == 0 || text.getOrDefault(at, 0L) > WORTH_CLIMBING * held) {
        return all == 0 ? body : at;
      }
      at = child;
    }
  }

  private static long runningText(List<Block> blocks) {
    return blocks.stream().filter(MainContent::isRunning).mapToLong(b -> b.text().length()).sum();
  }

  /** Whether the block looks like a paragraph of an article. */
  private static boolean isRunning(Block block) {
    return block.text().length() >= SHORTEST_PARAGRAPH && block.linkShare() < MOST_LINKED;
  }

  /** Whether a block within the article belongs to its text. */
  private static boolean isText(Block block) {
    return block.linkShare() < MOST_LINKED
        || (block.linkShare() < 1 && block.text().length() > 2 * SHORTEST_PARAGRAPH);
  }

  private static boolean isHeading(Element element) {
    return element.normalName().matches("h[1-6]");
  }

  private static boolean isWithin(Element element, Element root) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at == root) {
        return true;
      }
    }
    return false;
  }
}
