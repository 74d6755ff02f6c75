package org.newsgraph.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.annotate.TaggedSpan.Kind;

class CoreferenceFeaturesTest {

  @Test
  void theSameWordsInAnotherCase() {
    assertThat(of(name("ACME", "Group"), name("Acme", "group")))
        .startsWith(1, 1, 1, 0)
        .endsWith(0, 0, 0, 0);
  }

  @Test
  void theBeginningOfALongerName() {
    assertThat(of(name("Harbor", "Loom"), name("Harbor", "Loom", "Ltd"))).startsWith(0, 1, 0, 0);
  }

  @Test
  void theEndOfALongerName() {
    assertThat(of(name("Roe"), name("Jane", "Roe"))).startsWith(0, 1, 1, 0);
  }

  @Test
  void theMiddleOfALongerNameIsNoAffix() {
    assertThat(of(name("von"), name("Ada", "von", "Roe"))).startsWith(0, 0, 0, 0);
  }

  @Test
  void anAcronymLeavesSmallWordsOut() {
    assertThat(of(name("OGP"), name("Office", "of", "Gas", "Prices"))[3]).isEqualTo(1);
    assertThat(of(name("Office", "of", "Gas", "Prices"), name("OGP"))[3]).isEqualTo(1);
    assertThat(of(name("OGX"), name("Office", "of", "Gas", "Prices"))[3]).isZero();
    assertThat(of(name("A"), name("Acme", "of"))[3]).isZero();
  }

  @Test
  void distancesCountWhatLiesBetween() {
    CoreferenceFeatures.Place mention =
        new CoreferenceFeatures.Place(List.of("it"), Kind.PRONOUN, 5, 12);
    CoreferenceFeatures.Place antecedent =
        new CoreferenceFeatures.Place(List.of("the", "firm"), Kind.NOMINAL, 2, 4);

    float[] features = CoreferenceFeatures.of(mention, antecedent);

    assertThat(features).hasSize(CoreferenceFeatures.COUNT);
    assertThat(features[4]).isCloseTo(2f / 5, within(1e-6f));
    assertThat(features[5]).isCloseTo(3f / 8, within(1e-6f));
    assertThat(features).endsWith(1, 0, 0, 1);
  }

  private static float[] of(CoreferenceFeatures.Place mention, CoreferenceFeatures.Place other) {
    return CoreferenceFeatures.of(
        new CoreferenceFeatures.Place(mention.words(), mention.kind(), 1, 2), other);
  }

  private static CoreferenceFeatures.Place name(String... words) {
    return new CoreferenceFeatures.Place(List.of(words), Kind.NAME, 1, 1);
  }
}
