package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;

/**
 * A sentence that a set gives as tokens, as a text with a space between them.
 *
 * @param text the sentence
 * @param tokens where each token stands in it
 */
record TokenText(String text, List<Span> tokens) {

  /** Copies the list. */
  TokenText {
    tokens = List.copyOf(tokens);
  }

  /**
   * @param tokens one or more; an empty one, as FIRE has some, stands for the end of the word
   *     before
   */
  static TokenText of(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (String token : tokens) {
      if (!text.isEmpty() && !token.isEmpty()) {
        text.append(' ');
      }
      int begin = token.isEmpty() ? Math.max(0, text.length() - 1) : text.length();
      text.append(token);
      spans.add(new Span(begin, Math.max(1, text.length())));
    }
    return new TokenText(text.toString(), spans);
  }

  /** The words from the token {@code first} to the token before {@code end}. */
  Span span(int first, int end) {
    return tokens.get(first).union(tokens.get(end - 1));
  }

  /** The sentence as an article. */
  Article article(String iri) {
    return new Article(
        iri,
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Paragraph(new Span(0, text.length()), Role.BODY)));
  }
}
