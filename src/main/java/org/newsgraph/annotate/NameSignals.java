package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.List;

/**
 * Settles where names begin and end when rules and the trained reader disagree.
 *
 * <p>A name that only the reader finds counts from {@link #NEW_NAME} on. Where borders differ, a
 * name of the tables stays as it is; of the others the reader's borders count from {@link
 * #OTHER_BORDERS} on, which is more, since the rules cut at titles and demonyms and are mostly
 * right.
 */
final class NameSignals {

  static final double NEW_NAME = 0.6;
  static final double OTHER_BORDERS = 0.8;

  private NameSignals() {}

  /**
   * A name by rule.
   *
   * @param mention the name
   * @param certain whether the tables hold it
   */
  record ByRule(Mention mention, boolean certain) {}

  /**
   * The names of one sentence.
   *
   * @param rules those by rule
   * @param read those that the reader marks, each as a mention, in the same order as {@code
   *     probabilities}
   */
  static List<Mention> settle(List<ByRule> rules, List<Mention> read, List<Double> probabilities) {
    List<ByRule> kept = new ArrayList<>(rules);
    for (int i = 0; i < read.size(); i++) {
      Mention name = read.get(i);
      List<ByRule> overlapping =
          rules.stream()
              .filter(r -> r.mention().begin() < name.end() && name.begin() < r.mention().end())
              .toList();
      boolean same =
          overlapping.stream()
              .anyMatch(
                  r -> r.mention().begin() == name.begin() && r.mention().end() == name.end());
      double needed = overlapping.isEmpty() ? NEW_NAME : OTHER_BORDERS;
      if (!same
          && probabilities.get(i) >= needed
          && overlapping.stream().noneMatch(ByRule::certain)) {
        kept.removeAll(overlapping);
        kept.add(new ByRule(name, false));
      }
    }
    return kept.stream().map(ByRule::mention).sorted().toList();
  }
}
