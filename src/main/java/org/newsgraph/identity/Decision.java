package org.newsgraph.identity;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a user, or an article that says so, has decided on two entities.
 *
 * @param kind whether they are one or two
 * @param entity the IRI of the one; the one that stays, where they are one
 * @param other the IRI of the other, of the same entity in Wikidata, or of the namesake that {@code
 *     articles} are about
 * @param articles the IRIs of articles that speak of {@code other} where they seem to speak of
 *     {@code entity}; empty where the decision holds for all
 * @param who decided; may be empty
 * @param why; may be empty
 */
public record Decision(
    Kind kind, String entity, String other, SortedSet<String> articles, String who, String why) {

  /** One or two. */
  public enum Kind {
    SAME,
    DIFFERENT
  }

  /** What IRIs of Wikidata's entities begin with. */
  public static final String WIKIDATA = "http://www.wikidata.org/entity/";

  /**
   * @throws IllegalArgumentException if an entity is compared with itself
   */
  public Decision {
    if (entity.equals(other)) {
      throw new IllegalArgumentException("<" + entity + "> twice; name two entities");
    }
    articles = Collections.unmodifiableSortedSet(new TreeSet<>(articles));
  }

  /** A decision for all articles. */
  public static Decision of(Kind kind, String entity, String other, String who, String why) {
    return new Decision(kind, entity, other, new TreeSet<>(), who, why);
  }

  /** Whether it is about a link to Wikidata. */
  public boolean isOnWikidata() {
    return other.startsWith(WIKIDATA);
  }

  /** Whether it is on those two entities, in either order. */
  public boolean isOn(String one, String two) {
    return entity.equals(one) && other.equals(two) || entity.equals(two) && other.equals(one);
  }
}
