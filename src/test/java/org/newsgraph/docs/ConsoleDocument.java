package org.newsgraph.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A Markdown document whose blocks marked {@code console} hold commands and what they print.
 *
 * @param lines the document's lines
 */
record ConsoleDocument(List<String> lines) {

  private static final String OPENING = "```console";
  private static final String CLOSING = "```";
  private static final String PROMPT = "$ ";
  private static final String CONTINUATION = "> ";

  ConsoleDocument {
    lines = List.copyOf(lines);
  }

  /**
   * Its commands in order.
   *
   * @throws IllegalArgumentException if a block does not begin with a command or does not end
   */
  List<ConsoleExample> examples() {
    List<ConsoleExample> found = new ArrayList<>();
    replaced(
        example -> {
          found.add(example);
          return example.shown();
        });
    return found;
  }

  /** The document with other output for each of its commands, asked for in order. */
  ConsoleDocument replaced(Function<ConsoleExample, List<String>> output) {
    List<String> made = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      made.add(lines.get(at));
      if (lines.get(at++).equals(OPENING)) {
        at = block(at, made, output);
      }
    }
    return new ConsoleDocument(made);
  }

  private int block(int begin, List<String> made, Function<ConsoleExample, List<String>> output) {
    int at = begin;
    while (!line(at).equals(CLOSING)) {
      int first = at;
      if (!line(at).startsWith(PROMPT)) {
        throw new IllegalArgumentException("line " + (at + 1) + ": output without a command");
      }
      at++;
      while (line(at).startsWith(CONTINUATION)) {
        at++;
      }
      int end = at;
      while (!line(end).equals(CLOSING) && !line(end).startsWith(PROMPT)) {
        end++;
      }
      String command =
          String.join("\n", lines.subList(first, at).stream().map(l -> l.substring(2)).toList());
      made.addAll(lines.subList(first, at));
      made.addAll(output.apply(new ConsoleExample(first + 1, command, lines.subList(at, end))));
      at = end;
    }
    return at;
  }

  private String line(int at) {
    if (at == lines.size()) {
      throw new IllegalArgumentException("the last console block does not end");
    }
    return lines.get(at);
  }
}
