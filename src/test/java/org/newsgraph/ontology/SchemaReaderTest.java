package org.newsgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

class SchemaReaderTest {

  private static final Schema SCHEMA = SchemaReader.read();

  @ParameterizedTest
  @CsvSource({
    "ng:Chip, ng:Chip schema:Product schema:Thing",
    "ng:AIModel, ng:AIModel schema:CreativeWork schema:SoftwareApplication schema:Thing",
    "schema:City, schema:AdministrativeArea schema:City schema:Place schema:Thing",
    "ng:StockExchange, ng:StockExchange schema:Organization schema:Thing",
    "ng:ExportRestriction, ng:Event ng:ExportRestriction ng:TradeRestriction",
    "ng:Lawsuit, ng:Accusation ng:Event ng:Lawsuit",
    "schema:Thing, schema:Thing",
  })
  void superclassesAreTransitiveAndIncludeTheClass(String type, String superclasses) {
    assertThat(SCHEMA.superclassesOf(Term.of(type))).containsExactlyElementsOf(terms(superclasses));
  }

  @ParameterizedTest
  @CsvSource({
    "schema:founder, schema:Organization, schema:Organization schema:Person",
    "ng:leader, schema:Organization schema:Place, schema:Person",
    "schema:foundingDate, schema:Organization, xsd:date xsd:gYear xsd:gYearMonth",
    "ng:developer, schema:Product schema:SoftwareApplication, schema:Organization schema:Person",
    "ng:developmentCost, schema:Product schema:SoftwareApplication, schema:MonetaryAmount",
    "schema:jobTitle, schema:Person, xsd:string",
    "ng:percentChange, ng:MarketMovement, xsd:decimal",
    "ng:price, ng:Acquisition ng:Purchase, schema:MonetaryAmount",
  })
  void unionsOfDomainsAndRangesAreFlattened(String name, String domain, String range) {
    Schema.Property property = SCHEMA.property(Term.of(name));

    assertThat(property.domain()).containsExactlyElementsOf(terms(domain));
    assertThat(property.range()).containsExactlyElementsOf(terms(range));
  }

  @Test
  void superpropertiesLeaveThePropertyItselfOut() {
    assertThat(SCHEMA.property(Term.of("ng:chiefExecutive")).superproperties())
        .containsExactly(Term.of("ng:leader"));
    assertThat(SCHEMA.property(Term.of("schema:parentOrganization")).superproperties())
        .containsExactly(Term.of("ng:owner"));
    assertThat(SCHEMA.property(Term.of("ng:leader")).superproperties()).isEmpty();
  }

  @Test
  void whatHoldsBothWays() {
    assertThat(
            SCHEMA.properties().values().stream()
                .filter(Schema.Property::symmetric)
                .map(Schema.Property::name))
        .containsExactly(Term.of("ng:competitor"), Term.of("ng:partner"), Term.of("schema:spouse"));
  }

  @Test
  void inversesStatedForReasonersAreNotForWriting() {
    assertThat(SCHEMA.properties())
        .containsKey(Term.of("schema:parent"))
        .doesNotContainKeys(Term.of("schema:children"), Term.of("ng:founderOf"));
  }

  private static Set<Term> terms(String names) {
    return Arrays.stream(names.split(" "))
        .map(Term::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
