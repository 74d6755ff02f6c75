package org.newsgraph.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.newsgraph.reader.ReadModality;

/**
 * Decides which facts are written and how: the one place where patterns and the trained reader are
 * weighed against each other.
 *
 * <p>The rule. A pattern's fact stays unless the reader compared the same two and holds the
 * relation for all but impossible ({@link Thresholds#veto}). The reader's fact is written without a
 * pattern if it is probable ({@link Thresholds#alone}), domain and range admit it (checked before),
 * and the reader is clear about its modality ({@link Thresholds#modality}). It is asserted only if
 * nobody hears anything else: neither {@link ModalityJudge} nor the reader, whose modality counts
 * where it hears the relation at all ({@link Thresholds#heard}). A lasting state that is over is
 * left out. Where both find a fact, the more confident one's confidence counts.
 */
final class FactDecision {

  /** What {@code ng:extractor} says of a fact that the reader alone found. */
  static final String EXTRACTOR = "model/relations";

  /**
   * Probabilities from which on something counts.
   *
   * @param veto below it, a pattern's fact is dropped: patterns are right nine times in ten, so the
   *     reader has to be all but sure that this is the tenth
   * @param alone from it on, the reader needs no pattern; high, since a wrong fact does more harm
   *     than a missing one, and the reader is most wrong where sentences are out of the common
   * @param modality from it on, the reader is clear about a modality
   * @param against from it on, the reader's modality counts against a pattern's
   * @param heard from it on, the reader hears the relation well enough for its modality to count
   *     against a pattern's
   * @param agreed from it on, the reader agrees with a pattern
   */
  record Thresholds(
      double veto, double alone, double modality, double against, double heard, double agreed) {

    /** Those of the program. */
    static final Thresholds DEFAULT = new Thresholds(0.02, 0.85, 0.9, 0.85, 0.2, 0.5);
  }

  private final Thresholds thresholds;
  private final Set<Term> states;

  /**
   * @param states properties that tell a lasting state, which may be over
   */
  FactDecision(Thresholds thresholds, Set<Term> states) {
    this.thresholds = thresholds;
    this.states = Set.copyOf(states);
  }

  /**
   * What becomes of a pattern's fact.
   *
   * @param found with one piece of evidence
   * @param read how the reader weighs it, empty where it does not
   */
  Optional<Fact> ofPattern(Fact found, Optional<ReadFact> read) {
    if (read.isEmpty()) {
      return Optional.of(found);
    }
    ReadFact weighed = read.get();
    if (weighed.probability() < thresholds.veto()) {
      return Optional.empty();
    }
    Evidence evidence = found.evidence().getFirst();
    Modality modality = evidence.modality();
    if (modality == Modality.ASSERTED
        && weighed.probability() >= thresholds.heard()
        && weighed.modalityProbability() >= thresholds.against()) {
      if (weighed.modality() == ReadModality.FORMER && states.contains(found.property())) {
        return Optional.empty();
      }
      modality = modality(weighed.modality()).orElse(modality);
    }
    BigDecimal confidence =
        weighed.probability() >= thresholds.agreed()
            ? evidence.confidence().max(confidence(weighed.probability()))
            : evidence.confidence();
    return Optional.of(
        new Fact(
            found.subject(),
            found.property(),
            found.object(),
            List.of(
                new Evidence(
                    evidence.sentence(),
                    evidence.extractor(),
                    confidence,
                    modality,
                    evidence.attributedTo()))));
  }

  /**
   * What becomes of a fact that no pattern found.
   *
   * @param judgement how the sentence means what joins the two
   * @param sentence its span
   */
  Optional<Fact> ofReader(ReadFact read, Judgement judgement, Span sentence) {
    boolean over =
        judgement.former() && states.contains(read.property())
            || read.modality() == ReadModality.FORMER;
    if (read.probability() < thresholds.alone()
        || read.modalityProbability() < thresholds.modality()
        || over) {
      return Optional.empty();
    }
    Modality modality =
        judgement.modality() == Modality.ASSERTED
            ? modality(read.modality()).orElse(Modality.ASSERTED)
            : judgement.modality();
    return Optional.of(
        new Fact(
            read.subject(),
            read.property(),
            read.object(),
            List.of(
                new Evidence(
                    sentence,
                    EXTRACTOR,
                    confidence(read.probability()),
                    modality,
                    judgement.attributedTo()))));
  }

  /** The probability as a confidence; nothing is ever sure. */
  static BigDecimal confidence(double probability) {
    return BigDecimal.valueOf(Math.clamp(probability, 0.001, 0.999));
  }

  /** Empty for {@link ReadModality#FORMER}, which is none of the graph's. */
  private static Optional<Modality> modality(ReadModality read) {
    return switch (read) {
      case ASSERTED -> Optional.of(Modality.ASSERTED);
      case NEGATED -> Optional.of(Modality.DENIED);
      case ALLEGED -> Optional.of(Modality.ALLEGED);
      case PLANNED -> Optional.of(Modality.PLANNED);
      case POSSIBLE -> Optional.of(Modality.POSSIBLE);
      case FORMER -> Optional.empty();
    };
  }
}
