package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong in a file, so that one mistake does not hide the next. */
final class Problems {

  private final List<PatternProblem> found = new ArrayList<>();

  /** The part that is read, or nothing and one problem more. */
  <T> Optional<T> attempt(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (PatternException e) {
      found.add(e.problem());
      return Optional.empty();
    }
  }

  void add(PatternException problem) {
    found.add(problem.problem());
  }

  int count() {
    return found.size();
  }

  /** In the order of the file. */
  List<PatternProblem> inOrder() {
    return found.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(PatternProblem::line).thenComparingInt(PatternProblem::column))
        .toList();
  }
}
