package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.newsgraph.encoder.Probabilities;

/**
 * What the reader reads in an article.
 *
 * @param typeLabels the classes that a span may have: local names such as {@code Corporation}
 * @param relationLabels the relations that a pair may have, such as {@code schema:founder}
 * @param spans the article's mentions, in the order of the text
 * @param pairs of spans of one sentence, in the order of the text
 * @param triggers words that tell of events, in the order of the text
 * @param links for a pronoun's or description's index among the spans what it may refer back to,
 *     the most probable first
 */
public record ArticleReading(
    List<String> typeLabels,
    List<String> relationLabels,
    List<ReadSpan> spans,
    List<ReadPair> pairs,
    List<ReadTrigger> triggers,
    SortedMap<Integer, List<Link>> links) {

  /**
   * An earlier mention that a later one may refer back to.
   *
   * @param antecedent index among the spans
   * @param probability from 0 to 1
   */
  public record Link(int antecedent, double probability) {}

  /** Copies lists and map. */
  public ArticleReading {
    typeLabels = List.copyOf(typeLabels);
    relationLabels = List.copyOf(relationLabels);
    spans = List.copyOf(spans);
    pairs = List.copyOf(pairs);
    triggers = List.copyOf(triggers);
    links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
  }

  /** What there is without a reader. */
  public static ArticleReading none() {
    return new ArticleReading(
        List.of(), List.of(), List.of(), List.of(), List.of(), new TreeMap<>());
  }

  /** The indices of a sentence's spans, from the first to the one after the last. */
  private int[] range(int sentence) {
    return new int[] {firstFrom(sentence), firstFrom(sentence + 1)};
  }

  private int firstFrom(int sentence) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).sentence() < sentence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the span with these borders. */
  public Optional<Integer> indexOf(int sentence, int begin, int end) {
    int[] range = range(sentence);
    for (int i = range[0]; i < range[1]; i++) {
      if (spans.get(i).begin() == begin && spans.get(i).end() == end) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The indices of a sentence's spans, in order. */
  public List<Integer> indicesIn(int sentence) {
    int[] range = range(sentence);
    List<Integer> indices = new ArrayList<>();
    for (int i = range[0]; i < range[1]; i++) {
      indices.add(i);
    }
    return indices;
  }

  /** The pairs of each sentence that has any. */
  public Map<Integer, List<ReadPair>> pairsBySentence() {
    Map<Integer, List<ReadPair>> found = new HashMap<>();
    for (ReadPair pair : pairs) {
      found.computeIfAbsent(spans.get(pair.subject()).sentence(), k -> new ArrayList<>()).add(pair);
    }
    return found;
  }

  /** The triggers of each sentence that has any. */
  public Map<Integer, List<ReadTrigger>> triggersBySentence() {
    Map<Integer, List<ReadTrigger>> found = new HashMap<>();
    for (ReadTrigger trigger : triggers) {
      found.computeIfAbsent(trigger.sentence(), k -> new ArrayList<>()).add(trigger);
    }
    return found;
  }

  /** The most probable class of a span. */
  public String bestType(int span) {
    return typeLabels.get(Probabilities.best(spans.get(span).types()));
  }

  /**
   * What some spans name together: the probability of each class, from the mean of the logarithms
   * over the spans.
   *
   * @param indices of spans, one or more
   */
  public double[] types(List<Integer> indices) {
    float[] means = new float[typeLabels.size()];
    for (int label = 0; label < means.length; label++) {
      double sum = 0;
      for (int index : indices) {
        sum += spans.get(index).types()[label];
      }
      means[label] = (float) (sum / indices.size());
    }
    return Probabilities.softmax(means, 0, means.length);
  }
}
