package org.newsgraph.resolve;

import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/** The family that a class of the ontology belongs to. */
public record Kinds(Schema schema) {

  private static final Term PERSON = Term.of("schema:Person");
  private static final Term ORGANIZATION = Term.of("schema:Organization");
  private static final Term PLACE = Term.of("schema:Place");
  private static final Term PRODUCT = Term.of("schema:Product");
  private static final Term SOFTWARE = Term.of("schema:SoftwareApplication");
  private static final Term MARKET_INDEX = Term.of("ng:MarketIndex");
  private static final Term LEGISLATION = Term.of("schema:Legislation");
  private static final Term THING = Term.of("schema:Thing");

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

  /**
   * The class of that local name, such as {@code ng:Chip} for {@code Chip}, if it belongs to one of
   * the families of entities.
   */
  public Optional<Term> ofLocalName(String name) {
    return Stream.of("schema", "ng")
        .map(prefix -> new Term(prefix, name))
        .filter(schema.superclasses()::containsKey)
        .filter(type -> of(type) != Kind.THING)
        .findFirst();
  }

  /** The most general class of a family. */
  public static Term root(Kind kind) {
    return switch (kind) {
      case PERSON -> PERSON;
      case ORGANIZATION -> ORGANIZATION;
      case PLACE -> PLACE;
      case PRODUCT -> PRODUCT;
      case SOFTWARE -> SOFTWARE;
      case MARKET_INDEX -> MARKET_INDEX;
      case LEGISLATION -> LEGISLATION;
      case THING -> THING;
    };
  }
}
