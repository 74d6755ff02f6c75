package org.newsgraph.reader;

import java.util.List;
import org.newsgraph.encoder.EncodedSentence;
import org.newsgraph.encoder.Model;

/** Lays vectors out in rows, as models read them. */
final class VectorPairs {

  /** So many rows a run keep memory bounded, however many mentions a sentence has. */
  static final int MOST_ROWS = 512;

  private VectorPairs() {}

  static Model.Input rows(List<float[]> vectors) {
    int width = EncodedSentence.WIDTH;
    float[] values = new float[vectors.size() * width];
    for (int i = 0; i < vectors.size(); i++) {
      System.arraycopy(vectors.get(i), 0, values, i * width, width);
    }
    return new Model.Input.Floats(values, vectors.size(), width);
  }
}
