package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.fact.PartialDate;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "US$1 Trillion – China’s Mill | us-1-trillion-chinas-mill",
        "Zu\u0308rich ÉTÉ | zürich-été",
        "北京 mill (2) | 北京-mill-2",
        "हिन्दी समाचार | हिन्दी-समाचार",
        "'  --!? ' | ''"
      })
  void keepsLettersAndDigitsOfAnyScript(String words, String slug) {
    assertThat(Slug.of(words)).isEqualTo(slug);
  }

  @Test
  void cutsAfterAWholeWord() {
    String slug = Slug.of("mill ".repeat(40));

    assertThat(slug).endsWith("-mill").hasSizeLessThanOrEqualTo(Slug.MAX_LENGTH);
    assertThat(Slug.of("x".repeat(200))).hasSize(Slug.MAX_LENGTH);
  }

  @Test
  void namesAnArticleByItsAddressIfThatIsKnown() {
    ArticleIris iris = new ArticleIris("urn:news:");

    assertThat(iris.of(Optional.of("https://a.org/1"), Optional.empty(), Optional.empty(), ""))
        .isEqualTo("https://a.org/1");
    assertThat(
            iris.of(Optional.empty(), Optional.of(PartialDate.of(2022, 9)), Optional.of("Hm?"), ""))
        .isEqualTo("urn:news:article/2022-09/hm");
    assertThat(iris.of(Optional.empty(), Optional.empty(), Optional.empty(), "a b c d e f g h i j"))
        .isEqualTo("urn:news:article/undated/a-b-c-d-e-f-g-h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "https://exam ple.org/", "https://a.org/<x>", ""})
  void refusesABaseThatIsNoIri(String base) {
    assertThatThrownBy(() -> new ArticleIris(base)).hasMessageContaining("no base IRI");
  }
}
