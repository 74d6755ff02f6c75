package org.newsgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.query.NamedQueries;
import org.newsgraph.query.NamedQuery;
import org.newsgraph.query.QueryRunner;
import org.newsgraph.query.ResultFormat;
import org.newsgraph.query.SparqlParser;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsgraph query}. */
@Command(
    name = "query",
    description = "Answers a SPARQL query over all articles together.",
    footer = {
      "",
      "The prefixes ng, schema, nif, prov, skos, rdf, rdfs, owl and xsd need no declaration.",
      "GRAPH ?article { ... } asks within single articles.",
      "",
      "Examples:",
      "  newsgraph query 'SELECT ?o ?p { ?o schema:founder ?p }' --loc graph",
      "  newsgraph query --file question.rq --results csv --loc graph",
      "  newsgraph query --named about --param name=Nvidia --loc graph",
      "  newsgraph query --list"
    })
final class QueryCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();

  @Mixin
  @SuppressWarnings("UnusedVariable") // -vv is looked up where failures are told of
  private final Verbosity verbosity = new Verbosity();

  @Parameters(arity = "0..1", paramLabel = "SPARQL", description = "The query.")
  private @Nullable String text;

  @Option(
      names = "--file",
      paramLabel = "F",
      description = "Read the query from a file, or from standard input for -.")
  private @Nullable String file;

  @Option(names = "--named", paramLabel = "NAME", description = "A query that is kept ready.")
  private @Nullable String named;

  @Option(names = "--list", description = "List the queries that are kept ready.")
  private boolean list;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "The value of a variable of the query, as a plain literal.")
  private Map<String, String> parameters = new TreeMap<>();

  @Option(
      names = "--results",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, csv, tsv, json or xml; for graphs ttl, nt, jsonld or rdf.")
  private ResultFormat format = ResultFormat.TEXT;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "Give up after that time.")
  private @Nullable BigDecimal timeout;

  QueryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (Stream.of(text, file, named).filter(q -> q != null).count() + (list ? 1 : 0) != 1) {
      throw new UsageException(
          "which query? Give one of SPARQL, --file F, --named NAME (--list names them)");
    }
    if (list) {
      new NamedQueryList(session.out()).print(new NamedQueries().all());
      return ExitStatus.DONE;
    }
    SparqlParser parser = new SparqlParser(Vocabulary.prefixes());
    if (named == null) {
      return answer(
          parser.parse(text != null ? text : new TextFile(session).read(file)), parameters);
    }
    NamedQuery ready = new NamedQueries().get(named);
    return answer(parser.parse(ready.text()), ready.withDefaults(parameters));
  }

  private int answer(Query query, Map<String, String> values) {
    Optional<Duration> limit =
        Optional.ofNullable(timeout).map(s -> Duration.ofMillis(s.movePointRight(3).longValue()));
    try (Store store = location.openExisting()) {
      return store.read(
          dataset -> {
            try {
              new QueryRunner(format, limit).run(query, dataset, values, session.out());
              return ExitStatus.DONE;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
