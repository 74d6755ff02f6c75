package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an article's running text shows of how its words are written, so that a headline in title
 * case can be read as a sentence.
 *
 * @param names words met with a capital within a sentence and never without
 * @param capitalised words met with a capital anywhere and never without
 * @param lower words met in lower case
 * @param sentences how many sentences this was learned from
 * @param functionWords words that are never names
 */
record Casing(
    Set<String> names,
    Set<String> capitalised,
    Set<String> lower,
    int sentences,
    Set<String> functionWords) {

  private static final double TITLE_CASE = 0.6;
  private static final int LONG_WORD = 4;

  /** With fewer sentences, a headline's word that is not met in them may well be a name. */
  private static final int ENOUGH_SENTENCES = 5;

  /**
   * Learns from the running text.
   *
   * @param sentences their words, with plain characters
   */
  static Casing of(List<List<String>> sentences, Set<String> functionWords) {
    Set<String> within = new HashSet<>();
    Set<String> anywhere = new HashSet<>();
    Set<String> lower = new HashSet<>();
    for (List<String> words : sentences) {
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (Character.isLowerCase(word.codePointAt(0))) {
          lower.add(word);
        } else if (TagCorrections.isCapitalised(word)) {
          anywhere.add(word);
          if (i > 0 && Character.isLetter(words.get(i - 1).codePointAt(0))) {
            within.add(word);
          }
        }
      }
    }
    within.removeIf(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    anywhere.removeIf(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    return new Casing(
        Set.copyOf(within),
        Set.copyOf(anywhere),
        Set.copyOf(lower),
        sentences.size(),
        functionWords);
  }

  /** Writes a title-case headline as a sentence; any other stays as it is. */
  List<String> sentenceCase(List<String> words) {
    if (!isTitleCase(words)) {
      return words;
    }
    List<String> cased = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      cased.add(i > 0 && isCommon(word) ? word.toLowerCase(Locale.ROOT) : word);
    }
    return cased;
  }

  private boolean isCommon(String word) {
    boolean oneCapital =
        TagCorrections.isCapitalised(word)
            && word.length() > 1
            && word.codePoints().skip(1).allMatch(c -> Character.isLowerCase(c) || c == '-');
    if (!oneCapital) {
      return word.equals("A");
    }
    String lowerCase = word.toLowerCase(Locale.ROOT);
    if (functionWords.contains(lowerCase) || lower.contains(lowerCase)) {
      return true;
    }
    return sentences >= ENOUGH_SENTENCES && !capitalised.contains(word);
  }

  private static boolean isTitleCase(List<String> words) {
    int longWords = 0;
    int capitals = 0;
    for (String word : words.subList(1, words.size())) {
      if (word.length() >= LONG_WORD && Character.isLetter(word.codePointAt(0))) {
        longWords++;
        capitals += TagCorrections.isCapitalised(word) ? 1 : 0;
      }
    }
    return longWords > 1 && capitals >= TITLE_CASE * longWords;
  }
}
