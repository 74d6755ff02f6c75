package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike two ways are to put mentions into clusters, each mention in one cluster at most: the
 * sums behind MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and entity-based CEAF (Luo
 * 2005), so that documents can be added up.
 */
record Coreference(Shares muc, Shares bCubed, Shares ceaf) {

  /**
   * Two fractions.
   *
   * @param recallPart of {@code recallWhole}
   * @param precisionPart of {@code precisionWhole}
   */
  record Shares(
      double recallPart, double recallWhole, double precisionPart, double precisionWhole) {

    /** From 0 to 1; 0 where there was nothing to find. */
    double recall() {
      return Counts.ratio(recallPart, recallWhole);
    }

    /** From 0 to 1; 0 where nothing was found. */
    double precision() {
      return Counts.ratio(precisionPart, precisionWhole);
    }

    /** The harmonic mean of precision and recall. */
    double f1() {
      return Counts.f1(precision(), recall());
    }

    private Shares plus(Shares o) {
      return new Shares(
          recallPart + o.recallPart,
          recallWhole + o.recallWhole,
          precisionPart + o.precisionPart,
          precisionWhole + o.precisionWhole);
    }
  }

  static final Coreference NONE =
      new Coreference(new Shares(0, 0, 0, 0), new Shares(0, 0, 0, 0), new Shares(0, 0, 0, 0));

  /** Compares. Mentions are numbers; the same number is the same mention on both sides. */
  static Coreference of(List<Set<Integer>> expected, List<Set<Integer>> given) {
    double[] recall = links(expected, given);
    double[] precision = links(given, expected);
    return new Coreference(
        new Shares(recall[0], recall[1], precision[0], precision[1]),
        new Shares(
            shared(expected, given), mentions(expected), shared(given, expected), mentions(given)),
        aligned(expected, given));
  }

  /** The sums. */
  Coreference plus(Coreference other) {
    return new Coreference(muc.plus(other.muc), bCubed.plus(other.bCubed), ceaf.plus(other.ceaf));
  }

  /** The mean of the three F1, the figure of the CoNLL shared tasks. */
  double conll() {
    return (muc.f1() + bCubed.f1() + ceaf.f1()) / 3;
  }

  /** The links of some clusters that others have too, and all their links. */
  private static double[] links(List<Set<Integer>> clusters, List<Set<Integer>> others) {
    Map<Integer, Integer> place = places(others);
    double kept = 0;
    double all = 0;
    for (Set<Integer> cluster : clusters) {
      Set<Integer> parts = new HashSet<>();
      int alone = 0;
      for (int mention : cluster) {
        Integer part = place.get(mention);
        if (part == null) {
          alone++;
        } else {
          parts.add(part);
        }
      }
      kept += cluster.size() - (parts.size() + alone);
      all += cluster.size() - 1;
    }
    return new double[] {kept, all};
  }

  /** For each mention the share of its cluster that is in its other cluster, added up. */
  private static double shared(List<Set<Integer>> clusters, List<Set<Integer>> others) {
    double sum = 0;
    for (Set<Integer> cluster : clusters) {
      for (Set<Integer> other : others) {
        double common = common(cluster, other);
        sum += common * common / cluster.size();
      }
    }
    return sum;
  }

  private static Shares aligned(List<Set<Integer>> expected, List<Set<Integer>> given) {
    double[][] likeness = new double[expected.size()][given.size()];
    for (int e = 0; e < expected.size(); e++) {
      for (int g = 0; g < given.size(); g++) {
        likeness[e][g] =
            2.0
                * common(expected.get(e), given.get(g))
                / (expected.get(e).size() + given.get(g).size());
      }
    }
    double best = Assignment.best(likeness);
    return new Shares(best, expected.size(), best, given.size());
  }

  private static int common(Set<Integer> one, Set<Integer> other) {
    return (int) one.stream().filter(other::contains).count();
  }

  private static double mentions(List<Set<Integer>> clusters) {
    return clusters.stream().mapToInt(Set::size).sum();
  }

  private static Map<Integer, Integer> places(List<Set<Integer>> clusters) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < clusters.size(); i++) {
      for (int mention : clusters.get(i)) {
        places.put(mention, i);
      }
    }
    return places;
  }

  /**
   * Puts mentions into clusters.
   *
   * @param clusters for each mention what it refers to
   * @param numbers the number of each mention
   * @param least clusters of fewer mentions are left out
   */
  static <T> List<Set<Integer>> clusters(List<T> clusters, List<Integer> numbers, int least) {
    Map<T, Set<Integer>> found = new LinkedHashMap<>();
    for (int i = 0; i < clusters.size(); i++) {
      found.computeIfAbsent(clusters.get(i), k -> new HashSet<>()).add(numbers.get(i));
    }
    List<Set<Integer>> kept = new ArrayList<>(found.values());
    kept.removeIf(cluster -> cluster.size() < least);
    return kept;
  }
}
