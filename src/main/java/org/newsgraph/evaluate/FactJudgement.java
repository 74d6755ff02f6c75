package org.newsgraph.evaluate;

import java.util.List;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

/**
 * What came of the facts of one article.
 *
 * @param given every fact in every modality that it is given in, in the order of the graph
 * @param expected every fact that the article states, once, in the order of the text; not what was
 *     so and is no more
 */
record FactJudgement(List<GivenFact> given, List<ExpectedFact> expected) {

  /** Copies the lists. */
  FactJudgement {
    given = List.copyOf(given);
    expected = List.copyOf(expected);
  }

  /** What a given fact is. */
  enum Outcome {
    /** Expected, in the modality given. */
    RIGHT,
    /** Expected in another modality, or as no more so. */
    WRONG_MODALITY,
    /** Not expected. */
    WRONG
  }

  /**
   * A fact with its words.
   *
   * @param article the id of its article
   * @param property as the corpus names it
   * @param sentence where it is stated
   */
  record Stated(String article, String subject, Term property, String object, Span sentence) {}

  /**
   * A fact that is given.
   *
   * @param number the same for the same fact in another modality
   * @param expected the modalities that it is expected in; none where it is not expected, or only
   *     as what is no more so
   * @param confidence of its best evidence in the modality, above 0 up to 1
   * @param extractor what gave that evidence
   */
  record GivenFact(
      Stated fact,
      int number,
      Modality modality,
      Outcome outcome,
      Set<Modality> expected,
      double confidence,
      String extractor) {

    /** Whether it is written as a plain triple. */
    boolean plain() {
      return modality == Modality.ASSERTED;
    }
  }

  /**
   * A fact that is expected.
   *
   * @param expected one or more
   * @param given the modalities that it, or what implies it, is given in
   */
  record ExpectedFact(Stated fact, Set<Modality> expected, Set<Modality> given) {

    /** Whether it ought to be written as a plain triple. */
    boolean plain() {
      return expected.contains(Modality.ASSERTED);
    }
  }
}
