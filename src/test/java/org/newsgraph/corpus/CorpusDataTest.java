package org.newsgraph.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsgraph.corpus.CorpusItem.ExpectedEvent;
import org.newsgraph.corpus.CorpusItem.ExpectedFact;
import org.newsgraph.corpus.Finding.Kind;
import org.newsgraph.fact.Modality;

/** What the corpus promises: its size, its variety, and that it is well written. */
class CorpusDataTest {

  private static final Set<String> UNCERTAIN =
      Set.of("negated", "hedged", "alleged", "planned", "denied");

  private static final List<String> EVENTS =
      List.of(
          "ExportRestriction",
          "TradeRestriction",
          "Sanction",
          "MarketMovement",
          "Accusation",
          "Lawsuit",
          "CyberAttack",
          "Acquisition",
          "Investment",
          "Purchase",
          "Appointment",
          "Departure",
          "ProductRelease",
          "Listing",
          "Statement");

  private static List<CorpusItem> items = List.of();

  @BeforeAll
  static void read() throws IOException {
    items =
        Stream.concat(
                CorpusReader.read(CorpusReport.CORPUS.resolve(CorpusReport.DEVELOPMENT)).stream(),
                CorpusReader.read(CorpusReport.CORPUS.resolve(CorpusReport.TEST)).stream())
            .toList();
  }

  @Test
  void isLargeAndItsIdsAreUnique() {
    assertThat(items).hasSizeGreaterThanOrEqualTo(180);
    assertThat(items).extracting(CorpusItem::id).doesNotHaveDuplicates();
    assertThat(items).extracting(CorpusItem::text).doesNotHaveDuplicates();
  }

  @Test
  void hasEnoughOfEveryConstruction() {
    Map<String, Long> tags =
        items.stream()
            .flatMap(item -> item.tags().stream())
            .collect(Collectors.groupingBy(tag -> tag, Collectors.counting()));
    for (String tag :
        List.of("passive", "apposition", "coordination", "possessive", "relative-clause")) {
      assertThat(tags.getOrDefault(tag, 0L)).as(tag).isGreaterThanOrEqualTo(10);
    }
    for (String tag : List.of("quoted", "negated", "hedged", "alleged", "planned", "denied")) {
      assertThat(tags.getOrDefault(tag, 0L)).as(tag).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void hasHardNegativesAndUncertainty() {
    assertThat(items.stream().filter(CorpusDataTest::saysNothing))
        .as("snippets in which nothing is to be found")
        .hasSizeGreaterThanOrEqualTo(25);
    assertThat(items.stream().filter(item -> item.tags().stream().anyMatch(UNCERTAIN::contains)))
        .hasSizeGreaterThanOrEqualTo(25);
    assertThat(
            items.stream()
                .flatMap(item -> item.facts().stream())
                .flatMap(fact -> fact.modalities().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Modality.class))))
        .containsExactlyInAnyOrder(Modality.values());
  }

  @Test
  void hasEnoughOfEveryEventInEitherHalf() throws IOException {
    for (String half : List.of(CorpusReport.DEVELOPMENT, CorpusReport.TEST)) {
      Map<String, Long> snippets =
          CorpusReader.read(CorpusReport.CORPUS.resolve(half)).stream()
              .flatMap(
                  item ->
                      item.events().stream()
                          .filter(event -> !event.optional())
                          .map(event -> event.types().iterator().next().name())
                          .distinct())
              .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
      for (String type : EVENTS) {
        assertThat(snippets.getOrDefault(type, 0L))
            .as(type + " in " + half)
            .isGreaterThanOrEqualTo(10);
      }
    }
  }

  @Test
  void namesEveryEntityAsTheTextDoes() {
    Predicate<String> isName = name -> !name.matches("~?([A-Z]{3} )?-?[\\d.-]+(\\|.*)?");
    for (CorpusItem item : items) {
      Stream<String> subjects = item.facts().stream().map(ExpectedFact::subject);
      Stream<String> speakers =
          Stream.concat(
              item.facts().stream().flatMap(fact -> fact.attributedTo().stream()),
              item.events().stream().flatMap(event -> event.attributedTo().stream()));
      Stream<String> fillers =
          item.events().stream()
              .filter(event -> !event.optional())
              .flatMap(event -> event.roles().entrySet().stream())
              .filter(role -> role.getKey().prefix().equals("ng"))
              .filter(role -> !role.getKey().name().equals("allegation"))
              .flatMap(role -> role.getValue().stream());
      assertThat(Stream.of(subjects, speakers, fillers).flatMap(s -> s).filter(isName))
          .as(item.id())
          .allMatch(name -> stands(name, item.text()));
    }
  }

  @Test
  void anExtractorThatSaysExactlyWhatIsRequiredIsPerfect() {
    CorpusScore score = CorpusScore.of(items, GraphBuilder::exactly);
    assertThat(score.surplus()).isEmpty();
    assertThat(score.misses()).isEmpty();
    for (Kind kind : Kind.values()) {
      assertThat(score.tally(kind).expected()).as(kind.toString()).isPositive();
    }
    assertThat(score.modalityAccuracy()).isEqualTo(1);
  }

  @Test
  void anExtractorThatTakesEverythingForAssertedIsNot() {
    CorpusScore score = CorpusScore.of(items, item -> GraphBuilder.exactly(asserted(item)));
    assertThat(score.plain().precision()).isLessThan(0.9);
    assertThat(score.modalityAccuracy()).isLessThan(0.9);
  }

  @Test
  void anExtractorThatSaysNothingFindsNothing() throws IOException {
    CorpusReport report = CorpusReport.of(item -> new GraphBuilder().build());
    CorpusScore test = report.score(CorpusReport.TEST);
    assertThat(test.total().recall()).isZero();
    assertThat(test.total().expected()).isGreaterThanOrEqualTo(150);
    assertThat(report.table()).contains("corpus: development", "corpus: test", "0.000");
    assertThat(report.errors(CorpusReport.TEST)).contains("missed  FACT");
    assertThat(report.breakdown(CorpusReport.TEST)).contains("schema:founder", "negated");
    assertThat(report.classes()).contains("test, events", "ng:Acquisition");
    assertThat(report.modalities()).contains("test, expected", "DENIED");
  }

  /** The snippet as one would read it who knows neither denial nor doubt. */
  private static CorpusItem asserted(CorpusItem item) {
    Set<Modality> asserted = EnumSet.of(Modality.ASSERTED);
    return new CorpusItem(
        item.id(),
        item.published(),
        item.tags(),
        item.text(),
        item.facts().stream()
            .filter(fact -> !fact.optional() || fact.modalities().contains(Modality.DENIED))
            .map(
                fact ->
                    new ExpectedFact(
                        fact.subject(),
                        fact.property(),
                        fact.object(),
                        asserted,
                        Optional.empty(),
                        false))
            .toList(),
        item.events().stream()
            .filter(event -> !event.optional() || event.modalities().contains(Modality.DENIED))
            .map(
                event ->
                    new ExpectedEvent(
                        event.types(),
                        event.roles(),
                        event.acceptable(),
                        asserted,
                        Optional.empty(),
                        false))
            .toList());
  }

  private static boolean saysNothing(CorpusItem item) {
    return item.facts().stream().allMatch(ExpectedFact::optional)
        && item.events().stream().allMatch(ExpectedEvent::optional);
  }

  private static boolean stands(String alternatives, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(alternatives.split("\\|", -1))
        .anyMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT)));
  }
}
