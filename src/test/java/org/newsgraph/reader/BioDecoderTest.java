package org.newsgraph.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BioDecoderTest {

  private static final List<String> TAGS = List.of("O", "B-name", "I-name", "B-value", "I-value");

  private final BioDecoder decoder = new BioDecoder(TAGS);

  @Test
  void aSpanGoesOnAsLongAsItsTag() {
    assertThat(spans("O", "B-name", "I-name", "O", "B-value"))
        .containsExactly("1-3 name", "4-5 value");
  }

  @Test
  void twoSpansMayFollowOneAnother() {
    assertThat(spans("B-name", "B-name", "I-name")).containsExactly("0-1 name", "1-3 name");
  }

  @Test
  void aSpanThatGoesOnWithoutHavingBegunBegins() {
    assertThat(spans("O", "I-name", "I-name")).containsExactly("1-3 name");
  }

  @Test
  void anotherKindEndsASpan() {
    assertThat(spans("B-name", "I-value", "I-name"))
        .containsExactly("0-1 name", "1-2 value", "2-3 name");
  }

  @Test
  void nothingIsNoSpan() {
    assertThat(spans()).isEmpty();
    assertThat(spans("O", "O")).isEmpty();
  }

  @Test
  void placesCountFromTheFirstWordOfTheSentence() {
    assertThat(decoder.decode(7, 128, List.of(sure("B-name"))))
        .extracting(LabelledSpan::sentence, LabelledSpan::begin, LabelledSpan::end)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(7, 128, 129));
  }

  @Test
  void theProbabilityIsTheMeanOfTheWordsAndTheEnd() {
    double[] first = {0.1, 0.6, 0.3, 0, 0};
    double[] second = {0.3, 0, 0.7, 0, 0};
    double[] behind = {0.6, 0, 0.4, 0, 0};

    List<LabelledSpan> spans = decoder.decode(0, 0, List.of(first, second, behind));

    assertThat(spans).hasSize(1);
    assertThat(spans.getFirst().label()).isEqualTo("name");
    assertThat(spans.getFirst().probability()).isCloseTo((0.9 + 0.7 + 0.6) / 3, within(1e-9));
  }

  @Test
  void aTagOfNoSchemeIsToldOf() {
    assertThatThrownBy(() -> new BioDecoder(List.of("O", "S-name")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("S-name");
  }

  private List<String> spans(String... tags) {
    return decoder.decode(0, 0, Stream.of(tags).map(BioDecoderTest::sure).toList()).stream()
        .map(s -> s.begin() + "-" + s.end() + " " + s.label())
        .toList();
  }

  private static double[] sure(String tag) {
    double[] probabilities = new double[TAGS.size()];
    probabilities[TAGS.indexOf(tag)] = 1;
    return probabilities;
  }
}
