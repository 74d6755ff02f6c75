package org.newsgraph.rdf;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.ontology.TermNames;
import org.newsgraph.ontology.Vocabulary;

/**
 * What follows from a fact: the same with each superproperty, and the other way round where the
 * property is symmetric.
 */
public final class Entailment {

  private final Schema schema;

  private final TermNames names;

  /** What the program's own properties imply. */
  public Entailment(Schema schema) {
    this(schema, Vocabulary.names());
  }

  /**
   * @param schema what implies what
   * @param names the names of its properties
   */
  public Entailment(Schema schema, TermNames names) {
    this.schema = schema;
    this.names = names;
  }

  /**
   * The fact itself and all that follows from it. A property that the schema does not have implies
   * nothing.
   */
  public Set<Triple> closure(Triple fact) {
    Set<Triple> found = new LinkedHashSet<>();
    found.add(fact);
    property(fact.getPredicate())
        .ifPresent(
            stated -> {
              addInverse(found, fact, stated);
              for (Term implied : stated.superproperties()) {
                Triple general =
                    Triple.create(fact.getSubject(), names.node(implied), fact.getObject());
                found.add(general);
                addInverse(found, general, schema.property(implied));
              }
            });
    return found;
  }

  private Optional<Schema.Property> property(Node node) {
    return names.term(node).map(schema.properties()::get);
  }

  private static void addInverse(Set<Triple> found, Triple fact, Schema.Property property) {
    if (property.symmetric()) {
      found.add(Triple.create(fact.getObject(), fact.getPredicate(), fact.getSubject()));
    }
  }
}
