package org.newsgraph.query;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;

/** Prints explanations, for people or as JSON. */
public final class ExplanationWriter {

  private final PrintStream out;

  /**
   * @param out left open
   */
  public ExplanationWriter(PrintStream out) {
    this.out = out;
  }

  /** Prints for people. */
  public void text(List<Explanation> explanations) {
    String between = "";
    for (Explanation one : explanations) {
      out.print(between);
      out.printf("%s (%s)%n", one.name(), String.join(", ", one.types()));
      if (!one.aliases().isEmpty()) {
        out.printf("also named: %s%n", String.join("; ", one.aliases()));
      }
      out.println(one.iri());
      statements(one.facts());
      statements(one.events());
      if (one.facts().isEmpty() && one.events().isEmpty()) {
        out.printf("%nNamed, but nothing is said of it.%n");
      }
      between = System.lineSeparator();
    }
  }

  private void statements(List<Known> all) {
    for (int i = 0; i < all.size(); i++) {
      Known known = all.get(i);
      // Several pieces of evidence for one fact stand below one line.
      boolean first = i == 0 || !known.statement().equals(all.get(i - 1).statement());
      boolean last = i == all.size() - 1 || !known.statement().equals(all.get(i + 1).statement());
      if (first) {
        out.printf("%n%s%n", headline(known.statement()));
      }
      evidence(known);
      if (first && known.others() > 0) {
        out.printf(
            "  also said by %d other %s%n",
            known.others(), known.others() == 1 ? "article" : "articles");
      }
      if (last) {
        known.contradictedBy().forEach(this::contradiction);
      }
    }
  }

  private void contradiction(Known.Against against) {
    out.printf(
        "  contradicted by %s%s, %s%n    <%s>%n",
        against.headline(),
        against.published().isEmpty() ? "" : ", " + against.published(),
        against.value().isEmpty() ? "which denies it" : "which says " + against.value(),
        against.article());
  }

  private void evidence(Known known) {
    String speakers =
        known.attributedTo().isEmpty()
            ? ""
            : ", according to " + String.join(", ", known.attributedTo());
    out.printf(
        "  %s%s, confidence %s%n",
        known.modality().toLowerCase(Locale.ROOT), speakers, known.confidence().toPlainString());
    for (Known.Source source : known.sources()) {
      out.printf("  \"%s\"%n", source.sentence().replaceAll("\\s+", " "));
      out.printf(
          "    %d-%d in %s%s%n    <%s>%n",
          source.begin(),
          source.end(),
          source.headline(),
          source.published().isEmpty() ? "" : ", " + source.published(),
          source.article());
    }
  }

  private static String headline(Known.Statement statement) {
    return switch (statement) {
      case Known.Fact fact -> fact.subject() + "  " + fact.property() + "  " + fact.object();
      case Known.Event event ->
          event.roles().stream()
              .map(role -> role.property() + " " + role.filler())
              .collect(Collectors.joining("; ", event.type() + ": ", ""));
    };
  }

  /** Prints as one JSON array. */
  public void json(List<Explanation> explanations) {
    JsonArray all = new JsonArray();
    explanations.forEach(one -> all.add(json(one)));
    JSON.write(out, all);
  }

  private static JsonObject json(Explanation one) {
    JsonObject object = new JsonObject();
    object.put("iri", one.iri());
    object.put("name", one.name());
    object.put("aliases", strings(one.aliases()));
    object.put("types", strings(one.types()));
    object.put("facts", known(one.facts()));
    object.put("events", known(one.events()));
    return object;
  }

  private static JsonArray known(List<Known> all) {
    JsonArray array = new JsonArray();
    for (Known known : all) {
      JsonObject object = new JsonObject();
      switch (known.statement()) {
        case Known.Fact fact -> {
          object.put("subject", fact.subject());
          object.put("property", fact.property());
          object.put("object", fact.object());
        }
        case Known.Event event -> {
          object.put("type", event.type());
          object.put("roles", roles(event.roles()));
        }
      }
      object.put("modality", known.modality());
      object.put("attributedTo", strings(known.attributedTo()));
      object.put("confidence", JsonNumber.value(known.confidence()));
      object.put("sources", sources(known.sources()));
      object.put("alsoSaidBy", known.others());
      object.put("contradictedBy", against(known.contradictedBy()));
      array.add(object);
    }
    return array;
  }

  private static JsonArray roles(List<Known.Role> roles) {
    JsonArray array = new JsonArray();
    for (Known.Role role : roles) {
      JsonObject object = new JsonObject();
      object.put("property", role.property());
      object.put("filler", role.filler());
      array.add(object);
    }
    return array;
  }

  private static JsonArray sources(List<Known.Source> sources) {
    JsonArray array = new JsonArray();
    for (Known.Source source : sources) {
      JsonObject object = new JsonObject();
      object.put("sentence", source.sentence());
      object.put("begin", source.begin());
      object.put("end", source.end());
      object.put("article", source.article());
      object.put("headline", source.headline());
      object.put("published", source.published());
      array.add(object);
    }
    return array;
  }

  private static JsonArray against(List<Known.Against> all) {
    JsonArray array = new JsonArray();
    for (Known.Against one : all) {
      JsonObject object = new JsonObject();
      object.put("value", one.value());
      object.put("article", one.article());
      object.put("headline", one.headline());
      object.put("published", one.published());
      array.add(object);
    }
    return array;
  }

  private static JsonArray strings(List<String> strings) {
    JsonArray array = new JsonArray();
    strings.forEach(array::add);
    return array;
  }
}
