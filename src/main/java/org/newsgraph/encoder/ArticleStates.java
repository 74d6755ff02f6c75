package org.newsgraph.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states of an article's sentences, one after the other. They are kept, since several heads
 * read them at different times, as far as memory allows; those of a book's later sentences are
 * computed anew when they are asked for, which gives the same.
 */
public final class ArticleStates {

  /** 32 MB: some thousand sentences. */
  private static final int MOST_NUMBERS = 8 << 20;

  private record Kept(List<String> words, Optional<EncodedSentence> encoded) {}

  private final SentenceEncoder encoder;
  private final List<Kept> sentences = new ArrayList<>();
  private int numbers;

  /** None yet. */
  public ArticleStates(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Encodes the next sentence.
   *
   * @param words one or more
   */
  public EncodedSentence add(List<String> words) {
    EncodedSentence encoded = encoder.encode(words);
    boolean fits = encoded.numbers() <= MOST_NUMBERS - numbers;
    numbers += fits ? encoded.numbers() : 0;
    sentences.add(new Kept(List.copyOf(words), fits ? Optional.of(encoded) : Optional.empty()));
    return encoded;
  }

  /** The states of the sentence that was added as the {@code index}th, from 0. */
  public EncodedSentence of(int index) {
    Kept kept = sentences.get(index);
    return kept.encoded().orElseGet(() -> encoder.encode(kept.words()));
  }

  /** The number of sentences. */
  public int size() {
    return sentences.size();
  }
}
