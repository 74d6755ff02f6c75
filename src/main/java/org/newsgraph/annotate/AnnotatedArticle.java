package org.newsgraph.annotate;

import java.util.List;
import org.newsgraph.article.Article;

/**
 * An article with its sentences, parsed.
 *
 * @param sentences in order; the index of each is its place in this list
 */
public record AnnotatedArticle(Article article, List<ParsedSentence> sentences) {

  /** Copies the list. */
  public AnnotatedArticle {
    sentences = List.copyOf(sentences);
  }

  /** The article's characters under a run of a sentence's tokens, {@code end} excluded. */
  public String text(int sentence, int begin, int end) {
    return sentences.get(sentence).span(begin, end).of(article.text());
  }
}
