package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.newsgraph.encoder.EncodedSentence;
import org.newsgraph.encoder.Model;
import org.newsgraph.encoder.Probabilities;

/** Gives spans their classes and the vectors that other heads compare. */
final class SpanHead implements AutoCloseable {

  /**
   * A span as the other heads see it.
   *
   * @param types the logarithm of each class's probability
   * @param vector its numbers
   */
  record Described(double[] types, float[] vector) {}

  private final Model model;
  private final List<String> types;

  SpanHead() {
    model = new Model("spans.onnx");
    types = model.note("types");
  }

  List<String> types() {
    return types;
  }

  /**
   * Describes spans of a window.
   *
   * @param spans the first word and the word after the last of each, as indices in the sentence;
   *     all within the window, one or more
   */
  List<Described> describe(EncodedSentence.Window window, List<int[]> spans) {
    long[] borders = new long[spans.size() * 2];
    for (int i = 0; i < spans.size(); i++) {
      borders[2 * i] = (long) spans.get(i)[0] - window.firstWord();
      borders[2 * i + 1] = (long) spans.get(i)[1] - 1 - window.firstWord();
    }
    List<float[]> outputs =
        model.run(
            Map.of(
                "states",
                window.statesInput(),
                "word_starts",
                window.wordStartsInput(),
                "spans",
                new Model.Input.Longs(borders, 1, spans.size(), 2)));
    List<Described> described = new ArrayList<>();
    int width = EncodedSentence.WIDTH;
    for (int i = 0; i < spans.size(); i++) {
      described.add(
          new Described(
              Probabilities.logSoftmax(outputs.get(0), i * types.size(), types.size()),
              Arrays.copyOfRange(outputs.get(1), i * width, (i + 1) * width)));
    }
    return described;
  }

  @Override
  public void close() {
    model.close();
  }
}
