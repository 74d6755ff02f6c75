package org.newsgraph.store;

import java.nio.file.Path;
import java.util.List;

/**
 * A part of a dataset that stands in files of its own: an index or the table of terms.
 *
 * @param name such as {@code GPOS}
 * @param derived whether all that is in it follows from other parts, or is not used, so that a
 *     backup does without it
 * @param files all of it; where one is damaged, they go together
 */
public record StorePart(String name, boolean derived, List<Path> files) {

  /** Copies the files. */
  public StorePart {
    files = List.copyOf(files);
  }
}
