package org.newsgraph.ontology;

/**
 * Something wrong in an ontology of the user's own.
 *
 * @param file the file's name
 * @param line where the term stands, from 1; 0 where that cannot be told
 * @param problem what is wrong
 * @param mend what to do about it
 */
public record OntologyProblem(String file, int line, String problem, String mend) {

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + problem + "; " + mend;
  }
}
