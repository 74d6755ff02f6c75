package org.newsgraph.annotate;

import java.util.List;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;

/**
 * A sentence of an article.
 *
 * @param index its number in the article, from 0
 * @param span where it stands in the article's text, outer white space left out
 * @param role whether it is a headline or running text
 * @param tokens its tokens in order, one or more, all within the span
 */
public record Sentence(int index, Span span, Role role, List<Token> tokens) {

  /**
   * @throws IllegalArgumentException if there is no token
   */
  public Sentence {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a sentence without tokens at " + span);
    }
  }
}
