package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private final BioDecoder mentions;
  private final BioDecoder financial;
  private final List<String> events;

  MentionHead() {
    model = new Model(FILE);
    mentions = new BioDecoder(model.note("tags"));
    financial = new BioDecoder(model.note("fire_tags"));
    events = model.note("events");
  }

  Tags tag(ArticleStates states) {
    List<TaggedSpan> spans = new ArrayList<>();
    List<Tags.Trigger> triggers = new ArrayList<>();
    List<LabelledSpan> entities = new ArrayList<>();
    for (int sentence = 0; sentence < states.size(); sentence++) {
      for (EncodedSentence.Window window : states.of(sentence).windows()) {
        List<float[]> outputs =
            model.run(
                Map.of("states", window.statesInput(), "word_starts", window.wordStartsInput()));
        for (int word = 0; word < window.words(); word++) {
          double[] classes =
              Probabilities.softmax(outputs.get(1), word * events.size(), events.size());
          int best = Probabilities.best(classes);
          if (best > 0 && classes[best] >= LEAST_TRIGGER) {
            triggers.add(
                new Tags.Trigger(
                    sentence, window.firstWord() + word, events.get(best), classes[best]));
          }
        }
        mentions.decode(sentence, window, outputs.get(0)).stream()
            .map(MentionHead::mention)
            .forEach(spans::add);
        entities.addAll(financial.decode(sentence, window, outputs.get(2)));
      }
    }
    return new Tags(spans, triggers, entities);
  }

  private static TaggedSpan mention(LabelledSpan span) {
    return new TaggedSpan(
        span.sentence(),
        span.begin(),
        span.end(),
        TaggedSpan.Kind.valueOf(span.label().toUpperCase(Locale.ROOT)),
        span.probability());
  }

  @Override
  public void close() {
    model.close();
  }
}
