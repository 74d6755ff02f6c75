package org.newsgraph.diff;

import java.util.Comparator;

/**
 * One thing that two graphs have or say differently.
 *
 * @param topic what kind of thing
 * @param change in which way
 * @param about the article, entity or other subject concerned, by name
 * @param what the fact or event without its subject; for an entity its class, for an article its
 *     IRI
 * @param before what the first graph has: how it is known, or a name; empty where it lacks it
 * @param after the same of the second graph
 */
public record Difference(
    Topic topic, Change change, String about, String what, String before, String after)
    implements Comparable<Difference> {

  /** What is different. */
  public enum Topic {
    /** An article is in one graph alone. */
    ARTICLE,
    /** An entity is in one graph alone, or under another name or class. */
    ENTITY,
    /** A fact, or any other triple about something. */
    FACT,
    /** An event. */
    EVENT
  }

  /** How it is different. */
  public enum Change {
    /** Only the first graph has it. */
    REMOVED,
    /** Only the second graph has it. */
    ADDED,
    /** Both have the fact or event, but know it differently. */
    CERTAINTY,
    /** An entity has another name. */
    RENAMED,
    /** An entity is of another class. */
    RETYPED,
    /** What were two entities is one. */
    MERGED,
    /** What was one entity is two. */
    SPLIT
  }

  private static final Comparator<Difference> ORDER =
      Comparator.comparing((Difference d) -> d.topic == Topic.ARTICLE ? 0 : 1)
          .thenComparing(d -> d.topic == Topic.ENTITY ? 0 : 1)
          .thenComparing(Difference::about)
          .thenComparing(Difference::topic)
          .thenComparing(Difference::what)
          .thenComparing(Difference::change)
          .thenComparing(Difference::before)
          .thenComparing(Difference::after);

  /** Articles, then entities, then what is said, entity by entity. */
  @Override
  public int compareTo(Difference other) {
    return ORDER.compare(this, other);
  }
}
