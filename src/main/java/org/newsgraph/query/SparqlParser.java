package org.newsgraph.query;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;

/**
 * Reads SPARQL queries in which the project's prefixes need no declaration, and says where one is
 * wrong in terms of the text as the user typed it.
 *
 * @param prefixes namespaces by prefix; the query's own {@code PREFIX} lines win
 */
public record SparqlParser(Map<String, String> prefixes) {

  private static final Pattern POSITION = Pattern.compile("(?i)line:? (\\d+), column:? (\\d+)");
  private static final Pattern UNKNOWN_PREFIX =
      Pattern.compile("Unresolved prefixed name: ([^:\\s]*:)\\S*");
  private static final Pattern VARIABLE = Pattern.compile("[?$]\\w+");
  private static final Pattern UPDATE =
      Pattern.compile(
          "\\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\\b", Pattern.CASE_INSENSITIVE);
  private static final int SHOWN = 40;

  /**
   * Reads a query.
   *
   * @throws QueryFailure if it is no SELECT, ASK, CONSTRUCT or DESCRIBE query
   */
  public Query parse(String text) {
    Query query = new Query();
    query.getPrefixMapping().setNsPrefixes(prefixes);
    try {
      QueryFactory.parse(query, text, null, Syntax.syntaxARQ);
    } catch (QueryParseException e) {
      throw isUpdate(text) ? refusedUpdate() : failure(text, e);
    } catch (QueryException e) {
      throw new QueryFailure.Refused("query: " + firstLine(e));
    }
    if (!query.isSelectType()
        && !query.isAskType()
        && !query.isConstructType()
        && !query.isDescribeType()) {
      throw new QueryFailure.Refused(
          "query: only SELECT, ASK, CONSTRUCT and DESCRIBE are answered");
    }
    return query;
  }

  private boolean isUpdate(String text) {
    if (!UPDATE.matcher(text).find()) {
      return false;
    }
    StringBuilder prologue = new StringBuilder();
    prefixes.forEach(
        (prefix, iri) ->
            prologue.append("PREFIX ").append(prefix).append(": <").append(iri).append("> "));
    try {
      UpdateFactory.create(prologue + text, Syntax.syntaxARQ);
      return true;
    } catch (QueryException e) {
      return false;
    }
  }

  private static QueryFailure refusedUpdate() {
    return new QueryFailure.Refused(
        "query: updates are refused, since each fact has to come with its evidence; the graph is"
            + " changed by build");
  }

  private static QueryFailure failure(String text, QueryParseException e) {
    String message = firstLine(e);
    Matcher position = POSITION.matcher(message);
    int line = position.find() ? Integer.parseInt(position.group(1)) : e.getLine();
    int column = line == e.getLine() && position.hasMatch() ? column(position) : e.getColumn();
    if (position.hasMatch()) {
      column = column(position);
    }
    if (line < 0) {
      return semantic(text, message);
    }
    List<String> lines = text.lines().toList();
    if (line == 0 || line > lines.size()) {
      return endOfQuery(lines);
    }
    String row = lines.get(line - 1);
    int at = Math.min(Math.max(column - 1, 0), row.length());
    if (message.startsWith("Lexical error")) {
      at = startOfWord(row, Math.min(at, Math.max(row.length() - 1, 0)));
    }
    String offending = wordAt(row, at);
    if (message.contains("\"<EOF>\"") || offending.isEmpty()) {
      return endOfQuery(lines);
    }
    Matcher prefix = UNKNOWN_PREFIX.matcher(message);
    String what =
        prefix.find()
            ? "'%s' has an unknown prefix; declare it with PREFIX %s <...>"
                .formatted(offending, prefix.group(1))
            : "'%s' is not expected here".formatted(offending);
    return new QueryFailure.Syntax(line, at + 1, what);
  }

  private static int column(Matcher position) {
    return Integer.parseInt(position.group(2));
  }

  private static QueryFailure endOfQuery(List<String> lines) {
    int last = Math.max(lines.size(), 1);
    int column = lines.isEmpty() ? 1 : lines.getLast().length() + 1;
    return new QueryFailure.Syntax(last, column, "the query ends too early");
  }

  /** An error of sense has no position of its own, but mostly names a variable. */
  private static QueryFailure semantic(String text, String message) {
    Matcher variable = VARIABLE.matcher(message);
    int at = variable.find() ? text.indexOf(variable.group()) : -1;
    if (at < 0) {
      return new QueryFailure.Refused("query: " + message);
    }
    String before = text.substring(0, at);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new QueryFailure.Syntax(line, at - before.lastIndexOf('\n'), message);
  }

  private static int startOfWord(String row, int at) {
    int start = at;
    if (start > 0 && Character.isWhitespace(row.charAt(start))) {
      start--;
    }
    while (start > 0 && !Character.isWhitespace(row.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static String wordAt(String row, int at) {
    int end = at;
    while (end < row.length() && !Character.isWhitespace(row.charAt(end)) && end - at < SHOWN) {
      end++;
    }
    return row.substring(at, end);
  }

  private static String firstLine(QueryException e) {
    String message = e.getMessage();
    return message == null ? "not understood" : message.lines().findFirst().orElse("");
  }
}
