package org.newsgraph.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsgraph.annotate.Mention.Form;
import org.newsgraph.annotate.NameSignals.ByRule;

class NameSignalsTest {

  @Test
  void aNewNameNeedsToBeProbable() {
    assertThat(settle(List.of(), 0.6, 3, 5)).containsExactly("3-5");
    assertThat(settle(List.of(), 0.59, 3, 5)).isEmpty();
  }

  @Test
  void otherBordersNeedToBeMoreSo() {
    List<ByRule> rules = List.of(rule(2, 4, false), rule(4, 6, false), rule(8, 9, false));

    assertThat(settle(rules, 0.8, 2, 6)).containsExactly("2-6", "8-9");
    assertThat(settle(rules, 0.79, 2, 6)).containsExactly("2-4", "4-6", "8-9");
  }

  @Test
  void aNameOfTheTablesStays() {
    assertThat(settle(List.of(rule(2, 3, true)), 0.99, 2, 6)).containsExactly("2-3");
  }

  @Test
  void theSameBordersChangeNothing() {
    Mention byRule = mention(2, 4);

    assertThat(
            NameSignals.settle(
                List.of(new ByRule(byRule, false)), List.of(mention(2, 4)), List.of(0.99)))
        .containsExactly(byRule);
  }

  @Test
  void oneNameOfTheRulesMayBeTwo() {
    assertThat(
            NameSignals.settle(
                    List.of(rule(0, 4, false)),
                    List.of(mention(0, 2), mention(2, 4)),
                    List.of(0.9, 0.95))
                .stream()
                .map(NameSignalsTest::place))
        .containsExactly("0-2", "2-4");
  }

  private static List<String> settle(List<ByRule> rules, double probability, int begin, int end) {
    return NameSignals.settle(rules, List.of(mention(begin, end)), List.of(probability)).stream()
        .map(NameSignalsTest::place)
        .toList();
  }

  private static String place(Mention mention) {
    return mention.begin() + "-" + mention.end();
  }

  private static ByRule rule(int begin, int end, boolean certain) {
    return new ByRule(mention(begin, end), certain);
  }

  private static Mention mention(int begin, int end) {
    return new Mention(0, begin, end, begin, Form.NAME, "Acme", Optional.empty());
  }
}
