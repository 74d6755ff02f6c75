package org.newsgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.KnowledgeNetFact.Match;
import org.newsgraph.evaluate.KnowledgeNetScorer.Passage;

class KnowledgeNetScorerTest {

  private static KnowledgeNetFact fact(String property, int subject, int object) {
    return linked(property, subject, object, "", "");
  }

  private static KnowledgeNetFact linked(
      String property, int subject, int object, String subjectUri, String objectUri) {
    return new KnowledgeNetFact(
        property,
        new Span(subject, subject + 5),
        new Span(object, object + 5),
        subjectUri,
        objectUri);
  }

  private static Counts score(
      Set<String> annotated,
      List<KnowledgeNetFact> expected,
      List<KnowledgeNetFact> predicted,
      Match match) {
    Map<String, Counts> counts =
        KnowledgeNetScorer.score(List.of(new Passage(annotated, expected, predicted)), match);
    return counts.getOrDefault(KnowledgeNetScorer.POOLED, Counts.NONE);
  }

  @Test
  void spansNeedOnlyOverlapUnlessExact() {
    List<KnowledgeNetFact> expected = List.of(fact("CEO", 0, 10));
    List<KnowledgeNetFact> predicted = List.of(fact("CEO", 2, 14));
    assertThat(score(Set.of("CEO"), expected, predicted, Match.OVERLAP)).isEqualTo(Counts.HIT);
    assertThat(score(Set.of("CEO"), expected, predicted, Match.EXACT))
        .isEqualTo(new Counts(0, 1, 0, 1));
    assertThat(score(Set.of("CEO"), expected, List.of(fact("CEO", 5, 14)), Match.OVERLAP))
        .as("spans that only touch")
        .isEqualTo(new Counts(0, 1, 0, 1));
  }

  @Test
  void directionCounts() {
    assertThat(
            score(
                Set.of("CEO"),
                List.of(fact("CEO", 0, 10)),
                List.of(fact("CEO", 10, 0)),
                Match.OVERLAP))
        .isEqualTo(new Counts(0, 1, 0, 1));
  }

  @Test
  void whatIsNotAnnotatedExhaustivelyIsNotWrong() {
    assertThat(
            score(
                Set.of("CEO"),
                List.of(),
                List.of(fact("SPOUSE", 0, 10), fact("CEO", 0, 10)),
                Match.OVERLAP))
        .isEqualTo(Counts.FALSE_ALARM);
  }

  @Test
  void onePredictionMayMeetSeveralFactsAndAnotherOfTheSameIsNotWrong() {
    List<KnowledgeNetFact> expected = List.of(fact("CEO", 0, 10), fact("CEO", 3, 10));
    assertThat(score(Set.of("CEO"), expected, List.of(fact("CEO", 2, 10)), Match.OVERLAP))
        .isEqualTo(new Counts(2, 0, 2, 0));
    // The second prediction, 6 to 11, meets the first, 2 to 7, and not the fact, 0 to 5.
    assertThat(
            score(
                Set.of("CEO"),
                List.of(fact("CEO", 0, 10)),
                List.of(fact("CEO", 2, 10), fact("CEO", 6, 10)),
                Match.OVERLAP))
        .isEqualTo(Counts.HIT);
  }

  @Test
  void linksCompareIdentifiersAndLeaveOutWhatHasNone() {
    KnowledgeNetFact gold =
        linked("CEO", 0, 10, "wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q2");
    KnowledgeNetFact same =
        linked(
            "CEO",
            30,
            40,
            "http://www.wikidata.org/entity/Q1",
            "http://www.wikidata.org/entity/Q2/");
    assertThat(score(Set.of("CEO"), List.of(gold, gold), List.of(same), Match.LINK))
        .as("each fact once")
        .isEqualTo(Counts.HIT);
    assertThat(score(Set.of("CEO"), List.of(gold), List.of(fact("CEO", 0, 10)), Match.LINK))
        .as("a prediction without links is as good as none")
        .isEqualTo(Counts.MISS);
    assertThat(
            score(
                Set.of("CEO", "SPOUSE"),
                List.of(gold),
                List.of(same, linked("SPOUSE", 0, 10, "Q1", "Q3")),
                Match.LINK))
        .as("a property without linked facts is not scored")
        .isEqualTo(Counts.HIT);
  }
}
