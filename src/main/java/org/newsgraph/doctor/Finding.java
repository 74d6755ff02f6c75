package org.newsgraph.doctor;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What a check has found.
 *
 * @param check that found it
 * @param severity how grave it is
 * @param where a file, a directory or a graph in angle brackets
 * @param what it is, one line
 * @param mend a command to paste; words in capitals are to be filled in; empty where all is well or
 *     no command helps
 */
public record Finding(
    Check check, Severity severity, String where, String what, Optional<String> mend)
    implements Comparable<Finding> {

  /** How grave a finding is. */
  public enum Severity {
    /** All is well. */
    OK,
    /** Worth a look; nothing is wrong with what the dataset says. */
    WARNING,
    /** Something is lost, wrong or in the way. */
    ERROR;

    /** In small letters. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::check)
          .thenComparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::where)
          .thenComparing(Finding::what);

  /** In the order of checks, the gravest first. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
