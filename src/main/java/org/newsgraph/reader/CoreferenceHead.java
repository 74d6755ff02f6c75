package org.newsgraph.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.newsgraph.annotate.TaggedSpan.Kind;
import org.newsgraph.encoder.Model;
import org.newsgraph.encoder.Probabilities;
import org.newsgraph.reader.ArticleReading.Link;

/** Weighs what pronouns and descriptions may refer back to. */
final class CoreferenceHead implements AutoCloseable {

  /** How many mentions back an antecedent may be. */
  static final int WINDOW = 60;

  /** Less probable antecedents are none. */
  private static final double LEAST_PROBABILITY = 0.5;

  private final Model model;

  CoreferenceHead() {
    model = new Model("coreference.onnx");
  }

  /** Reads one article's mentions, one after the other. */
  Reading start() {
    return new Reading();
  }

  private record Met(int span, CoreferenceFeatures.Place place, float[] vector) {}

  /** The mentions met so far, the last of them. */
  final class Reading {
    private final Deque<Met> window = new ArrayDeque<>();
    private int number;

    /**
     * Takes the next mention.
     *
     * @param span its index among the spans
     * @param words as written
     * @return what it may refer back to, the most probable first; nothing for a name
     */
    List<Link> next(int span, List<String> words, Kind kind, int sentence, float[] vector) {
      Met mention =
          new Met(span, new CoreferenceFeatures.Place(words, kind, sentence, number++), vector);
      List<Link> links =
          kind == Kind.NAME || window.isEmpty() ? List.of() : links(mention, List.copyOf(window));
      window.addLast(mention);
      if (window.size() > WINDOW) {
        window.removeFirst();
      }
      return links;
    }
  }

  private List<Link> links(Met mention, List<Met> antecedents) {
    int count = antecedents.size();
    float[] features = new float[count * CoreferenceFeatures.COUNT];
    List<float[]> repeated = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] of = CoreferenceFeatures.of(mention.place(), antecedents.get(i).place());
      System.arraycopy(of, 0, features, i * of.length, of.length);
      repeated.add(mention.vector());
    }
    float[] scores =
        model
            .run(
                Map.of(
                    "mentions",
                    VectorPairs.rows(repeated),
                    "antecedents",
                    VectorPairs.rows(antecedents.stream().map(Met::vector).toList()),
                    "features",
                    new Model.Input.Floats(features, count, CoreferenceFeatures.COUNT)))
            .getFirst();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double probability = Probabilities.sigmoid(scores[i]);
      if (probability > LEAST_PROBABILITY) {
        links.add(new Link(antecedents.get(i).span(), probability));
      }
    }
    links.sort(
        Comparator.comparingDouble(Link::probability)
            .thenComparingInt(Link::antecedent)
            .reversed());
    return links;
  }

  @Override
  public void close() {
    model.close();
  }
}
