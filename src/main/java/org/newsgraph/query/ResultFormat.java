package org.newsgraph.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;
import org.newsgraph.export.GraphFormat;

/** How an answer is written: a table (SELECT, ASK), a graph (CONSTRUCT, DESCRIBE) or either. */
@SuppressWarnings("ImmutableEnumChecker") // Jena's languages are immutable
public enum ResultFormat {
  /** A table for people; a graph as Turtle. */
  TEXT("text", ResultSetLang.RS_Text, GraphFormat.TURTLE),
  /** SPARQL 1.1 CSV: values without their types. */
  CSV("csv", ResultSetLang.RS_CSV, null),
  /** SPARQL 1.1 TSV: terms as in Turtle. */
  TSV("tsv", ResultSetLang.RS_TSV, null),
  /** SPARQL results as JSON; a graph as JSON-LD. */
  JSON("json", ResultSetLang.RS_JSON, GraphFormat.JSONLD),
  /** SPARQL results as XML; a graph as RDF/XML. */
  XML("xml", ResultSetLang.RS_XML, GraphFormat.RDFXML),
  /** Turtle. */
  TURTLE("ttl", null, GraphFormat.TURTLE),
  /** N-Triples. */
  NTRIPLES("nt", null, GraphFormat.NTRIPLES),
  /** JSON-LD 1.1. */
  JSONLD("jsonld", null, GraphFormat.JSONLD),
  /** RDF/XML. */
  RDFXML("rdf", null, GraphFormat.RDFXML);

  private final String format;
  private final @Nullable Lang table;
  private final @Nullable GraphFormat graph;

  ResultFormat(String format, @Nullable Lang table, @Nullable GraphFormat graph) {
    this.format = format;
    this.table = table;
    this.graph = graph;
  }

  /** Finds a format by its name, in any case. */
  public static Optional<ResultFormat> ofName(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.format.equals(wanted)).findFirst();
  }

  /** The names of all formats, as for a message. */
  public static String known() {
    return names(f -> true);
  }

  /**
   * The language for tables and truth values.
   *
   * @throws QueryFailure.Refused if this format writes graphs alone
   */
  Lang forTable() {
    if (table == null) {
      throw new QueryFailure.Refused(
          "%s is for graphs, and this query gives a table; use %s"
              .formatted(format, names(f -> f.table != null)));
    }
    return table;
  }

  /**
   * The syntax for graphs.
   *
   * @throws QueryFailure.Refused if this format writes tables alone
   */
  GraphFormat forGraph() {
    if (graph == null) {
      throw new QueryFailure.Refused(
          "%s is for tables, and this query gives a graph; use %s"
              .formatted(format, names(f -> f.graph != null)));
    }
    return graph;
  }

  private static String names(Predicate<ResultFormat> which) {
    return Arrays.stream(values())
        .filter(which)
        .map(f -> f.format)
        .collect(Collectors.joining(", "));
  }
}
