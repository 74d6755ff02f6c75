package org.newsgraph.extract;

import java.util.List;
import org.newsgraph.article.Span;

/**
 * Between which spans an evaluation asks for relations. The graph of an article does not depend on
 * it.
 */
public sealed interface Marking {

  /** Between the mentions that are found in any case. */
  record None() implements Marking {}

  /**
   * Between spans that the gold file marks.
   *
   * @param spans each within a sentence
   */
  record Given(List<Span> spans) implements Marking {

    /** Copies the list. */
    public Given {
      spans = List.copyOf(spans);
    }
  }

  /** Between what the trained reader takes for entities in the sense of FIRE. */
  record Financial() implements Marking {}
}
