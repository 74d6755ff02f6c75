package org.newsgraph.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectiveTreeTest {

  @Test
  void takesTheBestHeadOfEachWordWhereThatIsATree() {
    float[][] scores = {{1, 0, 5, 0}, {5, 0, 0, 0}, {0, 0, 5, 0}};

    assertThat(ProjectiveTree.heads(scores)).containsExactly(1, -1, 1);
  }

  @Test
  void breaksACycleWhereItCostsLeast() {
    // The first two words each want the other as head; the second gives way to the root for less.
    float[][] scores = {{1, 0, 9}, {6, 9, 0}};

    assertThat(ProjectiveTree.heads(scores)).containsExactly(1, -1);
  }

  @Test
  void keepsOneRootWhereEachWordWouldRatherBeOne() {
    float[][] scores = {{9, 0, 1}, {8, 2, 0}};

    assertThat(ProjectiveTree.heads(scores)).containsExactly(-1, 0);
  }

  @Test
  void parsesASingleWord() {
    assertThat(ProjectiveTree.heads(new float[][] {{-3, 7}})).containsExactly(-1);
  }

  /** Small integers make many ties and cycles. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void isAsGoodAsTheBestOfAllWhoseArcsDoNotCross(int words) {
    Random random = new Random(words);
    for (int round = 0; round < 200; round++) {
      float[][] scores = new float[words][words + 1];
      for (float[] row : scores) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(7) - 3;
        }
      }

      int[] heads = ProjectiveTree.heads(scores);

      assertThat(isTree(heads)).isTrue();
      assertThat(arcsCross(heads)).isFalse();
      assertThat(score(scores, heads)).isEqualTo(bestOfAll(scores));
    }
  }

  @Test
  void aLongSentenceGivesATree() {
    Random random = new Random(7);
    float[][] scores = new float[128][129];
    for (float[] row : scores) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextFloat();
      }
    }

    assertThat(isTree(ProjectiveTree.heads(scores))).isTrue();
  }

  private static double bestOfAll(float[][] scores) {
    int words = scores.length;
    int[] heads = new int[words];
    double best = Double.NEGATIVE_INFINITY;
    for (long code = 0; code < Math.round(Math.pow(words + 1, words)); code++) {
      long rest = code;
      for (int word = 0; word < words; word++) {
        heads[word] = (int) (rest % (words + 1)) - 1;
        rest /= words + 1;
      }
      if (isTree(heads) && !arcsCross(heads)) {
        best = Math.max(best, score(scores, heads));
      }
    }
    return best;
  }

  private static double score(float[][] scores, int[] heads) {
    double sum = 0;
    for (int word = 0; word < heads.length; word++) {
      sum += scores[word][heads[word] + 1];
    }
    return sum;
  }

  /** Whether two arcs cross; that from the root begins before the first word. */
  private static boolean arcsCross(int[] heads) {
    for (int one = 0; one < heads.length; one++) {
      for (int other = 0; other < heads.length; other++) {
        int begin = Math.min(one, heads[one]);
        int end = Math.max(one, heads[one]);
        int otherBegin = Math.min(other, heads[other]);
        int otherEnd = Math.max(other, heads[other]);
        if (begin < otherBegin && otherBegin < end && end < otherEnd) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTree(int[] heads) {
    int roots = 0;
    for (int word = 0; word < heads.length; word++) {
      roots += heads[word] < 0 ? 1 : 0;
      int steps = 0;
      for (int node = word; node >= 0; node = heads[node]) {
        if (++steps > heads.length) {
          return false;
        }
      }
    }
    return roots == 1;
  }
}
