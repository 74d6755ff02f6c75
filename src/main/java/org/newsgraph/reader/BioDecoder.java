package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.encoder.EncodedSentence;
import org.newsgraph.encoder.Probabilities;

/**
 * Makes spans of tags: {@code O} outside, {@code B-name} for the first word of a name, {@code
 * I-name} for its others.
 */
final class BioDecoder {

  private record Tag(boolean begins, Optional<String> label) {}

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
    return new Tag(label.startsWith("B-"), Optional.of(label.substring(2)));
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
  List<LabelledSpan> decode(int sentence, int firstWord, List<double[]> probabilities) {
    List<LabelledSpan> spans = new ArrayList<>();
    int at = 0;
    while (at < probabilities.size()) {
      Optional<String> label = best(probabilities.get(at)).label();
      int begin = at++;
      if (label.isPresent()) {
        while (at < probabilities.size() && continues(probabilities.get(at), label.get())) {
          at++;
        }
        double probability = probability(probabilities, begin, at, label.get());
        spans.add(
            new LabelledSpan(
                sentence, firstWord + begin, firstWord + at, label.get(), probability));
      }
    }
    return spans;
  }

  /**
   * The spans of a window of a sentence.
   *
   * @param scores for each word that of each tag
   */
  List<LabelledSpan> decode(int sentence, EncodedSentence.Window window, float[] scores) {
    List<double[]> probabilities = new ArrayList<>();
    for (int word = 0; word < window.words(); word++) {
      probabilities.add(Probabilities.softmax(scores, word * tags.size(), tags.size()));
    }
    return decode(sentence, window.firstWord(), probabilities);
  }

  private Tag best(double[] probabilities) {
    return tags.get(Probabilities.best(probabilities));
  }

  private boolean continues(double[] probabilities, String label) {
    Tag tag = best(probabilities);
    return !tag.begins() && tag.label().filter(label::equals).isPresent();
  }

  private double probability(List<double[]> probabilities, int begin, int end, String label) {
    double sum =
        of(probabilities.get(begin), true, label) + of(probabilities.get(begin), false, label);
    for (int word = begin + 1; word < end; word++) {
      sum += of(probabilities.get(word), false, label);
    }
    sum += end < probabilities.size() ? 1 - of(probabilities.get(end), false, label) : 1;
    return Math.min(1, sum / (end - begin + 1));
  }

  private double of(double[] probabilities, boolean begins, String label) {
    double sum = 0;
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).begins() == begins && tags.get(i).label().filter(label::equals).isPresent()) {
        sum += probabilities[i];
      }
    }
    return sum;
  }
}
