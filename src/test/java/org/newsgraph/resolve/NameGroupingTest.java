package org.newsgraph.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.LoadedExtractor;
import org.newsgraph.extract.Told;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;

/** Which names of an article are one entity. */
class NameGroupingTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Maria Okoye founded Kelmar Corp in 1998. Okoye lives in Oslo. | Maria Okoye | Okoye
          Ms Okoye founded Kelmar Corp in 1998. Maria Okoye lives in Oslo. | Maria Okoye | Okoye
          Maria Clara Okoye founded Kelmar Corp in 1998. Maria Okoye lives in Oslo. \
          | Maria Clara Okoye | Maria Okoye
          Harbor Loom Ltd was founded in 1990. Harbor Loom is based in Oslo. \
          | Harbor Loom Ltd | Harbor Loom
          Harbor Loom was founded in 1990. Harbor Loom Ltd is based in Oslo. \
          | Harbor Loom Ltd | Harbor Loom
          The Northern Maritime Authority was founded in 1990. The NMA is based in Oslo. \
          | Northern Maritime Authority | NMA
          The World Health Organization is based in Geneva. The WHO was founded in 1948. \
          | World Health Organization | WHO
          The Pan-African Grain Union was founded in 1990. The PAGU is based in Oslo. \
          | Pan-African Grain Union | PAGU
          """)
  void takesAShortNameForTheLongOne(String text, String name, String alias) {
    assertThat(graph(text).entities())
        .filteredOn(entity -> entity.key().name().equals(name))
        .singleElement()
        .satisfies(entity -> assertThat(entity.aliases()).containsExactly(alias));
    assertThat(Told.entities(graph(text))).doesNotContain(alias);
    assertThat(Told.facts(graph(text)))
        .as("facts of both sentences")
        .filteredOn(fact -> fact.contains(name))
        .hasSizeGreaterThan(1);
  }

  @Test
  void knowsTheNamesOfACountry() {
    String text =
        "The United States sued Kelmar Corp in May. The U.S. imposed sanctions on Dravo Ltd in"
            + " June. The US imposed sanctions on Tolvane Inc in July.";

    assertThat(graph(text).entities())
        .filteredOn(entity -> entity.key().kind() == Kind.PLACE)
        .singleElement()
        .satisfies(
            entity -> {
              assertThat(entity.key().name()).isEqualTo("United States");
              assertThat(entity.aliases()).containsExactly("U.S.", "US");
            });
  }

  @Test
  void keepsPersonsOfOneSurnameApart() {
    String text =
        "Maria Okoye met Peter Okoye in Oslo. Maria Okoye founded Kelmar Corp in 1998."
            + " Peter Okoye founded Dravo Ltd in 2001.";

    assertThat(Told.facts(graph(text)))
        .contains("Kelmar Corp schema:founder Maria Okoye", "Dravo Ltd schema:founder Peter Okoye");
    assertThat(graph(text).entities())
        .filteredOn(entity -> entity.key().kind() == Kind.PERSON)
        .allSatisfy(entity -> assertThat(entity.aliases()).isEmpty())
        .hasSize(2);
  }

  @Test
  void leavesAShortNameOfTwoOrganizationsAlone() {
    String text =
        "Harbor Loom Ltd was founded in 1990. Harbor Light Ltd is based in Oslo."
            + " Harbor bought Dravo Ltd in 2019.";

    assertThat(graph(text).entities())
        .filteredOn(entity -> entity.key().name().startsWith("Harbor L"))
        .hasSize(2)
        .allSatisfy(entity -> assertThat(entity.aliases()).isEmpty());
    assertThat(Told.facts(graph(text))).noneMatch(fact -> fact.contains("acquiredBy Harbor L"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kelmar Corp sells AI to banks. AI is changing the trade.",
        "Kelmar Corp asked its CEO about GDP and the IPO of a rival."
      })
  void takesNoAcronymOfACommonNounForAnEntity(String text) {
    assertThat(Told.entities(graph(text))).containsExactly("Kelmar Corp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lagos-based Kelmar Corp sued Dravo Ltd in 2019.",
        "The Lagos-based lender Kelmar Corp sued Dravo Ltd in 2019.",
        "Kelmar Corp, a Lagos-based chip maker, sued Dravo Ltd in 2019."
      })
  void findsThePlaceInACompound(String text) {
    assertThat(graph(text).entities())
        .extracting(Entity::key)
        .contains(new EntityKey(Kind.PLACE, "Lagos"));
    assertThat(Told.facts(graph(text))).containsExactly("Kelmar Corp ng:headquarters Lagos");
  }

  private static ArticleGraph graph(String text) {
    return extractor.extract(Told.article(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KELMAR CORP ACQUIRED DRAVO LTD FOR $5 MILLION ON MONDAY. THE CHIEF, JANE ROE, SAID SO.",
        "Kelmar.",
        "“”“”((((  – … 😀😀 's 's “ said Kelmar Corp Said Dravo Ltd Said Acme Said."
      })
  void readsWhatIsHardlyASentence(String text) {
    assertThat(Told.entities(graph(text))).doesNotContain("", ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The violinist Kim Min-jun lives in Oslo. Kim broke a string. | Kim Min-jun | Kim
          Leopold Varro Jr. runs Kelmar Corp. Varro lives in Oslo. | Leopold Varro Jr | Varro
          Hanna Berg, née Lindqvist, founded Kelmar Corp. | Hanna Berg | Lindqvist
          Moussa Traoré founded Kelmar Corp. Mr Traore lives in Oslo. | Moussa Traoré | Traore
          The Nordic Shipping Council (NSC) met in Oslo. | Nordic Shipping Council | NSC
          """)
  void knowsOtherNamesOfTheLongOne(String text, String name, String alias) {
    assertThat(graph(text).entities())
        .filteredOn(entity -> entity.key().name().equals(name))
        .singleElement()
        .satisfies(entity -> assertThat(entity.aliases()).contains(alias));
    assertThat(Told.entities(graph(text))).doesNotContain(alias);
  }

  @Test
  void keepsFatherAndSonApart() {
    assertThat(
            Told.entities(
                graph("Leopold Varro Sr. founded Kelmar Corp. Leopold Varro Jr. runs it today.")))
        .contains("Leopold Varro Sr", "Leopold Varro Jr");
  }
}
