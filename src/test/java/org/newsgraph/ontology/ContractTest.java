package org.newsgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/** The names that users' queries rely on: more may come, none may go. */
class ContractTest {

  private static final String DATE = "xsd:gYear xsd:gYearMonth xsd:date";
  private static final Schema SCHEMA = SchemaReader.read();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          schema:founder            | schema:Organization                       | schema:Person schema:Organization
          schema:foundingDate       | schema:Organization                       | date
          schema:foundingLocation   | schema:Organization                       | schema:Place
          ng:headquarters           | schema:Organization                       | schema:Place
          ng:leader                 | schema:Organization schema:Place          | schema:Person
          ng:chiefExecutive         | schema:Organization                       | schema:Person
          schema:affiliation        | schema:Person                             | schema:Organization
          schema:worksFor           | schema:Person                             | schema:Organization
          schema:memberOf           | schema:Person                             | schema:Organization
          schema:jobTitle           | schema:Person                             | xsd:string
          ng:advises                | schema:Person                             | schema:Person schema:Organization
          schema:parentOrganization | schema:Organization                       | schema:Organization
          ng:owner                  | schema:Organization schema:Product        | schema:Organization schema:Person
          ng:shareholder            | schema:Organization schema:Product        | schema:Organization schema:Person
          ng:acquiredBy             | schema:Organization                       | schema:Organization
          ng:customer               | schema:Organization                       | schema:Organization
          ng:listedOn               | schema:Organization                       | ng:StockExchange
          schema:birthDate          | schema:Person                             | date
          schema:deathDate          | schema:Person                             | date
          schema:birthPlace         | schema:Person                             | schema:Place
          schema:homeLocation       | schema:Person                             | schema:Place
          schema:nationality        | schema:Person                             | schema:Country
          schema:alumniOf           | schema:Person                             | schema:Organization
          schema:spouse             | schema:Person                             | schema:Person
          schema:parent             | schema:Person                             | schema:Person
          ng:politicalParty         | schema:Person                             | schema:Organization
          schema:containedInPlace   | schema:Place                              | schema:Place
          ng:developer              | schema:Product schema:SoftwareApplication | schema:Organization schema:Person
          ng:developmentCost        | schema:Product schema:SoftwareApplication | schema:MonetaryAmount
          ng:competitor             | schema:Organization                       | schema:Organization
          ng:partner                | schema:Organization                       | schema:Organization
          ng:regulatedBy            | schema:Organization                       | schema:Organization
          schema:funder             | schema:Organization                       | schema:Organization schema:Person
          """)
  void factsLeadFromAndTo(String name, String domain, String range) {
    Schema.Property property = SCHEMA.property(Term.of(name));

    assertThat(property.domain()).containsAll(terms(domain).toList());
    assertThat(property.range()).containsAll(terms(range.replace("date", DATE)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ng:ExportRestriction | imposedBy restrictedItem restrictedParty destination startTime endTime
          ng:Sanction          | imposedBy target program reason startTime
          ng:MarketMovement    | subject percentChange valueChange time
          ng:Accusation        | accuser accused allegation time
          ng:Lawsuit           | plaintiff defendant allegation court time
          ng:CyberAttack       | target attacker time
          ng:Acquisition       | acquirer acquired price time
          ng:Investment        | investor investee amount valuation time
          ng:Purchase          | buyer seller item price time
          ng:Appointment       | person organization role time
          ng:Departure         | person organization role time
          ng:ProductRelease    | organization product time
          ng:Listing           | organization exchange time
          ng:Statement         | speaker about time
          """)
  void eventsHaveRoles(String type, String roles) {
    assertThat(Arrays.stream(roles.split(" ")).map(role -> SCHEMA.property(Term.of("ng:" + role))))
        .allMatch(role -> SCHEMA.admitsSubject(role, Set.of(Term.of(type))));
  }

  @ParameterizedTest
  @CsvSource({
    "ng:chiefExecutive, ng:leader",
    "schema:parentOrganization, ng:owner",
    "schema:worksFor, schema:affiliation",
    "schema:memberOf, schema:affiliation",
    "ng:plaintiff, ng:accuser",
    "ng:defendant, ng:accused",
  })
  void somePropertiesImplyAnother(String special, String general) {
    assertThat(SCHEMA.property(Term.of(special)).superproperties())
        .containsExactly(Term.of(general));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          schema:Organization        | schema:Corporation schema:GovernmentOrganization schema:NewsMediaOrganization ng:StockExchange ng:PoliticalParty schema:EducationalOrganization
          schema:Place               | schema:Country schema:City schema:AdministrativeArea
          schema:Product             | ng:Chip
          schema:SoftwareApplication | ng:AIModel
          schema:Thing               | schema:Person ng:MarketIndex schema:Legislation schema:NewsArticle
          """)
  void classesLieUnderOneAnother(String general, String special) {
    assertThat(terms(special)).allMatch(type -> SCHEMA.isA(type, Term.of(general)));
  }

  private static Stream<Term> terms(String names) {
    return Arrays.stream(names.split(" ")).map(Term::of);
  }
}
