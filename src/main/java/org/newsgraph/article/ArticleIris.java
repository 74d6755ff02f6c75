package org.newsgraph.article;

import java.util.Arrays;
import java.util.Optional;
import org.newsgraph.fact.PartialDate;

/**
 * Gives articles their IRIs: the canonical address where the source says it, else {@code
 * <base>article/<date>/<headline>}, with {@code undated} where there is no date.
 *
 * <p>So two files with the same headline and date are the same article, and the later one replaces
 * the earlier; and the same file gets the same IRI wherever it lies.
 */
public final class ArticleIris {

  private static final int WORDS_FOR_HEADLINE = 8;

  private final String base;

  /**
   * @param base an absolute IRI; a slash is put at its end unless it ends in one, in {@code #} or
   *     in {@code :}
   * @throws IllegalArgumentException if {@code base} has no scheme or holds white space, quotes or
   *     angle brackets
   */
  public ArticleIris(String base) {
    if (!base.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+")) {
      throw new IllegalArgumentException(
          "'" + base + "' is no base IRI; write an absolute one such as https://example.org/");
    }
    this.base = base.matches(".*[/#:]") ? base : base + "/";
  }

  /**
   * The IRI of an article.
   *
   * @param url its canonical address, if known
   * @param body its running text, whose first words stand in for a missing headline
   */
  public String of(
      Optional<String> url,
      Optional<PartialDate> published,
      Optional<String> headline,
      String body) {
    return url.orElseGet(
        () ->
            base
                + "article/"
                + published.map(PartialDate::iso).orElse("undated")
                + "/"
                + name(headline.orElse(""), body));
  }

  private static String name(String headline, String body) {
    String slug = Slug.of(headline);
    if (slug.isEmpty()) {
      String[] words = body.strip().split("\\s+", WORDS_FOR_HEADLINE + 1);
      int count = Math.min(words.length, WORDS_FOR_HEADLINE);
      slug = Slug.of(String.join(" ", Arrays.copyOf(words, count)));
    }
    return slug.isEmpty() ? "untitled" : slug;
  }
}
