package org.newsgraph.evaluate;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.newsgraph.evaluate.Report.Column;
import org.newsgraph.evaluate.Report.Row;
import org.newsgraph.evaluate.Report.Table;

/** Prints figures, for people or as JSON. */
public final class ReportWriter {

  private static final int DECIMALS = 4;
  private static final int COLUMN = 10;

  private final PrintStream out;

  /**
   * @param out left open
   */
  public ReportWriter(PrintStream out) {
    this.out = out;
  }

  /** Prints tables. */
  public void text(Report report) {
    boolean first = true;
    for (Table table : report.tables()) {
      if (!first) {
        out.println();
      }
      first = false;
      int width =
          table.rows().stream()
              .mapToInt(r -> r.label().length())
              .reduce(table.name().length(), Math::max);
      StringBuilder heading = new StringBuilder(padded(table.name(), width));
      table.columns().forEach(c -> heading.append(before(c.name())));
      out.println(heading);
      for (Row row : table.rows()) {
        StringBuilder line = new StringBuilder(padded(row.label(), width));
        for (int i = 0; i < row.figures().size(); i++) {
          double figure = row.figures().get(i);
          line.append(
              before(
                  table.columns().get(i).share()
                      ? String.format(Locale.ROOT, "%.3f", figure)
                      : String.format(Locale.ROOT, "%.0f", figure)));
        }
        out.println(line);
      }
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String before(String text) {
    return " ".repeat(Math.max(1, COLUMN - text.length())) + text;
  }

  /** Prints one JSON object: the tables by their names, in them the rows by their labels. */
  public void json(Report report) {
    JsonObject tables = new JsonObject();
    for (Table table : report.tables()) {
      JsonObject rows = new JsonObject();
      for (Row row : table.rows()) {
        JsonObject figures = new JsonObject();
        for (int i = 0; i < row.figures().size(); i++) {
          Column column = table.columns().get(i);
          figures.addProperty(
              column.name(), rounded(row.figures().get(i), column.share() ? DECIMALS : 0));
        }
        rows.add(row.label(), figures);
      }
      tables.add(table.name(), rows);
    }
    JsonObject object = new JsonObject();
    object.addProperty("format", report.format().name().toLowerCase(Locale.ROOT));
    object.addProperty("articles", report.articles());
    object.add("scores", tables);
    out.println(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(object));
  }

  private static BigDecimal rounded(double figure, int decimals) {
    return BigDecimal.valueOf(figure).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
