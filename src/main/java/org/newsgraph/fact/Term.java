package org.newsgraph.fact;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The compact name of a class or property of the ontology, such as {@code schema:founder} or {@code
 * ng:Chip}.
 *
 * @param prefix the namespace's prefix, such as {@code schema}
 * @param name the local name, such as {@code founder}
 */
public record Term(String prefix, String name) implements Comparable<Term> {

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private static final Comparator<Term> ORDER =
      Comparator.comparing(Term::prefix).thenComparing(Term::name);

  /**
   * @throws IllegalArgumentException if either part is empty or has a character that a compact name
   *     cannot have
   */
  public Term {
    if (!PREFIX.matcher(prefix).matches() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + (prefix + ":" + name).replaceAll("\\p{Cntrl}", "?") + "' is no compact name");
    }
  }

  /**
   * Reads {@code prefix:name}.
   *
   * @throws IllegalArgumentException if {@code text} is not of that form
   */
  public static Term of(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("'" + text + "' has no prefix; write prefix:name");
    }
    return new Term(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public int compareTo(Term other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return prefix + ":" + name;
  }
}
