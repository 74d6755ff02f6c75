package org.newsgraph.fact;

import java.math.BigDecimal;

/** The object of a fact or the filler of an event's role. */
public sealed interface Value {

  /** An entity of the same article, by its key. */
  record OfEntity(EntityKey entity) implements Value {}

  /** Words of the article: a job title, an allegation, a quotation. Not blank. */
  record OfText(String text) implements Value {
    /**
     * @throws IllegalArgumentException if the text is blank
     */
    public OfText {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a text value has words");
      }
    }
  }

  /** A date at the text's grain. */
  record OfDate(PartialDate date) implements Value {}

  /** An amount of money. */
  record OfMoney(Money money) implements Value {}

  /** A number, such as a percentage: -17 for a fall of 17%. */
  record OfNumber(BigDecimal number) implements Value {
    /** Takes trailing zeros off, so that 17.0 and 17 are one value. */
    public OfNumber {
      BigDecimal stripped = number.stripTrailingZeros();
      number = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }
}
