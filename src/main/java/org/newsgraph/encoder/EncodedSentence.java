package org.newsgraph.encoder;

import java.util.Arrays;
import java.util.List;

/**
 * The encoder's states of a sentence.
 *
 * @param windows one, or for a very long sentence several that follow one another
 */
public record EncodedSentence(List<Window> windows) {

  /** The length of a state. */
  public static final int WIDTH = 384;

  /** Copies the list. */
  public EncodedSentence {
    windows = List.copyOf(windows);
  }

  /** How many numbers the states are made of. */
  int numbers() {
    return windows.stream().mapToInt(w -> w.states.length).sum();
  }

  /**
   * Words that the encoder read together.
   *
   * @param firstWord the index in the sentence of the window's first word
   * @param wordStarts for each word of the window the place of its first piece among the states
   * @param states the states of all pieces, one after the other
   */
  public record Window(int firstWord, long[] wordStarts, float[] states) {

    /** The number of words. */
    public int words() {
      return wordStarts.length;
    }

    /** Whether a run of the sentence's words, {@code end} excluded, lies in the window. */
    public boolean contains(int begin, int end) {
      return firstWord <= begin && end <= firstWord + words();
    }

    /** The states as a model reads them, (1, pieces, {@link #WIDTH}). */
    public Model.Input statesInput() {
      return new Model.Input.Floats(states, 1, states.length / WIDTH, WIDTH);
    }

    /** The places of the words' first pieces as a model reads them, (1, words). */
    public Model.Input wordStartsInput() {
      return new Model.Input.Longs(wordStarts, 1, words());
    }

    /**
     * The state of a word's first piece.
     *
     * @param word its index in the sentence
     */
    public float[] state(int word) {
      int at = (int) wordStarts[word - firstWord] * WIDTH;
      return Arrays.copyOfRange(states, at, at + WIDTH);
    }
  }
}
