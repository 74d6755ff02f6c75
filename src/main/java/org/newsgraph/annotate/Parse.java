package org.newsgraph.annotate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The dependency tree of a sentence, in Universal Dependencies (version 2).
 *
 * @param heads for each token the index of its head, from 0; -1 for the root, of which there is
 *     exactly one
 * @param relations for each token its relation to its head, such as {@code nsubj:pass}
 */
public record Parse(List<Integer> heads, List<String> relations) {

  /**
   * @throws IllegalArgumentException if the lists differ in length or there is not exactly one root
   */
  public Parse {
    heads = List.copyOf(heads);
    relations = List.copyOf(relations);
    if (heads.size() != relations.size()) {
      throw new IllegalArgumentException(
          heads.size() + " heads, " + relations.size() + " relations");
    }
    if (heads.stream().filter(h -> h < 0).count() != 1) {
      throw new IllegalArgumentException("a tree has one root: " + heads);
    }
  }

  /** The tokens whose head is {@code token}, in order. */
  public IntStream children(int token) {
    return IntStream.range(0, heads.size()).filter(i -> heads.get(i) == token);
  }

  /** The index of the token's head, -1 for the root. */
  public int head(int token) {
    return heads.get(token);
  }

  /** The token's relation to its head, such as {@code obl:agent}. */
  public String relation(int token) {
    return relations.get(token);
  }
}
