package org.newsgraph.annotate;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * A sentence with its dependency tree and the dates and amounts in it.
 *
 * @param sentence the sentence
 * @param parse a head and a relation for each of its tokens
 * @param values dates, amounts and percentages in order, not overlapping
 */
public record ParsedSentence(Sentence sentence, Parse parse, List<ValueMention> values) {

  /**
   * @throws IllegalArgumentException if the tree is not one of the sentence's tokens
   */
  public ParsedSentence {
    values = List.copyOf(values);
    if (sentence.tokens().size() != parse.heads().size()) {
      throw new IllegalArgumentException(
          sentence.tokens().size() + " tokens, " + parse.heads().size() + " heads");
    }
  }

  /** The number of tokens. */
  public int size() {
    return sentence.tokens().size();
  }

  /** The token of that index, from 0. */
  public Token token(int index) {
    return sentence.tokens().get(index);
  }

  /** The date or amount that token {@code index} belongs to. */
  public Optional<ValueMention> valueAt(int index) {
    Span at = token(index).span();
    return values.stream().filter(v -> v.span().overlaps(at)).findFirst();
  }

  /** The span from the first to the last of a run of tokens, {@code end} excluded. */
  public Span span(int begin, int end) {
    return token(begin).span().union(token(end - 1).span());
  }
}
