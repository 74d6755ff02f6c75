package org.newsgraph.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an entity's IRI, as {@link org.newsgraph.rdf.IriMinter} makes it.
 *
 * @param prefix what comes before the kind, such as {@code https://w3id.org/newsgraph/id/entity/}
 * @param kind such as {@code person}
 * @param slug the name as a segment
 * @param number 1, or more for a namesake of one that was there before
 */
record EntityIri(String prefix, String kind, String slug, int number) {

  private static final Pattern FORM =
      Pattern.compile("(.*[/#:]entity/)([a-z-]+)/([^/;]+)(?:;([2-9]|[1-9]\\d{1,6}))?");

  /** Takes an IRI apart; empty where it is no entity's. */
  static Optional<EntityIri> parse(String iri) {
    Matcher parts = FORM.matcher(iri);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String number = parts.group(4);
    return Optional.of(
        new EntityIri(
            parts.group(1),
            parts.group(2),
            parts.group(3),
            number == null ? 1 : Integer.parseInt(number)));
  }

  /** The kind of an entity; empty text where the IRI is no entity's. */
  static String kindOf(String iri) {
    return parse(iri).map(EntityIri::kind).orElse("");
  }

  /** The IRI of the namesake of that number. */
  String namesake(int ordinal) {
    return prefix + kind + "/" + slug + (ordinal == 1 ? "" : ";" + ordinal);
  }

  /** Kind and name, for a fragment. */
  String local() {
    return kind + "/" + slug + (number == 1 ? "" : ";" + number);
  }
}
