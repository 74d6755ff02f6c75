package org.newsgraph.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Gives the text of HTML elements as a browser would break it: a block after the other. */
final class HtmlText {

  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside blockquote body center dd details dialog div dl dt fieldset"
                  + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
                  + " main menu nav ol p pre search section summary table tbody td tfoot th thead tr"
                  + " ul")
              .split(" "));

  private HtmlText() {}

  /**
   * A block.
   *
   * @param text without outer white space, not empty; a line break within it is one of the page
   * @param linked how many of its characters belong to links
   * @param element the innermost block element that holds its first words
   */
  record Block(String text, int linked, Element element) {

    /** From 0 to 1. */
    double linkShare() {
      return Math.min(1.0, linked / (double) text.length());
    }
  }

  /** The blocks below an element, in the order of the page, empty ones left out. */
  static List<Block> blocks(Element root) {
    Walk walk = new Walk(root);
    root.traverse(walk);
    walk.end();
    return List.copyOf(walk.blocks);
  }

  /** All blocks as one text with blank lines between them. */
  static String of(Element root) {
    return join(blocks(root));
  }

  static String join(List<Block> blocks) {
    return String.join("\n\n", blocks.stream().map(Block::text).toList());
  }

  private static final class Walk implements NodeVisitor {

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Element holder;
    private int linked;
    private int links;
    private int preformatted;

    Walk(Element root) {
      this.holder = root;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
          end();
          holder = element;
        }
        links += name.equals("a") ? 1 : 0;
        preformatted += name.equals("pre") ? 1 : 0;
        if (name.equals("br")) {
          lineBreak();
        } else if (name.equals("q")) {
          text.append('\u201C');
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
          end();
          holder = element.parent() == null ? element : element.parent();
        }
        links -= name.equals("a") ? 1 : 0;
        preformatted -= name.equals("pre") ? 1 : 0;
        if (name.equals("q")) {
          text.append('\u201D');
        }
      }
    }

    private void append(String words) {
      int before = text.length();
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (c == '\u00AD' || c == '\u200B' || c == '\u2060' || c == '\uFEFF') {
          continue;
        }
        if (preformatted > 0 && (c == '\n' || c == '\r')) {
          text.append('\n');
        } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          text.append(c);
        } else if (!text.isEmpty() && !isSpace(text.charAt(text.length() - 1))) {
          text.append(' ');
        }
      }
      linked += links > 0 ? text.length() - before : 0;
    }

    /** Two line breaks in a row part paragraphs, as pages without p elements do it. */
    private void lineBreak() {
      while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
        text.setLength(text.length() - 1);
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
        end();
      } else if (!text.isEmpty()) {
        text.append('\n');
      }
    }

    void end() {
      String block = text.toString().strip();
      if (!block.isEmpty()) {
        blocks.add(new Block(block, Math.min(linked, block.length()), holder));
      }
      text.setLength(0);
      linked = 0;
    }

    private static boolean isSpace(char c) {
      return c == ' ' || c == '\n';
    }
  }
}
