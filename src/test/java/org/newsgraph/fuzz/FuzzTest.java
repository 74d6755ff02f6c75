package org.newsgraph.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.StagedExtractor;
import org.newsgraph.ontology.SchemaReader;

/** A few hundred of the cases of {@code bench/fuzz}. */
class FuzzTest {

  private static final PrintStream QUIET =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void readsOrRefusesByNameWhateverComes() throws IOException {
    FuzzRun run = new FuzzRun(folder, Optional.empty(), QUIET);
    run.run(1, 1600);

    assertThat(run.crashes()).isEmpty();
    assertThat(run.rows().values())
        .allSatisfy(
            row -> {
              assertThat(row.cases).isEqualTo(160);
              assertThat(row.read).isPositive();
              assertThat(row.refused).isPositive();
            });
  }

  @Test
  void extractsFromWhateverIsRead() throws IOException {
    try (StagedExtractor extractor = new StagedExtractor(SchemaReader.read())) {
      FuzzRun run = new FuzzRun(folder, Optional.of(extractor), QUIET);
      run.run(1001, 60);

      assertThat(run.crashes()).isEmpty();
      assertThat(run.rows().values().stream().mapToInt(row -> row.extracted).sum()).isPositive();
    }
  }
}
