package org.newsgraph.annotate;

import java.util.Arrays;

/**
 * The best dependency tree for a matrix of scores: the maximum spanning arborescence (Chu and Liu
 * 1965; Edmonds 1967; for parsing McDonald et al. 2005) with a single root.
 */
final class SpanningTree {

  private static final float NEVER = Float.NEGATIVE_INFINITY;

  private SpanningTree() {}

  /**
   * The head of each word, -1 for the one root. Among trees of the same score the choice depends on
   * the scores alone.
   *
   * @param scores {@code scores[w][0]} for the root as head of word w, {@code scores[w][h + 1]} for
   *     word h as its head; finite, at least one word
   */
  static int[] heads(float[][] scores) {
    int words = scores.length;
    float[][] square = new float[words + 1][words + 1];
    Arrays.fill(square[0], NEVER);
    for (int word = 1; word <= words; word++) {
      System.arraycopy(scores[word - 1], 0, square[word], 0, words + 1);
      square[word][word] = NEVER;
    }
    int[] best = arborescence(square);
    int[] roots = rootsOf(best);
    if (roots.length > 1) {
      double bestScore = Double.NEGATIVE_INFINITY;
      for (int root : roots) {
        int[] candidate = arborescence(withRoot(square, root));
        double score = score(square, candidate);
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    int[] heads = new int[words];
    for (int word = 0; word < words; word++) {
      heads[word] = best[word + 1] - 1;
    }
    return heads;
  }

  private static int[] rootsOf(int[] heads) {
    int[] roots = new int[heads.length];
    int count = 0;
    for (int node = 1; node < heads.length; node++) {
      if (heads[node] == 0) {
        roots[count++] = node;
      }
    }
    return Arrays.copyOf(roots, count);
  }

  private static float[][] withRoot(float[][] square, int root) {
    float[][] restricted = new float[square.length][];
    for (int node = 0; node < square.length; node++) {
      restricted[node] = square[node].clone();
      if (node != root) {
        restricted[node][0] = NEVER;
      }
    }
    return restricted;
  }

  private static double score(float[][] square, int[] heads) {
    double sum = 0;
    for (int node = 1; node < heads.length; node++) {
      sum += square[node][heads[node]];
    }
    return sum;
  }

  /** The head of each node in the best arborescence out of node 0, whose own head is -1. */
  private static int[] arborescence(float[][] scores) {
    int nodes = scores.length;
    int[] heads = new int[nodes];
    heads[0] = -1;
    for (int node = 1; node < nodes; node++) {
      heads[node] = best(scores[node]);
    }
    boolean[] inCycle = cycle(heads);
    if (inCycle.length == 0) {
      return heads;
    }
    Contraction contraction = Contraction.of(scores, heads, inCycle);
    int[] inner = arborescence(contraction.scores());
    contraction.expand(inner, heads);
    return heads;
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int head = 1; head < scores.length; head++) {
      if (scores[head] > scores[best]) {
        best = head;
      }
    }
    return best;
  }

  /** Marks the nodes of one cycle; an empty array if there is none. */
  private static boolean[] cycle(int[] heads) {
    int[] visit = new int[heads.length];
    for (int start = 1; start < heads.length; start++) {
      int node = start;
      while (node > 0 && visit[node] == 0) {
        visit[node] = start;
        node = heads[node];
      }
      if (node > 0 && visit[node] == start) {
        boolean[] inCycle = new boolean[heads.length];
        for (int member = node; !inCycle[member]; member = heads[member]) {
          inCycle[member] = true;
        }
        return inCycle;
      }
    }
    return new boolean[0];
  }

  /**
   * The graph in which the cycle is one node, the last.
   *
   * @param scores its scores
   * @param outside the old number of each node but the last
   * @param entry for each node outside, the node of the cycle that it would best be head of
   * @param leaving for each node outside, the node of the cycle that would best be its head
   */
  private record Contraction(float[][] scores, int[] outside, int[] entry, int[] leaving) {

    static Contraction of(float[][] scores, int[] heads, boolean[] inCycle) {
      int[] outside = nodes(inCycle, false);
      int[] cycle = nodes(inCycle, true);
      int last = outside.length;
      float[][] contracted = new float[last + 1][last + 1];
      int[] entry = new int[last];
      int[] leaving = new int[last];
      for (int i = 0; i < last; i++) {
        for (int j = 0; j < last; j++) {
          contracted[i][j] = scores[outside[i]][outside[j]];
        }
        entry[i] = cycle[0];
        leaving[i] = cycle[0];
        contracted[last][i] = NEVER;
        contracted[i][last] = NEVER;
        for (int node : cycle) {
          float gain = scores[node][outside[i]] - scores[node][heads[node]];
          if (gain > contracted[last][i]) {
            contracted[last][i] = gain;
            entry[i] = node;
          }
          if (scores[outside[i]][node] > contracted[i][last]) {
            contracted[i][last] = scores[outside[i]][node];
            leaving[i] = node;
          }
        }
      }
      contracted[last][last] = NEVER;
      return new Contraction(contracted, outside, entry, leaving);
    }

    private static int[] nodes(boolean[] inCycle, boolean wanted) {
      int[] nodes = new int[inCycle.length];
      int count = 0;
      for (int node = 0; node < inCycle.length; node++) {
        if (inCycle[node] == wanted) {
          nodes[count++] = node;
        }
      }
      return Arrays.copyOf(nodes, count);
    }

    /** Writes the inner arborescence back; the cycle keeps its heads but where it is entered. */
    void expand(int[] inner, int[] heads) {
      int last = outside.length;
      for (int i = 1; i < last; i++) {
        heads[outside[i]] = inner[i] == last ? leaving[i] : outside[inner[i]];
      }
      heads[entry[inner[last]]] = outside[inner[last]];
    }
  }
}
