package org.newsgraph.extract;

/**
 * Ends the reading of one pattern; {@link PatternReader} turns it into a {@link PatternProblem}.
 */
final class PatternException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PatternProblem problem;

  PatternException(PatternProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  PatternProblem problem() {
    return problem;
  }
}
