package org.newsgraph.extract;

import java.util.Set;
import java.util.function.Function;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/** Whether domain and range of a property admit what is to be stated. */
record Admission(Schema schema) {

  private static final Term DATE = Term.of("xsd:date");
  private static final Term NUMBER = Term.of("xsd:decimal");
  private static final Term TEXT = Term.of("xsd:string");
  private static final Term MONEY = Term.of("schema:MonetaryAmount");

  /**
   * @param subject the classes of the subject
   * @param types the classes of an entity
   */
  boolean admits(
      Term property, Set<Term> subject, Value object, Function<EntityKey, Set<Term>> types) {
    Schema.Property known = schema.property(property);
    return schema.admitsSubject(known, subject)
        && switch (object) {
          case Value.OfEntity(EntityKey key) -> admitsEntity(known, types.apply(key));
          case Value.OfDate date -> known.range().contains(DATE);
          case Value.OfMoney money -> known.range().contains(MONEY);
          case Value.OfNumber number -> known.range().contains(NUMBER);
          case Value.OfText text -> known.range().contains(TEXT);
        };
  }

  private boolean admitsEntity(Schema.Property property, Set<Term> types) {
    return types.stream()
        .anyMatch(
            t ->
                property.range().stream()
                    .anyMatch(c -> schema.superclasses().containsKey(c) && schema.isA(t, c)));
  }
}
