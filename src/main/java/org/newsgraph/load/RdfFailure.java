package org.newsgraph.load;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why RDF cannot be taken in. The message is one line, fit for a user. */
public abstract sealed class RdfFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private RdfFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  private RdfFailure(String message) {
    super(message);
  }

  /** The text is not what its syntax asks for. */
  public static final class Syntax extends RdfFailure {
    private static final long serialVersionUID = 1L;

    /**
     * @param line from 1; 0 or less where unknown
     * @param column from 1; 0 or less where unknown
     */
    Syntax(String file, long line, long column, String what) {
      super(file + place(line, column) + ": " + what.lines().findFirst().orElse("not understood"));
    }

    private static String place(long line, long column) {
      if (line <= 0) {
        return "";
      }
      return column <= 0
          ? ", line " + line
          : String.format(Locale.ROOT, ", line %d, column %d", line, column);
    }
  }

  /** The file is damaged, cut short or cannot be read. */
  public static final class Unreadable extends RdfFailure {
    private static final long serialVersionUID = 1L;

    Unreadable(String file, String what, @Nullable Throwable cause) {
      super(file + " " + what, cause);
    }
  }

  /** Neither the file's name nor the user says what syntax it is. */
  public static final class UnknownSyntax extends RdfFailure {
    private static final long serialVersionUID = 1L;

    UnknownSyntax(String file) {
      super(
          file
              + " has no known ending; name a ttl, trig, nt, nq, jsonld or rdf file, each also"
              + " with .gz");
    }
  }

  /** The dataset has another graph of the same name. */
  public static final class Conflict extends RdfFailure {
    private static final long serialVersionUID = 1L;

    Conflict(String graph, int further) {
      super(
          "the dataset has another graph <%s>%s; --replace puts the new one in its place, --add"
                  .formatted(graph, further == 0 ? "" : " and %d more".formatted(further))
              + " joins both; nothing was loaded");
    }
  }
}
