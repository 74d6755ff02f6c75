package org.newsgraph.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the names that a mistyped one was probably meant to be. */
public final class NearNames {

  /** Measured on misspelt names: below, what is offered has little to do with what was typed. */
  private static final double NEAR = 0.8;

  private static final int OFFERED = 3;

  private NearNames() {}

  /** The nearest of {@code names}, the nearest first; empty if none is near. */
  public static List<String> of(String typed, Collection<String> names) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    String wanted = typed.toLowerCase(Locale.ROOT);
    record Scored(String name, double score) {}
    return names.stream()
        .distinct()
        .map(
            name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              double score = lower.contains(wanted) ? 1 : similarity.apply(wanted, lower);
              return new Scored(name, score);
            })
        .filter(scored -> scored.score() >= NEAR)
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::name))
        .limit(OFFERED)
        .map(Scored::name)
        .toList();
  }

  /**
   * The nearest of {@code names} by what stands behind their prefixes, such as {@code Person} in
   * {@code schema:Person}, the nearest first; empty if none is near.
   */
  public static List<String> ofCompact(String typed, Collection<String> names) {
    List<String> near = of(local(typed), names.stream().map(NearNames::local).toList());
    return near.stream()
        .flatMap(local -> names.stream().filter(name -> local(name).equals(local)))
        .limit(OFFERED)
        .toList();
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** A text such as "; did you mean 'a' or 'b'?" or nothing. */
  public static String hint(List<String> near) {
    return near.isEmpty()
        ? ""
        : near.stream()
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(" or ", "; did you mean ", "?"));
  }
}
