package org.newsgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.evaluate.Calibration.Guess;

class CalibrationTest {

  @Test
  void theErrorIsTheMeanDistanceWeighedByCount() {
    Calibration calibration =
        Calibration.of(
            List.of(
                new Guess(0.9, true),
                new Guess(0.9, true),
                new Guess(0.85, false),
                new Guess(0.3, false)));
    // |2.65 - 2| / 4 + |0.3 - 0| / 4
    assertThat(calibration.expectedError()).isEqualTo(0.2375, within(1e-9));
    assertThat(calibration.table("c").rows())
        .extracting(Report.Row::label)
        .containsExactly("0.2 to 0.3", "0.8 to 0.9");
  }

  @Test
  void whoIsAlwaysSureAndAlwaysRightHasNoError() {
    assertThat(Calibration.of(List.of(new Guess(1, true))).expectedError()).isZero();
    assertThat(Calibration.of(List.of()).expectedError()).isZero();
  }
}
