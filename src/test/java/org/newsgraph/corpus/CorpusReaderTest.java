package org.newsgraph.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

class CorpusReaderTest {

  @Test
  void readsFactsAndEventsWithTheirDefaults() {
    List<CorpusItem> items =
        CorpusReader.parse(
            "a.yaml",
            """
            published: "2026-03-11"
            items:
              - id: one
                tags: [passive, money]
                text: >-
                  Acme was
                  founded.
                facts:
                  - {subject: Acme, property: schema:foundingDate, object: "2011"}
                  - {subject: Acme, property: ng:owner, object: B, modality: denied|alleged, attributedTo: C, optional: true}
                also:
                  - {subject: Acme, property: ng:leader, object: D}
                events:
                  - type: ng:MarketMovement
                    roles: {ng:subject: Acme, ng:percentChange: -4.5}
                    also: {ng:time: "2026-03-10"}
            """);
    CorpusItem item = items.getFirst();
    assertThat(item.text()).isEqualTo("Acme was founded.");
    assertThat(item.published()).isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(item.tags()).containsExactly("passive", "money");
    assertThat(item.facts())
        .extracting(CorpusItem.ExpectedFact::optional)
        .containsExactly(false, true, true);
    assertThat(item.facts().getFirst().modalities()).containsExactly(Modality.ASSERTED);
    assertThat(item.facts().get(1).modalities()).containsExactly(Modality.DENIED, Modality.ALLEGED);
    assertThat(item.facts().get(1).attributedTo()).isEqualTo(Optional.of("C"));
    assertThat(item.events().getFirst().roles())
        .containsEntry(Term.of("ng:percentChange"), List.of("-4.5"));
    assertThat(item.events().getFirst().acceptable())
        .containsEntry(Term.of("ng:time"), List.of("2026-03-10"));
  }

  @Test
  void namesFileAndItemOfWhatItCannotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CorpusReader.parse(
                    "a.yaml",
                    """
                    published: "2026-03-11"
                    items:
                      - {id: one, text: T, facts: [{subject: A, property: ng:owner}]}
                    """))
        .withMessage("a.yaml, one: 'object' is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CorpusReader.parse(
                    "a.yaml",
                    """
                    published: "2026-03-11"
                    items:
                      - {id: one, text: T, fact: []}
                    """))
        .withMessage("a.yaml: unknown key 'fact'");
  }
}
