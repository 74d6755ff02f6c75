package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.newsgraph.evaluate.KnowledgeNetFact.Match;

/**
 * Scores as the set's own evaluator does (diffbot/knowledge-net, {@code evaluator.py}): an expected
 * fact is right if any prediction of its passage matches it; a prediction that matches neither an
 * expected fact nor a prediction that does is wrong, if its property was annotated in the passage.
 */
final class KnowledgeNetScorer {

  static final String POOLED = "all, pooled";

  /**
   * What is expected of a passage, and what is given.
   *
   * @param annotated the properties of which the passage has every fact
   */
  record Passage(
      Set<String> annotated, List<KnowledgeNetFact> expected, List<KnowledgeNetFact> predicted) {}

  private KnowledgeNetScorer() {}

  /** The counts of each property by name, then those of all together under {@link #POOLED}. */
  static Map<String, Counts> score(List<Passage> passages, Match match) {
    List<Passage> compared =
        match == Match.LINK ? passages.stream().map(KnowledgeNetScorer::linked).toList() : passages;
    Set<String> properties = new HashSet<>();
    for (Passage passage : compared) {
      if (match == Match.LINK) {
        passage.expected().forEach(fact -> properties.add(fact.property()));
      } else {
        properties.addAll(passage.annotated());
      }
    }
    SortedMap<String, Counts> counts = new TreeMap<>();
    for (Passage passage : compared) {
      Set<KnowledgeNetFact> wrong = new HashSet<>(passage.predicted());
      for (KnowledgeNetFact expected : passage.expected()) {
        List<KnowledgeNetFact> matched =
            passage.predicted().stream().filter(p -> expected.matches(p, match)).toList();
        wrong.removeIf(p -> matched.stream().anyMatch(m -> p.matches(m, match)));
        count(counts, expected, matched.isEmpty() ? Counts.MISS : Counts.HIT);
      }
      for (KnowledgeNetFact predicted : passage.predicted()) {
        if (wrong.contains(predicted)
            && properties.contains(predicted.property())
            && passage.annotated().contains(predicted.property())) {
          count(counts, predicted, Counts.FALSE_ALARM);
        }
      }
    }
    Map<String, Counts> result = new LinkedHashMap<>(counts);
    result.put(POOLED, counts.values().stream().reduce(Counts.NONE, Counts::plus));
    return result;
  }

  private static void count(Map<String, Counts> counts, KnowledgeNetFact fact, Counts one) {
    counts.merge(fact.property(), one, Counts::plus);
  }

  /** Only facts between things that Wikidata knows, each once. */
  private static Passage linked(Passage passage) {
    return new Passage(
        passage.annotated(), linked(passage.expected()), linked(passage.predicted()));
  }

  private static List<KnowledgeNetFact> linked(List<KnowledgeNetFact> facts) {
    Set<List<String>> seen = new HashSet<>();
    List<KnowledgeNetFact> kept = new ArrayList<>();
    for (KnowledgeNetFact fact : facts) {
      if (fact.linked()
          && seen.add(List.of(fact.subjectUri(), fact.property(), fact.objectUri()))) {
        kept.add(fact);
      }
    }
    return kept;
  }
}
