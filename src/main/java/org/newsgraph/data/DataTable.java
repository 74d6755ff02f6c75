package org.newsgraph.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A UTF-8 file of {@code ontology/names/}, which ships with the program: in a {@code .tsv} file
 * cells separated by tabs, under the column names of its first line; in a {@code .txt} file one
 * word or phrase a line. Empty lines and lines that start with {@code #} are no rows.
 *
 * @param rows in the order of the file
 */
public record DataTable(List<Row> rows) {

  private static final List<String> ONE_COLUMN = List.of("word");

  /** Copies the list. */
  public DataTable {
    rows = List.copyOf(rows);
  }

  /**
   * A line of a table.
   *
   * @param columns the names of the table's columns
   * @param cells as many texts without outer white space, some perhaps empty
   */
  public record Row(List<String> columns, List<String> cells) {

    /**
     * The text in a column, perhaps empty.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public String get(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException("no column '" + column + "' among " + columns);
      }
      return cells.get(index);
    }

    /**
     * The values in a column, which {@code |} separates; none in an empty cell.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public List<String> list(String column) {
      String cell = get(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
  }

  /**
   * Reads a file from the class path.
   *
   * @param name the file's name, such as {@code months.tsv}
   * @throws IllegalStateException if the program was packed without it, or a line has not one cell
   *     for each column
   */
  public static DataTable read(String name) {
    String resource = "/ontology/names/" + name;
    try (InputStream in = DataTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return read(resource, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** Reads a file from its characters; its name tells which of the two forms it has. */
  static DataTable read(String name, Reader characters) throws IOException {
    BufferedReader lines = new BufferedReader(characters);
    List<String> columns = name.endsWith(".tsv") ? List.of() : ONE_COLUMN;
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = cells(line);
      if (columns.isEmpty()) {
        columns = cells;
      } else if (cells.size() == columns.size()) {
        rows.add(new Row(columns, cells));
      } else {
        throw new IllegalStateException(
            name + ":" + number + ": " + cells.size() + " cells, " + columns.size() + " columns");
      }
    }
    return new DataTable(rows);
  }

  private static List<String> cells(String line) {
    String[] cells = line.split("\t", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip();
    }
    return List.of(cells);
  }

  /** The texts of the first column, in the file's order. */
  public Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    rows.forEach(row -> words.add(row.cells().getFirst()));
    return Collections.unmodifiableSet(words);
  }

  /**
   * The texts of the first column in the rows that have {@code value} in {@code column}, in the
   * file's order.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public Set<String> wordsWhere(String column, String value) {
    Set<String> words = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.get(column).equals(value)) {
        words.add(row.cells().getFirst());
      }
    }
    return Collections.unmodifiableSet(words);
  }
}
