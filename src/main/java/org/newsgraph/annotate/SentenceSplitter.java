package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.data.DataTable;

/**
 * Finds where sentences end among the tokens of a paragraph, in linear time.
 *
 * <p>A full stop, question or exclamation mark ends a sentence unless the next word goes on with
 * it. A quotation that starts within a sentence, or that words such as "she said" follow, stays in
 * one sentence with them, as does what stands in brackets. A sentence without an end, such as a
 * table of figures, is cut at a comma or semicolon.
 */
final class SentenceSplitter {

  /** The most tokens of a sentence. */
  static final int MAX_TOKENS = 160;

  /** A longer quotation is split into its sentences, wherever it starts. */
  private static final int MAX_QUOTATION = 60;

  private static final Set<String> ENDS = Set.of(".", "?", "!", "..", "...", "....", "\u2026");
  private static final Set<String> COMPANY_ENDINGS = Set.of("Inc", "Inc.", "Corp", "Corp.", "Ltd");
  private static final String OPENERS = "\"'([{\u201C\u2018\u00AB";
  private static final String CLOSERS = "\"')]}\u201D\u2019\u00BB";

  private final Abbreviations abbreviations;
  private final Set<String> functionWords = DataTable.read("function-words.txt").words();
  private final Set<String> reportingVerbs = DataTable.read("reporting-verbs.txt").words();

  SentenceSplitter(Abbreviations abbreviations) {
    this.abbreviations = abbreviations;
  }

