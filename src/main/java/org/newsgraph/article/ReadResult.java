package org.newsgraph.article;

/** What came of reading an input. */
public sealed interface ReadResult {

  /** An article that was read. */
  record Read(Article article) implements ReadResult {}

  /**
   * An input, or a part of one, that could not be read.
   *
   * @param input the file, directory or {@code -} as the user may know it
   * @param place where in the input, such as {@code byte 1204 (line 7)}; empty where it is the
   *     whole
   * @param problem what is wrong, in a few words without a full stop
   * @param mend what to do about it; empty where nothing can be said
   */
  record Unreadable(String input, String place, String problem, String mend) implements ReadResult {

    private static final int LONGEST = 300;

    /** What libraries say of a broken file may quote it, line breaks and all: it becomes a line. */
    public Unreadable {
      String line = problem.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
      problem = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    /** All of it in one line. */
    public String message() {
      return input
          + (place.isEmpty() ? "" : ", " + place)
          + ": "
          + problem
          + (mend.isEmpty() ? "" : "; " + mend);
    }
  }

  /**
   * Files of a directory that are not articles and were left out, which is no failure.
   *
   * @param input the directory
   * @param note how many, and of which kinds
   */
  record LeftOut(String input, String note) implements ReadResult {}
}
