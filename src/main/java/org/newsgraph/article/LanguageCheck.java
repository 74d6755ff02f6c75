package org.newsgraph.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.data.DataTable;

/**
 * Tells whether a text is English by the share of English function words in it. What the source
 * declares only shifts the line: pages declare English by default and write German.
 */
final class LanguageCheck {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /** So much of a text's beginning tells enough. */
  private static final int MAX_WORDS = 2000;

  /** Below it, the share says little, but to have none at all says something. */
  private static final int FEW_WORDS = 30;

  /** Below it, a text is as good as a headline, which may well have none. */
  private static final int HARDLY_WORDS = 15;

  private static final double LEAST = 0.08;
  private static final double LEAST_IF_DECLARED = 0.06;
  private static final double LEAST_AGAINST_DECLARATION = 0.12;
  private static final double MOST_OF_OTHER_SCRIPTS = 0.4;

  private static final String NOT_TELLING = "function-words-shared.txt";

  private final Set<String> telling;

  LanguageCheck() {
    Set<String> words = new HashSet<>(DataTable.read("function-words.txt").words());
    words.removeAll(DataTable.read(NOT_TELLING).words());
    this.telling = Set.copyOf(words);
  }

  /**
   * Looks at a text.
   *
   * @param declared the language that its source declares
   * @return why it is not taken for English; empty where it is
   */
  Optional<String> objection(String text, Optional<String> declared) {
    Optional<String> tag = declared.map(LanguageCheck::primary);
    boolean english = tag.filter("en"::equals).isPresent();
    boolean other = tag.isPresent() && !english;
    int words = 0;
    int known = 0;
    int foreign = 0;
    Matcher word = WORD.matcher(text);
    while (words < MAX_WORDS && word.find()) {
      words++;
      known += telling.contains(word.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
      foreign += isOfOtherScript(word.group()) ? 1 : 0;
    }
    if (words == 0) {
      return Optional.empty();
    }
    if (foreign > MOST_OF_OTHER_SCRIPTS * words) {
      return Optional.of("is not in English (most of it is in another script)");
    }
    double least = english ? LEAST_IF_DECLARED : other ? LEAST_AGAINST_DECLARATION : LEAST;
    boolean tooFew = words < HARDLY_WORDS || (words < FEW_WORDS && known > 0);
    if ((tooFew && !other) || known >= least * words) {
      return Optional.empty();
    }
    return Optional.of(
        "is not in English (%d of %d words are English function words%s)"
            .formatted(known, words, other ? ", declared '" + tag.get() + "'" : ""));
  }

  /** The first part of a language tag in lower case, such as {@code en}. */
  static String primary(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  private static boolean isOfOtherScript(String word) {
    return word.codePoints()
        .filter(Character::isLetter)
        .anyMatch(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
  }
}
