package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** explain, stats, validate and completion. */
class ReadingCommandsTest extends CommandLineTest {

  @BeforeEach
  void build() {
    buildTwo();
  }

  @Test
  void explainTellsEachFactWithItsSentence() {
    assertThat(run("explain", "Vance", "--loc", loc()).done().out())
        .isEqualTo(
            """
            Vance (schema:Person)
            https://w3id.org/newsgraph/id/entity/person/Vance

            Orbweaver  ng:owner  Vance
              denied, according to Vance, confidence 0.85
              "Mr Vance denied that he owns Orbweaver."
                169-208 in Orbweaver 🛰 goes to court, 2024-03-14
                <https://w3id.org/newsgraph/id/article/2024-03-14/orbweaver-goes-to-court>

            ng:Lawsuit: ng:allegation over a patent; ng:defendant Vance; ng:plaintiff Orbweaver; ng:time 2024-03-12
              asserted, confidence 0.9
              "Orbweaver sued Vance over a patent on Tuesday."
                210-256 in Orbweaver 🛰 goes to court, 2024-03-14
                <https://w3id.org/newsgraph/id/article/2024-03-14/orbweaver-goes-to-court>
            """);
  }

  @Test
  void explainTellsAFactOfSeveralSentencesOnce() {
    String out = run("explain", "Mara Lindqvist", "--loc", loc()).done().out();

    assertThat(out.lines().filter("Orbweaver  schema:founder  Mara Lindqvist"::equals)).hasSize(1);
    assertThat(out).contains("confidence 0.95\n").contains("confidence 0.5\n");
  }

  @Test
  void explainFindsAnyNameInAnyCase() {
    String expected = run("explain", "Orbweaver", "--loc", loc()).done().out();
    assertThat(expected).startsWith("Orbweaver (schema:Corporation)\nalso named: Orbweaver AS\n");
    assertThat(expected).contains("ng:valueChange about EUR -1500000000 to -1200000000");
    assertThat(run("explain", "orbweaver  as", "--loc", loc()).done().out()).isEqualTo(expected);
    assertThat(run("explain", "orbweaver", "as", "--loc", loc()).out()).isEqualTo(expected);
    assertThat(run("explain", "TOKYO", "--loc", loc()).done().out()).startsWith("東京 (schema:City)");
    assertThat(run("explain", "OW-9 𝒳", "--loc", loc()).done().out())
        .contains("nothing is said of it");
  }

  @Test
  void explainSuggestsNearNames() {
    run("explain", "Orbweever", "--loc", loc())
        .failed(1, "'Orbweever'", "did you mean 'Orbweaver'");
    run("explain", "Xyzzy", "--loc", loc()).failed(1, "nothing is named 'Xyzzy'");
    run("explain", "Accusation", "--loc", loc()).failed(1, "nothing is named");
    run("explain", "--loc", loc()).failed(2, "NAME");
  }

  @Test
  void explainPrintsJson() {
    String out = run("explain", "Vance", "--json", "--loc", loc()).done().out();
    JsonObject vance = JSON.parseAny(out).getAsArray().get(0).getAsObject();
    JsonObject fact = vance.get("facts").getAsArray().get(0).getAsObject();

    assertThat(fact.getString("property")).isEqualTo("ng:owner");
    assertThat(fact.getString("modality")).isEqualTo("Denied");
    assertThat(
            fact.get("sources")
                .getAsArray()
                .get(0)
                .getAsObject()
                .get("begin")
                .getAsNumber()
                .value()
                .intValue())
        .isEqualTo(169);
  }

  @Test
  void statsCounts() {
    assertThat(run("stats", "--loc", loc()).done().out().replaceAll(" +", " "))
        .startsWith(
            """
            articles 2
            entities 9
             ng:Chip 1
             schema:City 2
             schema:Corporation 1
             schema:Organization 2
             schema:Person 3
            facts 9
             ng:chiefExecutive 1
            """)
        .contains(
            "events 2\n ng:Lawsuit 1\n ng:MarketMovement 1\nmodalities 12\n Asserted 11\n Denied 1\n");
    JsonObject json = JSON.parse(run("stats", "--json", "--loc", loc()).done().out());
    assertThat(json.get("articles").getAsNumber().value().intValue()).isEqualTo(2);
    assertThat(
            json.get("facts").getAsObject().get("schema:founder").getAsNumber().value().intValue())
        .isEqualTo(2);
  }

  @Test
  void validateIsContentWithWhatBuildStored() {
    assertThat(run("validate", "--loc", loc()).done().err())
        .isEqualTo("newsgraph: no violations\n");
  }

  @Test
  void validateNamesWhatIsWrongInAFile() {
    String file =
        file(
            "wrong.ttl",
            """
            PREFIX schema: <https://schema.org/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            <urn:x:firm> a schema:Organization, schema:Thing ; rdfs:label "Firm" ; schema:founder "Ada" .
            """
                .getBytes(StandardCharsets.UTF_8));
    Outcome outcome = run("validate", file);

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(3);
    assertThat(outcome.out()).contains("violation <urn:x:firm> schema:founder \"Ada\"");
    assertThat(outcome.err()).contains("violations");
  }

  @Test
  void validateSaysWhyAFileCannotBeRead() {
    run("validate", folder.resolve("none.ttl").toString()).failed(1, "none.ttl does not exist");
    run("validate", article("notes.doc", "x")).failed(2, "no known ending");
    run("validate", article("broken.ttl", "<urn:a> <urn:b>")).failed(1, "broken.ttl", "line");
    run("validate").failed(2, "--loc");
  }

  @Test
  void completionIsAScriptOfAllCommands() {
    assertThat(run("completion").done().out())
        .containsPattern("build query export explain stats validate .*completion")
        .contains("--min-confidence")
        .contains("complete -F");
  }
}
