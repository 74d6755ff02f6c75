package org.newsgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.FactJudgement.ExpectedFact;
import org.newsgraph.evaluate.FactJudgement.GivenFact;
import org.newsgraph.evaluate.FactJudgement.Outcome;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.ontology.SchemaReader;

class FactScorerTest {

  private static final Schema SCHEMA = SchemaReader.read();

  private static final String GOLD =
      """
      #article id=loom-1 published=2026-03-11 domain=textiles
      [e1:Corporation|Marl Looms] of [e2:City|Leeds], founded in [v1:Date|1987], is run by [v2:JobTitle|chief executive] [e3:Person|Ida Crewe].
      > e1 schema:foundingDate v1
      > e1 ng:chiefExecutive e3
      > e3 schema:jobTitle v2
      > e3 schema:affiliation e1
      [e3|She] may buy [e4:Corporation|Stitchwell], and used to live in [e2|Leeds] with [e5:Person|Tom Crewe].
      > e4 ng:acquiredBy e3 possible
      > e3 schema:homeLocation e2 former
      > e3 schema:spouse e5
      """;

  private static final EntityKey MARL = new EntityKey(Kind.ORGANIZATION, "Marl Looms");
  private static final EntityKey STITCH = new EntityKey(Kind.ORGANIZATION, "Stitchwell");
  private static final EntityKey LEEDS = new EntityKey(Kind.PLACE, "Leeds");
  private static final EntityKey IDA = new EntityKey(Kind.PERSON, "Ida Crewe");
  private static final EntityKey TOM = new EntityKey(Kind.PERSON, "Tom Crewe");

  @TempDir Path folder;

  private GoldArticle gold() {
    try {
      return NewsReader.read(Files.writeString(folder.resolve("gold.txt"), GOLD)).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FactJudgement judge(Fact... facts) {
    GoldArticle gold = gold();
    List<Entity> entities = new ArrayList<>();
    for (EntityKey key : new TreeSet<>(List.of(MARL, STITCH, LEEDS, IDA, TOM))) {
      int at = gold.article().text().indexOf(key.name());
      String type =
          switch (key.kind()) {
            case PERSON -> "schema:Person";
            case PLACE -> "schema:City";
            default -> "schema:Corporation";
          };
      entities.add(
          new Entity(
              key,
              new TreeSet<>(List.of(Term.of(type))),
              new TreeSet<>(),
              List.of(new Span(at, at + key.name().length()))));
    }
    return FactScorer.judge(
        SCHEMA, gold, new ArticleGraph(gold.article(), entities, List.of(facts), List.of()));
  }

  private static Fact fact(EntityKey subject, String property, Value object, Modality... as) {
    return new Fact(
        subject,
        Term.of(property),
        object,
        Arrays.stream(as)
            .map(
                m ->
                    new Evidence(
                        new Span(0, 10), "pattern/x", new BigDecimal("0.9"), m, Optional.empty()))
            .toList());
  }

  private static Value of(EntityKey entity) {
    return new Value.OfEntity(entity);
  }

  private static List<Outcome> outcomes(FactJudgement judgement) {
    return judgement.given().stream().map(GivenFact::outcome).toList();
  }

  private static List<String> found(FactJudgement judgement) {
    return judgement.expected().stream()
        .filter(e -> !e.given().isEmpty())
        .map(e -> e.fact().property().toString())
        .toList();
  }

  @Test
  void whatIsStatedIsExpectedOnceAndWhatIsNoMoreSoIsNot() {
    assertThat(judge().expected())
        .extracting(e -> e.fact().property().toString())
        .containsExactly(
            "schema:foundingDate",
            "ng:chiefExecutive",
            "schema:jobTitle",
            "schema:affiliation",
            "ng:acquiredBy",
            "schema:spouse");
    assertThat(judge().expected()).allMatch(e -> e.given().isEmpty());
  }

  @Test
  void valuesAndEntitiesAreRecognised() {
    FactJudgement judged =
        judge(
            fact(
                MARL,
                "schema:foundingDate",
                new Value.OfDate(PartialDate.of(1987)),
                Modality.ASSERTED),
            fact(IDA, "schema:jobTitle", new Value.OfText("chief executive"), Modality.ASSERTED),
            fact(IDA, "schema:worksFor", of(MARL), Modality.ASSERTED));
    assertThat(outcomes(judged)).containsOnly(Outcome.RIGHT);
    assertThat(found(judged))
        .containsExactly("schema:foundingDate", "schema:jobTitle", "schema:affiliation");
  }

  @Test
  void theOtherDirectionIsWrongUnlessThePropertyHasNone() {
    assertThat(outcomes(judge(fact(IDA, "ng:chiefExecutive", of(MARL), Modality.ASSERTED))))
        .containsExactly(Outcome.WRONG);
    FactJudgement both =
        judge(
            fact(TOM, "schema:spouse", of(IDA), Modality.ASSERTED),
            fact(IDA, "schema:spouse", of(TOM), Modality.ASSERTED));
    assertThat(outcomes(both)).as("both ways are one fact").containsExactly(Outcome.RIGHT);
    assertThat(found(both)).containsExactly("schema:spouse");
  }

  @Test
  void whatFollowsFromAStatementCountsNeitherWay() {
    assertThat(judge(fact(MARL, "ng:leader", of(IDA), Modality.ASSERTED)).given()).isEmpty();
    assertThat(outcomes(judge(fact(STITCH, "ng:leader", of(IDA), Modality.ASSERTED))))
        .containsExactly(Outcome.WRONG);
  }

  @Test
  void modalityCountsOnItsOwn() {
    FactJudgement judged =
        judge(
            fact(STITCH, "ng:acquiredBy", of(IDA), Modality.ASSERTED, Modality.POSSIBLE),
            fact(IDA, "schema:homeLocation", of(LEEDS), Modality.ASSERTED));
    assertThat(judged.given())
        .extracting(GivenFact::modality, GivenFact::outcome)
        .containsExactly(
            tuple(Modality.ASSERTED, Outcome.WRONG_MODALITY),
            tuple(Modality.POSSIBLE, Outcome.RIGHT),
            tuple(Modality.ASSERTED, Outcome.WRONG_MODALITY));
    assertThat(judged.given().getLast().expected()).as("no more so").isEmpty();
    assertThat(judged.expected())
        .filteredOn(e -> !e.given().isEmpty())
        .extracting(ExpectedFact::given)
        .containsExactly(Set.of(Modality.ASSERTED, Modality.POSSIBLE));
  }
}
