package org.newsgraph.query;

import java.util.List;
import java.util.stream.Collectors;
import org.newsgraph.data.NearNames;

/** Why a question cannot be answered. The message is one line, fit for a user. */
public abstract sealed class QueryFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private QueryFailure(String message) {
    super(message);
  }

  /** The query is not SPARQL. */
  public static final class Syntax extends QueryFailure {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    Syntax(int line, int column, String what) {
      super("query, line %d, column %d: %s".formatted(line, column, what));
      this.line = line;
      this.column = column;
    }

    /** Line of the query text as given, from 1. */
    public int line() {
      return line;
    }

    /** Column of the offending text in that line, from 1. */
    public int column() {
      return column;
    }
  }

  /** The query makes no sense as a whole, or asks for what is not offered. */
  public static final class Refused extends QueryFailure {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** There is no named query of that name. */
  public static final class UnknownName extends QueryFailure {
    private static final long serialVersionUID = 1L;

    UnknownName(String name, List<String> near, List<String> all) {
      super(
          "no named query '%s'%s; there are: %s"
              .formatted(name, NearNames.hint(near), String.join(", ", all)));
    }
  }

  /** No entity has that name. */
  public static final class UnknownEntity extends QueryFailure {
    private static final long serialVersionUID = 1L;

    UnknownEntity(String name, List<String> near) {
      super("nothing is named '%s' in the dataset%s".formatted(name, NearNames.hint(near)));
    }
  }

  /** No article or other graph has that name. */
  public static final class UnknownArticle extends QueryFailure {
    private static final long serialVersionUID = 1L;

    UnknownArticle(String name, List<String> near) {
      super("no article in the dataset is '%s'%s".formatted(name, NearNames.hint(near)));
    }
  }

  /** Several articles have that name. */
  public static final class AmbiguousArticle extends QueryFailure {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 3;

    AmbiguousArticle(String name, List<String> iris) {
      super(
          "'%s' may be any of %d articles; write more of the name, or the IRI: %s%s"
              .formatted(
                  name,
                  iris.size(),
                  iris.stream()
                      .limit(SHOWN)
                      .map(iri -> "<" + iri + ">")
                      .collect(Collectors.joining(", ")),
                  iris.size() > SHOWN ? ", ..." : ""));
    }
  }

  /** The query was not done in the time it was given. */
  public static final class TimedOut extends QueryFailure {
    private static final long serialVersionUID = 1L;

    TimedOut(long seconds) {
      super(
          "the query was not done after %d s; give it longer with --timeout or narrow it"
              .formatted(seconds));
    }
  }
}
