package org.newsgraph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private final Comparison comparison = new Comparison(new NameForms());

  @ParameterizedTest
  @CsvSource({
    "aged 47 in 2024, aged 48 in 2025, true",
    "aged 47 in 2024, aged 47 in 2025, true",
    "aged 84 in 2025, aged 21 in 2025, false"
  })
  void agesTellNamesakesApart(String one, String other, boolean joins) {
    Likeness likeness =
        comparison
            .compare(person("Anselm Querfurth", one), person("Anselm Querfurth", other))
            .orElseThrow();
    assertThat(likeness.joins()).isEqualTo(joins);
    assertThat(likeness.isUndecided()).isEqualTo(joins);
  }

  @Test
  void anAgeAndADateOfBirthAreCompared() {
    Profile born =
        profile("person", "Anselm Querfurth", Set.of(), Map.of("birthDate", "1941-03-02"));
    assertThat(likeness(born, person("Anselm Querfurth", "aged 84 in 2025")).joins()).isTrue();
    assertThat(likeness(born, person("Anselm Querfurth", "aged 30 in 2025")).isUndecided())
        .isFalse();
  }

  @Test
  void anOfficeThatOneHoldsTellsMoreThanAPost() {
    assertThat(withTitle("transport minister", "Transport Minister"))
        .isGreaterThan(withTitle("engineer", "Engineer"));
    assertThat(withTitle("defence secretary", "Defence Secretary"))
        .isGreaterThan(withTitle("press secretary", "press secretary"));
  }

  private double withTitle(String one, String other) {
    return likeness(
            profile("person", "Adaeze Okonedo", Set.of(), Map.of("jobTitle", one)),
            profile("person", "Okonedo", Set.of(), Map.of("jobTitle", other)))
        .logOdds();
  }

  @Test
  void aRareNameAloneJoinsUnlessNothingElseIsShared() {
    Profile one = person("Anselm Querfurth", "");
    Likeness likeness = likeness(one, one);
    assertThat(likeness.joins()).isTrue();
    assertThat(joins(one, likeness, Set.of("place|arles"), Set.of("place|arles"))).isTrue();
    assertThat(joins(one, likeness, Set.of("place|arles"), Set.of("place|oslo"))).isFalse();
  }

  @Test
  void aCommonNameIsLeftInDoubtUnlessMoreThanAPlaceIsShared() {
    Profile one = person("John Smith", "");
    Likeness likeness = likeness(one, one);
    assertThat(joins(one, likeness, Set.of("place|arles"), Set.of("place|arles"))).isFalse();
    assertThat(joins(one, likeness, Set.of("organization|dravo"), Set.of("organization|dravo")))
        .isTrue();
  }

  @Test
  void whatIsAPartOfTheNameIsNotBesideIt() {
    Profile one = person("Kim Min-jun", "");
    Set<String> beside = Set.of("person|kim");
    assertThat(comparison.inContext(one, one, likeness(one, one), beside, beside))
        .isEqualTo(likeness(one, one));
  }

  @Test
  void firmsOfOneFamilyAreSomethingShared() {
    Profile one = person("Anselm Querfurth", "");
    assertThat(
            joins(
                one,
                likeness(one, one),
                Set.of("organization|corvane bank"),
                Set.of("organization|corvane holdings")))
        .isTrue();
  }

  @Test
  void aShortNameOfAnEmployerContradictsNothing() {
    Profile one =
        profile("person", "Anselm Querfurth", Set.of(), Map.of("affiliation", "calder trust"));
    Profile other = profile("person", "Anselm Querfurth", Set.of(), Map.of("affiliation", "trust"));
    assertThat(likeness(one, other).clues()).hasSize(1);
  }

  @Test
  void theClassOfInitialsIsNotHeldAgainstThem() {
    Profile full =
        profile(
            "organization", "Inland Ways Safety Body", Set.of("GovernmentOrganization"), Map.of());
    Profile initials = profile("organization", "IWSB", Set.of("Corporation"), Map.of());
    assertThat(likeness(full, initials).clues()).hasSize(1);
  }

  private boolean joins(Profile one, Likeness likeness, Set<String> here, Set<String> there) {
    return comparison.inContext(one, one, likeness, here, there).joins();
  }

  private Likeness likeness(Profile one, Profile other) {
    return comparison.compare(one, other).orElseThrow();
  }

  private static Profile person(String name, String description) {
    Profile profile = profile("person", name, Set.of(), Map.of());
    return new Profile(
        profile.iri(),
        profile.kind(),
        name,
        profile.names(),
        profile.formerNames(),
        profile.types(),
        description.isEmpty() ? profile.descriptions() : new TreeSet<>(Set.of(description)),
        profile.facts());
  }

  private static Profile profile(
      String kind, String name, Set<String> types, Map<String, String> facts) {
    TreeMap<String, SortedSet<String>> values = new TreeMap<>();
    facts.forEach((property, value) -> values.put(property, new TreeSet<>(Set.of(value))));
    return new Profile(
        "https://example.org/entity/" + kind + "/X",
        kind,
        name,
        new TreeSet<>(Set.of(name)),
        new TreeSet<>(),
        new TreeSet<>(types),
        new TreeSet<>(),
        values);
  }
}
