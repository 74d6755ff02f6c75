package org.newsgraph.validate;

import java.util.List;
import org.apache.jena.graph.Graph;

/**
 * A graph that conforms, and what was left out to make it so.
 *
 * @param graph free of findings of severity {@link Severity#VIOLATION}
 * @param violations all findings, in order; empty if the graph was right as it came
 */
public record Validated(Graph graph, List<Violation> violations) {

  /** Copies the findings. */
  public Validated {
    violations = List.copyOf(violations);
  }
}
