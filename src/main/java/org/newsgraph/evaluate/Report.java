package org.newsgraph.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The figures of an evaluation.
 *
 * @param format what was scored against
 * @param articles how many articles were read
 * @param tables in the order to print them
 */
public record Report(GoldFormat format, int articles, List<Table> tables) {

  /** Copies the list. */
  public Report {
    tables = List.copyOf(tables);
  }

  /**
   * A column of figures.
   *
   * @param name such as {@code precision}
   * @param share whether the figures are between 0 and 1, else they are counts
   */
  public record Column(String name, boolean share) {
    static Column share(String name) {
      return new Column(name, true);
    }

    static Column count(String name) {
      return new Column(name, false);
    }
  }

  /**
   * A row of figures, one for each column.
   *
   * @param label what they are of, unique in the table
   */
  public record Row(String label, List<Double> figures) {
    /** Copies the list. */
    public Row {
      figures = List.copyOf(figures);
    }

    static Row of(String label, double... figures) {
      return new Row(label, Arrays.stream(figures).boxed().toList());
    }
  }

  /**
   * A table.
   *
   * @param name what it measures, unique in the report
   */
  public record Table(String name, List<Column> columns, List<Row> rows) {

    private static final List<Column> COUNTED =
        List.of(
            Column.share("precision"),
            Column.share("recall"),
            Column.share("f1"),
            Column.count("right"),
            Column.count("wrong"),
            Column.count("missing"));

    /**
     * @throws IllegalArgumentException if a row has not one figure for each column
     */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (Row row : rows) {
        if (row.figures().size() != columns.size()) {
          throw new IllegalArgumentException("row '" + row.label() + "' of '" + name + "'");
        }
      }
    }

    /** Precision, recall and F1 with the counts behind them, in the order of the map. */
    static Table counted(String name, Map<String, Counts> counts) {
      return new Table(
          name,
          COUNTED,
          counts.entrySet().stream().map(e -> counted(e.getKey(), e.getValue())).toList());
    }

    private static Row counted(String label, Counts c) {
      return Row.of(label, c.precision(), c.recall(), c.f1(), c.right(), c.wrong(), c.missing());
    }
  }
}
