package org.newsgraph.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turns the words of a sentence into states, vectors that every trained head reads.
 *
 * <p>The encoder is MiniLM-L6 (Wang et al. 2020), fine-tuned by {@code training/}, with eight-bit
 * weights. One sentence is read at a time and on the calling thread, so that its states depend on
 * its words alone, to the last bit. May be used by several threads at once.
 */
public final class SentenceEncoder implements AutoCloseable {

  private static final long BEGIN = 101;
  private static final long END = 102;

  private final WordPieces wordPieces;
  private final Model model;

  /**
   * Loads the weights, which takes some tenths of a second.
   *
   * @throws IllegalStateException if the program's files are incomplete
   */
  public SentenceEncoder() {
    try (InputStream vocabulary = Model.open("tokenizer.json")) {
      wordPieces = new WordPieces(vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the encoder's vocabulary", e);
    }
    model = new Model("encoder.onnx");
  }

  /**
   * Encodes a sentence, in windows where it is longer than the encoder reads well.
   *
   * @param words one or more
   */
  public EncodedSentence encode(List<String> words) {
    List<long[]> pieces = wordPieces.split(words);
    List<EncodedSentence.Window> windows = new ArrayList<>();
    for (Windows.Range range : Windows.of(words, pieces)) {
      windows.add(
          window(
              range,
              words.subList(range.begin(), range.end()),
              pieces.subList(range.begin(), range.end())));
    }
    return new EncodedSentence(windows);
  }

  private EncodedSentence.Window window(
      Windows.Range range, List<String> words, List<long[]> pieces) {
    int length = 2 + pieces.stream().mapToInt(p -> p.length).sum();
    long[] ids = new long[length];
    long[] shapes = new long[length];
    long[] mask = new long[length];
    Arrays.fill(mask, 1);
    long[] starts = new long[words.size()];
    int place = 1;
    for (int word = 0; word < words.size(); word++) {
      starts[word] = place;
      long shape = WordShape.of(words.get(word)).ordinal();
      for (long piece : pieces.get(word)) {
        ids[place] = piece;
        shapes[place++] = shape;
      }
    }
    ids[0] = BEGIN;
    ids[place] = END;
    List<float[]> outputs =
        model.run(
            Map.of(
                "input_ids", new Model.Input.Longs(ids, 1, length),
                "attention_mask", new Model.Input.Longs(mask, 1, length),
                "shape_ids", new Model.Input.Longs(shapes, 1, length)));
    return new EncodedSentence.Window(range.begin(), starts, outputs.getFirst());
  }

  @Override
  public void close() {
    wordPieces.close();
    model.close();
  }
}
