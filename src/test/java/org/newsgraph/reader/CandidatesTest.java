package org.newsgraph.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newsgraph.annotate.TaggedSpan;
import org.newsgraph.annotate.TaggedSpan.Kind;

class CandidatesTest {

  @Test
  void bothOrdersButNoValueAsSubject() {
    List<TaggedSpan> spans =
        List.of(span(0, Kind.NAME), span(1, Kind.VALUE), span(2, Kind.PRONOUN));

    assertThat(TrainedReader.candidates(spans))
        .containsExactly(new int[] {0, 1}, new int[] {0, 2}, new int[] {2, 0}, new int[] {2, 1});
  }

  @Test
  void ofManyMentionsTheNearestPairsAreWeighed() {
    List<TaggedSpan> spans = IntStream.range(0, 300).mapToObj(i -> span(i, Kind.NAME)).toList();

    List<int[]> pairs = TrainedReader.candidates(spans);

    assertThat(pairs).hasSize(40 * 39);
    assertThat(pairs).allMatch(p -> Math.abs(p[0] - p[1]) <= 3);
    assertThat(pairs).contains(new int[] {299, 298}, new int[] {0, 1});
  }

  private static TaggedSpan span(int at, Kind kind) {
    return new TaggedSpan(0, at, at + 1, kind, 1);
  }
}
