package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What several articles say of one thing: the queries agreement and contradictions, and explain.
 */
class AgreementTest extends CommandLineTest {

  private static final String PREFIXES =
      """
      PREFIX ng: <https://w3id.org/newsgraph/ontology#>
      PREFIX schema: <https://schema.org/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX e: <https://example.org/>
      """;

  private final StringBuilder articles = new StringBuilder(PREFIXES);

  @BeforeEach
  void tell() {
    articles.append(
        """
        GRAPH e:names {
          e:firm a schema:Organization, schema:Thing ; rdfs:label "Firm" .
          e:ada a schema:Person, schema:Thing ; rdfs:label "Ada" .
          e:bob a schema:Person, schema:Thing ; rdfs:label "Bob" .
          e:oslo a schema:City, schema:Place, schema:Thing ; rdfs:label "Oslo" ; schema:containedInPlace e:norway .
          e:norway a schema:Country, schema:Place, schema:Thing ; rdfs:label "Norway" .
          e:rome a schema:City, schema:Place, schema:Thing ; rdfs:label "Rome" .
        }
        """);
  }

  /** An article that says some facts, {@code property object modality} each, of the firm. */
  private void article(String name, String day, String... facts) {
    articles.append(
        "GRAPH e:%s { e:%s a schema:NewsArticle ; schema:headline \"Of %s\" ; schema:datePublished \"%s\"^^xsd:date .\n"
            .formatted(name, name, name, day));
    for (int i = 0; i < facts.length; i++) {
      String[] fact = facts[i].split(" ");
      articles.append(
          "<https://example.org/%s#%d> rdf:reifies <<( e:firm %s %s )>> ; ng:modality ng:%s ; ng:confidence 0.9 ; prov:wasDerivedFrom <https://example.org/%s#s> .\n"
              .formatted(name, i, fact[0], fact[1], fact[2], name));
      if (fact[2].equals("Asserted")) {
        articles.append("e:firm %s %s .\n".formatted(fact[0], fact[1]));
      }
    }
    articles.append(
        "<https://example.org/%s#s> nif:anchorOf \"So it is.\" ; nif:beginIndex 0 ; nif:endIndex 10 ; nif:referenceContext e:%s . }\n"
            .formatted(name, name));
  }

  private List<String> named(String query) {
    article("all.trig", articles.toString());
    run("load", folder.resolve("all.trig").toString(), "--replace", "-q", "--loc", loc()).done();
    return run("query", "--named", query, "--results", "csv", "--loc", loc())
        .done()
        .out()
        .replace("\r", "")
        .lines()
        .skip(1)
        .toList();
  }

  private String explained() {
    return run("explain", "Firm", "--loc", loc()).done().out();
  }

  @Test
  void articlesThatAssertTheSameFactAgree() {
    article("one", "2024-01-01", "schema:founder e:ada Asserted");
    article("two", "2024-03-01", "schema:founder e:ada Asserted", "schema:founder e:bob Asserted");
    article("three", "2024-02-01", "schema:founder e:ada Asserted");
    article("four", "2024-02-02", "schema:founder e:ada Alleged", "schema:founder e:bob Alleged");

    assertThat(named("agreement")).containsExactly("Firm,founder,Ada,3,2024-01-01,2024-03-01");
    assertThat(named("contradictions")).as("a firm may have two founders").isEmpty();
    assertThat(explained())
        .contains(
            """
            Firm  schema:founder  Ada
              asserted, confidence 0.9
              "So it is."
                0-10 in Of one, 2024-01-01
                <https://example.org/one>
              also said by 2 other articles
              asserted, confidence 0.9
            """)
        .doesNotContain("also said by 1", "contradicted");
  }

  @Test
  void twoValuesWhereThereIsOneEverContradict() {
    article("one", "2020-01-01", "schema:foundingDate '2012'^^xsd:gYear Asserted");
    article("two", "2024-01-01", "schema:foundingDate '2013'^^xsd:gYear Asserted");
    article("three", "2024-01-01", "schema:foundingDate '2012-05'^^xsd:gYearMonth Asserted");
    article("four", "2024-01-01", "schema:foundingDate '1999'^^xsd:gYear Alleged");

    assertThat(named("contradictions"))
        .containsExactly(
            "Firm,foundingDate,2012,1,2020-01-01,2013,1,2024-01-01",
            "Firm,foundingDate,2012-05,1,2024-01-01,2013,1,2024-01-01");
    assertThat(explained())
        .contains(
            """
              contradicted by Of two, 2024-01-01, which says 2013
                <https://example.org/two>
            """)
        .contains("which says 2012\n", "which says 2012-05\n")
        .doesNotContain("which says 1999");
  }

  @Test
  void aPlaceWithinTheOtherIsNoContradiction() {
    article("one", "2024-01-01", "ng:headquarters e:oslo Asserted");
    article("two", "2024-01-01", "ng:headquarters e:norway Asserted");
    assertThat(named("contradictions")).isEmpty();
    article("three", "2024-01-01", "ng:headquarters e:rome Asserted");
    assertThat(named("contradictions")).hasSize(2).allMatch(row -> row.contains("Rome"));
  }

  @Test
  void oneWhoFollowsAnotherIsNoContradiction() {
    article("one", "2022-01-01", "ng:chiefExecutive e:ada Asserted");
    article("two", "2023-01-01", "ng:chiefExecutive e:bob Asserted");
    assertThat(named("contradictions")).as("first the one, then the other").isEmpty();
    assertThat(explained()).doesNotContain("contradicted");

    article("three", "2023-06-01", "ng:chiefExecutive e:ada Asserted");
    assertThat(named("contradictions"))
        .as("the first once more")
        .containsExactly("Firm,chiefExecutive,Ada,2,2023-06-01,Bob,1,2023-01-01");
    assertThat(explained()).contains("contradicted by Of two, 2023-01-01, which says Bob");

    article(
        "four",
        "2023-06-02",
        "ng:chiefExecutive e:ada Asserted",
        "ng:chiefExecutive e:bob Asserted");
    assertThat(named("contradictions")).as("an article knows both").isEmpty();
    assertThat(explained()).doesNotContain("contradicted");
  }

  @Test
  void aDenialContradictsWhatAnotherArticleAsserts() {
    article("one", "2024-01-01", "schema:founder e:ada Asserted");
    article("two", "2024-02-01", "schema:founder e:ada Denied", "schema:founder e:bob Denied");

    assertThat(named("contradictions"))
        .containsExactly("Firm,founder,Ada,1,2024-01-01,denied,1,2024-02-01");
    assertThat(explained()).contains("  contradicted by Of two, 2024-02-01, which denies it\n");
    JsonObject fact =
        JSON.parseAny(run("explain", "Firm", "--json", "--loc", loc()).done().out())
            .getAsArray()
            .get(0)
            .getAsObject()
            .get("facts")
            .getAsArray()
            .get(0)
            .getAsObject();
    assertThat(fact.get("alsoSaidBy").getAsNumber().value().intValue()).isZero();
    assertThat(fact.get("contradictedBy").getAsArray().get(0).getAsObject().getString("article"))
        .isEqualTo("https://example.org/two");
  }
}
