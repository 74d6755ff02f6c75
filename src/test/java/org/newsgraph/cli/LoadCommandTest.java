package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadCommandTest extends CommandLineTest {

  private static final String TURTLE =
      "<https://example.org/ada> <https://schema.org/birthDate> \"1815-12-10\" .\n";
  private static final String BORN = "SELECT ?g ?d { GRAPH ?g { ?s schema:birthDate ?d } }";

  private String other() {
    return folder.resolve("other").toString();
  }

  private String answer(String sparql, String loc) {
    return run("query", sparql, "--results", "csv", "--loc", loc)
        .done()
        .out()
        .replace("\r\n", "\n");
  }

  private String export(String loc) {
    return run("export", "--format", "nq", "--loc", loc).done().out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nq", "trig", "nq.gz", "trig.gz"})
  void anExportJoinsAnotherDatasetArticleByArticle(String format) {
    buildTwo();
    run("build", article("bob.txt", founding("B", "Bob Crane", "Cranery")), "--loc", other())
        .done();
    String file = folder.resolve("all." + format).toString();
    run("export", "-o", file, "--loc", loc()).done();

    Outcome loaded = run("load", file, "--loc", other()).done();

    assertThat(loaded.err()).contains(" loaded into 2 graphs; 0 unchanged");
    assertThat(loaded.out()).isEmpty();
    assertThat(run("stats", "--loc", other()).out()).startsWith("articles             3\n");
    assertThat(run("retract", "B", "-q", "--loc", other()).status()).isZero();
    assertThat(export(other())).isEqualTo(export(loc()));
    assertThat(run("load", file, "--loc", other()).done().err())
        .isEqualTo("newsgraph: 0 quads loaded into 0 graphs; 2 unchanged\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "nt", "jsonld", "rdf", "ttl.gz", "rdf.gz"})
  void anySyntaxIsReadIntoTheGraphAskedFor(String format) {
    buildTwo();
    String file = folder.resolve("all." + format).toString();
    run("export", "--provenance", "none", "-o", file, "--loc", loc()).done();

    run("load", file, "--graph", "https://example.org/g", "--loc", other()).done();

    assertThat(
            run("export", "--format", "nt", "--graph", "https://example.org/g", "--loc", other())
                .out())
        .isEqualTo(run("export", "--format", "nt", "--provenance", "none", "--loc", loc()).out());
    assertThat(answer("SELECT ?n { ?o schema:founder/rdfs:label ?n } ORDER BY ?n", other()))
        .as("the default graph of a query is the union")
        .isEqualTo("n\nAda Byron\nMara Lindqvist\n");
    assertThat(run("query", "ASK { schema:Person a owl:Class }", "--loc", other()).out())
        .as("the ontology comes with a new dataset")
        .isEqualTo("yes\n");
  }

  @Test
  void withoutANameTheGraphIsNamedAfterTheFile() {
    run("load", article("some people.ttl", TURTLE), "--loc", loc()).done();
    assertThat(answer(BORN, loc()))
        .isEqualTo("g,d\nhttps://w3id.org/newsgraph/id/graph/some_people,1815-12-10\n");
  }

  @Test
  void aDifferentGraphIsRefusedUnlessToldWhatToDo() {
    String one = article("one.ttl", TURTLE);
    String two = article("two.ttl", TURTLE.replace("1815", "1816"));
    String graph = "--graph=https://example.org/g";
    run("load", one, graph, "--loc", loc()).done();

    run("load", two, graph, "--loc", loc())
        .failed(1, "another graph <https://example.org/g>", "--replace", "nothing was loaded");
    assertThat(answer(BORN, loc())).endsWith(",1815-12-10\n");
    run("load", two, graph, "--replace", "--loc", loc()).done();
    assertThat(answer(BORN, loc())).isEqualTo("g,d\nhttps://example.org/g,1816-12-10\n");
    run("load", one, graph, "--add", "--loc", loc()).done();
    assertThat(answer(BORN + " ORDER BY ?d", loc())).contains(",1815-12-10\n", ",1816-12-10\n");
    run("load", one, graph, "--add", "--replace", "--loc", loc()).failed(2, "exclusive");
  }

  @Test
  void anArticleIsNotOverwrittenByMistake() {
    buildTwo();
    String before = export(loc());
    String ada = "https://w3id.org/newsgraph/id/article/2024-03-14/a-start";
    run("load", article("a.ttl", TURTLE), "--graph", ada, "--loc", loc()).failed(1, ada);
    assertThat(export(loc())).isEqualTo(before);
  }

  @Test
  void blankNodesAndTriplesWrittenTwiceMakeNoDifference() {
    String blank = "<urn:s> <urn:p> [ <urn:q> 1 ], [ <urn:q> 2 ] .\n";
    String file = article("blank.ttl", blank);
    String twice = article("twice.nt", "<urn:s> <urn:p> \"1\" .\n<urn:s> <urn:p> \"1\" .\n");
    run("load", file, twice, "--loc", loc()).done();
    assertThat(run("load", file, twice, "--loc", loc()).done().err())
        .contains("0 quads loaded into 0 graphs; 2 unchanged");
    assertThat(run("load", file, "--graph", "urn:example:g", "--loc", loc()).done().err())
        .contains("4 quads");
    assertThat(
            answer("SELECT (COUNT(DISTINCT ?b) AS ?n) { ?s <urn:p> ?b FILTER isBlank(?b) }", loc()))
        .as("of two graphs two pairs of nodes")
        .isEqualTo("n\n4\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad.ttl    | <urn:a> <urn:b> <urn:c> .\\n<urn:a> <urn:b .         | line 2, column",
        "bad.ttl    | <urn:a> x:b <urn:c> .                                | line 1, column 9",
        "bad.trig   | <urn:g> { <urn:a> <urn:b> }                          | line 1, column",
        "bad.nt     | <urn:a> <urn:b> <urn:c> .\\n<urn:a> <urn:b> \"c .    | line 2, column",
        "bad.nq     | <urn:a> <urn:b> <urn:c> <urn:d> <urn:e> .            | line 1, column",
        "bad.rdf    | <rdf:RDF>                                            | line 1, column",
        "bad.jsonld | {\"@id\": \"urn:a\",\\n \"urn:b\": }                 | line 2, column",
      })
  void aSyntaxErrorIsToldOfWithItsPlaceAndNothingIsLoaded(String name, String text, String place) {
    String good = article("good.ttl", TURTLE);
    String bad = article(name, text.replace("\\n", "\n"));

    run("load", good, bad, "--loc", loc()).failed(1, bad + ", " + place);
    assertThat(Path.of(loc())).doesNotExist();

    run("load", good, "--loc", loc()).done();
    String before = export(loc());
    run("load", article("more.ttl", TURTLE), bad, "--loc", loc()).failed(1, name, place);
    assertThat(export(loc())).isEqualTo(before);
  }

  @Test
  void whatCannotBeReadIsToldOf() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(TURTLE.repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() - 12);
    run("load", file("half.ttl.gz", half), "--loc", loc()).failed(1, "half.ttl.gz", "gzip");
    run("load", article("text.nt.gz", "no gzip"), "--loc", loc()).failed(1, "text.nt.gz", "gzip");
    run("load", folder.resolve("none.ttl").toString(), "--loc", loc())
        .failed(1, "none.ttl", "does not exist");
    run("load", article("notes.doc", "x"), "--loc", loc()).failed(2, "no known ending");
    run("load", article("a.ttl", TURTLE), "--graph", "no iri", "--loc", loc()).failed(2, "no iri");
    run("load", "-", "--loc", loc()).failed(2, "--format");
    run("load", "--loc", loc()).failed(2, "FILE");
    Files.createDirectory(folder.resolve("dir.ttl"));
    run("load", folder.resolve("dir.ttl").toString(), "--loc", loc()).failed(1, "is a directory");
    assertThat(Path.of(loc())).doesNotExist();
  }

  @Test
  void standardInputIsReadInTheSyntaxNamed() {
    standardInput = TURTLE;
    run("load", "-", "--format", "nt", "--loc", loc()).done();
    assertThat(answer(BORN, loc())).contains("1815-12-10");
    standardInput = "<urn:a>";
    run("load", "-", "--format", "nt", "--loc", loc()).failed(1, "standard input, line 1, column");
  }
}
