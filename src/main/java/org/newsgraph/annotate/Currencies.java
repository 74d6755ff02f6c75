package org.newsgraph.annotate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;

/** The currencies of {@code ontology/names/currencies.tsv} and how they are written. */
final class Currencies {

  /**
   * A way to write a currency.
   *
   * @param code ISO 4217
   * @param unit what one of it is worth in units of the currency: 0.01 for "cents"
   * @param measured whether it means money only after a number of thousands or more
   */
  record Written(String code, BigDecimal unit, boolean measured) {}

  private final Map<String, Written> written = new HashMap<>();
  private final Map<String, Written> words = new HashMap<>();
  private final List<String> signs = new ArrayList<>();
  private final List<String> codes = new ArrayList<>();

  Currencies() {
    for (Row row : DataTable.read("currencies.tsv").rows()) {
      String text = row.get("written");
      BigDecimal unit =
          row.get("unit").isEmpty() ? BigDecimal.ONE : new BigDecimal(row.get("unit"));
      Written way = new Written(row.get("code"), unit, row.get("place").equals("measured"));
      switch (row.get("place")) {
        case "sign" -> signs.add(text);
        case "code" -> codes.add(text);
        case "word", "measured" -> words.put(text.toLowerCase(Locale.ROOT), way);
        default -> throw new IllegalStateException("currencies.tsv: " + row.get("place") + "?");
      }
      written.put(text, way);
    }
  }

  /** An expression for what stands before a number. */
  String before() {
    return "(?:"
        + NumberExpression.alternatives(signs)
        + " ?|"
        + NumberExpression.alternatives(codes)
        + " ?)";
  }

  /** An expression for what stands after a number. */
  String after() {
    return "(?:(?i:"
        + NumberExpression.alternatives(words.keySet())
        + ")|"
        + NumberExpression.alternatives(codes)
        + "|[\u20AC\u00A3])(?![\\p{L}\\p{N}])";
  }

  /**
   * The currency of what one of the expressions matched.
   *
   * @throws IllegalArgumentException if neither did
   */
  Written of(String text) {
    String bare = text.strip();
    Written way = written.get(bare);
    if (way == null) {
      way = words.get(bare.toLowerCase(Locale.ROOT));
    }
    if (way == null) {
      throw new IllegalArgumentException("no currency: " + text);
    }
    return way;
  }
}
