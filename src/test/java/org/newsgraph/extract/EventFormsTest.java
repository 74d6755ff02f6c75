package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One event is found in many forms: as a verb, as a noun, with its roles wherever they stand. */
class EventFormsTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Kelmar Corp named Maria Okoye finance director on Monday. | ng:Appointment person=Maria Okoye organization=Kelmar Corp role='finance director' time=2025-03-10
          Hackers crippled the servers of Kelmar Corp on Monday. | ng:CyberAttack target=Kelmar Corp time=2025-03-10
          Two shareholders have sued Kelmar Corp. | ng:Lawsuit plaintiff=two shareholders defendant=Kelmar Corp
          Zambia banned imports of frozen chicken in January. | ng:TradeRestriction imposedBy=Zambia restrictedItem=frozen chicken startTime=2025-01
          Canada stopped the export of sonar buoys to Myanmar on Monday. | ng:ExportRestriction imposedBy=Canada restrictedItem=sonar buoys destination=Myanmar startTime=2025-03-10
          Shares in Kelmar Corp dropped 3% on Monday. | ng:MarketMovement subject=Kelmar Corp percentChange=-3 time=2025-03-10
          Shares in Kelmar Corp halved on Monday. | ng:MarketMovement subject=Kelmar Corp percentChange=-50 time=2025-03-10
          The share price of Kelmar Corp slid by a quarter. | ng:MarketMovement subject=Kelmar Corp percentChange=-25
          Copper fell 3% on Monday. | ng:MarketMovement subject=copper percentChange=-3 time=2025-03-10
          The S&P 500 added 0.6% and the Nasdaq 0.9%. | ng:MarketMovement subject=Nasdaq Composite percentChange=0.9
          A judge threw out a lawsuit by Kelmar Corp against Dorset Mills. | ng:Lawsuit plaintiff=Kelmar Corp defendant=Dorset Mills
          Kelmar Corp has agreed to buy the Belgian rival Dorset Mills. | PLANNED ng:Acquisition acquirer=Kelmar Corp acquired=Dorset Mills
          Kelmar Corp became the owner of Dorset Mills on Monday. | ng:Acquisition acquirer=Kelmar Corp acquired=Dorset Mills time=2025-03-10
          Kelmar Corp became the latest victim of ransomware. | ng:CyberAttack target=Kelmar Corp
          Estonia instituted proceedings against Kelmar Corp on Monday. | ng:Lawsuit plaintiff=Estonia defendant=Kelmar Corp time=2025-03-10
          Germany has stopped approving exports of armoured vehicles to Georgia. | ng:ExportRestriction imposedBy=Germany restrictedItem=armoured vehicles destination=Georgia
          Maria Okoye will move up from treasurer to president of Kelmar Corp. | PLANNED ng:Appointment person=Maria Okoye organization=Kelmar Corp role='president'
          """)
  void isFound(String sentence, String event) {
    assertThat(events(sentence)).contains(event);
  }

  @Test
  void anOfferIsNoMoreThanPlanned() {
    assertThat(events("Kelmar Corp offered $40 million for Dorset Mills."))
        .isNotEmpty()
        .allMatch(event -> event.startsWith("PLANNED ng:Acquisition acquirer=Kelmar Corp"));
  }

  @Test
  void whatNobodyDoubtsIsAsserted() {
    assertThat(events("Nobody doubts that Kelmar Corp acquired Dorset Mills in 2019."))
        .containsExactly("ng:Acquisition acquirer=Kelmar Corp acquired=Dorset Mills time=2019");
  }

  @Test
  void unnamedSourcesVouchForNothing() {
    assertThat(events("Two bankers say that Kelmar Corp acquired Dorset Mills in 2019."))
        .containsExactly(
            "ALLEGED ng:Acquisition acquirer=Kelmar Corp acquired=Dorset Mills time=2019");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kelmar Corp picked up three awards on Monday.",
        "The contract went to Kelmar Corp for $5 million.",
        "Trading in Kelmar Corp got tough on Monday."
      })
  void whatIsWonOrGrowsHardIsNoDeal(String sentence) {
    assertThat(events(sentence))
        .noneMatch(e -> e.contains("ng:Purchase") || e.contains("ng:Listing"));
  }

  @Test
  void whoeverIsBarredFromSellingIsBarredFromNothingElse() {
    assertThat(events("France has banned Kelmar Corp from exporting drones to Sudan."))
        .anyMatch(event -> event.contains("ng:ExportRestriction"))
        .noneMatch(event -> event.contains("ng:TradeRestriction"));
  }

  private static List<String> events(String text) {
    return Told.events(extractor.extract(Told.article(text)));
  }
}
