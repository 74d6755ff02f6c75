package org.newsgraph.extract;

import java.util.List;
import java.util.Optional;
import org.newsgraph.annotate.Sentence;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.EntityKey;

/**
 * An article as it was read, with what the graph leaves out: every mention and how probable each
 * relation between two of them is. For evaluation.
 *
 * @param article what was read
 * @param sentences its sentences, in order; the index of each is its place in this list
 * @param mentions in the order of the text; the index of each is its place in this list
 * @param relations between mentions of one sentence, in the order of their subjects, then their
 *     objects, then their labels; only those of a probability of {@link #LEAST_PROBABILITY} or
 *     more, none without the trained reader
 * @param graph what is made of it all, with evidence
 */
public record ReadArticle(
    Article article,
    List<Sentence> sentences,
    List<ReadMention> mentions,
    List<ReadRelation> relations,
    ArticleGraph graph) {

  /** Less probable relations are not kept: there are hundreds for each that holds. */
  public static final double LEAST_PROBABILITY = 0.02;

  /** How a mention refers. */
  public enum Kind {
    /** "Liang Wenfeng"; also "Chinese", which names China without being its name. */
    NAME,
    /** "the company". */
    NOMINAL,
    /** "he". */
    PRONOUN,
    /** A date, an amount, a percentage, a job title. */
    VALUE
  }

  /**
   * A mention.
   *
   * @param span where it stands in the article's text
   * @param sentence the index of its sentence
   * @param kind how it refers
   * @param type its most probable class, as a compact name such as {@code schema:Corporation}, or
   *     {@code Date}, {@code Money}, {@code Percent}, {@code JobTitle}, {@code Nationality} or
   *     {@code Other}
   * @param probability how probable the mention is, above 0 up to 1; 1 where only rules found it
   * @param cluster mentions that refer to the same share this number, 0 or more
   * @param entity what it refers to in the graph, empty where the graph has nothing
   */
  public record ReadMention(
      Span span,
      int sentence,
      Kind kind,
      String type,
      double probability,
      int cluster,
      Optional<EntityKey> entity) {}

  /**
   * How probable a relation is, whatever is made of it.
   *
   * @param subject index of the subject among the mentions
   * @param object index of the object among the mentions
   * @param label a property such as {@code schema:founder}, or one that only evaluation knows
   * @param probability that the sentence states it, in whatever modality, from 0 to 1
   * @param modality the most probable of asserted, negated, alleged, planned, possible and former
   * @param modalityProbability of that modality, from 0 to 1
   */
  public record ReadRelation(
      int subject,
      int object,
      String label,
      double probability,
      String modality,
      double modalityProbability) {}

  /** Copies the lists. */
  public ReadArticle {
    sentences = List.copyOf(sentences);
    mentions = List.copyOf(mentions);
    relations = List.copyOf(relations);
  }
}
