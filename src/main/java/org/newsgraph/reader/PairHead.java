package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.newsgraph.encoder.Model;
import org.newsgraph.encoder.Probabilities;

/** Weighs the relations between two mentions of a sentence. */
final class PairHead implements AutoCloseable {

  /** Less probable relations are not kept: there are hundreds for each that holds. */
  private static final double LEAST_PROBABILITY = 0.02;

  /** Two spans by their indices, and their vectors. */
  record Candidate(int subject, int object, float[] subjectVector, float[] objectVector) {}

  private final Model model;
  private final List<String> relations;
  private final List<String> modalities;
  private final Calibration calibration;

  PairHead() {
    model = new Model("pairs.onnx");
    relations = model.note("relations");
    modalities = model.note("modalities");
    List<String> expected =
        Stream.of(ReadModality.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    if (!modalities.equals(expected)) {
      throw new IllegalStateException(
          "the model of pairs has the modalities " + modalities + " instead of " + expected);
    }
    calibration = Calibration.of(model.note("scale"), model.note("shift"), relations.size());
  }

  List<String> relations() {
    return relations;
  }

  /** What each pair says, in the order given. */
  List<ReadPair> weigh(List<Candidate> pairs) {
    List<ReadPair> weighed = new ArrayList<>();
    for (int begin = 0; begin < pairs.size(); begin += VectorPairs.MOST_ROWS) {
      weighed.addAll(
          chunk(pairs.subList(begin, Math.min(pairs.size(), begin + VectorPairs.MOST_ROWS))));
    }
    return weighed;
  }

  private List<ReadPair> chunk(List<Candidate> pairs) {
    List<float[]> outputs =
        model.run(
            Map.of(
                "subjects",
                VectorPairs.rows(pairs.stream().map(Candidate::subjectVector).toList()),
                "objects",
                VectorPairs.rows(pairs.stream().map(Candidate::objectVector).toList())));
    List<ReadPair> weighed = new ArrayList<>();
    for (int row = 0; row < pairs.size(); row++) {
      List<ReadPair.Relation> found = new ArrayList<>();
      for (int label = 0; label < relations.size(); label++) {
        double probability =
            calibration.probability(label, outputs.get(0)[row * relations.size() + label]);
        if (probability >= LEAST_PROBABILITY) {
          found.add(new ReadPair.Relation(relations.get(label), probability));
        }
      }
      weighed.add(
          new ReadPair(
              pairs.get(row).subject(),
              pairs.get(row).object(),
              found,
              Probabilities.softmax(outputs.get(1), row * modalities.size(), modalities.size())));
    }
    return weighed;
  }

  @Override
  public void close() {
    model.close();
  }
}
