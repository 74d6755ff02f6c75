package org.newsgraph.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Splits words into the pieces of the encoder's vocabulary, as {@code training/words.py} does. */
final class WordPieces implements AutoCloseable {

  /** Of a longer word, such as a web address, only the beginning is read. */
  private static final int MOST_PIECES_A_WORD = 12;

  private static final Map<String, String> WHOLE_WORDS =
      Map.of("``", "\"", "''", "\"", "--", "\u2014");

  private final HuggingFaceTokenizer tokenizer;
  private final long[] unknown;

  /**
   * @param vocabulary a {@code tokenizer.json}
   */
  WordPieces(InputStream vocabulary) throws IOException {
    tokenizer =
        HuggingFaceTokenizer.newInstance(
            vocabulary, Map.of("padding", "DO_NOT_PAD", "truncation", "DO_NOT_TRUNCATE"));
    unknown = tokenizer.encode("[UNK]", false, false).getIds();
  }

  /** For each word the ids of its pieces, one at least. */
  List<long[]> split(List<String> words) {
    List<String> plain = words.stream().map(WordPieces::plain).toList();
    Encoding encoding = tokenizer.encode(plain, false, false);
    long[] ids = encoding.getIds();
    long[] wordOfPiece = encoding.getWordIds();
    List<long[]> pieces = new ArrayList<>(words.size());
    int next = 0;
    for (int word = 0; word < words.size(); word++) {
      int start = next;
      while (next < ids.length && wordOfPiece[next] == word) {
        next++;
      }
      int count = Math.min(next - start, MOST_PIECES_A_WORD);
      pieces.add(count == 0 ? unknown : Arrays.copyOfRange(ids, start, start + count));
    }
    return pieces;
  }

  /** The word with typographic quotation marks made straight, as in training. */
  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case '\u2018', '\u2019', '\u201B' -> plain.append('\'');
        case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> plain.append('"');
        case '\u2026' -> plain.append("...");
        default -> plain.append(c);
      }
    }
    String whole = plain.toString();
    return WHOLE_WORDS.getOrDefault(whole, whole);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
