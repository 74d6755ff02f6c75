package org.newsgraph.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newsgraph.annotate.TaggedSpan;
import org.newsgraph.annotate.TaggedSpan.Kind;

class BioDecoderTest {

  private static final List<String> TAGS = List.of("O", "B-name", "I-name", "B-value", "I-value");

  private final BioDecoder decoder = new BioDecoder(TAGS);

  @Test
  void aSpanGoesOnAsLongAsItsTag() {
    assertThat(spans("O", "B-name", "I-name", "O", "B-value"))
        .containsExactly("1-3 NAME", "4-5 VALUE");
  }

  @Test
  void twoSpansMayFollowOneAnother() {
    assertThat(spans("B-name", "B-name", "I-name")).containsExactly("0-1 NAME", "1-3 NAME");
  }

  @Test
  void aSpanThatGoesOnWithoutHavingBegunBegins() {
    assertThat(spans("O", "I-name", "I-name")).containsExactly("1-3 NAME");
  }

  @Test
  void anotherKindEndsASpan() {
    assertThat(spans("B-name", "I-value", "I-name"))
        .containsExactly("0-1 NAME", "1-2 VALUE", "2-3 NAME");
  }

  @Test
  void nothingIsNoSpan() {
    assertThat(spans()).isEmpty();
    assertThat(spans("O", "O")).isEmpty();
  }

  @Test
  void placesCountFromTheFirstWordOfTheSentence() {
    assertThat(decoder.decode(7, 128, List.of(sure("B-name"))))
        .extracting(TaggedSpan::sentence, TaggedSpan::begin, TaggedSpan::end)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(7, 128, 129));
  }

  @Test
  void theProbabilityIsTheMeanOfTheWordsAndTheEnd() {
    double[] first = {0.1, 0.6, 0.3, 0, 0};
    double[] second = {0.3, 0, 0.7, 0, 0};
    double[] behind = {0.6, 0, 0.4, 0, 0};

    List<TaggedSpan> spans = decoder.decode(0, 0, List.of(first, second, behind));

    assertThat(spans).hasSize(1);
    assertThat(spans.getFirst().kind()).isEqualTo(Kind.NAME);
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
        .map(s -> s.begin() + "-" + s.end() + " " + s.kind())
        .toList();
  }

  private static double[] sure(String tag) {
    double[] probabilities = new double[TAGS.size()];
    probabilities[TAGS.indexOf(tag)] = 1;
    return probabilities;
  }
}