  /**
   * Splits a paragraph.
   *
   * @param tokens of the paragraph, in order
   * @return the tokens of one sentence after another
   */
  List<List<Span>> split(String text, List<Span> tokens) {
    Paragraph paragraph = new Paragraph(text, tokens);
    List<List<Span>> sentences = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int end = paragraph.sentenceEnd(i, begin);
      if (end > 0 || i == tokens.size() - 1) {
        int next = end > 0 ? end : tokens.size();
        addCapped(paragraph, begin, next, sentences);
        begin = next;
        i = next - 1;
      }
    }
    return sentences;
  }

  private static void addCapped(
      Paragraph paragraph, int begin, int end, List<List<Span>> sentences) {
    int from = begin;
    while (end - from > MAX_TOKENS) {
      int cut = from + MAX_TOKENS;
      for (int i = cut; i > from + MAX_TOKENS / 2; i--) {
        String token = paragraph.at(i - 1);
        if (token.equals(";") || token.equals(",") || paragraph.lineBreakBefore(i)) {
          cut = i;
          break;
        }
      }
      sentences.add(List.copyOf(paragraph.tokens.subList(from, cut)));
      from = cut;
    }
    sentences.add(List.copyOf(paragraph.tokens.subList(from, end)));
  }

  /** The tokens of a paragraph, and the quotation marks and brackets among them in pairs. */
  private final class Paragraph {
    private final String text;
    private final List<Span> tokens;

    /** For a token within a quotation or brackets, the token that opens the outermost; else -1. */
    private final int[] openedAt;

    /** The same for the token that closes it. */
    private final int[] closedAt;

    Paragraph(String text, List<Span> tokens) {
      this.text = text;
      this.tokens = tokens;
      openedAt = new int[tokens.size()];
      closedAt = new int[tokens.size()];
      Arrays.fill(openedAt, -1);
      Arrays.fill(closedAt, -1);
      pair("\u201C", "\u201D");
      pair("\u00AB", "\u00BB");
      pair("\"", "\"");
      pair("\u2018", "\u2019");
      pair("(", ")");
    }

    private void pair(String opener, String closer) {
      int open = -1;
      for (int i = 0; i < tokens.size(); i++) {
        String token = at(i);
        boolean straight = opener.equals(closer);
        if (open >= 0 && token.equals(closer) && !(straight && opensHere(i))) {
          for (int k = open + 1; k < i; k++) {
            if (openedAt[k] < 0 || openedAt[k] > open) {
              openedAt[k] = open;
              closedAt[k] = i;
            }
          }
          open = -1;
        } else if (token.equals(opener) && (!straight || open < 0)) {
          open = i;
        }
      }
    }

    /**
     * Whether a straight quotation mark stands as an opening one does: space before, none after.
     */
    private boolean opensHere(int i) {
      return i + 1 < tokens.size() && spaceBefore(i) && !spaceBefore(i + 1);
    }

    String at(int i) {
      return i >= 0 && i < tokens.size() ? tokens.get(i).of(text) : "";
    }

    /** The index after the sentence that ends with token {@code i}; 0 where none ends. */
    int sentenceEnd(int i, int begin) {
      String token = at(i);
      boolean mark = ENDS.contains(token);
      boolean abbreviation = !mark && token.length() > 1 && token.endsWith(".");
      if (!mark && !abbreviation) {
        return 0;
      }
      int next = i + 1;
      while (next < tokens.size()
          && (ENDS.contains(at(next)) || (isOneOf(CLOSERS, at(next)) && closes(next)))) {
        next++;
      }
      while (isCitation(next)) {
        next += 3;
      }
      if (next >= tokens.size()) {
        return next;
      }
      boolean ends =
          startsSentence(next)
              && !staysTogether(i, next, begin)
              && (abbreviation ? endsAsAbbreviation(i, next) : endsAsMark(i, next, begin));
      return ends ? next : 0;
    }

    /** A reference such as "[17]" belongs to the sentence before it. */
    private boolean isCitation(int i) {
      return at(i).equals("[") && at(i + 1).matches("\\d{1,3}") && at(i + 2).equals("]");
    }

    private boolean closes(int i) {
      return !at(i).equals("\"") && !at(i).equals("'") || !spaceBefore(i) || !opensHere(i);
    }

    /**
     * Whether the words from {@code i} on may begin a sentence: not in lower case, save "iPhone".
     */
    private boolean startsSentence(int i) {
      int word = firstWord(i);
      String token = at(word);
      if (token.isEmpty()) {
        return false;
      }
      int first = token.codePointAt(0);
      boolean camel = token.chars().skip(1).anyMatch(Character::isUpperCase);
      return Character.isLetter(first)
          ? !Character.isLowerCase(first) || camel
          : Character.isDigit(first) || !isOneOf(",;:", token);
    }

    private int firstWord(int i) {
      int word = i;
      while (word < tokens.size() - 1 && isOneOf(OPENERS, at(word))) {
        word++;
      }
      return word;
    }

    private boolean endsAsMark(int i, int next, int begin) {
      String before = at(i - 1);
      boolean numbersAnItem =
          at(i).equals(".") && i - begin <= 1 && before.matches("\\d{1,2}|\\p{L}");
      boolean inName = at(i).equals("!") && COMPANY_ENDINGS.contains(at(next));
      boolean spaced = spaceBefore(next) || isLowerWord(before) || next > i + 1;
      boolean attributed = next > i + 1 && !at(i).equals(".") && isAttribution(next);
      return !numbersAnItem && !inName && spaced && !attributed;
    }

    private boolean isLowerWord(String token) {
      return token.length() > 1 && token.chars().allMatch(Character::isLowerCase);
    }

    private boolean endsAsAbbreviation(int i, int next) {
      String token = at(i);
      int word = firstWord(next);
      boolean opensWithFunctionWord =
          functionWords.contains(at(word).toLowerCase(Locale.ROOT)) && !at(word + 1).equals(".");
      boolean mayEnd = !abbreviations.isTitle(token) || token.equals("St.");
      return mayEnd && (opensWithFunctionWord || next > i + 1);
    }

    /** Whether the next words are "Smith said" or the like. */
    private boolean isAttribution(int next) {
      for (int i = next; i < Math.min(next + 5, tokens.size()); i++) {
        if (reportingVerbs.contains(at(i))) {
          return i > next;
        }
        if (!Character.isUpperCase(at(i).codePointAt(0))
            && !at(i).matches("\\p{L}\\.|the|a|an|of")) {
          return false;
        }
      }
      return false;
    }

    /** Whether token {@code i} stands in a quotation or brackets that belong to one sentence. */
    private boolean staysTogether(int i, int next, int begin) {
      int open = openedAt[i];
      int close = closedAt[i];
      if (open < begin || next > close || close - open > MAX_QUOTATION) {
        return false;
      }
      boolean startsWithin = open > begin;
      boolean goesOn =
          at(close - 1).equals(",") || close + 1 < tokens.size() && !startsSentence(close + 1);
      return startsWithin || goesOn;
    }

    boolean lineBreakBefore(int i) {
      return i > 0
          && i < tokens.size()
          && text.substring(tokens.get(i - 1).end(), tokens.get(i).begin()).indexOf('\n') >= 0;
    }

    private boolean spaceBefore(int i) {
      return i == 0 || tokens.get(i - 1).end() < tokens.get(i).begin();
    }
  }

  private static boolean isOneOf(String characters, String token) {
    return token.length() == 1 && characters.indexOf(token.charAt(0)) >= 0;
  }
}
