package org.newsgraph.diff;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.newsgraph.diff.Difference.Change;
import org.newsgraph.diff.Difference.Topic;

/**
 * Prints differences, for people or as JSON.
 *
 * @param out left open
 */
public record DifferenceWriter(PrintStream out) {

  /** Prints for people, under a heading for each entity; nothing where there is no difference. */
  public void text(List<Difference> all) {
    String heading = "";
    for (Difference one : all) {
      String next = heading(one);
      if (!next.equals(heading)) {
        out.printf("%s%s%n", heading.isEmpty() ? "" : System.lineSeparator(), next);
        heading = next;
      }
      out.printf("  %s %s%n", sign(one.change()), line(one));
    }
  }

  private static String heading(Difference one) {
    return switch (one.topic()) {
      case ARTICLE -> "articles";
      case ENTITY -> "entities";
      case FACT, EVENT -> one.about();
    };
  }

  private static String sign(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CERTAINTY, RENAMED, RETYPED, MERGED, SPLIT -> "~";
    };
  }

  private static String line(Difference one) {
    if (one.topic() == Topic.ARTICLE) {
      return "%s <%s>".formatted(one.about(), one.what());
    }
    return switch (one.change()) {
      case ADDED, REMOVED ->
          one.topic() == Topic.ENTITY
              ? "%s (%s)".formatted(one.about(), one.what())
              : "%s  (%s%s)".formatted(one.what(), one.before(), one.after());
      case CERTAINTY -> "%s  (%s -> %s)".formatted(one.what(), one.before(), one.after());
      case RENAMED -> "%s -> %s (%s), renamed".formatted(one.before(), one.after(), one.what());
      case RETYPED -> "%s, %s -> %s".formatted(one.about(), one.before(), one.after());
      case MERGED -> "%s -> %s (%s), merged".formatted(one.before(), one.after(), one.what());
      case SPLIT -> "%s -> %s (%s), split off".formatted(one.before(), one.after(), one.what());
    };
  }

  /** Prints as one JSON array. */
  public void json(List<Difference> all) {
    JsonArray array = new JsonArray();
    for (Difference one : all) {
      JsonObject object = new JsonObject();
      object.put("topic", one.topic().name().toLowerCase(Locale.ROOT));
      object.put("change", one.change().name().toLowerCase(Locale.ROOT));
      object.put("about", one.about());
      object.put("what", one.what());
      object.put("before", one.before());
      object.put("after", one.after());
      array.add(object);
    }
    JSON.write(out, array);
  }
}
