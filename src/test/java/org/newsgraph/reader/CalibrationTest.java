package org.newsgraph.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void oneScaleServesAllLabels() {
    Calibration calibration = Calibration.of(List.of("2"), List.of("-1"), 3);

    assertThat(calibration.probability(2, 0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(calibration.probability(0, 40)).isCloseTo(1, within(1e-12));
  }

  @Test
  void labelsMayHaveTheirOwn() {
    Calibration calibration = Calibration.of(List.of("1", "0"), List.of("0", "0"), 2);

    assertThat(calibration.probability(0, -1)).isLessThan(0.3);
    assertThat(calibration.probability(1, -1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void anotherNumberIsToldOf() {
    assertThatThrownBy(() -> Calibration.of(List.of("1", "2"), List.of("0"), 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2 calibrations for 3 relations");
  }
}
