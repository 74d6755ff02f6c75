package org.newsgraph.fact;

/**
 * Names an entity within one {@link ArticleGraph}.
 *
 * @param kind the family that its types belong to, which keeps a company and a town of one name
 *     apart
 * @param name its canonical name, not blank
 */
public record EntityKey(Kind kind, String name) implements Comparable<EntityKey> {

  /** The families of entities; an entity belongs to one. */
  public enum Kind {
    PERSON,
    ORGANIZATION,
    PLACE,
    PRODUCT,
    SOFTWARE,
    MARKET_INDEX,
    LEGISLATION,
    THING
  }

  /**
   * @throws IllegalArgumentException if the name is blank
   */
  public EntityKey {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an entity has a name");
    }
  }

  /** By kind, then by name. */
  @Override
  public int compareTo(EntityKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }
}
