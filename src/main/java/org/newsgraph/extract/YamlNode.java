package org.newsgraph.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.data.NearNames;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of a YAML file that knows its place, so that what is wrong with it can be said with line
 * and column.
 *
 * @param file the file's name
 * @param node the parsed node
 */
record YamlNode(String file, Node node) {

  /** The most bytes of a file. */
  private static final int MAX_BYTES = 1 << 20;

  /** Deeper, the library needs time in proportion to the square of the depth. */
  private static final int MAX_OPEN_BRACKETS = 100;

  /** Reads a whole file. */
  static YamlNode read(String file, InputStream in) {
    byte[] bytes = bytes(file, in);
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      Node root =
          new Compose(settings)
              .composeInputStream(new ByteArrayInputStream(bytes))
              .orElseThrow(
                  () ->
                      new PatternException(
                          new PatternProblem(file, 1, 1, "an empty file", "write 'patterns:'")));
      return new YamlNode(file, root);
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().orElse(null);
      throw new PatternException(
          new PatternProblem(
              file,
              mark == null ? 1 : mark.getLine() + 1,
              mark == null ? 1 : mark.getColumn() + 1,
              "no YAML: " + e.getProblem(),
              "correct the syntax"));
    } catch (YamlEngineException e) {
      // Bytes that are no text, or a text that is too long, have no place in the text.
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new PatternException(
          new PatternProblem(file, 1, 1, "no YAML: " + why, "write a pattern file in UTF-8"));
    } catch (StackOverflowError e) {
      throw new PatternException(
          new PatternProblem(
              file, 1, 1, "lists within lists without end", "nest no deeper than the format asks"));
    }
  }

  private static byte[] bytes(String file, InputStream in) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int line = 1;
    int open = 0;
    for (byte b : bytes) {
      line += b == '\n' ? 1 : 0;
      open += b == '[' || b == '{' ? 1 : b == ']' || b == '}' ? -1 : 0;
      if (open > MAX_OPEN_BRACKETS) {
        throw new PatternException(
            new PatternProblem(
                file,
                line,
                1,
                "more than %d open brackets".formatted(MAX_OPEN_BRACKETS),
                "nest no deeper than the format asks"));
      }
    }
    if (bytes.length > MAX_BYTES) {
      throw new PatternException(
          new PatternProblem(
              file,
              1,
              1,
              "more than %d bytes".formatted(MAX_BYTES),
              "split it into several files"));
    }
    return bytes;
  }

  /** An exception that names this node's place. */
  PatternException wrong(String problem, String mend) {
    Mark mark = node.getStartMark().orElse(null);
    return new PatternException(
        new PatternProblem(
            file,
            mark == null ? 1 : mark.getLine() + 1,
            mark == null ? 1 : mark.getColumn() + 1,
            problem,
            mend));
  }

  /** A mapping's fields; one that is not {@code known} is a problem and left out. */
  Fields fields(Set<String> known, Problems problems) {
    Map<String, YamlNode> entries = entries(problems);
    Map<String, YamlNode> kept = new LinkedHashMap<>();
    entries.forEach(
        (name, value) -> {
          if (known.contains(name)) {
            kept.put(name, value);
          } else {
            problems.add(
                value.wrong(
                    "unknown field '" + name + "'",
                    "use "
                        + known.stream().sorted().collect(Collectors.joining(", "))
                        + NearNames.hint(NearNames.of(name, known))));
          }
        });
    return new Fields(this, kept);
  }

  /** A mapping's entries in the order of the file; one that is there twice is a problem. */
  Map<String, YamlNode> entries(Problems problems) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("a value where a mapping is expected", "write NAME: VALUE lines");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    mapping
        .getValue()
        .forEach(
            tuple -> {
              YamlNode key = new YamlNode(file, tuple.getKeyNode());
              problems
                  .attempt(key::text)
                  .ifPresent(
                      name -> {
                        YamlNode value = new YamlNode(file, tuple.getValueNode());
                        if (entries.putIfAbsent(name, value) != null) {
                          problems.add(
                              key.wrong("'" + name + "' is there twice", "keep one of the two"));
                        }
                      });
            });
    return entries;
  }

  /** A list's items; a single value is a list of one. */
  List<YamlNode> items() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(n -> new YamlNode(file, n)).toList()
        : List.of(this);
  }

  /** The words of a list or of a single value. */
  Set<String> words() {
    return items().stream()
        .map(YamlNode::text)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A scalar's text. */
  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong("a list or mapping where a word is expected", "write a single value");
  }

  /** A scalar's number. */
  BigDecimal number() {
    try {
      return new BigDecimal(text());
    } catch (NumberFormatException e) {
      throw wrong("'" + text() + "' is no number", "write a number");
    }
  }

  /** A scalar's truth value. */
  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("'" + text() + "' is neither true nor false", "write true or false");
    };
  }

  /** A scalar at this node's place. */
  YamlNode withText(String text) {
    return new YamlNode(
        file,
        new ScalarNode(
            node.getTag(),
            true,
            text,
            org.snakeyaml.engine.v2.common.ScalarStyle.PLAIN,
            node.getStartMark(),
            node.getEndMark()));
  }

  /** The fields of a mapping. */
  record Fields(YamlNode owner, Map<String, YamlNode> entries) {

    /** A field that has to be there. */
    YamlNode required(String name) {
      return optional(name)
          .orElseThrow(() -> owner.wrong("no '" + name + "'", "add the field '" + name + "'"));
    }

    /** Whether a field is there. */
    boolean has(String name) {
      return entries.containsKey(name);
    }

    /** A field that may be missing. */
    Optional<YamlNode> optional(String name) {
      return Optional.ofNullable(entries.get(name));
    }

    /** A field's items, none where it is missing. */
    List<YamlNode> list(String name) {
      return optional(name).map(YamlNode::items).orElse(List.of());
    }
  }
}
