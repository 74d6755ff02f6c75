package org.newsgraph.fact;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount of money, or a range of it.
 *
 * @param currency ISO 4217 code, such as {@code USD}
 * @param min the amount in units of the currency, negative for a loss; the lower end of a range
 * @param max the upper end of a range, greater than {@code min}; empty for a single amount
 * @param approximate whether the text says about, nearly, over or the like
 */
public record Money(
    String currency, BigDecimal min, Optional<BigDecimal> max, boolean approximate) {

  /**
   * @throws IllegalArgumentException if the currency is no code of three capitals or the range is
   *     empty
   */
  public Money {
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("'" + currency + "' is no ISO 4217 code");
    }
    min = plain(min);
    max = max.map(Money::plain);
    if (max.isPresent() && max.get().compareTo(min) <= 0) {
      throw new IllegalArgumentException("no range from " + min + " to " + max.get());
    }
  }

  /** The same amount with the other sign: a loss for a gain. */
  public Money negate() {
    return max.map(
            upper -> new Money(currency, upper.negate(), Optional.of(min.negate()), approximate))
        .orElseGet(() -> new Money(currency, min.negate(), Optional.empty(), approximate));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
