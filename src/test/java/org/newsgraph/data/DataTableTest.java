package org.newsgraph.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.newsgraph.data.DataTable.Row;

class DataTableTest {

  @Test
  void readsCellsByTheNamesInTheFirstLine() throws IOException {
    DataTable table =
        table("towns.tsv", "# towns\n\nname\taliases\tkind\nYs\tIs|Ker-Is\t lost \nUr\t\told\n");

    assertThat(table.rows()).extracting(row -> row.get("kind")).containsExactly("lost", "old");
    assertThat(table.rows())
        .extracting(row -> String.join("+", row.list("aliases")))
        .containsExactly("Is+Ker-Is", "");
    assertThat(table.rows().get(1).list("aliases")).isEmpty();
    assertThat(table.words()).containsExactly("Ys", "Ur");
    assertThat(table.wordsWhere("kind", "old")).containsExactly("Ur");
  }

  @Test
  void readsAListWithoutHeader() throws IOException {
    DataTable list = table("towns.txt", "# towns\nYs\n  Ur of old  \n\n");

    assertThat(list.words()).containsExactly("Ys", "Ur of old");
  }

  @Test
  void namesTheLineThatHasNotOneCellForEachColumn() {
    assertThatIllegalStateException()
        .isThrownBy(() -> table("towns.tsv", "name\tkind\n# towns\nYs\n"))
        .withMessage("towns.tsv:3: 1 cells, 2 columns");
    assertThatIllegalStateException()
        .isThrownBy(() -> table("towns.txt", "Ys\tlost\n"))
        .withMessage("towns.txt:1: 2 cells, 1 columns");
  }

  @Test
  void namesTheColumnThatIsMissing() throws IOException {
    Row row = table("towns.tsv", "name\nYs\n").rows().getFirst();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.get("names"))
        .withMessage("no column 'names' among [name]");
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> DataTable.read("nothing.tsv"))
        .withMessage("/ontology/names/nothing.tsv is missing from the program");
  }

  private static DataTable table(String name, String text) throws IOException {
    return DataTable.read(name, new StringReader(text));
  }
}
