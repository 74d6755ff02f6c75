package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsgraph.annotate.TaggedSpan;
import org.newsgraph.annotate.TaggedSpan.Kind;
import org.newsgraph.encoder.Probabilities;

/**
 * Makes spans of tags: {@code O} outside, {@code B-name} for the first word of a name, {@code
 * I-name} for its others.
 */
final class BioDecoder {

  private record Tag(boolean begins, Optional<Kind> kind) {}

  private final List<Tag> tags;

  /**
   * @param labels the tags in the order of their scores
   * @throws IllegalStateException if one is none
   */
  BioDecoder(List<String> labels) {
    tags = labels.stream().map(BioDecoder::tag).toList();
  }

  private static Tag tag(String label) {
    if (label.equals("O")) {
      return new Tag(false, Optional.empty());
    }
    if (!label.startsWith("B-") && !label.startsWith("I-")) {
      throw new IllegalStateException("the model of mentions has a tag '" + label + "'");
    }
    return new Tag(
        label.startsWith("B-"),
        Optional.of(Kind.valueOf(label.substring(2).toUpperCase(Locale.ROOT))));
  }

  /**
   * The spans of words by the best tag of each; a span that goes on without having begun begins
   * there. The probability of a span is the mean over its words that they belong to it and that of
   * the word behind not going on.
   *
   * @param sentence the sentence's index
   * @param firstWord the index of the first word
   * @param probabilities for each word that of each tag
   */
  List<TaggedSpan> decode(int sentence, int firstWord, List<double[]> probabilities) {
    List<TaggedSpan> spans = new ArrayList<>();
    int at = 0;
    while (at < probabilities.size()) {
      Optional<Kind> kind = best(probabilities.get(at)).kind();
      int begin = at++;
      if (kind.isPresent()) {
        while (at < probabilities.size() && continues(probabilities.get(at), kind.get())) {
          at++;
        }
        double probability = probability(probabilities, begin, at, kind.get());
        spans.add(
            new TaggedSpan(sentence, firstWord + begin, firstWord + at, kind.get(), probability));
      }
    }
    return spans;
  }

  private Tag best(double[] probabilities) {
    return tags.get(Probabilities.best(probabilities));
  }

  private boolean continues(double[] probabilities, Kind kind) {
    Tag tag = best(probabilities);
    return !tag.begins() && tag.kind().filter(k -> k == kind).isPresent();
  }

  private double probability(List<double[]> probabilities, int begin, int end, Kind kind) {
    double sum =
        of(probabilities.get(begin), true, kind) + of(probabilities.get(begin), false, kind);
    for (int word = begin + 1; word < end; word++) {
      sum += of(probabilities.get(word), false, kind);
    }
    sum += end < probabilities.size() ? 1 - of(probabilities.get(end), false, kind) : 1;
    return Math.min(1, sum / (end - begin + 1));
  }

  private double of(double[] probabilities, boolean begins, Kind kind) {
    double sum = 0;
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).begins() == begins && tags.get(i).kind().filter(k -> k == kind).isPresent()) {
        sum += probabilities[i];
      }
    }
    return sum;
  }
}
