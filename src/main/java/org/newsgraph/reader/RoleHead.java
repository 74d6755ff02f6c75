package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.newsgraph.encoder.Model;
import org.newsgraph.encoder.Probabilities;

/** Weighs what part the mentions of a sentence take in an event. */
final class RoleHead implements AutoCloseable {

  /** Less probable roles are not kept. */
  private static final double LEAST_PROBABILITY = 0.3;

  private final Model model;
  private final List<String> roles;

  RoleHead() {
    model = new Model("roles.onnx");
    roles = model.note("roles");
  }

  /**
   * The most probable role of each mention that has one.
   *
   * @param trigger the state of the word that tells of the event
   * @param spans the mentions' indices among the spans
   * @param vectors their vectors
   */
  List<ReadTrigger.Filler> weigh(float[] trigger, List<Integer> spans, List<float[]> vectors) {
    List<ReadTrigger.Filler> found = new ArrayList<>();
    for (int begin = 0; begin < spans.size(); begin += VectorPairs.MOST_ROWS) {
      int end = Math.min(spans.size(), begin + VectorPairs.MOST_ROWS);
      float[] scores =
          model
              .run(
                  Map.of(
                      "triggers",
                      VectorPairs.rows(Collections.nCopies(end - begin, trigger)),
                      "mentions",
                      VectorPairs.rows(vectors.subList(begin, end))))
              .getFirst();
      for (int i = begin; i < end; i++) {
        double[] classes = Probabilities.softmax(scores, (i - begin) * roles.size(), roles.size());
        int best = Probabilities.best(classes);
        if (best > 0 && classes[best] >= LEAST_PROBABILITY) {
          found.add(new ReadTrigger.Filler(spans.get(i), roles.get(best), classes[best]));
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    model.close();
  }
}
