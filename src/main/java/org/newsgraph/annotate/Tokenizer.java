package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;

/**
 * Cuts a text into words and punctuation marks, in time linear in its length.
 *
 * <p>The conventions are those of Universal Dependencies for English ("Google's" is {@code Google
 * 's}, "don't" is {@code do n't}, "17%" is {@code 17 %}), except that words with hyphens stay whole
 * ("DeepSeek-R1", "Hangzhou-based"), for the sake of names. A sign of currency, the number after it
 * and the unit after that are three tokens: "US$2.5bn" is {@code US$ 2.5 bn}. The full stop of an
 * abbreviation belongs to it, also where it ends the sentence.
 *
 * <p>OpenNLP's statistical tokenizer found 69% of the tokens of news, interviews and biographies in
 * GUM; these rules are there because of that.
 */
final class Tokenizer {

  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}_]";
  private static final String WORD_END = "(?!" + LETTER + ")";
  private static final String UNIT =
      "(?:bn|bln|mn|mln|tn|trn|m|million|billion|trillion|crore|lakh)";

  private static final String WEB =
      "(?:https?://|www\\.)[^\\s<>\"]*[^\\s<>\".,;:!?)\\]'\\u2019\\u201D]"
          + "|[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++"
          + "|[@#][\\p{L}\\p{N}_]++";

  private static final String FIGURES = "\\d++(?:[.,]\\d++)*+";

  /** A number is cut off before a unit of money and before the second number of a range. */
  private static final String NUMBER =
      ("\\d{4}-\\d{2}-\\d{2}" + WORD_END)
          + ("|\\d{1,2}:\\d{2}(?::\\d{2})?" + WORD_END)
          + ("|\\d++/\\d++" + WORD_END)
          + ("|" + FIGURES + "(?=" + UNIT + WORD_END + "|-\\d|(?!-\\p{L})" + WORD_END + ")")
          + ("|(?<=\\p{Sc})" + FIGURES + "(?=[kKbBtT]" + WORD_END + ")")
          + ("|\\.\\d++" + WORD_END);

  /** Letters, digits and what joins them: hyphen, apostrophe, ampersand, a full stop in a name. */
  private static final String WORD =
      LETTER
          + "++(?:[-\\u2010\\u2011]"
          + LETTER
          + "++|['\\u2019&]"
          + LETTER
          + "++|\\.(?:\\p{Ll}|\\d)"
          + LETTER
          + "*+)*+(?:\\+{1,2}"
          + WORD_END
          + ")?";

  private static final Pattern CLITIC =
      Pattern.compile("(?i)(?:n['\\u2019]t|['\\u2019](?:s|re|ve|ll|d|m))$");

  private final Pattern tokens;

  Tokenizer(Abbreviations abbreviations) {
    String wordStart = "(?<!" + LETTER + ")";
    tokens =
        Pattern.compile(
            String.join(
                "|",
                WEB,
                "\\.{2,}+",
                "-{2,}+",
                wordStart + "\\p{Lu}{1,3}\\$(?=\\s?\\d)",
                wordStart + abbreviations.expression() + WORD_END,
                wordStart + "(?:\\p{L}\\.){2,}+(?:-" + LETTER + "++)*+" + WORD_END,
                wordStart + "\\p{Lu}(?:\\.\\p{Lu})++" + WORD_END,
                wordStart + "\\p{Lu}\\.(?=\\s+\\p{Lu})",
                "(?<!\\s)['\\u2019](?:s|re|ve|ll|d|m|S)" + WORD_END,
                "['\\u2019]\\d0s" + WORD_END,
                NUMBER,
                WORD,
                "''|``",
                "\\S"));
  }

  /**
   * The tokens of a part of a text, in order.
   *
   * @return with offsets into {@code text}; empty where the part is blank
   */
  List<Span> tokenize(String text, Span part) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = tokens.matcher(text).region(part.begin(), part.end());
    while (matcher.find()) {
      if (!isSpace(text, matcher.start())) {
        addWithoutClitic(text, new Span(matcher.start(), matcher.end()), spans);
      }
    }
    return spans;
  }

  private static void addWithoutClitic(String text, Span token, List<Span> spans) {
    String word = token.of(text);
    int cut = word.toLowerCase(Locale.ROOT).equals("cannot") ? 3 : 0;
    if (cut == 0 && word.length() > 2 && word.length() < 40) {
      Matcher clitic = CLITIC.matcher(word);
      cut = clitic.find() ? clitic.start() : 0;
    }
    if (cut > 0) {
      spans.add(new Span(token.begin(), token.begin() + cut));
      spans.add(new Span(token.begin() + cut, token.end()));
    } else {
      spans.add(token);
    }
  }

  private static boolean isSpace(String text, int at) {
    char c = text.charAt(at);
    return Character.isSpaceChar(c) || Character.isWhitespace(c) || c == '\u200B' || c == '\uFEFF';
  }
}
