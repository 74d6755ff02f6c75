package org.newsgraph.identity;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A row of a table of names.
 *
 * @param kind such as {@code organization}
 * @param name the canonical one, not blank
 * @param aliases what else it is called
 * @param country its name; may be empty
 * @param wikidata its identity there, such as {@code Q95}; may be empty
 */
public record NamedIdentity(
    String kind, String name, SortedSet<String> aliases, String country, String wikidata) {

  /**
   * @throws IllegalArgumentException if the name is blank or the identity is none of Wikidata's
   */
  public NamedIdentity {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a row without a name");
    }
    if (!wikidata.isEmpty() && !wikidata.matches("Q[1-9]\\d{0,11}")) {
      throw new IllegalArgumentException(
          "'" + wikidata + "' is no identity in Wikidata; write one such as Q95");
    }
    aliases = Collections.unmodifiableSortedSet(new TreeSet<>(aliases));
  }
}
