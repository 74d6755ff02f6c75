package org.newsgraph.corpus;

import java.util.Set;
import org.newsgraph.fact.Term;

/**
 * What became of one expected or one predicted fact, event, role or speaker.
 *
 * @param item the snippet's id
 * @param tags the snippet's tags
 * @param kind what is judged
 * @param label the property, or the event's class
 * @param plain whether it is, or ought to be, asserted, so that it becomes a plain triple
 * @param outcome the judgement
 * @param said what is judged, in words, for the list of errors
 */
record Finding(
    String item,
    Set<String> tags,
    Kind kind,
    Term label,
    boolean plain,
    Outcome outcome,
    String said) {

  /** What is judged; roles and speakers only of facts and events that are themselves right. */
  enum Kind {
    FACT,
    EVENT,
    ROLE,
    SPEAKER
  }

  /** FOUND and MISSED are judgements of an expectation, the others of a prediction. */
  enum Outcome {
    RIGHT,
    /** Neither right nor wrong: the corpus calls it acceptable. */
    ACCEPTED,
    WRONG,
    /** Wrong in nothing but its modality. */
    WRONG_MODALITY,
    FOUND,
    MISSED
  }
}
