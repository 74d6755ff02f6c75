package org.newsgraph.resolve;

import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/** The family that a class of the ontology belongs to. */
public record Kinds(Schema schema) {

  /** The family of a class; {@link Kind#THING} for one that belongs to none. */
  public Kind of(Term type) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.THING && schema.isA(type, root(kind))) {
        return kind;
      }
    }
    return Kind.THING;
  }

  /**
   * Whether the class is the root of its family, so that any other class of the family tells more.
   */
  public boolean isGeneric(Term type) {
    return root(of(type)).equals(type);
  }

  /** The most general class of a family. */
  public static Term root(Kind kind) {
    return switch (kind) {
      case PERSON -> Term.of("schema:Person");
      case ORGANIZATION -> Term.of("schema:Organization");
      case PLACE -> Term.of("schema:Place");
      case PRODUCT -> Term.of("schema:Product");
      case SOFTWARE -> Term.of("schema:SoftwareApplication");
      case MARKET_INDEX -> Term.of("ng:MarketIndex");
      case LEGISLATION -> Term.of("schema:Legislation");
      case THING -> Term.of("schema:Thing");
    };
  }
}
