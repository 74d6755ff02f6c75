package org.newsgraph.extract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Patterns of the user's own, and whether the program's are used beside them. */
public final class OwnPatterns {

  /** The program's patterns and no others. */
  public static final OwnPatterns NONE = new OwnPatterns(List.of(), false);

  private final List<Pattern> patterns;
  private final boolean alone;

  OwnPatterns(List<Pattern> patterns, boolean alone) {
    this.patterns = List.copyOf(patterns);
    this.alone = alone;
  }

  /** The same patterns without the program's. */
  public OwnPatterns alone() {
    return new OwnPatterns(patterns, true);
  }

  /** How many there are. */
  public int count() {
    return patterns.size();
  }

  /** All that are to be used: one of the user's own takes the place of one that has its name. */
  List<Pattern> with(List<Pattern> builtIn) {
    Set<String> taken = patterns.stream().map(Pattern::name).collect(Collectors.toSet());
    List<Pattern> kept =
        alone ? List.of() : builtIn.stream().filter(p -> !taken.contains(p.name())).toList();
    return Stream.concat(kept.stream(), patterns.stream()).toList();
  }
}
