package org.newsgraph.export;

/** How much of the evidence is exported. */
public enum Provenance {
  /** All of it: reifiers, sentences, offsets, confidence. */
  FULL,
  /**
   * None: asserted facts and all entities; events keep their modality and speaker, without which an
   * alleged one would look asserted. Facts that are not asserted exist in their evidence alone and
   * are left out.
   */
  NONE
}
