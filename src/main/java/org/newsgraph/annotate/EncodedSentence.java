package org.newsgraph.annotate;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.util.List;

/**
 * The encoder's states of a sentence; to be closed, since they lie outside the Java heap.
 *
 * @param windows one, or for a very long sentence several that follow one another
 */
record EncodedSentence(List<Window> windows) implements AutoCloseable {

  EncodedSentence {
    windows = List.copyOf(windows);
  }

  @Override
  public void close() {
    windows.forEach(w -> w.result().close());
  }

  /**
   * Words that the encoder read together.
   *
   * @param firstWord the index in the sentence of the window's first word
   * @param wordStarts for each word of the window the place of its first piece among the states
   * @param result what holds the states
   */
  record Window(int firstWord, long[] wordStarts, OrtSession.Result result) {

    /** The states, (1, pieces, 384). */
    OnnxTensor states() {
      return (OnnxTensor) result.get(0);
    }

    int words() {
      return wordStarts.length;
    }
  }
}
