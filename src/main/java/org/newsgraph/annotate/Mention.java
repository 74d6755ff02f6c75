package org.newsgraph.annotate;

import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import org.newsgraph.fact.Term;

/**
 * A run of tokens that refers to an entity.
 *
 * @param sentence index of its sentence
 * @param begin index of its first token
 * @param end index after its last token
 * @param head index of the token that governs the others
 * @param form whether it is a name, a description or a pronoun
 * @param name the name as written, white space and plural ending normalised; for the other forms
 *     the words
 * @param type its class as far as the mention itself tells
 */
public record Mention(
    int sentence, int begin, int end, int head, Form form, String name, Optional<Term> type)
    implements Comparable<Mention> {

  /** How a mention refers. */
  public enum Form {
    /** "Liang Wenfeng". */
    NAME,
    /** "Chinese", which names China without being its name. */
    DEMONYM,
    /** "the company", "the Chinese start-up". */
    NOMINAL,
    /** "he", "its". */
    PRONOUN
  }

  private static final Comparator<Mention> ORDER =
      Comparator.comparingInt(Mention::sentence)
          .thenComparingInt(Mention::begin)
          .thenComparingInt(Mention::end);

  /**
   * @throws IllegalArgumentException if the head is not within the mention
   */
  public Mention {
    if (head < begin || head >= end) {
      throw new IllegalArgumentException("head " + head + " outside " + begin + " to " + end);
    }
  }

  /** Whether the token of that index, in the mention's sentence, belongs to it. */
  public boolean covers(int token) {
    return begin <= token && token < end;
  }

  /**
   * The part of a map, ordered by place, that belongs to the sentences from {@code first} to {@code
   * last}.
   */
  public static <V> SortedMap<Mention, V> ofSentences(
      SortedMap<Mention, V> mentions, int first, int last) {
    return mentions.subMap(opening(first), opening(last + 1));
  }

  /** What no mention of a sentence comes before. */
  private static Mention opening(int sentence) {
    return new Mention(sentence, 0, 1, 0, Form.PRONOUN, "", Optional.empty());
  }

  /** By place in the article. */
  @Override
  public int compareTo(Mention other) {
    return ORDER.compare(this, other);
  }
}
