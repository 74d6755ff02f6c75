package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.rdf.Stories;

class ExportCommandTest extends CommandLineTest {

  private String export(String... args) {
    String[] all = new String[args.length + 3];
    System.arraycopy(new String[] {"export", "--loc", loc()}, 0, all, 0, 3);
    System.arraycopy(args, 0, all, 3, args.length);
    return run(all).done().out();
  }

  private static DatasetGraph parse(String text, Lang lang) {
    return RDFParser.fromString(text, lang).toDatasetGraph();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "trig", "nt", "nq", "jsonld", "rdf"})
  void theSameGraphGivesTheSameBytesHoweverItCameToBe(String format) {
    buildTwo();
    String first = export("--format", format);

    String other = folder.resolve("other").toString();
    String story = folder.resolve("story.txt").toString();
    String ada = folder.resolve("ada.txt").toString();
    standardInput = "Something else\n\nBob Crane founded Cranery.\n";
    run("build", ada, "--loc", other, "--published", "2024-03-14").done();
    run("build", story, "--loc", other, "--published", "2024-03-14").done();

    assertThat(run("export", "--loc", other, "--format", format).out()).isEqualTo(first);
  }

  @Test
  void isReadBackAsTheGraphThatWasStored() {
    buildTwo();
    Graph turtle = parse(export("--format", "ttl"), Lang.TURTLE).getDefaultGraph();
    Graph triples = parse(export("--format", "nt"), Lang.NTRIPLES).getDefaultGraph();
    DatasetGraph trig = parse(export("--format", "trig"), Lang.TRIG);
    DatasetGraph quads = parse(export("--format", "nq"), Lang.NQUADS);

    assertThat(turtle.isIsomorphicWith(triples)).isTrue();
    assertThat(turtle.stream(Node.ANY, Vocabulary.REIFIES, Node.ANY).count()).isEqualTo(10);
    assertThat(turtle.contains(Node.ANY, RDF.Nodes.type, Vocabulary.NEWS_ARTICLE)).isTrue();
    assertThat(trig.stream().toList()).containsExactlyInAnyOrderElementsOf(quads.stream().toList());
    assertThat(trig.stream().map(q -> q.getGraph()).distinct()).hasSize(2);
  }

  @Test
  void isSorted() {
    buildTwo();
    assertThat(export("--format", "nt").lines().map(line -> line.split(">")[0])).isSorted();
    assertThat(
            export().lines().filter(line -> line.startsWith("<")).map(line -> line.split(">")[0]))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void reifiesTheClassicWayWhereThereAreNoTripleTerms() {
    buildTwo();
    Outcome jsonld = run("export", "--format", "jsonld", "--loc", loc()).done();
    assertThat(jsonld.err())
        .isEqualTo("newsgraph: jsonld has no triple terms; evidence is written as rdf:Statement\n");
    for (Graph graph :
        new Graph[] {
          parse(jsonld.out(), Lang.JSONLD).getDefaultGraph(),
          parse(export("--format", "rdf"), Lang.RDFXML).getDefaultGraph()
        }) {
      assertThat(graph.stream(Node.ANY, RDF.Nodes.type, RDF.Nodes.Statement).count()).isEqualTo(10);
      assertThat(graph.stream(Node.ANY, RDF.Nodes.predicate, Node.ANY).count()).isEqualTo(10);
      assertThat(graph.contains(Node.ANY, Vocabulary.REIFIES, Node.ANY)).isFalse();
    }
  }

  @Test
  void withoutProvenanceOnlyWhatIsAssertedIsLeft() {
    buildTwo();
    Graph graph = parse(export("--provenance", "none"), Lang.TURTLE).getDefaultGraph();

    assertThat(graph.stream(Node.ANY, Vocabulary.REIFIES, Node.ANY)).isEmpty();
    assertThat(graph.stream(Node.ANY, Vocabulary.ANCHOR_OF, Node.ANY)).isEmpty();
    assertThat(graph.stream(Node.ANY, Vocabulary.CONFIDENCE, Node.ANY)).isEmpty();
    assertThat(graph.stream(Node.ANY, Vocabulary.MODALITY, Node.ANY).count()).isEqualTo(2);
    assertThat(
            graph.contains(
                Node.ANY, Vocabulary.node(org.newsgraph.fact.Term.of("schema:founder")), Node.ANY))
        .isTrue();
    assertThat(
            graph.contains(
                Node.ANY, Vocabulary.node(org.newsgraph.fact.Term.of("ng:owner")), Node.ANY))
        .isFalse();
    run("export", "--provenance", "some", "--loc", loc()).failed(2, "--provenance");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"g.ttl", "g.trig", "g.nt", "g.nq", "g.jsonld", "g.rdf", "g.TTL", "g ü.nt"})
  void theEndingSaysTheFormatAndGzPacks(String name) throws IOException {
    buildTwo();
    Path plain = folder.resolve(name);
    Path packed = folder.resolve(name + ".gz");
    assertThat(export("-o", plain.toString())).isEmpty();
    export("-o", packed.toString());

    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
    }
    byte[] before = Files.readAllBytes(packed);
    export("-o", packed.toString());
    assertThat(Files.readAllBytes(packed)).isEqualTo(before);
    assertThat(folder.toFile().list((d, n) -> n.endsWith(".part"))).isEmpty();
  }

  @Test
  void theOptionGoesBeforeTheEnding() throws IOException {
    buildTwo();
    Path file = folder.resolve("graph.txt");
    export("-o", file.toString(), "--format", "nt");
    assertThat(Files.readString(file)).startsWith("<https://w3id.org/newsgraph/id/article/");
  }

  @Test
  void standardOutputIsTheDefault() throws IOException {
    buildTwo();
    assertThat(export("-o", "-")).isEqualTo(export());
    String packed = export("--format", "nq.gz");
    assertThat(packed).isNotEmpty();
    assertThat(new ByteArrayInputStream(packed.getBytes(StandardCharsets.ISO_8859_1)).read())
        .isEqualTo(0x1f);
  }

  @Test
  void oneGraphCanBeHadAlone() {
    buildTwo();
    String article = "https://w3id.org/newsgraph/id/article/2024-03-14/a-start";
    String other = "https://w3id.org/newsgraph/id/article/undated/other";
    assertThat(export("--graph", article)).contains("Ada Byron").doesNotContain("Mara");
    assertThat(export("--graph", Vocabulary.ONTOLOGY)).contains("owl:Class");
    assertThat(export()).doesNotContain("owl:Class");
    run("export", "--graph", other, "--loc", loc()).failed(2, "no graph <" + other + ">");
  }

  @Test
  void anOutputFileAppearsWholeOrNotAtAll() throws IOException {
    buildTwo();
    run("export", "-o", folder.resolve("none/graph.ttl").toString(), "--loc", loc())
        .failed(1, "there is no directory");
    run("export", "-o", folder.toString() + "/", "--format", "ttl", "--loc", loc())
        .failed(1, "is a directory");
    Path kept = folder.resolve("kept.ttl");
    Files.writeString(kept, "as it was");
    run("export", "-o", kept.toString(), "--loc", folder.resolve("nowhere").toString())
        .failed(1, "no dataset at");
    assertThat(kept).hasContent("as it was");
  }

  @Test
  void namesTheFormatsThereAre() {
    buildTwo();
    run("export", "--format", "pdf", "--loc", loc())
        .failed(2, "'pdf'", "ttl, trig, nt, nq, jsonld, rdf");
    run("export", "-o", folder.resolve("graph.pdf").toString(), "--loc", loc())
        .failed(2, "graph.pdf", "ttl, trig, nt, nq, jsonld, rdf");
    assertThat(folder.resolve("graph.pdf")).doesNotExist();
  }

  @Test
  void everySymbolOfTheTextSurvives() {
    buildTwo();
    assertThat(export()).contains(Stories.FOUNDED).contains("東京");
  }
}
