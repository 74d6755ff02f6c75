package org.newsgraph.article;

import java.util.Optional;
import org.newsgraph.fact.PartialDate;

/**
 * What a source says of an article beside its text.
 *
 * @param headline one line without outer white space
 * @param author who wrote it; several names joined by commas
 * @param publisher the medium
 * @param published the day of publication
 * @param language an IETF language tag as declared, which may be wrong
 * @param url the canonical address, in the form of {@link ArticleAddress}
 */
record Metadata(
    Optional<String> headline,
    Optional<String> author,
    Optional<String> publisher,
    Optional<PartialDate> published,
    Optional<String> language,
    Optional<String> url) {

  /** Nothing is said. */
  static final Metadata NONE =
      new Metadata(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same, with what is missing taken from {@code other}. */
  Metadata or(Metadata other) {
    return new Metadata(
        headline.or(other::headline),
        author.or(other::author),
        publisher.or(other::publisher),
        published.or(other::published),
        language.or(other::language),
        url.or(other::url));
  }
}
