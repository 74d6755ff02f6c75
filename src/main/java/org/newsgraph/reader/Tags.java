package org.newsgraph.reader;

import java.util.List;
import org.newsgraph.annotate.TaggedSpan;

/**
 * The words of an article that the reader marks.
 *
 * @param spans mentions, in the order of the text, not overlapping
 * @param triggers words that tell of events, in the order of the text
 * @param financial entities in the sense of FIRE, which only evaluation knows, in the order of the
 *     text
 */
public record Tags(List<TaggedSpan> spans, List<Trigger> triggers, List<LabelledSpan> financial) {

  /**
   * A word that tells of an event.
   *
   * @param sentence index of its sentence
   * @param word index of the token
   * @param event the event's class, such as {@code ng:Acquisition}
   * @param probability of that class, from 0 to 1
   */
  public record Trigger(int sentence, int word, String event, double probability) {}

  /** Copies the lists. */
  public Tags {
    spans = List.copyOf(spans);
    triggers = List.copyOf(triggers);
    financial = List.copyOf(financial);
  }

  /** What there is without a reader. */
  public static Tags none() {
    return new Tags(List.of(), List.of(), List.of());
  }
}
