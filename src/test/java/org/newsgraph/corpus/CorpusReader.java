package org.newsgraph.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.newsgraph.corpus.CorpusItem.ExpectedEvent;
import org.newsgraph.corpus.CorpusItem.ExpectedFact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the corpus's YAML; the format is laid down in {@code src/test/corpus/README.md}. */
final class CorpusReader {

  private static final Set<String> FILE_KEYS = Set.of("published", "items");
  private static final Set<String> ITEM_KEYS =
      Set.of("id", "tags", "text", "facts", "also", "events");
  private static final Set<String> FACT_KEYS =
      Set.of("subject", "property", "object", "modality", "attributedTo", "optional");
  private static final Set<String> EVENT_KEYS =
      Set.of("type", "modality", "attributedTo", "optional", "roles", "also");

  private CorpusReader() {}

  /**
   * Reads every {@code .yaml} file of a directory, in the order of their names.
   *
   * @throws IOException if the directory or a file cannot be read
   * @throws IllegalArgumentException if a file does not keep to the format; names file and item
   */
  static List<CorpusItem> read(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<CorpusItem> items = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        items.addAll(parse(file.getFileName().toString(), Files.readString(file)));
      }
      return List.copyOf(items);
    }
  }

  /**
   * Reads the content of one file.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException if it does not keep to the format; names file and item
   */
  static List<CorpusItem> parse(String name, String yaml) {
    Load load = new Load(LoadSettings.builder().setLabel(name).build());
    Map<?, ?> file = mapping(load.loadFromString(yaml), FILE_KEYS, name);
    LocalDate published = LocalDate.parse(string(file, "published", name));
    return list(file.get("items")).stream().map(item -> item(item, published, name)).toList();
  }

  private static CorpusItem item(@Nullable Object node, LocalDate published, String file) {
    Map<?, ?> item = mapping(node, ITEM_KEYS, file);
    String id = string(item, "id", file);
    String where = file + ", " + id;
    List<ExpectedFact> facts = new ArrayList<>();
    list(item.get("facts")).forEach(fact -> facts.add(fact(fact, false, where)));
    list(item.get("also")).forEach(fact -> facts.add(fact(fact, true, where)));
    return new CorpusItem(
        id,
        published,
        list(item.get("tags")).stream()
            .map(String::valueOf)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        string(item, "text", where).strip(),
        List.copyOf(facts),
        list(item.get("events")).stream().map(event -> event(event, where)).toList());
  }

  private static ExpectedFact fact(@Nullable Object node, boolean acceptable, String where) {
    Map<?, ?> fact = mapping(node, FACT_KEYS, where);
    return new ExpectedFact(
        string(fact, "subject", where),
        Term.of(string(fact, "property", where)),
        string(fact, "object", where),
        modalities(fact),
        attributedTo(fact),
        acceptable || optional(fact));
  }

  private static ExpectedEvent event(@Nullable Object node, String where) {
    Map<?, ?> event = mapping(node, EVENT_KEYS, where);
    return new ExpectedEvent(
        alternatives(string(event, "type", where), Term::of),
        roles(event.get("roles")),
        roles(event.get("also")),
        modalities(event),
        attributedTo(event),
        optional(event));
  }

  private static Map<Term, List<String>> roles(@Nullable Object node) {
    Map<Term, List<String>> roles = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (role, filler) -> {
            List<?> fillers = filler instanceof List<?> several ? several : List.of(filler);
            roles.put(
                Term.of(String.valueOf(role)), fillers.stream().map(String::valueOf).toList());
          });
    }
    return Collections.unmodifiableMap(roles);
  }

  private static Set<Modality> modalities(Map<?, ?> node) {
    String text = node.get("modality") instanceof String s ? s : "asserted";
    return alternatives(text, m -> Modality.valueOf(m.toUpperCase(Locale.ROOT)));
  }

  private static Optional<String> attributedTo(Map<?, ?> node) {
    return Optional.ofNullable(node.get("attributedTo")).map(String::valueOf);
  }

  private static boolean optional(Map<?, ?> node) {
    return Boolean.TRUE.equals(node.get("optional"));
  }

  private static <T> Set<T> alternatives(String text, Function<String, T> parse) {
    return Arrays.stream(text.split("\\|", -1))
        .map(parse)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<?> list(@Nullable Object node) {
    return node instanceof List<?> list ? list : List.of();
  }

  private static Map<?, ?> mapping(@Nullable Object node, Set<String> keys, String where) {
    if (!(node instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(where + ": a mapping is needed, not " + node);
    }
    for (Object key : map.keySet()) {
      if (!keys.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(where + ": unknown key '" + key + "'");
      }
    }
    return map;
  }

  private static String string(Map<?, ?> map, String key, String where) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException(where + ": '" + key + "' is missing");
    }
    return String.valueOf(value);
  }
}
