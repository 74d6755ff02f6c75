package org.newsgraph.annotate;

import java.util.List;

/**
 * Mends relations that cannot stand beside those around them. The parser labels each arc by itself
 * and so gives a verb two subjects, or a preposition to an object.
 */
final class LabelRepair {

  private final List<String> tags;
  private final List<Integer> heads;
  private final List<String> relations;

  private LabelRepair(List<String> tags, List<Integer> heads, List<String> relations) {
    this.tags = tags;
    this.heads = heads;
    this.relations = relations;
  }

  /**
   * Mends a sentence in place.
   *
   * @param tags of each word
   * @param heads of each word, -1 for the root
   * @param relations of each word to its head
   */
  static void mend(List<String> tags, List<Integer> heads, List<String> relations) {
    LabelRepair repair = new LabelRepair(tags, heads, relations);
    for (int word = 0; word < tags.size(); word++) {
      repair.secondSubject(word);
      repair.particle(word);
      repair.prepositionWithinName(word);
      repair.objectWithPreposition(word);
      repair.conjunct(word);
    }
  }

  /** Of two words of a name that both are subject, the second hangs on the first. */
  private void secondSubject(int word) {
    if (word > 0
        && isName(word)
        && isName(word - 1)
        && relations.get(word).startsWith("nsubj")
        && relations.get(word).equals(relations.get(word - 1))
        && heads.get(word).equals(heads.get(word - 1))) {
      heads.set(word, word - 1);
      relations.set(word, "flat");
    }
  }

  private boolean isName(int word) {
    return tags.get(word).equals("PROPN");
  }

  /** A particle belongs to the verb before it: "ruled out buying". */
  private void particle(int word) {
    if (word > 0
        && relations.get(word).equals("compound:prt")
        && heads.get(word) > word
        && tags.get(word - 1).equals("VERB")) {
      heads.set(word, word - 1);
    }
  }

  /** A preposition governs the whole name: "in Kelmar Corp". */
  private void prepositionWithinName(int word) {
    int head = heads.get(word);
    if (relations.get(word).equals("case")
        && head > word
        && isName(head)
        && relations.get(head).equals("compound")
        && heads.get(head) > head) {
      heads.set(word, heads.get(head));
    }
  }

  /** What has a preposition before it is no object: "offered $40 million for Dorset Mills". */
  private void objectWithPreposition(int word) {
    if (relations.get(word).matches("i?obj") && hasBefore(word, "case", "ADP")) {
      relations.set(word, "obl");
    }
  }

  /** What "and" brings in is a conjunct: "Kelmar Corp and Tolvane Inc". */
  private void conjunct(int word) {
    int head = heads.get(word);
    if (head >= 0
        && head < word
        && relations.get(word).matches("compound|flat")
        && hasBetween(head, word)) {
      relations.set(word, "conj");
    }
    int name = heads.get(word);
    if (name >= 0 && relations.get(word).equals("conj") && relations.get(name).equals("flat")) {
      // A row continues the name, not one of its later words.
      heads.set(word, heads.get(name));
    }
  }

  private boolean hasBetween(int head, int word) {
    for (int i = head + 1; i < word; i++) {
      if (heads.get(i) == word && relations.get(i).equals("cc")) {
        return true;
      }
    }
    return false;
  }

  private boolean hasBefore(int word, String relation, String tag) {
    for (int i = 0; i < word; i++) {
      if (heads.get(i) == word && relations.get(i).equals(relation) && tags.get(i).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
