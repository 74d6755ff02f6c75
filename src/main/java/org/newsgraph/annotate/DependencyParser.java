package org.newsgraph.annotate;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds parts of speech and the dependency tree of a sentence, in Universal Dependencies as the GUM
 * treebank applies them.
 *
 * <p>A biaffine parser (Dozat and Manning 2017) over the {@link SentenceEncoder}'s states; how it
 * was trained and how often it is right stands in {@code training/README.md}. The result depends on
 * the sentence's words alone. May be used by several threads at once.
 */
public final class DependencyParser implements AutoCloseable {

  private final SentenceEncoder encoder;
  private final OrtSession session;
  private final List<String> tags;
  private final List<String> relations;

  /**
   * Loads the weights.
   *
   * @param encoder closed with this parser
   * @throws IllegalStateException if the program's files are incomplete
   */
  public DependencyParser(SentenceEncoder encoder) {
    this.encoder = encoder;
    session = Models.session("parser.onnx");
    Map<String, String> notes = Models.notes(session);
    tags = names(notes, "tags");
    relations = names(notes, "relations");
  }

  private static List<String> names(Map<String, String> notes, String key) {
    String names = notes.get(key);
    if (names == null) {
      throw new IllegalStateException("the parser's model does not name its " + key);
    }
    return Arrays.asList(names.split(" "));
  }

  /**
   * Parses a sentence.
   *
   * @param words its words and punctuation marks, one or more
   */
  public TaggedParse parse(List<String> words) {
    Draft draft = new Draft();
    try (EncodedSentence encoded = encoder.encode(words)) {
      encoded.windows().forEach(window -> add(window, draft));
    }
    return new TaggedParse(draft.tags, new Parse(draft.heads, draft.relations));
  }

  private void add(EncodedSentence.Window window, Draft draft) {
    try (OnnxTensor starts =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), new long[][] {window.wordStarts()});
        OrtSession.Result result =
            session.run(Map.of("states", window.states(), "word_starts", starts))) {
      float[][] tagScores = ((float[][][]) result.get(0).getValue())[0];
      int[] heads = SpanningTree.heads(((float[][][]) result.get(1).getValue())[0]);
      OnnxTensor labelScores = (OnnxTensor) result.get(2);
      draft.add(window.firstWord(), tagScores, heads, labels(labelScores, heads));
    } catch (OrtException e) {
      throw new IllegalStateException("the parser failed: " + e.getMessage(), e);
    }
  }

  /** The best relation of each word to its head. */
  private List<String> labels(OnnxTensor scores, int[] heads) {
    // (1, words, words + 1, relations), read in place: most pairs are no arcs.
    FloatBuffer buffer = scores.getFloatBuffer();
    List<String> labels = new ArrayList<>(heads.length);
    for (int word = 0; word < heads.length; word++) {
      if (heads[word] < 0) {
        labels.add("root");
        continue;
      }
      int offset = (word * (heads.length + 1) + heads[word] + 1) * relations.size();
      int best = 0;
      for (int label = 1; label < relations.size(); label++) {
        if (buffer.get(offset + label) > buffer.get(offset + best)) {
          best = label;
        }
      }
      labels.add(relations.get(best));
    }
    return labels;
  }

  /** Collects the windows of a sentence; the first window's root is that of the whole. */
  private final class Draft {
    final List<String> tags = new ArrayList<>();
    final List<Integer> heads = new ArrayList<>();
    final List<String> relations = new ArrayList<>();
    int root;

    void add(int firstWord, float[][] tagScores, int[] windowHeads, List<String> labels) {
      for (int word = 0; word < windowHeads.length; word++) {
        tags.add(DependencyParser.this.tags.get(best(tagScores[word])));
        if (windowHeads[word] >= 0) {
          heads.add(firstWord + windowHeads[word]);
          relations.add(labels.get(word));
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
    Models.close(session);
    encoder.close();
  }
}
