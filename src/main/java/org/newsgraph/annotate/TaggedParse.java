package org.newsgraph.annotate;

import java.util.List;

/**
 * A sentence's parts of speech and its dependency tree, found together.
 *
 * @param tags for each token its Universal Dependencies UPOS tag, such as {@code PROPN}
 * @param parse the tree over the same tokens
 */
public record TaggedParse(List<String> tags, Parse parse) {

  /**
   * @throws IllegalArgumentException if tags and tree differ in length
   */
  public TaggedParse {
    tags = List.copyOf(tags);
    if (tags.size() != parse.heads().size()) {
      throw new IllegalArgumentException(tags.size() + " tags, " + parse.heads().size() + " heads");
    }
  }
}
