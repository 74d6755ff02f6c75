package org.newsgraph.store;

/** Is told how far long work is. */
public interface Progress {

  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(String what, long steps) {}

        @Override
        public void step() {}
      };

  /**
   * Work begins, and what was under way is done.
   *
   * @param what such as {@code indexes}
   * @param steps how many there will be at most
   */
  void begin(String what, long steps);

  /** A step of it is done. */
  void step();
}
