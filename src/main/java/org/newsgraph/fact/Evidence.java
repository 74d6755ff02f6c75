package org.newsgraph.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * How a fact or event is known.
 *
 * @param sentence the sentence that says it, as a span of the article's text
 * @param extractor what found it, such as {@code pattern/founding}
 * @param confidence how probable it is that the sentence says so, above 0 up to 1, kept to three
 *     decimals
 * @param modality how certain the article is of it
 * @param attributedTo who says so, where it is not the article itself
 */
public record Evidence(
    Span sentence,
    String extractor,
    BigDecimal confidence,
    Modality modality,
    Optional<EntityKey> attributedTo) {

  /**
   * @throws IllegalArgumentException if the confidence is not above 0 and at most 1
   */
  public Evidence {
    confidence = confidence.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    if (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in (0, 1]");
    }
  }
}
