package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.newsgraph.annotate.TaggedSpan;
import org.newsgraph.encoder.ArticleStates;
import org.newsgraph.encoder.EncodedSentence;
import org.newsgraph.encoder.Model;
import org.newsgraph.encoder.Probabilities;

/** Marks mentions and the words that tell of events. */
final class MentionHead implements AutoCloseable {

  static final String FILE = "mentions.onnx";

  /** Less probable triggers are not kept. */
  private static final double LEAST_TRIGGER = 0.5;

  private final Model model;
  private final BioDecoder decoder;
  private final int tags;
  private final List<String> events;

  MentionHead() {
    model = new Model(FILE);
    tags = model.note("tags").size();
    decoder = new BioDecoder(model.note("tags"));
    events = model.note("events");
  }

  Tags tag(ArticleStates states) {
    List<TaggedSpan> spans = new ArrayList<>();
    List<Tags.Trigger> triggers = new ArrayList<>();
    for (int sentence = 0; sentence < states.size(); sentence++) {
      for (EncodedSentence.Window window : states.of(sentence).windows()) {
        List<float[]> outputs =
            model.run(
                Map.of("states", window.statesInput(), "word_starts", window.wordStartsInput()));
        List<double[]> probabilities = new ArrayList<>();
        for (int word = 0; word < window.words(); word++) {
          probabilities.add(Probabilities.softmax(outputs.get(0), word * tags, tags));
          double[] classes =
              Probabilities.softmax(outputs.get(1), word * events.size(), events.size());
          int best = Probabilities.best(classes);
          if (best > 0 && classes[best] >= LEAST_TRIGGER) {
            triggers.add(
                new Tags.Trigger(
                    sentence, window.firstWord() + word, events.get(best), classes[best]));
          }
        }
        spans.addAll(decoder.decode(sentence, window.firstWord(), probabilities));
      }
    }
    return new Tags(spans, triggers);
  }

  @Override
  public void close() {
    model.close();
  }
}
