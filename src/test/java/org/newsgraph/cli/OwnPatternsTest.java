package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patterns and ontologies of the user's own: checked by validate, used by build. */
class OwnPatternsTest extends CommandLineTest {

  private static final String ONTOLOGY =
      """
      @prefix ex: <https://example.org/recalls#> .
      @prefix ng: <https://w3id.org/newsgraph/ontology#> .
      @prefix schema: <https://schema.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

      ex:Recall a owl:Class ; rdfs:label "recall"@en ; rdfs:subClassOf ng:Event .
      ex:company a owl:ObjectProperty ; rdfs:domain ex:Recall ; rdfs:range schema:Organization .
      ex:item a owl:ObjectProperty ; rdfs:domain ex:Recall ; rdfs:range schema:Product .
      """;

  private static final String PATTERN =
      """
      patterns:
        - name: recall
          verb: [recall]
          roles:
            company: {at: subject, is: schema:Organization}
            item: {at: object, is: thing}
            time: {at: moment, is: date}
          event:
            class: ex:Recall
            requires: [company, item]
            roles: {ex:company: company, ex:item: item, ng:time: time}
      """;

  private static final String STORY =
      """
      Vans go back to the works

      March 12, 2026

      Halden Motors Corp recalled diesel vans on Tuesday.
      """;

  private static final String RECALLS =
      "PREFIX ex: <https://example.org/recalls#> SELECT ?firm ?item ?day"
          + " { ?e a ex:Recall, ng:Event ; ex:company/rdfs:label ?firm ; ex:item/rdfs:label ?item ;"
          + " ng:time ?day }";

  private String ontology;
  private Path patterns;

  @BeforeEach
  void write() throws IOException {
    ontology = article("own.ttl", ONTOLOGY);
    patterns = Files.createDirectories(folder.resolve("patterns"));
    Files.writeString(patterns.resolve("recall.yaml"), PATTERN);
  }

  /** The program as users run it; the others of this package put a stand-in for extraction. */
  private Outcome real(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            new ByteArrayInputStream(STORY.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("NEWSGRAPH_LOC", loc()),
            args);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Outcome violated(String... args) {
    Outcome told = run(args);
    assertThat(told.status()).as(told.err()).isEqualTo(3);
    assertThat(told.err()).doesNotContain("\tat ");
    return told;
  }

  @Test
  void buildFindsEventsOfAClassOfTheUsersOwn() {
    String own = patterns.toString();
    real("build", "-", "--ontology", ontology, "--patterns", own).done();

    assertThat(real("query", RECALLS, "--results", "csv").done().out())
        .contains("Halden Motors Corp,diesel vans,2026-03-10");
    real("validate").done();
    assertThat(real("build", "-", "--ontology", ontology, "--patterns", own).done().err())
        .contains("0 stored, 1 unchanged");

    real("build", "-", "--ontology", ontology, "--patterns", own, "--only-own-patterns").done();

    assertThat(real("query", RECALLS, "--results", "csv").done().out()).contains("vans");
  }

  @Test
  void validateTellsAllMistakesOfAllFiles() throws IOException {
    Files.writeString(
        patterns.resolve("wrong.yml"),
        PATTERN.replace("subject", "subjekt").replace("ex:item: item", "ex:goods: item"));
    Files.writeString(patterns.resolve("notes.txt"), "no pattern");
    Outcome told = violated("validate", "--patterns", patterns.toString(), "--ontology", ontology);

    assertThat(told.out())
        .isEqualTo(
            """
            violation %1$s:5:21: 'subjekt' is neither a grammatical function nor a preposition; use one of adverb, \
            adverbial, amount, apposition, based, complement, copula, count, description, governor, left, moment, \
            namesake, next, object, owner, participle, passive, post, right, second-object, self, subject, time, until, \
            within or a preposition; did you mean 'subject'?
            violation %1$s:11:46: no property ex:goods in the ontology; correct the name, or add it to an ontology of \
            your own
            """
                .formatted(patterns.resolve("wrong.yml")));
    assertThat(told.err()).contains("2 violations");
  }

  @Test
  void validateSaysThatNothingIsWrong() {
    Outcome told =
        run("validate", "--patterns", patterns.toString(), "--ontology", ontology).done();

    assertThat(told.out()).isEmpty();
    assertThat(told.err()).isEqualTo("newsgraph: no violations; 1 pattern in 1 file\n");
    run("validate", "--patterns", "ontology/patterns").done();
  }

  @Test
  void theSameNameInTwoFilesIsAMistake() throws IOException {
    Files.writeString(patterns.resolve("second.yaml"), PATTERN.replace("[recall]", "[withdraw]"));

    assertThat(
            violated("validate", "--patterns", patterns.toString(), "--ontology", ontology).out())
        .contains("second.yaml:2:1: the name 'recall' is taken in ")
        .contains("give one of the two another name");
  }

  @Test
  void validateTellsWhatIsWrongInAnOntology() {
    String wrong =
        article(
            "wrong.ttl",
            ONTOLOGY
                .replace("subClassOf ng:Event", "subClassOf ng:Evnt")
                .replace("rdfs:range schema:Product", "rdfs:label \"item\"")
                .replace("schema.org/>", "schema.org/>"));

    assertThat(violated("validate", "--ontology", wrong).out())
        .isEqualTo(
            """
            violation %1$s:7: ex:Recall names ng:Evnt, which is no class; correct the name; did you mean 'ng:Event'?
            violation %1$s:9: ex:item has no rdfs:range; say which classes it leads to
            """
                .formatted(wrong));
    String foreign =
        article("foreign.ttl", ONTOLOGY.replace("https://schema.org/", "http://schema.org/"));
    assertThat(violated("validate", "--ontology", foreign).out())
        .contains(
            ":3: the prefix schema stands for <http://schema.org/>; write <https://schema.org/>");
    String taken =
        article(
            "taken.ttl",
            ONTOLOGY + "schema:founder a owl:ObjectProperty ; rdfs:domain ex:Recall .");
    assertThat(violated("validate", "--ontology", taken).out())
        .contains(":10: schema:founder is a property of the program");
    run("validate", "--ontology", article("broken.ttl", "ex:Recall a")).failed(1, "line 1");
  }

  @Test
  void buildRefusesWrongPatternsBeforeItReadsAnything() throws IOException {
    Files.writeString(patterns.resolve("recall.yaml"), PATTERN.replace("verb:", "werb:"));
    String story = article("story.txt", STORY);

    Outcome told =
        violated(
            "build",
            story,
            "--loc",
            loc(),
            "--patterns",
            patterns.toString(),
            "--ontology",
            ontology);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).contains("unknown field 'werb'", "0 triggers", "nothing was built");
    assertThat(Path.of(loc())).doesNotExist();
  }

  @Test
  void wrongUsage() throws IOException {
    String story = article("story.txt", STORY);
    Path empty = Files.createDirectories(folder.resolve("empty"));

    run("build", story, "--loc", loc(), "--only-own-patterns").failed(2, "--patterns");
    run("validate", "--patterns", "nowhere.yaml").failed(2, "nowhere.yaml does not exist");
    run("validate", "--patterns", empty.toString()).failed(2, "holds no pattern file");
    run("validate", "graph.ttl", "--ontology", ontology).failed(2, "graph.ttl beside");
    run("validate", "--patterns").failed(2, "--patterns");
  }
}
