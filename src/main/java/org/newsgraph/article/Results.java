package org.newsgraph.article;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes of an input, made one after the other as it is asked for. */
abstract class Results implements Iterator<ReadResult> {

  private @Nullable ReadResult next;
  private boolean ended;

  /** Makes the next result; empty at the end, after which it is not asked again. */
  abstract Optional<ReadResult> advance();

  /** Those of a list. */
  static Iterator<ReadResult> of(ReadResult... results) {
    return List.of(results).iterator();
  }

  @Override
  public final boolean hasNext() {
    if (next == null && !ended) {
      next = advance().orElse(null);
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public final ReadResult next() {
    ReadResult result = hasNext() ? next : null;
    if (result == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return result;
  }
}
