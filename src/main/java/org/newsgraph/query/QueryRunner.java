package org.newsgraph.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.newsgraph.export.ExportFormat;
import org.newsgraph.export.GraphExport;
import org.newsgraph.export.Provenance;

/**
 * Runs a query over the union of all named graphs and writes its answer.
 *
 * @param format how the answer is written
 * @param timeout how long the query may take; empty for as long as it takes
 */
public record QueryRunner(ResultFormat format, Optional<Duration> timeout) {

  /**
   * Answers a query.
   *
   * @param dataset within a read transaction
   * @param parameters values of variables, as plain literals
   * @param out left open
   * @throws QueryFailure if the format does not fit the query, or time is up
   * @throws IOException if {@code out} cannot be written
   */
  public void run(
      Query query, DatasetGraph dataset, Map<String, String> parameters, OutputStream out)
      throws IOException {
    // Asked before the query runs, which may take long.
    Optional<Lang> table =
        query.isSelectType() || query.isAskType()
            ? Optional.of(format.forTable())
            : Optional.empty();
    QueryExecDatasetBuilder builder =
        QueryExecDatasetBuilder.create()
            .query(query)
            .dataset(dataset)
            .set(TDB2.symUnionDefaultGraph, true);
    parameters.forEach(
        (name, value) ->
            builder.substitution(Var.alloc(name), NodeFactory.createLiteralString(value)));
    timeout.ifPresent(t -> builder.timeout(t.toMillis(), TimeUnit.MILLISECONDS));
    try (QueryExec execution = builder.build()) {
      if (table.isPresent()) {
        writeTable(query, execution, table.get(), out);
      } else {
        ExportFormat syntax = new ExportFormat(format.forGraph(), false);
        Map<String, String> prefixes = new TreeMap<>(query.getPrefixMapping().getNsPrefixMap());
        new GraphExport(syntax, Provenance.FULL, prefixes)
            .write(query.isConstructType() ? execution.construct() : execution.describe(), out);
      }
    } catch (QueryCancelledException e) {
      throw new QueryFailure.TimedOut(timeout.map(Duration::toSeconds).orElse(0L));
    }
    out.flush();
  }

  private static void writeTable(Query query, QueryExec execution, Lang lang, OutputStream out)
      throws IOException {
    RowSetWriter writer = RowSetWriterRegistry.getFactory(lang).create(lang);
    if (query.isAskType()) {
      boolean answer = execution.ask();
      if (lang.equals(ResultSetLang.RS_Text)) {
        out.write((answer ? "yes\n" : "no\n").getBytes(StandardCharsets.UTF_8));
      } else {
        writer.write(out, answer, Context.emptyContext());
      }
      return;
    }
    RowSet rows = execution.select();
    if (lang.equals(ResultSetLang.RS_Text)) {
      ResultSetFormatter.out(out, ResultSet.adapt(rows), query.getPrefixMapping());
    } else {
      writer.write(out, rows, Context.emptyContext());
    }
  }
}
