package org.newsgraph.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.rdf.IriMinter;

/**
 * The names that tables give: those that ship with the program, for identities in Wikidata, and
 * those that the user has brought, for aliases too.
 */
final class KnownNames {

  /** The name of the graph that holds the user's table. */
  static final String GRAPH = IriMinter.DEFAULT_BASE + "names";

  private static final String WIKIDATA = Decision.WIKIDATA;

  private final Map<String, String> shipped = new HashMap<>();
  private final Map<String, List<NamedIdentity>> brought = new HashMap<>();
  private final List<NamedIdentity> rows;

  /**
   * @param rows the user's
   */
  KnownNames(List<NamedIdentity> rows) {
    this.rows = List.copyOf(rows);
    addShipped("countries.tsv", "place");
    addShipped("places.tsv", "place");
    addShipped("organizations.tsv", "organization");
    for (NamedIdentity row : rows) {
      names(row)
          .map(name -> row.kind() + "|" + NameForms.fold(name))
          .distinct()
          .forEach(key -> brought.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
    }
  }

  private void addShipped(String table, String kind) {
    for (Row row : DataTable.read(table).rows()) {
      String id = row.get("wikidata");
      if (!id.isEmpty()) {
        shipped.putIfAbsent(kind + "|" + row.get("name"), id);
      }
    }
  }

  static Stream<String> names(NamedIdentity row) {
    return Stream.concat(Stream.of(row.name()), row.aliases().stream());
  }

  List<NamedIdentity> rows() {
    return rows;
  }

  /** The only row that has one of the names; empty if there is none, or several. */
  Optional<NamedIdentity> row(String kind, Set<String> names) {
    Set<NamedIdentity> found =
        names.stream()
            .flatMap(n -> brought.getOrDefault(kind + "|" + NameForms.fold(n), List.of()).stream())
            .collect(Collectors.toSet());
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  /** The identity in Wikidata of what bears a canonical name. */
  Optional<String> wikidata(String kind, String label) {
    List<NamedIdentity> own =
        brought.getOrDefault(kind + "|" + NameForms.fold(label), List.of()).stream()
            .filter(row -> !row.wikidata().isEmpty())
            .toList();
    return own.size() == 1
        ? Optional.of(own.getFirst().wikidata())
        : Optional.ofNullable(shipped.get(kind + "|" + label));
  }

  /** The IRI of the entity that a row names, beside another one's. */
  static String iri(NamedIdentity row, EntityIri beside) {
    String base = beside.prefix().substring(0, beside.prefix().length() - "entity/".length());
    return new IriMinter(base).entity(new EntityKey(kind(row.kind()), row.name())).getURI();
  }

  private static EntityKey.Kind kind(String segment) {
    return EntityKey.Kind.valueOf(segment.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static List<NamedIdentity> read(Graph graph) {
    return graph.stream(Node.ANY, Vocabulary.KIND, Node.ANY)
        .map(Triple::getSubject)
        .distinct()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .filter(node -> !text(graph, node, SKOS.prefLabel.asNode()).isBlank())
        .map(
            node ->
                new NamedIdentity(
                    text(graph, node, Vocabulary.KIND),
                    text(graph, node, SKOS.prefLabel.asNode()),
                    graph.stream(node, SKOS.altLabel.asNode(), Node.ANY)
                        .map(t -> t.getObject().getLiteralLexicalForm())
                        .collect(Collectors.toCollection(TreeSet::new)),
                    text(graph, node, Vocabulary.COUNTRY_NAME),
                    text(graph, node, SKOS.exactMatch.asNode()).replace(WIKIDATA, "")))
        .toList();
  }

  private static String text(Graph graph, Node node, Node property) {
    return graph.stream(node, property, Node.ANY)
        .map(Triple::getObject)
        .map(o -> o.isURI() ? o.getURI() : o.getLiteralLexicalForm())
        .sorted()
        .findFirst()
        .orElse("");
  }

  Graph write() {
    Graph graph = GraphMemFactory.createDefaultGraph();
    for (NamedIdentity row : rows) {
      String entity =
          new IriMinter(GRAPH + "#").entity(new EntityKey(kind(row.kind()), row.name())).getURI();
      Node node = NodeFactory.createURI(entity.replace("#entity/", "#"));
      graph.add(node, SKOS.prefLabel.asNode(), NodeFactory.createLiteralString(row.name()));
      graph.add(node, Vocabulary.KIND, NodeFactory.createLiteralString(row.kind()));
      row.aliases()
          .forEach(
              a -> graph.add(node, SKOS.altLabel.asNode(), NodeFactory.createLiteralString(a)));
      if (!row.country().isEmpty()) {
        graph.add(node, Vocabulary.COUNTRY_NAME, NodeFactory.createLiteralString(row.country()));
      }
      if (!row.wikidata().isEmpty()) {
        graph.add(node, SKOS.exactMatch.asNode(), NodeFactory.createURI(WIKIDATA + row.wikidata()));
      }
    }
    return graph;
  }
}
