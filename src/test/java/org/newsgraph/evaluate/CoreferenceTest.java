package org.newsgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The worked example of Luo (2005): 12 mentions in clusters of 5, 2 and 5. */
class CoreferenceTest {

  private static final Offset<Double> EXACT = within(1e-9);

  private static final Set<Integer> FIVE = Set.of(1, 2, 3, 4, 5);
  private static final Set<Integer> TWO = Set.of(6, 7);
  private static final Set<Integer> LAST = Set.of(8, 9, 10, 11, 12);
  private static final List<Set<Integer>> EXPECTED = List.of(FIVE, TWO, LAST);

  @Test
  void theSameClustersAreRight() {
    Coreference same = Coreference.of(EXPECTED, List.of(LAST, FIVE, TWO));
    assertThat(same.muc().f1()).isEqualTo(1);
    assertThat(same.bCubed().f1()).isEqualTo(1);
    assertThat(same.ceaf().f1()).isEqualTo(1);
    assertThat(same.conll()).isEqualTo(1);
  }

  @Test
  void twoClustersPutTogether() {
    Coreference joined = Coreference.of(EXPECTED, List.of(FIVE, Set.of(6, 7, 8, 9, 10, 11, 12)));
    // Nine links expected, all given; one of ten given is too many.
    assertThat(joined.muc().recall()).isEqualTo(1);
    assertThat(joined.muc().precision()).isEqualTo(0.9, EXACT);
    // 5 mentions of precision 1, 2 of 2/7 and 5 of 5/7.
    assertThat(joined.bCubed().recall()).isEqualTo(1, EXACT);
    assertThat(joined.bCubed().precision()).isEqualTo((5 + 2 * 2 / 7.0 + 5 * 5 / 7.0) / 12, EXACT);
    // 1 for the five, 2 * 5 / 12 for the last; shared by 3 and by 2 clusters.
    assertThat(joined.ceaf().recall()).isEqualTo((1 + 10 / 12.0) / 3, EXACT);
    assertThat(joined.ceaf().precision()).isEqualTo((1 + 10 / 12.0) / 2, EXACT);
  }

  @Test
  void mentionsThatTheOtherSideLacksCountAgainst() {
    Coreference spurious = Coreference.of(List.of(TWO), List.of(Set.of(6, 7, 20), Set.of(21)));
    assertThat(spurious.muc().recall()).isEqualTo(1);
    assertThat(spurious.muc().precision()).isEqualTo(0.5, EXACT);
    assertThat(spurious.bCubed().recall()).isEqualTo(1);
    assertThat(spurious.bCubed().precision()).isEqualTo((4 / 3.0) / 4, EXACT);
    assertThat(spurious.ceaf().recall()).isEqualTo(4 / 5.0, EXACT);
    assertThat(spurious.ceaf().precision()).isEqualTo(4 / 5.0 / 2, EXACT);
  }

  @Test
  void nothingGivenIsNothingRight() {
    Coreference nothing = Coreference.of(EXPECTED, List.of());
    assertThat(nothing.conll()).isZero();
    assertThat(nothing.ceaf().recall()).isZero();
  }

  @Test
  void documentsAddUp() {
    Coreference both = Coreference.of(EXPECTED, EXPECTED).plus(Coreference.of(EXPECTED, List.of()));
    assertThat(both.muc().recall()).isEqualTo(0.5, EXACT);
    assertThat(both.muc().precision()).isEqualTo(1);
    assertThat(both.bCubed().recall()).isEqualTo(0.5, EXACT);
  }

  @Test
  void singletonsAreLeftOutOnDemand() {
    assertThat(Coreference.clusters(List.of("a", "b", "a"), List.of(7, 8, 9), 2))
        .containsExactly(Set.of(7, 9));
    assertThat(Coreference.clusters(List.of("a", "b", "a"), List.of(7, 8, 9), 1))
        .containsExactly(Set.of(7, 9), Set.of(8));
  }

  @Test
  void theBestAssignmentIsNotTheGreedyOne() {
    // Greedy takes 9 and then 1; 8 + 7 is more.
    assertThat(Assignment.best(new double[][] {{9, 8}, {7, 1}})).isEqualTo(15, EXACT);
    assertThat(Assignment.best(new double[][] {{9, 8, 0}, {7, 1, 0}})).isEqualTo(15, EXACT);
    assertThat(Assignment.best(new double[][] {{9, 7}, {8, 1}, {0, 6}})).isEqualTo(15, EXACT);
    assertThat(Assignment.best(new double[][] {{3}})).isEqualTo(3, EXACT);
    assertThat(Assignment.best(new double[0][0])).isZero();
  }
}
