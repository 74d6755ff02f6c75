package org.newsgraph.pipeline;

import java.util.List;
import java.util.Optional;
import org.newsgraph.validate.Violation;

/** What a build tells while it runs. */
public sealed interface BuildNotice {

  /**
   * An input that gave no article, or an article that could not be stored.
   *
   * @param message one line: which, what is wrong, what mends it
   * @param cause the error behind it, where there is one
   */
  record Failed(String message, Optional<RuntimeException> cause) implements BuildNotice {}

  /**
   * What was passed over without harm: files that are no articles, articles that came before.
   *
   * @param message one line
   */
  record LeftOut(String message) implements BuildNotice {}

  /**
   * What the shapes found wrong with an article's graph; what is grave has been left out of it.
   *
   * @param article the article's IRI
   * @param violations one or more
   */
  record Violated(String article, List<Violation> violations) implements BuildNotice {}

  /**
   * An article was extracted.
   *
   * @param article its IRI
   */
  record Extracted(String article) implements BuildNotice {}

  /**
   * An article was passed over, since the dataset holds what this program makes of it.
   *
   * @param article its IRI
   */
  record Unchanged(String article) implements BuildNotice {}
}
