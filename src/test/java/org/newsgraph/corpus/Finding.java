package org.newsgraph.corpus;

import java.util.Optional;
import java.util.Set;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

/**
 * What became of one expected or one predicted fact, event, role or speaker.
 *
 * @param item the snippet's id
 * @param tags the snippet's tags
 * @param kind what is judged
 * @param label the property, the event's class, or the role
 * @param event the class of the event that a role belongs to; empty for all but roles
 * @param modality that of the prediction, or where it is an expectation that is judged, of that
 * @param expected the modality that was expected of a prediction which is right or acceptable in
 *     all else; empty for expectations, and where nothing of the kind was expected
 * @param outcome the judgement
 * @param said what is judged, in words, for the list of errors
 */
record Finding(
    String item,
    Set<String> tags,
    Kind kind,
    Term label,
    Optional<Term> event,
    Modality modality,
    Optional<Modality> expected,
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

  /** Whether it is asserted, or ought to be, and so becomes a plain triple. */
  boolean plain() {
    return modality == Modality.ASSERTED;
  }
}
