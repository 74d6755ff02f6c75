package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCommandTest extends CommandLineTest {

  private static final String WHO =
      "SELECT ?name { ?o schema:founder ?p . ?p rdfs:label ?name } ORDER BY ?name";

  @BeforeEach
  void build() {
    buildTwo();
  }

  private Outcome query(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "query";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--loc";
    all[args.length + 2] = loc();
    return run(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text|\"Ada Byron\"",
        "csv|Ada Byron",
        "tsv|\"Ada Byron\"",
        "json|\"value\": \"Ada Byron\"",
        "xml|<literal>Ada Byron</literal>",
        "CSV|Ada Byron"
      })
  void writesTables(String format, String contains) {
    assertThat(query(WHO, "--results", format).done().out()).contains(contains);
  }

  @Test
  void writesRowsInTheOrderAskedFor() {
    assertThat(query(WHO, "--results", "csv").out())
        .isEqualTo("name\r\nAda Byron\r\nMara Lindqvist\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text|ng:knows  <",
        "ttl|ng:knows  <",
        "nt|<https://w3id.org/newsgraph/ontology#knows>",
        "jsonld|\"ng:knows\"",
        "json|\"ng:knows\"",
        "rdf|<ng:knows",
        "xml|<ng:knows"
      })
  void writesGraphs(String format, String contains) {
    assertThat(
            query("CONSTRUCT { ?p ng:knows ?o } { ?o schema:founder ?p }", "--results", format)
                .done()
                .out())
        .contains(contains);
  }

  @Test
  void describesAndAsks() {
    assertThat(query("DESCRIBE ?p { ?p rdfs:label 'Ada Byron' }").out())
        .contains("rdfs:label  \"Ada Byron\"");
    assertThat(query("ASK { ?p rdfs:label 'Ada Byron' }").out()).isEqualTo("yes\n");
    assertThat(query("ASK { ?p rdfs:label 'Nobody' }").out()).isEqualTo("no\n");
    assertThat(query("ASK { ?p rdfs:label 'Nobody' }", "--results", "json").out())
        .contains("\"boolean\" : false");
  }

  @Test
  void theDefaultGraphIsTheUnionAndNamedGraphsAreThere() {
    assertThat(
            query(
                    "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?g a schema:NewsArticle } }",
                    "--results=csv")
                .out())
        .isEqualTo("n\r\n2\r\n");
    assertThat(query("ASK { ng:Accusation a owl:Class }").out()).isEqualTo("yes\n");
  }

  @Test
  void thePrefixesOfTheQueryWin() {
    assertThat(
            query("PREFIX ng: <urn:other:> CONSTRUCT { ng:a ng:b ng:c } {}", "--results", "nt")
                .out())
        .isEqualTo("<urn:other:a> <urn:other:b> <urn:other:c> .\n");
  }

  @Test
  void readsAFileAndStandardInput() {
    String file = file("ü q.rq", ("\uFEFF" + WHO).getBytes(StandardCharsets.UTF_8));
    assertThat(query("--file", file).done().out()).contains("Ada Byron");
    standardInput = WHO;
    assertThat(query("--file", "-").done().out()).contains("Ada Byron");
    query("--file", folder.resolve("none.rq").toString()).failed(1, "none.rq does not exist");
    query("--file", file("latin.rq", new byte[] {(byte) 0xE9})).failed(2, "not UTF-8");
  }

  @Test
  void setsVariables() {
    assertThat(
            query(
                    "SELECT ?o { ?p rdfs:label ?name ; ^schema:founder/rdfs:label ?o }",
                    "--param",
                    "name=Ada Byron",
                    "--results",
                    "csv")
                .out())
        .isEqualTo("o\r\nEnginery\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT ?x WHER { ?s ?p ?o }|line 1, column 11|'WHER'",
        "SELECT * { ?s foo:bar ?o }|line 1, column 15|'foo:bar' has an unknown prefix; declare it with PREFIX foo:",
        "SELECT * { ?s ng:x <http://a b> }|line 1, column 20|'<http://a'",
        "SELECT * {|line 1, column 11|ends too early",
        "SELECT * { ?s ?p 'abc }|line 1|",
        "SELECT * {} LIMIT x|line 1, column 19|'x'",
        "SELECT ?z (COUNT(?x) AS ?n) { ?x ?y ?z }|line 1, column 8|?z",
        "``|line 1, column 1|ends too early"
      })
  void saysWhereAQueryIsWrong(String text, String where, String what) {
    query(text).failed(2, where, what == null ? "" : what);
  }

  @Test
  void countsLinesAndColumnsOfTheTextAsTyped() {
    query("SELECT *\n{\n  ?s ng:fine ?o .\n  ?s bad:name ?o\n}")
        .failed(2, "line 4, column 6", "'bad:name'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "DELETE WHERE { ?s ng:x ?o }",
        "DROP ALL",
        "LOAD <http://example.org/>"
      })
  void refusesUpdates(String update) {
    query(update).failed(2, "updates are refused");
  }

  @Test
  void sendsNothingToOtherServers() {
    Outcome outcome = query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).containsIgnoringCase("service");
  }

  @Test
  void saysWhichFormatsThereAreForAQuery() {
    query(WHO, "--results", "xlsx").failed(2, "'xlsx'", "text, csv, tsv, json, xml, ttl");
    query(WHO, "--results", "ttl").failed(2, "ttl is for graphs", "text, csv, tsv, json, xml");
    query("DESCRIBE <urn:a>", "--results", "csv")
        .failed(2, "csv is for tables", "ttl, nt, jsonld, rdf");
  }

  @Test
  void givesUpWhenTimeIsUp() {
    query(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
            "--timeout",
            "0.3")
        .failed(1, "--timeout");
  }

  @Test
  void needsOneQuery() {
    query().failed(2, "which query?");
    query(WHO, "--named", "founders").failed(2, "which query?");
    query("--named", "founder").failed(2, "did you mean 'founders'", "accusations");
    query("--named", "about").failed(2, "--param name=");
    query("--named", "founders", "--param", "nmae=x").failed(2, "no parameter 'nmae'", "name");
  }

  @Test
  void readsNoDatasetThatIsNotThere() {
    run("query", WHO, "--loc", folder.resolve("none").toString())
        .failed(1, "no dataset at", "newsgraph build");
    assertThat(folder.resolve("none")).doesNotExist();
    run("query", WHO, "--loc", folder.toString()).failed(1, "holds other files");
  }
}
