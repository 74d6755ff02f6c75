package org.newsgraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoreExaminationTest {

  @Test
  void aDiskIsFullEnoughToTellOfOnceACopyDoesNotFit() {
    Path dataset = Path.of("dataset");
    assertThat(StoreExamination.littleRoom(dataset, 10, 10)).isEmpty();
    assertThat(StoreExamination.littleRoom(dataset, 9, 10))
        .contains(new StoreFault.LittleRoom(dataset, 9, 10));
  }
}
