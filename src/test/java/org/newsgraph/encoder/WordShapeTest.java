package org.newsgraph.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordShapeTest {

  @ParameterizedTest
  @CsvSource({
    "refinery, LOWER",
    "Refinery, CAPITALISED",
    "U.S., UPPER",
    "A, SINGLE_CAPITAL",
    "OpenAI, MIXED",
    "iPhone, MIXED",
    "Jean-Luc, MIXED",
    "'2,5', NUMBER",
    "G7, ALPHANUMERIC",
    "—, SYMBOL",
    "Émile, CAPITALISED",
    "東京, LOWER"
  })
  void tellsShapesApart(String word, WordShape shape) {
    assertThat(WordShape.of(word)).isEqualTo(shape);
  }
}
