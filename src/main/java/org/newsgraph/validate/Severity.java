package org.newsgraph.validate;

/** How grave a finding is, as its shape says. */
public enum Severity {
  /** What the finding names has to go. */
  VIOLATION,
  /** Worth a look; stays. */
  WARNING,
  /** For the record; stays. */
  INFO
}
