package org.newsgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleDocumentTest {

  private static ConsoleDocument document(String text) {
    return new ConsoleDocument(text.lines().toList());
  }

  private static final ConsoleDocument TWO =
      document(
          """
          ```sh
          $ not run
          ```
          ```console
          $ first 'a
          > b'
          one
          ...
          three
          $ second
          ```
          """);

  @Test
  void findsCommandsOfConsoleBlocksAlone() {
    assertThat(TWO.examples())
        .containsExactly(
            new ConsoleExample(5, "first 'a\nb'", List.of("one", "...", "three")),
            new ConsoleExample(10, "second", List.of()));
  }

  @Test
  void threeDotsStandForAnyNumberOfLines() {
    ConsoleExample example = TWO.examples().getFirst();
    assertThat(example.shows(List.of("one", "three"))).isTrue();
    assertThat(example.shows(List.of("one", "a", "b", "three"))).isTrue();
    assertThat(example.shows(List.of("one", "three", "four"))).isFalse();
    assertThat(example.shows(List.of("zero", "three"))).isFalse();
    assertThat(example.shows(List.of("one"))).isFalse();
  }

  @Test
  void withoutThemEveryLineCounts() {
    ConsoleExample example = new ConsoleExample(1, "x", List.of("one"));
    assertThat(example.shows(List.of("one"))).isTrue();
    assertThat(example.shows(List.of("one", "two"))).isFalse();
    assertThat(example.shows(List.of())).isFalse();
  }

  @Test
  void newOutputIsCutWhereTheOldWas() {
    ConsoleDocument made = TWO.replaced(example -> example.cut(List.of("1", "2", "3", "4")));
    assertThat(made.lines().subList(3, 15))
        .containsExactly(
            "```console",
            "$ first 'a",
            "> b'",
            "1",
            "...",
            "4",
            "$ second",
            "1",
            "2",
            "3",
            "4",
            "```");
  }

  @Test
  void refusesBlocksThatNobodyCanRun() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> document("```console\noutput\n```").examples())
        .withMessage("line 2: output without a command");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> document("```console\n$ a").examples())
        .withMessage("the last console block does not end");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> document("```console\n$ a\n...\n...\n```").examples())
        .withMessage("line 2: more than one line of three dots");
  }
}
