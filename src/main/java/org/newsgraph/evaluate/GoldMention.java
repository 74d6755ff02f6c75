package org.newsgraph.evaluate;

import org.newsgraph.article.Span;
import org.newsgraph.extract.ReadArticle.Kind;

/**
 * A mention that people have marked.
 *
 * @param span the longest words that may be taken for it
 * @param core the fewest words that may be, within the span
 * @param kind how it refers
 * @param type its class as the set names it
 * @param entity what it refers to: mentions of one thing share this
 */
record GoldMention(Span span, Span core, Kind kind, String type, String entity) {

  /**
   * @throws IllegalArgumentException if the core is not within the span
   */
  GoldMention {
    if (!span.contains(core)) {
      throw new IllegalArgumentException("core " + core + " outside " + span);
    }
  }

  /** Whether somebody who marks these words means this mention. */
  boolean admits(Span marked) {
    return span.contains(marked) && marked.contains(core);
  }
}
