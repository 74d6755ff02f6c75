package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.newsgraph.encoder.EncodedSentence;
import org.newsgraph.encoder.Model;
import org.newsgraph.encoder.SentenceEncoder;

/**
 * Finds parts of speech and the dependency tree of a sentence, in Universal Dependencies as the GUM
 * treebank applies them.
 *
 * <p>A biaffine parser (Dozat and Manning 2017) over the {@link SentenceEncoder}'s states; how it
 * was trained and how often it is right stands in {@code training/README.md}. The result depends on
 * the sentence's words alone. May be used by several threads at once.
 */
public final class DependencyParser implements AutoCloseable {

  private final Model model;
  private final List<String> tags;
  private final List<String> relations;

  /**
   * Loads the weights.
   *
   * @throws IllegalStateException if the program's files are incomplete
   */
  public DependencyParser() {
    model = new Model("parser.onnx");
    tags = model.note("tags");
    relations = model.note("relations");
  }

  /** Parses a sentence. */
  public TaggedParse parse(EncodedSentence sentence) {
    Draft draft = new Draft();
    sentence.windows().forEach(window -> add(window, draft));
    LabelRepair.mend(draft.tags, draft.heads, draft.relations, draft.arcs);
    return new TaggedParse(draft.tags, new Parse(draft.heads, draft.relations));
  }

  private void add(EncodedSentence.Window window, Draft draft) {
    List<float[]> outputs =
        model.run(Map.of("states", window.statesInput(), "word_starts", window.wordStartsInput()));
    float[][] tagScores = rows(outputs.get(0), window.words());
    int[] heads = ProjectiveTree.heads(rows(outputs.get(1), window.words()));
    draft.add(window.firstWord(), tagScores, heads, arcs(outputs.get(2), heads));
  }

  private static float[][] rows(float[] values, int count) {
    float[][] rows = new float[count][];
    int width = values.length / count;
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }

  /**
   * How well each relation fits each word's arc to its head.
   *
   * @param scores (words, words + 1, relations), the root first among the heads
   */
  private List<ArcScores> arcs(float[] scores, int[] heads) {
    List<ArcScores> arcs = new ArrayList<>(heads.length);
    for (int word = 0; word < heads.length; word++) {
      int offset = (word * (heads.length + 1) + heads[word] + 1) * relations.size();
      arcs.add(
          new ArcScores(relations, Arrays.copyOfRange(scores, offset, offset + relations.size())));
    }
    return arcs;
  }

  /** Collects the windows of a sentence; the first window's root is that of the whole. */
  private final class Draft {
    final List<String> tags = new ArrayList<>();
    final List<Integer> heads = new ArrayList<>();
    final List<String> relations = new ArrayList<>();
    final List<ArcScores> arcs = new ArrayList<>();
    int root;

    void add(int firstWord, float[][] tagScores, int[] windowHeads, List<ArcScores> windowArcs) {
      arcs.addAll(windowArcs);
      for (int word = 0; word < windowHeads.length; word++) {
        tags.add(DependencyParser.this.tags.get(best(tagScores[word])));
        if (windowHeads[word] >= 0) {
          heads.add(firstWord + windowHeads[word]);
          relations.add(windowArcs.get(word).best());
        } else if (firstWord == 0) {
          root = word;
          heads.add(-1);
          relations.add("root");
        } else {
          heads.add(root);
          relations.add("parataxis");
        }
      }
    }

    private int best(float[] scores) {
      int best = 0;
      for (int i = 1; i < scores.length; i++) {
        if (scores[i] > scores[best]) {
          best = i;
        }
      }
      return best;
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
