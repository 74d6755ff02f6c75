package org.newsgraph.evaluate;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ReadArticle.Kind;

/**
 * Reads CoNLL-U with entities as GUM has them: {@code Entity=(1-person-...} where a mention begins,
 * {@code Entity=1)} where it ends, with the fields that {@code # global.Entity} names.
 */
final class GumReader {

  /**
   * A document.
   *
   * @param news whether its genre is news
   * @param mentions of every type, nested ones too, in the order of their beginnings
   */
  record Document(Article article, boolean news, List<GoldMention> mentions) {}

  private static final Pattern BRACKET = Pattern.compile("\\(([^()]+)(\\))?|([^()]+)\\)");
  private static final Pattern ENTITY = Pattern.compile("(?:^|\\|)Entity=([^|]*)");
  private static final int COLUMNS = 10;
  private static final int FORM = 1;
  private static final int TAG = 3;
  private static final int FINE_TAG = 4;
  private static final int HEAD = 6;
  private static final int MISC = 9;

  private record Word(String tag, String fineTag, int head, Span span) {}

  private record Open(String entity, String type, String core, int first) {}

  private final Path file;
  private final List<Document> documents = new ArrayList<>();

  private String id = "";
  private boolean news;
  private List<String> fields = List.of();
  private StringBuilder text = new StringBuilder();
  private List<Paragraph> paragraphs = new ArrayList<>();
  private List<GoldMention> mentions = new ArrayList<>();
  private Role role = Role.BODY;
  private int paragraph;
  private List<Word> words = new ArrayList<>();
  private Deque<Open> open = new ArrayDeque<>();
  private List<int[]> spans = new ArrayList<>();
  private List<Open> closed = new ArrayList<>();
  private boolean glued;
  private int coveredTo;

  private GumReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws GoldException if it does not keep to the format
   */
  static List<Document> read(Path file) {
    GumReader reader = new GumReader(file);
    int number = 0;
    for (String line : GoldFiles.lines(file)) {
      number++;
      if (line.startsWith("#")) {
        reader.comment(line.substring(1).strip());
      } else if (line.isBlank()) {
        reader.sentence(number);
      } else {
        reader.word(number, line.split("\t", -1));
      }
    }
    reader.sentence(number);
    reader.document();
    if (reader.documents.isEmpty()) {
      throw new GoldException(file, "has no document; each begins with '# newdoc id = ...'");
    }
    return reader.documents;
  }

  private void comment(String comment) {
    if (comment.startsWith("newdoc")) {
      document();
      id = value(comment);
    } else if (comment.startsWith("global.Entity")) {
      fields = List.of(value(comment).split("-"));
    } else if (comment.startsWith("meta::genre")) {
      news = value(comment).equals("news");
    } else if (comment.startsWith("newpar_block")) {
      role = value(comment).startsWith("head") ? Role.HEADLINE : Role.BODY;
    } else if (comment.equals("newpar") || comment.startsWith("newpar ")) {
      paragraph();
      role = Role.BODY;
    }
  }

  private static String value(String comment) {
    return comment.substring(comment.indexOf('=') + 1).strip();
  }

  private void document() {
    paragraph();
    if (!text.isEmpty()) {
      mentions.sort((a, b) -> a.span().compareTo(b.span()));
      documents.add(
          new Document(
              new Article(
                  "urn:gum:" + id,
                  text.toString(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  paragraphs),
              news,
              List.copyOf(mentions)));
    }
    text = new StringBuilder();
    paragraphs = new ArrayList<>();
    mentions = new ArrayList<>();
    paragraph = 0;
    news = false;
  }

  private void paragraph() {
    if (text.length() > paragraph) {
      paragraphs.add(new Paragraph(new Span(paragraph, text.length()), role));
      text.append("\n\n");
      paragraph = text.length();
    }
    glued = true;
  }

  private void word(int number, String[] columns) {
    if (columns.length != COLUMNS) {
      throw new GoldException(
          file, number, "a word has 10 columns with tabs between, not " + columns.length);
    }
    if (columns[0].contains(".")) {
      return;
    }
    int dash = columns[0].indexOf('-');
    if (dash > 0) {
      // Several words written as one: "8-9 daughter's".
      append(columns);
      coveredTo = number(number, columns[0].substring(dash + 1));
      return;
    }
    int place = number(number, columns[0]);
    if (place != words.size() + 1) {
      throw new GoldException(file, number, "word " + place + " is out of turn");
    }
    Span span = place <= coveredTo ? within(columns[FORM]) : append(columns);
    words.add(new Word(columns[TAG], columns[FINE_TAG], number(number, columns[HEAD]), span));
    Matcher entity = ENTITY.matcher(columns[MISC]);
    if (entity.find()) {
      brackets(number, entity.group(1));
    }
  }

  private int number(int line, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new GoldException(file, line, "'" + text + "' has to be a whole number");
    }
  }

