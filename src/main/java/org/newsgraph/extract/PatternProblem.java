package org.newsgraph.extract;

/**
 * Something wrong in a pattern file.
 *
 * @param file the file's name
 * @param line from 1
 * @param column from 1
 * @param problem what is wrong
 * @param mend what to do about it
 */
public record PatternProblem(String file, int line, int column, String problem, String mend) {

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + problem + "; " + mend;
  }
}
