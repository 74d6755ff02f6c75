package org.newsgraph.annotate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Mends relations that cannot stand beside those around them. The parser labels each arc by itself
 * and so gives a verb two subjects, or a preposition to an object.
 */
final class LabelRepair {

  /**
   * How far the score of an object may be behind that of a second subject that the parser found
   * instead. Like the next two read off our development snippets and GUM's development part, where
   * what is no object is further behind.
   */
  private static final float SECOND_SUBJECT = 5;

  private static final float BARE_OBLIQUE = 3;
  private static final float NOMINAL_COMPLEMENT = 1.8f;

  private final List<String> tags;
  private final List<Integer> heads;
  private final List<String> relations;
  private final List<ArcScores> arcs;

  private LabelRepair(
      List<String> tags, List<Integer> heads, List<String> relations, List<ArcScores> arcs) {
    this.tags = tags;
    this.heads = heads;
    this.relations = relations;
    this.arcs = arcs;
  }

  /**
   * Mends a sentence in place.
   *
   * @param tags of each word
   * @param heads of each word, -1 for the root
   * @param relations of each word to its head
   * @param arcs the scores of each word's relation to its head
   */
  static void mend(
      List<String> tags, List<Integer> heads, List<String> relations, List<ArcScores> arcs) {
    LabelRepair repair = new LabelRepair(tags, heads, relations, arcs);
    for (int word = 0; word < tags.size(); word++) {
      repair.secondSubject(word);
      repair.particle(word);
      repair.prepositionWithinName(word);
      repair.objectWithPreposition(word);
      repair.conjunct(word);
    }
    for (int word = 0; word < tags.size(); word++) {
      repair.object(word);
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
    if (relations.get(word).matches("i?obj") && hasPreposition(word)) {
      relations.set(word, "obl");
    }
  }

  /** What "and" brings in is a conjunct: "Kelmar Corp and Tolvane Inc". */
  private void conjunct(int word) {
    int head = heads.get(word);
    if (head >= 0
        && head < word
        && relations.get(word).matches("compound|flat")
        && hasConjunctionBehind(word, head)) {
      relations.set(word, "conj");
    }
    int name = heads.get(word);
    if (name >= 0 && relations.get(word).equals("conj") && relations.get(name).equals("flat")) {
      // A row continues the name, not one of its later words.
      heads.set(word, heads.get(name));
    }
  }

  /**
   * A noun behind a verb in the active, with no preposition, is an object where the parser thinks
   * so nearly as well: "has agreed to buy the rival Lumo".
   */
  private void object(int word) {
    int verb = heads.get(word);
    if (verb < 0
        || verb > word
        || !tags.get(verb).equals("VERB")
        || !tags.get(word).matches("NOUN|PROPN|PRON")
        || has(verb, "aux:pass")
        || hasPunctuationBetween(verb, word)
        || isGoverned(word)) {
      return;
    }
    boolean isObject =
        switch (relations.get(word)) {
          case "nsubj", "nsubj:pass" -> hasSubjectBefore(verb) && behind(word) < SECOND_SUBJECT;
          case "obl" -> !has(verb, "obj") && behind(word) < BARE_OBLIQUE;
          case "xcomp" -> !has(verb, "obj") && behind(word) < NOMINAL_COMPLEMENT;
          default -> false;
        };
    if (isObject) {
      ArcScores arc = arcs.get(word);
      relations.set(word, arc.behind("iobj") < arc.behind("obj") ? "iobj" : "obj");
    }
  }

  /** How far an object, direct or indirect, is behind what the parser found. */
  private float behind(int word) {
    return Math.min(arcs.get(word).behind("obj"), arcs.get(word).behind("iobj"));
  }

  /** A row goes on behind a comma, and what is next is its subject: "gained 4%, Dravo 2.5%". */
  private boolean hasPunctuationBetween(int verb, int word) {
    return tags.subList(verb + 1, word).contains("PUNCT");
  }

  private boolean hasSubjectBefore(int verb) {
    return children(verb).anyMatch(i -> i < verb && relations.get(i).startsWith("nsubj"));
  }

  private boolean has(int head, String relation) {
    return children(head).anyMatch(i -> relations.get(i).equals(relation));
  }

  /** Whether a preposition or conjunction begins the word's phrase, or stands right before it. */
  private boolean isGoverned(int word) {
    int first = word;
    for (int i = word - 1; i >= 0; i--) {
      first = isBelow(i, word) ? i : first;
    }
    return isGovernor(first) || first > 0 && isGovernor(first - 1);
  }

  private boolean isGovernor(int word) {
    return tags.get(word).matches("ADP|SCONJ|CCONJ") && !relations.get(word).equals("compound:prt");
  }

  private boolean isBelow(int word, int head) {
    int at = word;
    while (at >= 0 && at != head) {
      at = heads.get(at);
    }
    return at == head;
  }

  private boolean hasConjunctionBehind(int word, int behind) {
    return children(word).anyMatch(i -> i > behind && i < word && relations.get(i).equals("cc"));
  }

  private boolean hasPreposition(int word) {
    return children(word)
        .anyMatch(i -> i < word && relations.get(i).equals("case") && tags.get(i).equals("ADP"));
  }

  private IntStream children(int head) {
    return IntStream.range(0, heads.size()).filter(i -> heads.get(i) == head);
  }
}
