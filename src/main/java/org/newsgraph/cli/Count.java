package org.newsgraph.cli;

/** Puts numbers of things into words. */
final class Count {

  private Count() {}

  /** A number with its noun, such as {@code 1 fact} or {@code 2 facts}. */
  static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
