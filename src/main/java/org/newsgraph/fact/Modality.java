package org.newsgraph.fact;

/**
 * How certain the article itself is of what it reports. Only {@link #ASSERTED} becomes a plain
 * triple.
 */
public enum Modality {
  /** The article says it is so. */
  ASSERTED,
  /** Someone claims it; the article does not vouch for it. */
  ALLEGED,
  /** It is intended, attempted or announced for the future. */
  PLANNED,
  /** It may be so: "could", "may have", a condition or a question. */
  POSSIBLE,
  /** It is negated, or someone denies it. */
  DENIED
}
