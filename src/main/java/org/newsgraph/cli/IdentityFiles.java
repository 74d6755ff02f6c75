package org.newsgraph.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.identity.Decision;
import org.newsgraph.identity.NamedIdentity;
import org.newsgraph.load.RdfFile;
import org.newsgraph.ontology.Vocabulary;

/**
 * Reads the tables that a user gives to {@code resolve}: names with aliases, and decisions.
 *
 * @param session whose standard input {@code -} stands for
 */
record IdentityFiles(Session session) {

  private static final List<String> KINDS =
      List.of("person", "organization", "place", "product", "software");

  /**
   * A row of a file of decisions.
   *
   * @param same whether the two are one
   * @param one an IRI or a name
   * @param other an IRI or a name
   * @param articles IRIs of those that the decision holds for alone; none for all
   * @param place of the row, for messages
   */
  record Row(
      boolean same,
      String one,
      String other,
      String who,
      String why,
      SortedSet<String> articles,
      String place) {}

  /**
   * Decisions: columns {@code decision} ({@code same} or {@code different}; rows with {@code ?} or
   * nothing are passed over), {@code a}, {@code b} and, if wanted, {@code who}, {@code why} and
   * {@code articles}.
   *
   * @throws UsageException if it is not such a table
   */
  List<Row> decisions(String file) {
    List<Row> rows = new ArrayList<>();
    for (CSVRecord row : table(file, List.of("decision", "a", "b"))) {
      String place = place(file, row);
      String decision = row.get("decision").toLowerCase(Locale.ROOT);
      if (decision.isEmpty() || decision.equals("?")) {
        continue;
      }
      boolean same = List.of("same", "accept", "y", "yes").contains(decision);
      if (!same && !List.of("different", "reject", "n", "no").contains(decision)) {
        throw new UsageException(
            "%s: '%s' is no decision; write same, different or ?".formatted(place, decision));
      }
      if (row.get("a").isBlank() || row.get("b").isBlank()) {
        throw new UsageException(place + ": a decision is on two entities; fill in a and b");
      }
      rows.add(
          new Row(
              same,
              row.get("a"),
              row.get("b"),
              cell(row, "who"),
              cell(row, "why"),
              words(cell(row, "articles")),
              place));
    }
    return rows;
  }

  /**
   * Names: a table with columns {@code name}, {@code kind} and, if wanted, {@code aliases} (parted
   * by {@code |}), {@code country} and {@code wikidata}; or RDF with a class of schema.org, a
   * label, {@code skos:altLabel} and {@code skos:exactMatch}.
   *
   * @throws UsageException if it is not such a table
   * @throws org.newsgraph.load.RdfFailure if the RDF cannot be read
   */
  List<NamedIdentity> names(String file) {
    return isTable(file) ? namesOfTable(file) : namesOfRdf(file);
  }

  private List<NamedIdentity> namesOfTable(String file) {
    List<NamedIdentity> rows = new ArrayList<>();
    for (CSVRecord row : table(file, List.of("name", "kind"))) {
      String kind = row.get("kind").toLowerCase(Locale.ROOT);
      if (!KINDS.contains(kind)) {
        throw new UsageException(
            "%s: '%s' is no kind; write one of %s"
                .formatted(place(file, row), kind, String.join(", ", KINDS)));
      }
      try {
        rows.add(
            new NamedIdentity(
                kind,
                row.get("name"),
                aliases(cell(row, "aliases")),
                cell(row, "country"),
                cell(row, "wikidata")
                    .replaceFirst("^(?:wd:|https?://www\\.wikidata\\.org/(?:entity|wiki)/)", "")));
      } catch (IllegalArgumentException e) {
        throw new UsageException(place(file, row) + ": " + e.getMessage());
      }
    }
    return rows;
  }

  private static SortedSet<String> words(String cell) {
    return Arrays.stream(cell.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> aliases(String cell) {
    return Arrays.stream(cell.split("\\|"))
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<NamedIdentity> namesOfRdf(String file) {
    Graph graph = RdfFile.of(Path.of(file)).read().getDefaultGraph();
    Map<String, String> kinds =
        Map.of(
            "Person", "person",
            "Organization", "organization",
            "Corporation", "organization",
            "GovernmentOrganization", "organization",
            "Place", "place",
            "Country", "place",
            "City", "place",
            "Product", "product",
            "SoftwareApplication", "software");
    List<NamedIdentity> rows = new ArrayList<>();
    List<Node> subjects =
        Stream.of(SKOS.prefLabel.asNode(), RDFS.Nodes.label)
            .flatMap(p -> graph.stream(Node.ANY, p, Node.ANY))
            .map(Triple::getSubject)
            .distinct()
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .toList();
    for (Node subject : subjects) {
      String kind =
          texts(graph, subject, RDF.Nodes.type)
              .filter(type -> type.startsWith(Vocabulary.SCHEMA))
              .map(type -> kinds.getOrDefault(type.substring(Vocabulary.SCHEMA.length()), ""))
              .filter(k -> !k.isEmpty())
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "%s: <%s> has no class; say what it is, such as schema:Organization"
                              .formatted(file, subject)));
      String name =
          Stream.of(SKOS.prefLabel.asNode(), RDFS.Nodes.label)
              .flatMap(p -> texts(graph, subject, p))
              .findFirst()
              .orElse("");
      String wikidata =
          Stream.concat(
                  Stream.of(subject.toString()),
                  Stream.of(SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode(), OWL.sameAs.asNode())
                      .flatMap(p -> texts(graph, subject, p)))
              .filter(iri -> iri.matches("https?://www\\.wikidata\\.org/entity/Q\\d+"))
              .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
              .findFirst()
              .orElse("");
      SortedSet<String> aliases =
          texts(graph, subject, SKOS.altLabel.asNode())
              .collect(Collectors.toCollection(TreeSet::new));
      rows.add(new NamedIdentity(kind, name, aliases, "", wikidata));
    }
    return rows;
  }

  private static Stream<String> texts(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY)
        .map(Triple::getObject)
        .map(o -> o.isLiteral() ? o.getLiteralLexicalForm() : o.toString())
        .sorted();
  }

  private static boolean isTable(String file) {
    return file.equals("-") || file.endsWith(".csv") || file.endsWith(".tsv");
  }

  private List<CSVRecord> table(String file, List<String> required) {
    String text = new TextFile(session).read(file);
    boolean tabs = text.lines().findFirst().orElse("").contains("\t");
    CSVFormat format =
        (tabs ? CSVFormat.TDF : CSVFormat.RFC4180)
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (String column : required) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new UsageException(
              "%s, line 1: no column '%s'; the first line names the columns, %s among them"
                  .formatted(file, column, String.join(", ", required)));
        }
      }
      List<CSVRecord> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        if (!row.isConsistent()) {
          throw new UsageException(
              "%s: %d cells and %d columns; every row has a cell for each"
                  .formatted(place(file, row), row.size(), parser.getHeaderNames().size()));
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UsageException(
          "%s is no table of comma- or tab-separated cells: %s".formatted(file, e.getMessage()));
    }
  }

  private static String cell(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }

  private static String place(String file, CSVRecord row) {
    return "%s, row %d".formatted(file, row.getRecordNumber() + 1);
  }

  /** A cell of a tab-separated table. */
  static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ").replace('"', '\'');
  }

  /** An IRI, where the text is one. */
  static String iri(String text) {
    String bare =
        text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    return bare.replaceFirst("^wd:(?=Q\\d)", Decision.WIKIDATA);
  }
}
