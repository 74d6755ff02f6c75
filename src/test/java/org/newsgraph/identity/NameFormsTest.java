package org.newsgraph.identity;

import static org.assertj.core.api.Assertions.assertThat;

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
}
