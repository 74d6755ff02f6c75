package org.newsgraph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

  private final NameForms forms = new NameForms();

  @ParameterizedTest
  @CsvSource({
    "Aleksandr Kremnik, Alexander Kremnik, true",
    "Abdullah al-Saqqaf, Abdallah Al Saqqaf, true",
    "Sergei Dolin, Sergey Dolin, true",
    "Alexander Kremnik, Alexandra Kremnik, false",
    "Maria Lund, Mario Lund, false",
    "Karin Lund, Karen Lund, false",
    "Aleksandr Kremnik, Alexander Kremin, false"
  })
  void firstNamesAreSpelledInOtherWays(String one, String other, boolean alike) {
    assertThat(forms.relate(NameForms.PERSON, one, other).isPresent()).isEqualTo(alike);
    assertThat(
            forms.queries(NameForms.PERSON, one).stream()
                .anyMatch(forms.keys(NameForms.PERSON, other)::contains))
        .isEqualTo(alike);
  }

  @ParameterizedTest
  @CsvSource({
    "Anselm Querfurth, John Smith",
    "Querfurth, Smith",
    "Anselm Querfurth, Kim Min-jun",
    "Anselm Querfurth, Nguyen Van Minh",
    "Anselm Querfurth, Pieter van den Berg"
  })
  void aNameThatManyBearTellsLess(String rare, String common) {
    assertThat(weight(NameForms.PERSON, common, common))
        .isLessThan(Likeness.JOIN)
        .isLessThan(weight(NameForms.PERSON, rare, rare));
  }

  @ParameterizedTest
  @CsvSource({
    "Leopold Varro Jr., younger",
    "Leopold Varro junior, younger",
    "Leopold Varro the Elder, elder",
    "Leopold Varro Sr, elder",
    "Leopold Varro III, iii",
    "Leopold Varro, ''",
    "Charles III, ''",
    "Neymar Junior, ''"
  })
  void generationsAreRead(String name, String generation) {
    assertThat(NameForms.generation(name)).isEqualTo(generation);
  }

  @Test
  void fatherAndSonAreTwo() {
    String father = "Leopold Varro Sr.";
    String son = "Leopold Varro Jr.";
    assertThat(forms.relate(NameForms.PERSON, father, son)).isEmpty();
    assertThat(weight(NameForms.PERSON, son, "Leopold Varro Jr"))
        .isGreaterThanOrEqualTo(Likeness.JOIN);
    assertThat(weight(NameForms.PERSON, "Leopold Varro", son))
        .isLessThan(weight(NameForms.PERSON, "Leopold Varro", father))
        .isNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "Ostra FC, FC Ostra, 2.3",
    "FC Ostra, Ostra, 1.0",
    "Lumen Group, Lumen, 0.6",
    "Lumen Bank, Lumen, -0.3",
    "Lumen council, Lumen, -0.4",
    "NSC, NSC, 1.5",
    "Nordic Shipping Council, NSC, 0.2",
    "Nordic Ship Owners Council, NSOC, 1.0"
  })
  void partsOfAnOrganizationsNameAreWeighed(String one, String other, double weight) {
    assertThat(weight(NameForms.ORGANIZATION, one, other)).isEqualTo(weight);
    assertThat(forms.queries(NameForms.ORGANIZATION, one))
        .anyMatch(forms.keys(NameForms.ORGANIZATION, other)::contains);
  }

  @Test
  void aFirmIsNotItsSister() {
    assertThat(forms.relate(NameForms.ORGANIZATION, "Lumen Bank", "Lumen Holdings")).isEmpty();
  }

  private double weight(String kind, String one, String other) {
    return forms.relate(kind, one, other).orElseThrow().weight();
  }
}
