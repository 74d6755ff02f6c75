package org.newsgraph.pipeline;

import java.util.Optional;

/**
 * The articles met in a build, by their names' digests, each with the digest of what it was made
 * of; at most 64 bytes an article, since there may be millions.
 */
final class SeenArticles {

  private static final int WIDTH = 4;
  private static final int FIRST_CAPACITY = 1 << 10;

  /** For each place the two halves of the key and of the value; all zero where it is free. */
  private long[] table = new long[FIRST_CAPACITY * WIDTH];

  private int size;

  /**
   * Adds an article unless it is there.
   *
   * @return what was there, if anything
   */
  Optional<Digest> putIfAbsent(Digest key, Digest source) {
    if (2 * (size + 1) > table.length / WIDTH) {
      grow();
    }
    int at = place(key);
    if (table[at] == key.high() && table[at + 1] == key.low()) {
      return Optional.of(new Digest(table[at + 2], table[at + 3]));
    }
    put(at, key, source);
    size++;
    return Optional.empty();
  }

  /** Where the key stands, or a free place for it. */
  private int place(Digest key) {
    int places = table.length / WIDTH;
    int at = (int) (key.low() & (places - 1));
    while (!isFree(at * WIDTH)
        && !(table[at * WIDTH] == key.high() && table[at * WIDTH + 1] == key.low())) {
      at = (at + 1) & (places - 1);
    }
    return at * WIDTH;
  }

  private boolean isFree(int at) {
    return table[at] == 0 && table[at + 1] == 0;
  }

  private void put(int at, Digest key, Digest source) {
    table[at] = key.high();
    table[at + 1] = key.low();
    table[at + 2] = source.high();
    table[at + 3] = source.low();
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    for (int at = 0; at < old.length; at += WIDTH) {
      if (old[at] != 0 || old[at + 1] != 0) {
        Digest key = new Digest(old[at], old[at + 1]);
        put(place(key), key, new Digest(old[at + 2], old[at + 3]));
      }
    }
  }
}
