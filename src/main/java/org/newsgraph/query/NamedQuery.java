package org.newsgraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that ships with the program. Its file begins with comments that say what it is for:
 *
 * <pre>
 * # title: Founders
 * # description: Who founded which organization.
 * # param: name = "" part of the organization's name
 * # param: date required the day asked for
 * </pre>
 *
 * @param name what it is called by, such as {@code founders}
 * @param title a few words
 * @param description a sentence
 * @param parameters in the order of the file
 * @param text the whole file
 */
public record NamedQuery(
    String name, String title, String description, List<Parameter> parameters, String text) {

  private static final Pattern HEADER = Pattern.compile("# (title|description|param): (.+)");
  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+) (?:= \"([^\"]*)\"|required) (.+)");

  /**
   * A variable that the caller may set.
   *
   * @param name without a question mark
   * @param byDefault its value where the caller sets none; empty if the caller has to
   * @param meaning what it narrows
   */
  public record Parameter(String name, Optional<String> byDefault, String meaning) {}

  /** Copies the parameters. */
  public NamedQuery {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads a query file.
   *
   * @throws IllegalArgumentException if its header is not complete
   */
  static NamedQuery parse(String name, String text) {
    Map<String, String> header = new LinkedHashMap<>();
    List<Parameter> parameters = new ArrayList<>();
    for (String line : text.lines().takeWhile(l -> l.startsWith("#")).toList()) {
      Matcher field = HEADER.matcher(line);
      if (!field.matches()) {
        continue;
      }
      if (!field.group(1).equals("param")) {
        header.put(field.group(1), field.group(2).strip());
        continue;
      }
      Matcher parameter = PARAMETER.matcher(field.group(2));
      if (!parameter.matches()) {
        throw new IllegalArgumentException(
            "%s.rq: write '# param: name = \"default\" meaning', not '%s'".formatted(name, line));
      }
      parameters.add(
          new Parameter(
              parameter.group(1), Optional.ofNullable(parameter.group(2)), parameter.group(3)));
    }
    String title = header.get("title");
    String description = header.get("description");
    if (title == null || description == null) {
      throw new IllegalArgumentException(name + ".rq has no '# title:' or no '# description:'");
    }
    return new NamedQuery(name, title, description, parameters, text);
  }

  /**
   * The values to run it with: what the caller sets, and the defaults of the rest.
   *
   * @throws QueryFailure.Refused if the caller sets a parameter that the query has not, or none
   *     where it has to
   */
  public Map<String, String> withDefaults(Map<String, String> set) {
    List<String> known = parameters.stream().map(Parameter::name).toList();
    for (String name : set.keySet()) {
      if (!known.contains(name)) {
        throw new QueryFailure.Refused(
            "the query '%s' has no parameter '%s'%s"
                .formatted(
                    this.name,
                    name,
                    known.isEmpty() ? "; it has none" : "; it has " + String.join(", ", known)));
      }
    }
    Map<String, String> values = new TreeMap<>();
    for (Parameter parameter : parameters) {
      String value = set.getOrDefault(parameter.name(), parameter.byDefault().orElse(""));
      if (value.isEmpty() && parameter.byDefault().isEmpty()) {
        throw new QueryFailure.Refused(
            "the query '%s' needs --param %s=..., %s"
                .formatted(name, parameter.name(), parameter.meaning()));
      }
      values.put(parameter.name(), value);
    }
    return values;
  }
}
