package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article.Role;
import org.newsgraph.fact.PartialDate;

class TextArticleReaderTest {

  private final TextArticleReader reader =
      new TextArticleReader(new ArticleIris("https://example.org/"));

  @Test
  void findsHeadlineBylineAndBodyWithoutBlankLines() {
    Article article =
        read(
            """
            Harbour Bank’s Chief Quits – What Now?
            February 3rd, 2024 by moneywatcher
            The head of Harbour Bank has resigned after six years. Its shares dropped by a tenth.
            The board named no successor on Friday.
            No comments:
            Post a Comment
            """);

    assertThat(article.headline()).contains("Harbour Bank’s Chief Quits – What Now?");
    assertThat(article.author()).contains("moneywatcher");
    assertThat(article.published()).contains(PartialDate.of(2024, 2, 3));
    assertThat(texts(article))
        .containsExactly(
            "Harbour Bank’s Chief Quits – What Now?",
            "The head of Harbour Bank has resigned after six years. Its shares dropped by a tenth.",
            "The board named no successor on Friday.");
    assertThat(article.paragraphs().getFirst().role()).isEqualTo(Role.HEADLINE);
    assertThat(article.paragraphs().get(1).role()).isEqualTo(Role.BODY);
    assertThat(article.iri())
        .isEqualTo("https://example.org/article/2024-02-03/harbour-banks-chief-quits-what-now");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "By Jane Roe | 3 March 2026; Jane Roe; 2026-03-03",
        "BY JANE ROE · MARCH 3, 2026 · 4 MIN READ; JANE ROE; 2026-03-03",
        "Jane Roe, Technology correspondent | 3 March 2026; Jane Roe; 2026-03-03",
        "By Jane Roe and Piet de Vries, Energy Desk; Jane Roe and Piet de Vries;",
        "Published: Tuesday, 3 March 2026 10:15 GMT; ; 2026-03-03",
        "Last updated at 10.15 a.m. EST on Mar. 3, 2026; ; 2026-03-03",
        "Posted on 2026-03-03T09:30:00Z; ; 2026-03-03",
        "31/03/2026; ; 2026-03-31",
        "Written by J. P. O’Neill - March 2026; J. P. O’Neill; 2026-03"
      })
  void readsBylinesOfManyForms(String byline, String author, String date) {
    Article article =
        read("Acme to open plant in Ghent\n\n" + byline + "\n\nAcme will build a plant.\n");

    assertThat(article.author()).isEqualTo(Optional.ofNullable(author));
    assertThat(article.published().map(PartialDate::iso)).isEqualTo(Optional.ofNullable(date));
    assertThat(texts(article))
        .containsExactly("Acme to open plant in Ghent", "Acme will build a plant.");
  }

  @Test
  void prefersTheDayOfPublicationToThatOfAnUpdate() {
    Article article =
        read(
            "Acme to open plant in Ghent\nUpdated 5 March 2026\nPublished 3 March 2026\n"
                + "Acme will build a plant.");

    assertThat(article.published()).contains(PartialDate.of(2026, 3, 3));
  }

  @Test
  void takesAFigureDateWithTwoMeaningsForNone() {
    assertThat(read("Acme to open plant\n03/04/2026\nAcme will build.").published()).isEmpty();
  }

  @Test
  void letsTheCallersDateGoFirst() {
    Article article =
        reader
            .read(
                "Acme to open plant\n3 March 2026\nAcme will build.",
                Optional.of(PartialDate.of(2020, 1, 2)))
            .orElseThrow();

    assertThat(article.published()).contains(PartialDate.of(2020, 1, 2));
    assertThat(article.iri()).contains("/2020-01-02/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BRUSSELS, March 3 (Newswire) — The; Newswire;",
        "BRUSSELS, March 3, 2026 (Newswire) - The; Newswire; 2026-03-03",
        "Brussels (Newswire) -- The; Newswire;",
        "NEW YORK — The; ;",
        "WASHINGTON/BEIJING, 3 March 2026 – The; ; 2026-03-03",
        "March 3 (Newswire) - The; Newswire;",
        "WASHINGTON, D.C. (Newswire): The; Newswire;"
      })
  void cutsADatelineOff(String opening, String agency, String date) {
    Article article = read("Acme fined\n\n" + opening + " watchdog fined Acme on Monday.");

    assertThat(texts(article)).containsExactly("Acme fined", "The watchdog fined Acme on Monday.");
    assertThat(article.publisher()).isEqualTo(Optional.ofNullable(agency));
    assertThat(article.published().map(PartialDate::iso)).isEqualTo(Optional.ofNullable(date));
  }

  @Test
  void aDatelineMayStandOnALineOfItsOwn() {
    Article article =
        read("Acme fined\nLONDON, March 3, 2026 (Harbour News) -\n\nThe watchdog fined Acme.");

    assertThat(texts(article)).containsExactly("Acme fined", "The watchdog fined Acme.");
    assertThat(article.publisher()).contains("Harbour News");
    assertThat(article.published().map(PartialDate::iso)).contains("2026-03-03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LAST WORDS -",
        "NASA — which runs the station — is short of money.",
        "The deal - long in the making - was signed.",
        "Acme (the parent) - and its bank - agreed.",
        "Ms Roe said on March 3 (a Tuesday) - twice - that she would go."
      })
  void takesNoSentenceForADateline(String paragraph) {
    assertThat(texts(read("Acme fined\n\n" + paragraph))).containsExactly("Acme fined", paragraph);
  }

  @Test
  void joinsTextWrappedAtAFixedWidth() {
    Article article =
        read(
            """
            Regulator opens inquiry into the takeover of a northern
            ferry company

            By Ann Poe
            1 June 2025

            The transport regulator has opened an inquiry into the sale of
            Northferry, it said. The company carries two million people a
            year.

            Photo: a Northferry ship leaves the harbour on its first trip of
            the season

            A spokesman for the buyer, which is based in Oslo, declined to
            comment.
            """);

    assertThat(article.headline())
        .contains("Regulator opens inquiry into the takeover of a northern ferry company");
    assertThat(texts(article).stream().map(text -> text.replace('\n', ' ')))
        .containsExactly(
            "Regulator opens inquiry into the takeover of a northern ferry company",
            "The transport regulator has opened an inquiry into the sale of Northferry, it said. The"
                + " company carries two million people a year.",
            "A spokesman for the buyer, which is based in Oslo, declined to comment.");
  }

  @Test
  void readsATextWithoutHeadline() {
    Article article =
        read("Acme sued its rival on Monday.\nThe rival denied it.\nA court will hear the case.");

    assertThat(article.headline()).isEmpty();
    assertThat(article.paragraphs()).extracting(p -> p.role()).containsOnly(Role.BODY).hasSize(3);
    assertThat(article.iri())
        .isEqualTo("https://example.org/article/undated/acme-sued-its-rival-on-monday");
  }

  @Test
  void takesAWrappedOpeningParagraphForNoHeadline() {
    Article article =
        read(
            """
            The owner of the largest paper mill in the country said it had
            found a buyer for its plants, and that it expected to have signed
            the contract by the end of the week at the latest.

            The buyer has not been named, but people close to the talks have
            said that it is a fund.
            """);

    assertThat(article.headline()).isEmpty();
    assertThat(article.paragraphs()).hasSize(2);
  }

  @Test
  void leavesFurnitureOutAndKeepsOffsets() {
    String text =
        "\uFEFFSkip to content\r\nMill owner finds buyer\r\n\r\nShare this\r\nAdvertisement\r\n"
            + "The mill’s owner 😀 has found a buyer.\r\n\r\nRead more: The mill in figures\r\n"
            + "Subscribe to our newsletter\r\nThe price was not given.\r\n"
            + "© 2025 The Mill Gazette. All rights reserved.\r\n3 comments\r\nNice one.\r\n";
    Article article = read(text);

    assertThat(article.text()).isEqualTo(text.substring(1));
    assertThat(texts(article))
        .containsExactly(
            "Mill owner finds buyer",
            "The mill’s owner 😀 has found a buyer.",
            "The price was not given.");
  }

  @Test
  void readsMarkdownHeadings() {
    Article article = read("# Mill sold\n\n*By* someone\n\n## What next\n\nWork goes on.\n");

    assertThat(article.headline()).contains("Mill sold");
    assertThat(texts(article)).contains("What next", "Work goes on.");
  }

  @Test
  void acceptsAHeadlineThatEndsInAnAbbreviationOrAQuestionMark() {
    assertThat(read("Acme to build mill in U.S.\nAcme said so.").headline()).isPresent();
    assertThat(read("Will Acme ever build?\nAcme said so.").headline()).isPresent();
    assertThat(read("Acme sells mill\n").headline()).contains("Acme sells mill");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\t\n", "No comments:\nPost a Comment\n", "----\n\n***\n"})
  void readsNothingWhereThereIsNoArticle(String text) {
    assertThat(reader.read(text, Optional.empty())).isEmpty();
  }

  @Test
  void givesTheSameHeadlineAndDateTheSameIri() {
    assertThat(read("Mill sold\n3 March 2026\nA.").iri())
        .isEqualTo(read("Mill sold\nBy Ann Poe | March 3, 2026\nAnother text.").iri());
  }

  private Article read(String text) {
    return reader.read(text, Optional.empty()).orElseThrow();
  }

  private static List<String> texts(Article article) {
    return article.paragraphs().stream().map(p -> p.span().of(article.text())).toList();
  }
}
