package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfLayoutTest {

  private static PdfLine line(int page, boolean opens, String text) {
    return new PdfLine(page, text, 10, opens);
  }

  @Test
  void joinsPartedWordsAndKeepsCompounds() {
    List<PdfLine> lines =
        List.of(
            line(1, true, "The state-owned yard is a govern-"),
            line(1, false, "ment firm. It was once a state-"),
            line(1, false, "owned farm of the north-"),
            line(1, false, "West."));
    assertThat(new PdfLayout(lines).text())
        .isEqualTo(
            "The state-owned yard is a government firm. It was once a state-owned farm of the north- West.");
  }

  @Test
  void goesOnOverThePageWhereASentenceDoes() {
    List<PdfLine> lines =
        List.of(
            line(1, true, "The yard was sold to"),
            line(2, true, "the town."),
            line(2, true, "It is old."));
    assertThat(new PdfLayout(lines).text())
        .isEqualTo("The yard was sold to the town.\n\nIt is old.");
  }

  @Test
  void dropsRunningTitlesAndPageNumbers() {
    List<PdfLine> lines = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      lines.add(line(page, true, "The Courier, 29 January, page " + page));
      for (int i = 0; i < 6; i++) {
        lines.add(line(page, true, "Sentence " + "abcdef".charAt(i) + " of a page."));
      }
      lines.add(line(page, true, "- " + page + " of 3 -"));
    }
    assertThat(new PdfLayout(lines).text())
        .doesNotContain("Courier", "of 3")
        .contains("Sentence c of a page.");
  }

  @Test
  void putsTheLargestLinesFirst() {
    List<PdfLine> lines =
        List.of(
            line(1, true, "BUSINESS"),
            new PdfLine(1, "Ferry yard changes hands", 20, true),
            new PdfLine(1, "after a year", 20, false),
            line(1, true, "The yard at the harbour was sold on Monday."));
    assertThat(new PdfLayout(lines).text())
        .isEqualTo(
            "Ferry yard changes hands after a year\n\nBUSINESS\n\nThe yard at the harbour was sold on Monday.");
  }
}
