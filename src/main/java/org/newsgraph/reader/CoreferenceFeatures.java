package org.newsgraph.reader;

import java.util.List;
import java.util.Locale;
import org.newsgraph.annotate.TaggedSpan.Kind;

/**
 * What coreference sees of two mentions beside their vectors. {@code training/reader/features.py}
 * computes the same.
 */
final class CoreferenceFeatures {

  /** How many numbers there are. */
  static final int COUNT = 10;

  /**
   * A mention.
   *
   * @param words its words as written, one or more
   * @param sentence index of its sentence
   * @param number how many mentions precede it
   */
  record Place(List<String> words, Kind kind, int sentence, int number) {

    List<String> lower() {
      return words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
    }
  }

  private CoreferenceFeatures() {}

  /**
   * Same text, one's text at the end or beginning of the other's, same last word, acronym, distance
   * in sentences and in mentions, and which of the two are pronouns and nominals.
   */
  static float[] of(Place mention, Place antecedent) {
    List<String> one = mention.lower();
    List<String> other = antecedent.lower();
    return new float[] {
      number(one.equals(other)),
      number(isAffix(one, other)),
      number(one.getLast().equals(other.getLast())),
      number(
          isAcronym(mention.words(), antecedent.words())
              || isAcronym(antecedent.words(), mention.words())),
      log(mention.sentence() - antecedent.sentence()) / 5,
      log(mention.number() - antecedent.number() - 1) / 8,
      number(mention.kind() == Kind.PRONOUN),
      number(mention.kind() == Kind.NOMINAL),
      number(antecedent.kind() == Kind.PRONOUN),
      number(antecedent.kind() == Kind.NOMINAL)
    };
  }

  private static float number(boolean holds) {
    return holds ? 1 : 0;
  }

  /** The binary logarithm of one more than what lies between. */
  private static float log(int between) {
    return (float) (StrictMath.log1p(between) / StrictMath.log(2));
  }

  private static boolean isAffix(List<String> one, List<String> other) {
    List<String> shorter = one.size() <= other.size() ? one : other;
    List<String> longer = one.size() <= other.size() ? other : one;
    return longer.subList(0, shorter.size()).equals(shorter)
        || longer.subList(longer.size() - shorter.size(), longer.size()).equals(shorter);
  }

  /** Whether a single word is made of the initials of the capitalised words of the other. */
  private static boolean isAcronym(List<String> word, List<String> words) {
    if (word.size() != 1 || words.size() < 2 || word.getFirst().length() < 2) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    words.stream()
        .filter(w -> Character.isUpperCase(w.codePointAt(0)))
        .forEach(w -> initials.appendCodePoint(w.codePointAt(0)));
    return word.getFirst()
        .toLowerCase(Locale.ROOT)
        .equals(initials.toString().toLowerCase(Locale.ROOT));
  }
}
