package org.newsgraph.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.ontology.SchemaReader;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.rdf.ArticleGraphWriter;
import org.newsgraph.rdf.IriMinter;
import org.newsgraph.rdf.Stories;

class ShapeValidatorTest {

  private static final Schema SCHEMA = SchemaReader.read();
  private static final ArticleGraphWriter WRITER =
      new ArticleGraphWriter(SCHEMA, new IriMinter("https://example.org/kg/"));
  private static final ShapeValidator VALIDATOR = ShapeValidator.ofProjectShapes(SCHEMA);

  @Test
  void aGraphAsWrittenConforms() {
    Graph graph = WRITER.write(Stories.court());

    assertThat(VALIDATOR.validate(graph)).isEmpty();
    assertThat(VALIDATOR.removeViolations(graph).graph()).isSameAs(graph);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFacts")
  void aWrongFactIsReportedAndLeftOutWhateverItsModality(
      String message, EntityKey subject, String property, Value object) {
    for (Modality modality : Modality.values()) {
      Fact wrong =
          Stories.fact(subject, property, object, Stories.evidence(Stories.RIVAL, "0.9", modality));
      Graph graph =
          WRITER.write(
              Stories.court(
                  Stream.concat(
                          Stories.facts().stream()
                              .filter(f -> !f.property().equals(wrong.property())),
                          Stream.of(wrong))
                      .toList(),
                  Stories.events()));
      Graph right =
          WRITER.write(
              Stories.court(
                  Stories.facts().stream()
                      .filter(f -> !f.property().equals(wrong.property()))
                      .toList(),
                  Stories.events()));

      Validated validated = VALIDATOR.removeViolations(graph);

      assertThat(validated.violations())
          .anySatisfy(v -> assertThat(v.message()).isEqualTo(message));
      assertThat(triples(validated.graph())).isEqualTo(triples(right));
    }
  }

  static Stream<Arguments> wrongFacts() {
    Value mara = Stories.of(Stories.MARA);
    return Stream.of(
        Arguments.of(
            "the object of schema:founder is a person or an organization",
            Stories.ORBWEAVER,
            "schema:founder",
            Stories.of(Stories.TROMSO)),
        Arguments.of(
            "the subject of schema:founder is an organization",
            Stories.MARA,
            "schema:founder",
            Stories.of(Stories.ORBWEAVER)),
        Arguments.of(
            "the object of schema:foundingDate is a year, a month or a day",
            Stories.ORBWEAVER,
            "schema:foundingDate",
            new Value.OfText("2019")),
        Arguments.of(
            "the subject of schema:foundingDate is an organization",
            Stories.MARA,
            "schema:foundingDate",
            new Value.OfDate(PartialDate.of(2019))),
        Arguments.of(
            "the object of schema:jobTitle is a text", Stories.MARA, "schema:jobTitle", mara),
        Arguments.of(
            "nothing stands in a relation to itself",
            Stories.ORBWEAVER,
            "ng:competitor",
            Stories.of(Stories.ORBWEAVER)),
        // What it implies is wrong too, and goes with it.
        Arguments.of(
            "the object of ng:chiefExecutive is a person",
            Stories.ORBWEAVER,
            "ng:chiefExecutive",
            Stories.of(Stories.HALDEN)));
  }

  @Test
  void aTripleThatAnotherFactStillImpliesStays() {
    EntityKey subject = Stories.ORBWEAVER;
    Graph graph =
        WRITER.write(
            Stories.court(
                List.of(
                    // A person is no organization's parent, yet may own it.
                    Stories.fact(
                        subject,
                        "schema:parentOrganization",
                        Stories.of(Stories.MARA),
                        Stories.asserted(Stories.RUNS, "0.9")),
                    Stories.fact(
                        subject,
                        "ng:owner",
                        Stories.of(Stories.MARA),
                        Stories.asserted(Stories.FOUNDED, "0.9"))),
                List.of()));

    Graph kept = VALIDATOR.removeViolations(graph).graph();

    assertThat(kept.contains(Node.ANY, node("schema:parentOrganization"), Node.ANY)).isFalse();
    assertThat(kept.contains(Node.ANY, node("ng:owner"), Node.ANY)).isTrue();
    assertThat(kept.stream(Node.ANY, Vocabulary.REIFIES, Node.ANY)).hasSize(1);
    assertThat(kept.stream(Node.ANY, Vocabulary.ANCHOR_OF, Node.ANY)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongEvents")
  void aWrongEventIsReportedAndLeftOut(String message, Event wrong) {
    Graph graph =
        WRITER.write(
            Stories.court(
                Stories.facts(),
                Stream.concat(Stories.events().stream(), Stream.of(wrong)).toList()));

    Validated validated = VALIDATOR.removeViolations(graph);

    assertThat(validated.violations()).anySatisfy(v -> assertThat(v.message()).isEqualTo(message));
    assertThat(triples(validated.graph())).isEqualTo(triples(WRITER.write(Stories.court())));
  }

  static Stream<Arguments> wrongEvents() {
    Value text = new Value.OfText("no word of it");
    return Stream.of(
        Arguments.of(
            "a statement has a speaker", event("ng:Statement", Stories.role("schema:text", text))),
        Arguments.of(
            "a statement has a text",
            event("ng:Statement", Stories.role("ng:speaker", Stories.of(Stories.MARA)))),
        Arguments.of(
            "a market movement has a subject",
            event(
                "ng:MarketMovement",
                Stories.role("ng:percentChange", new Value.OfNumber(BigDecimal.ONE)))),
        Arguments.of(
            "the object of ng:person is a person",
            event("ng:Appointment", Stories.role("ng:person", Stories.of(Stories.HALDEN)))),
        Arguments.of(
            "the subject of ng:imposedBy is a trade restriction or a sanction",
            event(
                "ng:CyberAttack",
                Stories.role("ng:target", Stories.of(Stories.HALDEN)),
                Stories.role("ng:imposedBy", Stories.of(Stories.TOKYO)))),
        Arguments.of(
            "a trade restriction has an item, a party or a destination",
            event(
                "ng:ExportRestriction", Stories.role("ng:imposedBy", Stories.of(Stories.TOKYO)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTriples")
  void whatOtherToolsMayWriteWrongIsFound(String message, String turtle) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    WRITER.write(Stories.court()).stream().forEach(graph::add);
    String prefixes =
        Vocabulary.prefixes().entrySet().stream()
            .map(p -> "PREFIX " + p.getKey() + ": <" + p.getValue() + ">\n")
            .collect(Collectors.joining());
    RDFParser.fromString(
            prefixes
                + "PREFIX a: <https://example.org/news/orbweaver#>\n"
                + "PREFIX e: <https://example.org/kg/entity/>\n"
                + "BASE <https://example.org/kg/entity/>\n"
                + turtle,
            Lang.TURTLE)
        .parse(graph);

    Validated validated = VALIDATOR.removeViolations(graph);

    assertThat(validated.violations()).extracting(Violation::message).contains(message);
    assertThat(VALIDATOR.validate(validated.graph())).isEmpty();
    assertThat(validated.graph().contains(Node.ANY, node("ng:headquarters"), Node.ANY)).isTrue();
  }

  static Stream<Arguments> wrongTriples() {
    String reifier =
        "<x> rdf:reifies <<( <organization/Orbweaver> ng:partner <organization/Y> )>> ;"
            + " prov:wasDerivedFrom <https://example.org/news/orbweaver#char=27,80> ; ng:extractor 'x' ;";
    String partner = "<organization/Y> a schema:Organization, schema:Thing ; rdfs:label 'Y' .";
    return Stream.of(
        Arguments.of("an entity has an IRI and a label", "<thing/x> a schema:Thing ."),
        Arguments.of(
            "an entity has one label, a text that is not blank",
            "<thing/x> a schema:Thing ; rdfs:label 'X', 'Y' ."),
        Arguments.of("an entity has a type", "<thing/x> rdfs:label 'X' ."),
        Arguments.of("a person is nothing else besides", "<person/Vance> a schema:Organization ."),
        Arguments.of(
            "an organization is no place and no index",
            "<organization/Z> a schema:Organization, schema:Place, schema:Thing ; rdfs:label 'Z' ."),
        Arguments.of(
            "a confidence is a decimal above 0, at most 1",
            partner + reifier + " ng:modality ng:Alleged ; ng:confidence 1.01 ."),
        Arguments.of(
            "a confidence is a decimal above 0, at most 1",
            partner + reifier + " ng:modality ng:Alleged ; ng:confidence 0.0 ."),
        Arguments.of(
            "a confidence is a decimal above 0, at most 1",
            partner + reifier + " ng:modality ng:Alleged ; ng:confidence '0.5' ."),
        Arguments.of(
            "there is one modality: asserted, alleged, planned, possible or denied",
            partner + reifier + " ng:modality ng:Rumoured ; ng:confidence 0.5 ."),
        Arguments.of(
            "there is one modality: asserted, alleged, planned, possible or denied",
            partner + reifier + " ng:confidence 0.5 ."),
        Arguments.of(
            "evidence is for one fact",
            partner
                + reifier
                + " rdf:reifies <<( <organization/Y> ng:partner <organization/Orbweaver> )>> ;"
                + " ng:modality ng:Alleged ; ng:confidence 0.5 ."),
        Arguments.of(
            "evidence is derived from a sentence",
            partner
                + "<x> rdf:reifies <<( <organization/Orbweaver> ng:partner <organization/Y> )>> ;"
                + " ng:extractor 'x' ; ng:modality ng:Alleged ; ng:confidence 0.5 ."),
        Arguments.of(
            "a sentence begins at one offset, before its end",
            partner
                + reifier
                + " ng:modality ng:Alleged ; ng:confidence 0.5 ; prov:wasDerivedFrom <s> ."
                + "<s> a nif:Sentence ; nif:anchorOf 'no' ;"
                + " nif:beginIndex '9'^^xsd:nonNegativeInteger ;"
                + " nif:endIndex '9'^^xsd:nonNegativeInteger ;"
                + " nif:referenceContext <https://example.org/news/orbweaver> ."),
        Arguments.of(
            "an amount has one ISO 4217 code",
            "<m> a schema:MonetaryAmount ; schema:currency 'euro' ; schema:value 3.0 ."),
        Arguments.of(
            "an amount has an IRI and either a value or both ends of a range",
            "<m> a schema:MonetaryAmount ; schema:currency 'EUR' ; schema:value 3.0 ;"
                + " schema:minValue 2.0 ; schema:maxValue 4.0 ."),
        Arguments.of(
            "an amount has an IRI and either a value or both ends of a range",
            "<m> a schema:MonetaryAmount ; schema:currency 'EUR' ; schema:minValue 2.0 ."),
        Arguments.of(
            "a range begins below its end",
            "<m> a schema:MonetaryAmount ; schema:currency 'EUR' ; schema:minValue 4.0 ;"
                + " schema:maxValue 2.0 ."),
        Arguments.of(
            "an article has at most one date of publication: a year, a month or a day",
            "<https://example.org/news/orbweaver> schema:datePublished 'yesterday' ."));
  }

  @Test
  void aFindingReadsAsOneLineWithItsTriple() {
    Graph graph =
        WRITER.write(
            Stories.court(
                List.of(
                    Stories.fact(
                        Stories.MARA,
                        "schema:foundingDate",
                        new Value.OfDate(PartialDate.of(2019)),
                        Stories.asserted(Stories.FOUNDED, "0.9"))),
                List.of()));

    assertThat(VALIDATOR.validate(graph))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.severity()).isEqualTo(Severity.VIOLATION);
              assertThat(v.path()).contains(node("schema:foundingDate"));
              assertThat(v)
                  .hasToString(
                      "<https://example.org/kg/entity/person/Mara_Lindqvist> schema:foundingDate"
                          + " \"2019\"^^xsd:gYear: the subject of schema:foundingDate is an"
                          + " organization");
            });
  }

  @Test
  void aFindingOfLesserSeverityIsReportedAndStays() {
    Graph shapes = GraphMemFactory.createDefaultGraph();
    RDFParser.fromString(
            """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX schema: <https://schema.org/>
            <https://example.org/shape> a sh:NodeShape ; sh:targetClass schema:Person ;
              sh:property [ sh:path schema:birthDate ; sh:minCount 1 ; sh:severity sh:Warning ;
                            sh:message "a birthday would be nice" ] .
            """,
            Lang.TURTLE)
        .parse(shapes);
    Graph graph = WRITER.write(Stories.court());

    Validated validated = new ShapeValidator(shapes, SCHEMA).removeViolations(graph);

    assertThat(validated.violations()).hasSize(2).allMatch(v -> v.severity() == Severity.WARNING);
    assertThat(validated.graph()).isSameAs(graph);
  }

  private static Event event(String type, Event.Role... roles) {
    return new Event(
        Term.of(type), List.of(roles), List.of(Stories.asserted(Stories.RIVAL, "0.9")));
  }

  private static Node node(String name) {
    return Vocabulary.node(Term.of(name));
  }

  private static Set<Triple> triples(Graph graph) {
    return graph.stream().collect(Collectors.toSet());
  }
}
