package org.newsgraph.evaluate;

import org.newsgraph.article.Span;

/**
 * A fact of KnowledgeNet.
 *
 * @param property the set's name of it, such as {@code FOUNDED_BY}
 * @param subject in code points of the document's text
 * @param object in code points of the document's text
 * @param subjectUri of Wikidata, empty where unknown
 * @param objectUri of Wikidata, empty where unknown
 */
record KnowledgeNetFact(
    String property, Span subject, Span object, String subjectUri, String objectUri) {

  /** How two facts are compared. */
  enum Match {
    /** Each argument shares a character with the other's. */
    OVERLAP("text, spans overlapping"),
    /** Each argument covers the same characters. */
    EXACT("text, spans exact"),
    /** Each argument is the same thing in Wikidata; facts without both are left out. */
    LINK("link, same URI");

    private final String title;

    Match(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** Whether the two are of one property and alike. */
  boolean matches(KnowledgeNetFact other, Match match) {
    return property.equals(other.property)
        && switch (match) {
          case OVERLAP -> subject.overlaps(other.subject) && object.overlaps(other.object);
          case EXACT -> subject.equals(other.subject) && object.equals(other.object);
          case LINK ->
              identifier(subjectUri).equals(identifier(other.subjectUri))
                  && identifier(objectUri).equals(identifier(other.objectUri));
        };
  }

  /** Whether Wikidata knows both arguments. */
  boolean linked() {
    return !subjectUri.isEmpty() && !objectUri.isEmpty();
  }

  /** What comes last in a URI, such as {@code Q84}. */
  private static String identifier(String uri) {
    String path = uri.replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
