package org.newsgraph.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {

  @Test
  void aSentenceOfUsualLengthIsOneWindow() {
    assertThat(windows(words(128), 1)).containsExactly(new Windows.Range(0, 128));
  }

  @Test
  void aLongSentenceIsCutAfterItsLastStrongMark() {
    List<String> words = words(150);
    words.set(90, ";");
    words.set(120, ",");

    assertThat(windows(words, 1))
        .containsExactly(new Windows.Range(0, 91), new Windows.Range(91, 150));
  }

  @Test
  void withoutStrongMarksACommaServes() {
    List<String> words = words(150);
    words.set(10, ";");
    words.set(120, ",");

    assertThat(windows(words, 1))
        .containsExactly(new Windows.Range(0, 121), new Windows.Range(121, 150));
  }

  @Test
  void wordsOfManyPiecesFillAWindowSooner() {
    assertThat(windows(words(100), 12))
        .containsExactly(
            new Windows.Range(0, 33),
            new Windows.Range(33, 66),
            new Windows.Range(66, 99),
            new Windows.Range(99, 100));
  }

  private static List<Windows.Range> windows(List<String> words, int piecesAWord) {
    return Windows.of(words, Collections.nCopies(words.size(), new long[piecesAWord]));
  }

  private static List<String> words(int count) {
    return new ArrayList<>(Collections.nCopies(count, "word"));
  }
}
