package org.newsgraph.extract;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
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

  /** Reads a whole file. */
  static YamlNode read(String file, InputStream in) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      Node root =
          new Compose(settings)
              .composeInputStream(in)
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
    }
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

  /** A mapping's fields; a name that is not {@code known} is an error. */
  Fields fields(Set<String> known) {
    Map<String, YamlNode> entries = entries();
    for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry
            .getValue()
            .wrong(
                "unknown field '" + entry.getKey() + "'",
                "use " + known.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
    return new Fields(this, entries);
  }

  /** A mapping's entries in the order of the file. */
  Map<String, YamlNode> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("a value where a mapping is expected", "write NAME: VALUE lines");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    mapping
        .getValue()
        .forEach(
            tuple ->
                entries.put(
                    new YamlNode(file, tuple.getKeyNode()).text(),
                    new YamlNode(file, tuple.getValueNode())));
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
