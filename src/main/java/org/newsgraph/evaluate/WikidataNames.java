package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;

/** Which thing of Wikidata a name stands for, by the tables of names that ship with the program. */
final class WikidataNames {

  private static final String PREFIX = "http://www.wikidata.org/entity/";

  /** For each family the identifiers of each name; empty for a name of several things. */
  private final Map<Kind, Map<String, String>> identifiers = new EnumMap<>(Kind.class);

  private WikidataNames() {}

  /** Reads the tables. */
  static WikidataNames read() {
    WikidataNames names = new WikidataNames();
    names.add(Kind.PLACE, "countries.tsv", List.of("aliases", "adjectives"));
    names.add(Kind.PLACE, "places.tsv", List.of("aliases"));
    names.add(Kind.ORGANIZATION, "organizations.tsv", List.of("aliases"));
    names.add(Kind.PRODUCT, "products.tsv", List.of("aliases"));
    names.add(Kind.SOFTWARE, "products.tsv", List.of("aliases"));
    return names;
  }

  private void add(Kind kind, String table, List<String> others) {
    Map<String, String> known = identifiers.computeIfAbsent(kind, k -> new HashMap<>());
    for (DataTable.Row row : DataTable.read(table).rows()) {
      String identifier = row.get("wikidata");
      List<String> names = new ArrayList<>(List.of(row.get("name")));
      others.forEach(column -> names.addAll(row.list(column)));
      for (String name : names) {
        if (!identifier.isEmpty()) {
          known.merge(name, identifier, (a, b) -> a.equals(b) ? a : "");
        }
      }
    }
  }

  /** The URI of an entity that one row of the tables names. */
  Optional<String> uri(EntityKey entity) {
    return Optional.ofNullable(identifiers.getOrDefault(entity.kind(), Map.of()).get(entity.name()))
        .filter(identifier -> !identifier.isEmpty())
        .map(identifier -> PREFIX + identifier);
  }
}
