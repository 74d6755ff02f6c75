package org.newsgraph.extract;

/** What an extractor listens to; all but evaluation want {@link #BOTH}. */
public enum Sources {
  /** Patterns over dependency trees, and the tables, alone. */
  PATTERNS,
  /** The trained reader's relations and events; names still come from both. */
  MODEL,
  /** Patterns and the trained reader, weighed against each other. */
  BOTH;

  boolean patterns() {
    return this != MODEL;
  }

  boolean model() {
    return this != PATTERNS;
  }
}
