package org.newsgraph.validate;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.newsgraph.ontology.Vocabulary;

/**
 * What a shape finds wrong.
 *
 * @param focus the node that is wrong, or the subject of the triple that is
 * @param path the property concerned; empty where the node as a whole is wrong or several
 *     properties are concerned
 * @param value the object of the triple that is wrong; empty where something is missing or too
 *     often there
 * @param message what the shape asks for, one line
 * @param severity whether it has to go
 */
public record Violation(
    Node focus, Optional<Node> path, Optional<Node> value, String message, Severity severity)
    implements Comparable<Violation> {

  private static final PrefixMap PREFIXES = PrefixMapFactory.create(Vocabulary.prefixes());

  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::severity).thenComparing(Violation::toString);

  /** The one triple that is wrong, where the finding names it. */
  Optional<Triple> triple() {
    return path.flatMap(p -> value.map(v -> Triple.create(focus, p, v)));
  }

  /** By severity, then by {@link #toString()}. */
  @Override
  public int compareTo(Violation other) {
    return ORDER.compare(this, other);
  }

  /** One line for people: where it is, then what is asked for. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(NodeFmtLib.str(focus, PREFIXES));
    path.ifPresent(p -> line.append(' ').append(NodeFmtLib.str(p, PREFIXES)));
    value.ifPresent(v -> line.append(' ').append(NodeFmtLib.str(v, PREFIXES)));
    return line.append(": ").append(message).toString();
  }
}
