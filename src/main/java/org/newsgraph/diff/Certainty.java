package org.newsgraph.diff;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a fact or event is known from one piece of evidence.
 *
 * @param modality local name, such as {@code Alleged}
 * @param speakers names of those who say so, sorted; empty where it is the article itself
 * @param confidence 0 to 1; empty where the graph has no evidence
 */
record Certainty(String modality, List<String> speakers, Optional<BigDecimal> confidence)
    implements Comparable<Certainty> {

  private static final Comparator<Certainty> ORDER =
      Comparator.comparing(Certainty::modality)
          .thenComparing(c -> String.join("\n", c.speakers))
          .thenComparing(c -> c.confidence.orElse(BigDecimal.ZERO));

  /** What a plain triple alone says. */
  static final Certainty STATED = new Certainty("Asserted", List.of(), Optional.empty());

  Certainty {
    speakers = List.copyOf(speakers);
    confidence = confidence.map(BigDecimal::stripTrailingZeros);
  }

  @Override
  public int compareTo(Certainty other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return modality.toLowerCase(Locale.ROOT)
        + (speakers.isEmpty() ? "" : ", according to " + String.join(", ", speakers))
        + confidence.map(c -> ", confidence " + c.toPlainString()).orElse("");
  }

  /** Several in one line. */
  static String words(SortedSet<Certainty> all) {
    return all.stream().map(Certainty::toString).collect(Collectors.joining(" / "));
  }

  /** Whether two graphs know the same equally well; confidence counts where both have it. */
  static boolean same(SortedSet<Certainty> one, SortedSet<Certainty> other) {
    return one.equals(other) || (isPlain(one) || isPlain(other)) && bare(one).equals(bare(other));
  }

  private static boolean isPlain(SortedSet<Certainty> all) {
    return all.stream().allMatch(c -> c.confidence().isEmpty());
  }

  private static SortedSet<Certainty> bare(SortedSet<Certainty> all) {
    return all.stream()
        .map(c -> new Certainty(c.modality(), c.speakers(), Optional.empty()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
