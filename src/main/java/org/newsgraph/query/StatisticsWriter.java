package org.newsgraph.query;

import java.io.PrintStream;
import java.util.Locale;
import java.util.SortedMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** Prints statistics, for people or as JSON. */
public final class StatisticsWriter {

  private final PrintStream out;

  /**
   * @param out left open
   */
  public StatisticsWriter(PrintStream out) {
    this.out = out;
  }

  /** Prints for people. */
  public void text(Statistics counts) {
    out.printf(Locale.ROOT, "%-12s %,9d%n", "articles", counts.articles());
    section("entities", counts.entities());
    section("facts", counts.facts());
    section("events", counts.events());
    section("modalities", counts.modalities());
    out.printf(Locale.ROOT, "%-12s %,9d%n", "quads", counts.quads());
  }

  private void section(String title, SortedMap<String, Long> counts) {
    out.printf(Locale.ROOT, "%-12s %,9d%n", title, Statistics.total(counts));
    counts.forEach((name, count) -> out.printf(Locale.ROOT, "  %-30s %,9d%n", name, count));
  }

  /** Prints as one JSON object. */
  public void json(Statistics counts) {
    JsonObject object = new JsonObject();
    object.put("quads", counts.quads());
    object.put("articles", counts.articles());
    object.put("entities", json(counts.entities()));
    object.put("facts", json(counts.facts()));
    object.put("events", json(counts.events()));
    object.put("modalities", json(counts.modalities()));
    JSON.write(out, object);
  }

  private static JsonObject json(SortedMap<String, Long> counts) {
    JsonObject object = new JsonObject();
    counts.forEach(object::put);
    return object;
  }
}
