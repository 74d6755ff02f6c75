package org.newsgraph.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Money;

class IriMinterTest {

  private static final IriMinter MINTER = new IriMinter("https://example.org/kg");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Byron          | Ada_Byron
          Brick & Sons, Ltd. | Brick_%26_Sons%2C_Ltd.
          A/B "Nord"         | A%2FB_%22Nord%22
          100% Juice?        | 100%25_Juice%3F
          under_score        | under%5Fscore
          no\u00A0break      | no%C2%A0break
          中文大学               | 中文大学
          محمد               | محمد
          Łódź               | Łódź
          ひと び𠮷            | ひと_び𠮷
          हिन्दी               | हिन्दी
          Rocket 🚀           | Rocket_%F0%9F%9A%80
          ..                 | %2E%2E
          x #1 <y>           | x_%231_%3Cy%3E
          ﬁsh                | %EF%AC%81sh
          """)
  void slugsKeepLettersOfAnyScriptAndEncodeTheRest(String name, String slug) {
    assertThat(IriMinter.slug(name)).isEqualTo(slug);
    IRIx iri = IRIx.create("https://example.org/" + slug + "#" + slug);
    assertThat(iri.hasViolations()).isFalse();
  }

  @Test
  void namesThatLookAlikeStayApartAndEquivalentOnesMeet() {
    List<String> different =
        List.of("A B", "A_B", "A\u00A0B", "A%20B", "A  B", "AB", "a b", "A.B", "A-B", "A/B");

    assertThat(different.stream().map(IriMinter::slug)).doesNotHaveDuplicates();
    assertThat(IriMinter.slug("Jose\u0301")).isEqualTo(IriMinter.slug("Jos\u00E9"));
  }

  @Test
  void oneNameOfTwoKindsIsTwoEntities() {
    assertThat(MINTER.entity(new EntityKey(EntityKey.Kind.PLACE, "Georgia")).getURI())
        .isEqualTo("https://example.org/kg/entity/place/Georgia");
    assertThat(MINTER.entity(new EntityKey(EntityKey.Kind.PERSON, "Georgia")).getURI())
        .isEqualTo("https://example.org/kg/entity/person/Georgia");
  }

  @Test
  void whomOnlyADescriptionTellsOfBelongsToTheArticle() {
    IriMinter within = MINTER.within(NodeFactory.createURI("https://news.example/1"));
    EntityKey described = new EntityKey(EntityKey.Kind.PERSON, "two shareholders");
    assertThat(within.entity(described).getURI())
        .isEqualTo("https://news.example/1#person/two_shareholders");
    assertThat(MINTER.entity(described).getURI())
        .isEqualTo("https://example.org/kg/entity/person/two_shareholders");
    for (String name : List.of("Ada Byron", "eBay", "محمد")) {
      EntityKey named = new EntityKey(EntityKey.Kind.PERSON, name);
      assertThat(within.entity(named)).isEqualTo(MINTER.entity(named));
    }
  }

  @Test
  void anAmountIsNamedByItsContent() {
    Money range =
        new Money("USD", new BigDecimal("2.5e9"), Optional.of(new BigDecimal("4000000000")), true);
    Money loss = new Money("EUR", new BigDecimal("-1.50"), Optional.empty(), false);

    assertThat(MINTER.money(range).getURI())
        .isEqualTo("https://example.org/kg/money/USD/about/2500000000..4000000000");
    assertThat(MINTER.money(loss).getURI()).isEqualTo("https://example.org/kg/money/EUR/-1.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "news", "/tmp/x", "http://exa mple.org/", "http://x/<y>"})
  void aBaseThatIsNoAbsoluteIriIsRefusedByName(String base) {
    assertThatThrownBy(() -> new IriMinter(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + base + "'");
  }

  @Test
  void anArticleWhoseIriCannotBeReadBackIsRefused() {
    Article article =
        new Article(
            "file:///a b",
            "x",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    assertThatThrownBy(() -> MINTER.article(article))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("file:///a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/kg/", "https://example.org/kg#", "urn:kg:"})
  void aBaseThatEndsInASeparatorIsTakenAsItIs(String base) {
    assertThat(new IriMinter(base).entity(new EntityKey(EntityKey.Kind.THING, "tea")).getURI())
        .isEqualTo(base + "entity/thing/tea");
  }
}