  private Span append(String[] columns) {
    if (!glued) {
      text.append(' ');
    }
    int begin = text.length();
    text.append(columns[FORM]);
    glued = columns[MISC].contains("SpaceAfter=No");
    return new Span(begin, text.length());
  }

  /** A word of several that are written as one, which has been appended. */
  private Span within(String form) {
    int from = words.isEmpty() ? paragraph : words.getLast().span().end();
    int begin = text.indexOf(form, from);
    int start = begin < 0 ? Math.min(from, text.length() - 1) : begin;
    return new Span(start, begin < 0 ? text.length() : begin + form.length());
  }

  private void brackets(int number, String entities) {
    Matcher bracket = BRACKET.matcher(entities);
    while (bracket.find()) {
      if (bracket.group(1) == null) {
        close(number, bracket.group(3));
      } else {
        List<String> given = Arrays.asList(bracket.group(1).split("-", -1));
        open.push(
            new Open(
                given.getFirst(),
                field(given, "etype", 1),
                field(given, "minspan", given.size()),
                words.size()));
        if (bracket.group(2) != null) {
          close(number, given.getFirst());
        }
      }
    }
  }

  private String field(List<String> given, String name, int otherwise) {
    int index = fields.contains(name) ? fields.indexOf(name) : otherwise;
    return index < given.size() ? given.get(index) : "";
  }

  private void close(int number, String entity) {
    Iterator<Open> opened = open.iterator();
    while (opened.hasNext()) {
      Open candidate = opened.next();
      if (candidate.entity().equals(entity)) {
        opened.remove();
        closed.add(candidate);
        spans.add(new int[] {candidate.first(), words.size()});
        return;
      }
    }
    throw new GoldException(
        file, number, "entity " + entity + " ends here and begins nowhere; mend Entity=");
  }

  private void sentence(int number) {
    if (words.isEmpty()) {
      return;
    }
    if (!open.isEmpty()) {
      throw new GoldException(
          file, number, "entity " + open.peek().entity() + " does not end; mend Entity=");
    }
    for (int i = 0; i < closed.size(); i++) {
      mentions.add(mention(closed.get(i), spans.get(i)));
    }
    words = new ArrayList<>();
    closed = new ArrayList<>();
    spans = new ArrayList<>();
    open = new ArrayDeque<>();
    glued = false;
    coveredTo = 0;
  }

  /**
   * A mention.
   *
   * @param range its first and last word, from 1
   */
  private GoldMention mention(Open open, int[] range) {
    Span span = words.get(range[0] - 1).span().union(words.get(range[1] - 1).span());
    int head = range[0];
    for (int i = range[0]; i <= range[1]; i++) {
      int governor = words.get(i - 1).head();
      if (governor < range[0] || governor > range[1]) {
        head = i;
        break;
      }
    }
    Span core = words.get(head - 1).span();
    for (String place : open.core().split(",")) {
      if (place.matches("\\d{1,4}")) {
        int word = range[0] + Integer.parseInt(place) - 1;
        if (word >= range[0] && word <= range[1]) {
          core =
              place.equals(open.core().split(",")[0])
                  ? words.get(word - 1).span()
                  : core.union(words.get(word - 1).span());
        }
      }
    }
    Word governing = words.get(head - 1);
    Kind kind =
        governing.tag().equals("PRON")
            ? Kind.PRONOUN
            : governing.fineTag().startsWith("NNP") ? Kind.NAME : Kind.NOMINAL;
    return new GoldMention(span, core, kind, open.type(), open.entity());
  }
}
