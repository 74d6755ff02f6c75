package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest extends CommandLineTest {

  private static final String PREFIXES =
      """
      PREFIX ng: <https://w3id.org/newsgraph/ontology#>
      PREFIX schema: <https://schema.org/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX e: <https://example.org/>
      """;

  private static final String FIRM =
      """
      e:firm a schema:Organization, schema:Thing ; rdfs:label "Firm" ; schema:founder e:ada .
      e:ada a schema:Person, schema:Thing ; rdfs:label "Ada" .
      e:r rdf:reifies <<( e:firm schema:founder e:ada )>> ; ng:modality ng:Asserted ; ng:confidence 0.90 .
      """;

  private String turtle(String name, String body) {
    return article(name, PREFIXES + body);
  }

  /** What is printed for a change of one body into another. */
  private String diff(String before, String after) {
    return run("diff", turtle("a.ttl", before), turtle("b.ttl", after)).done().out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "trig", "nt", "nq", "jsonld", "rdf", "ttl.gz", "nq.gz"})
  void anExportSaysWhatItsDatasetSays(String format) {
    buildTwo();
    String file = folder.resolve("all." + format).toString();
    run("export", "-o", file, "-q", "--loc", loc()).done();

    Outcome same = run("diff", "--exit-code", file, loc()).done();
    assertThat(same.out()).isEmpty();
    assertThat(same.err()).isEqualTo("newsgraph: no differences\n");
    assertThat(run("diff", "--exit-code", loc(), loc()).done().out()).isEmpty();
  }

  @Test
  void anArticleMoreShowsWithAllThatItSays() {
    buildTwo();
    String before = folder.resolve("before.nq").toString();
    run("export", "-o", before, "--loc", loc()).done();
    run("build", article("b.txt", founding("A firm", "Bob Crane", "Cranery")), "--loc", loc())
        .done();

    Outcome more = run("diff", before, loc()).done();
    assertThat(more.out())
        .isEqualTo(
            """
            articles
              + A firm, 2025-01-29 <https://w3id.org/newsgraph/id/article/2025-01-29/a-firm>

            entities
              + Bob Crane (schema:Person)
              + Cranery (schema:Organization)

            Cranery
              + schema:founder  Bob Crane  (asserted, confidence 0.9)
            """);
    assertThat(more.err()).isEqualTo("newsgraph: 4 differences\n");
    assertThat(run("diff", loc(), before).done().out())
        .isEqualTo(more.out().replace("  + ", "  - "));
    Outcome differs = run("diff", "--exit-code", before, loc());
    assertThat(differs.status()).isEqualTo(1);
    assertThat(differs.out()).isEqualTo(more.out());
  }

  @Test
  void howCertainAFactIsIsPartOfIt() {
    assertThat(diff(FIRM, FIRM.replace("0.90", "0.9"))).isEmpty();
    assertThat(diff(FIRM, FIRM.replace("0.90", "0.8")))
        .isEqualTo(
            "Firm\n  ~ schema:founder  Ada  (asserted, confidence 0.9 -> asserted, confidence 0.8)\n");
    assertThat(
            diff(
                FIRM,
                FIRM.replace("; schema:founder e:ada .", ".")
                    .replace("ng:Asserted", "ng:Denied ; ng:attributedTo e:ada")))
        .isEqualTo(
            "Firm\n  ~ schema:founder  Ada"
                + "  (asserted, confidence 0.9 -> denied, according to Ada, confidence 0.9)\n");
  }

  @Test
  void anExportWithoutProvenanceIsLackingOnlyWhatIsNotAsserted() {
    buildTwo();
    String bare = folder.resolve("bare.ttl").toString();
    run("export", "--provenance", "none", "-o", bare, "--loc", loc()).done();

    assertThat(run("diff", loc(), bare).done().out())
        .isEqualTo(
            "Orbweaver\n  - ng:owner  Vance  (denied, according to Vance, confidence 0.85)\n");
  }

  @Test
  void anEntityOfAnotherNameIsTheSameStill() {
    assertThat(diff(FIRM, FIRM.replace("\"Ada\"", "\"Ada Byron\"")))
        .isEqualTo("entities\n  ~ Ada -> Ada Byron (schema:Person), renamed\n");
    assertThat(
            diff(
                FIRM,
                FIRM.replace("\"Ada\"", "\"Ada Byron\" ; skos:altLabel \"Ada\"")
                    .replace("e:ada", "e:byron")))
        .as("under a new IRI, with all that is said of it")
        .isEqualTo("entities\n  ~ Ada -> Ada Byron (schema:Person), renamed\n");
    assertThat(
            diff(
                FIRM,
                FIRM.replace("schema:Organization,", "schema:Corporation, schema:Organization,")))
        .isEqualTo("entities\n  ~ Firm, schema:Organization -> schema:Corporation\n");
    assertThat(diff(FIRM, FIRM.replace("e:firm", "e:moved"))).isEmpty();
  }

  @Test
  void whatWasTwoAndIsOneIsMergedAndTheOtherWayRound() {
    String two =
        FIRM
            + """
              e:countess a schema:Person, schema:Thing ; rdfs:label "Countess" .
              e:firm ng:leader e:countess .
              """;
    String one =
        FIRM.replace("\"Ada\"", "\"Ada\" ; skos:altLabel \"Countess\"")
            + "e:firm ng:leader e:ada .\n";
    assertThat(diff(two, one)).isEqualTo("entities\n  ~ Countess -> Ada (schema:Person), merged\n");
    assertThat(diff(one, two).lines().limit(2).collect(Collectors.joining("\n")))
        .isEqualTo("entities\n  ~ Ada -> Countess (schema:Person), split off");
  }

  @Test
  void blankNodesAndOrderMakeNoDifference() {
    String one =
        FIRM
            + """
              e:firm schema:address [ schema:name "A" ; schema:geo [ schema:x 1 ] ], [ schema:name "B" ] .
              _:e a ng:Acquisition, ng:Event ; ng:acquirer e:firm ; ng:modality ng:Planned ;
                ng:price [ a schema:MonetaryAmount ; schema:currency "USD" ; schema:value 5.0 ] .
              """;
    String other =
        """
        _:z schema:name "B" .
        _:x schema:currency "USD" ; schema:value 5 ; a schema:MonetaryAmount .
        e:deal a ng:Event, ng:Acquisition ; ng:price _:x ; ng:modality ng:Planned ; ng:acquirer e:firm .
        e:firm schema:address _:z, _:y . _:y schema:geo _:g ; schema:name "A" . _:g schema:x 1 .
        """
            + FIRM;
    assertThat(diff(one, other)).isEmpty();
    assertThat(diff(one, other.replace("schema:x 1", "schema:x 2")))
        .contains("- schema:address", "+ schema:address");
    assertThat(diff(one, other.replace("ng:Planned", "ng:Asserted")))
        .contains("~ ng:Acquisition: ng:acquirer Firm; ng:price USD 5  (planned -> asserted)");
  }

  @Test
  void whatFollowsFromAFactIsNoDifferenceOfItsOwn() {
    String chief = FIRM + "e:firm ng:chiefExecutive e:ada .\n";
    assertThat(diff(chief, chief + "e:firm ng:leader e:ada .\n")).isEmpty();
    String partners = FIRM + "e:two a schema:Organization, schema:Thing ; rdfs:label \"Two\" .\n";
    assertThat(
            diff(
                partners + "e:firm ng:partner e:two .\n",
                partners + "e:two ng:partner e:firm . e:firm ng:partner e:two .\n"))
        .isEmpty();
  }

  @Test
  void noTripleIsPassedOver() {
    assertThat(diff("e:x e:p 1 .", "e:x e:p 2 ."))
        .isEqualTo(
            "https://example.org/x\n  - https://example.org/p  1  (asserted)\n"
                + "  + https://example.org/p  2  (asserted)\n");
  }

  @Test
  void printsJson() {
    Outcome outcome =
        run("diff", "--json", turtle("a.ttl", FIRM), turtle("b.ttl", FIRM.replace("0.90", "0.8")));
    JsonArray all = JSON.parseAny(outcome.done().out()).getAsArray();
    JsonObject one = all.get(0).getAsObject();
    assertThat(all.size()).isEqualTo(1);
    assertThat(one.getString("topic")).isEqualTo("fact");
    assertThat(one.getString("change")).isEqualTo("certainty");
    assertThat(one.getString("about")).isEqualTo("Firm");
    assertThat(one.getString("after")).isEqualTo("asserted, confidence 0.8");
    String same = turtle("c.ttl", FIRM);
    assertThat(JSON.parseAny(run("diff", "--json", same, same).out()).getAsArray().size()).isZero();
  }

  @Test
  void refusesWhatCannotBeCompared() {
    String good = turtle("a.ttl", FIRM);
    run("diff", good, folder.resolve("none.ttl").toString()).failed(1, "none.ttl does not exist");
    run("diff", good, folder.toString()).failed(1, "not a dataset");
    run("diff", good, article("bad.ttl", "<urn:a>")).failed(1, "bad.ttl, line 1");
    run("diff", good, article("notes.doc", "x")).failed(2, "no known ending");
    run("diff", good).failed(2, "B");
  }
}
