package org.newsgraph.identity;

import java.util.List;

/**
 * Two entities that may be one, for a user to decide.
 *
 * @param one the one that stays if they are
 * @param other the other
 * @param likeness how likely it is, and why
 */
public record Candidate(Side one, Side other, Likeness likeness) {

  /**
   * What is known of one of them.
   *
   * @param iri its own
   * @param label its name
   * @param descriptions in the words of articles
   * @param articles how many name it, counted up to a hundred
   * @param passages where some of them do
   */
  public record Side(
      String iri, String label, List<String> descriptions, int articles, List<Passage> passages) {

    /** Copies the lists. */
    public Side {
      descriptions = List.copyOf(descriptions);
      passages = List.copyOf(passages);
    }
  }

  /**
   * Words of an article.
   *
   * @param article its IRI
   * @param title its headline with the date, or its IRI where it has none
   * @param sentence one that names the entity; empty where the dataset has none
   */
  public record Passage(String article, String title, String sentence) {}
}
