package org.newsgraph.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table that ships with the program: a UTF-8 file of one row a line, its cells separated by tabs.
 * Empty lines and lines that start with {@code #} are no rows.
 */
public final class DataFile {

  private final String name;
  private final List<List<String>> rows;

  private DataFile(String name, List<List<String>> rows) {
    this.name = name;
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads a file of {@code ontology/names/}.
   *
   * @param name the file's name, such as {@code months.txt}
   * @throws IllegalStateException if the program was packed without it
   */
  public static DataFile read(String name) {
    String resource = "/ontology/names/" + name;
    try (InputStream in = DataFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      List<List<String>> rows = new ArrayList<>();
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.strip().split("\\s*\\t\\s*", -1)));
        }
      }
      return new DataFile(name, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows, in the file's order; each has one cell or more. */
  public List<List<String>> rows() {
    return rows;
  }

  /**
   * All rows, each checked to have {@code cells} cells or more.
   *
   * @throws IllegalStateException if one has fewer
   */
  public List<List<String>> rows(int cells) {
    for (List<String> row : rows) {
      if (row.size() < cells) {
        throw new IllegalStateException(
            name + ": '" + String.join("\t", row) + "' needs " + cells + " cells");
      }
    }
    return rows;
  }

  /** The first cells, in the file's order. */
  public Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    rows.forEach(row -> words.add(row.getFirst()));
    return Collections.unmodifiableSet(words);
  }

  /**
   * The first cells of the rows whose second cell is {@code kind}, in the file's order.
   *
   * @throws IllegalStateException if a row has no second cell
   */
  public Set<String> words(String kind) {
    Set<String> words = new LinkedHashSet<>();
    for (List<String> row : rows(2)) {
      if (row.get(1).equals(kind)) {
        words.add(row.getFirst());
      }
    }
    return Collections.unmodifiableSet(words);
  }
}
