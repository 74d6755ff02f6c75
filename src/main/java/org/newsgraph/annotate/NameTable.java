package org.newsgraph.annotate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of names under {@code ontology/names/}: tab-separated, the column names in the first line, {@code #} before a
 * comment line, several values of a cell separated by {@code |}.
 *
 * @param rows in the order of the file
 */
public record NameTable(List<Row> rows) {

  /** A line of the table, by column name. */
  public record Row(Map<String, String> cells) {

    /** The cell's text, empty where the column is missing. */
    public String get(String column) {
      return cells.getOrDefault(column, "");
    }

    /** The cell's values, none for an empty cell. */
    public List<String> list(String column) {
      String cell = get(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
  }

  /**
   * Reads a table from the class path.
   *
   * @param name the file's name, such as {@code countries.tsv}
   * @throws IllegalStateException if there is no such table or a line has more cells than the first
   */
  public static NameTable read(String name) {
    String resource = "/ontology/names/" + name;
    try (InputStream in = NameTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<Row> rows = new ArrayList<>();
      String[] columns = null;
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (columns == null) {
          columns = cells;
          continue;
        }
        if (cells.length > columns.length) {
          throw new IllegalStateException(
              resource + ":" + number + ": " + cells.length + " cells, " + columns.length + " columns");
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
          row.put(columns[i], cells[i].strip());
        }
        rows.add(new Row(row));
      }
      return new NameTable(List.copyOf(rows));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
