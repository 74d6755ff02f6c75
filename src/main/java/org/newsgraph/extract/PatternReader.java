package org.newsgraph.extract;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.NearNames;
import org.newsgraph.extract.Pattern.EventTemplate;
import org.newsgraph.extract.Pattern.FactTemplate;
import org.newsgraph.extract.Pattern.Filler;
import org.newsgraph.extract.Pattern.Role;
import org.newsgraph.extract.Pattern.Step;
import org.newsgraph.extract.Pattern.Trigger;
import org.newsgraph.extract.Pattern.ValueKind;
import org.newsgraph.extract.YamlNode.Fields;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/**
 * Reads pattern files and checks them against the ontology. Everything that is wrong is reported
 * with its file, line and mend. A pattern that has a mistake is left out; the others are read all
 * the same.
 */
public final class PatternReader {

  private static final java.util.regex.Pattern STEP =
      java.util.regex.Pattern.compile("([a-z][a-z +-]*)(?:\\[([^\\]]*)\\])?");

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "verb",
          "noun",
          "title",
          "entity",
          "roles",
          "facts",
          "event",
          "unless",
          "state",
          "made",
          "modality",
          "confidence");

  private static final int WORDS_OF_VERB = 2;
  private static final int WORDS_OF_NOUN = 3;

  private final PatternCheck check;
  private final Set<String> prepositions = DataTable.read("prepositions.txt").words();

  /** Words that a step names by the name of their list. */
  private final Map<String, Set<String>> lists =
      Map.of("goods", DataTable.read("goods.txt").words());

  /** A reader that checks names against the given ontology. */
  public PatternReader(Schema schema) {
    this.check = new PatternCheck(schema);
  }

  /**
   * What a file holds.
   *
   * @param patterns those that are right
   * @param problems what is wrong with the others, in the order of the file
   */
  record Patterns(List<Pattern> patterns, List<PatternProblem> problems) {}

  /**
   * What some files hold.
   *
   * @param patterns those that are right
   * @param problems what is wrong with the others, file by file
   */
  public record ReadFiles(OwnPatterns patterns, List<PatternProblem> problems) {}

  /**
   * Reads several files, in which no two patterns may have one name or say the same.
   *
   * @throws IOException if one cannot be read
   */
  public ReadFiles readFiles(List<Path> files) throws IOException {
    List<Pattern> patterns = new ArrayList<>();
    List<PatternProblem> problems = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        Patterns read = read(file.toString(), in);
        problems.addAll(read.problems());
        for (Pattern pattern : read.patterns()) {
          String other = names.putIfAbsent(pattern.name(), file.toString());
          if (other == null || other.equals(file.toString())) {
            patterns.add(pattern);
          } else {
            problems.add(
                new PatternProblem(
                    file.toString(),
                    lineOf(file, pattern.name()),
                    1,
                    "the name '" + pattern.name() + "' is taken in " + other,
                    "give one of the two another name"));
          }
        }
      }
    }
    return new ReadFiles(new OwnPatterns(patterns, false), List.copyOf(problems));
  }

  private static int lineOf(Path file, String name) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines
          .get(i)
          .matches(".*\\bname: *['\"]?" + java.util.regex.Pattern.quote(name) + "\\b.*")) {
        return i + 1;
      }
    }
    return 1;
  }

  /**
   * Reads a file.
   *
   * @param file its name, for the problems
   * @param in UTF-8 YAML; not closed
   */
  Patterns read(String file, InputStream in) {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    Problems problems = new Problems();
    problems.attempt(
        () -> {
          Fields top = YamlNode.read(file, in).fields(Set.of("patterns"), problems);
          for (YamlNode node : top.list("patterns")) {
            problems
                .attempt(() -> pattern(node, problems))
                .flatMap(read -> read)
                .ifPresent(read -> add(node, read, patterns, problems));
          }
          return top;
        });
    return new Patterns(List.copyOf(patterns.values()), problems.inOrder());
  }

  private static void add(
      YamlNode node, Pattern read, Map<String, Pattern> patterns, Problems problems) {
    Optional<Pattern> same =
        patterns.values().stream()
            .filter(p -> sharesTrigger(p.trigger(), read.trigger()))
            .filter(p -> p.roles().equals(read.roles()))
            .filter(p -> p.facts().equals(read.facts()) && p.event().equals(read.event()))
            .findFirst();
    if (patterns.containsKey(read.name())) {
      problems.add(
          node.wrong(
              "a second pattern named '" + read.name() + "'", "give one of the two another name"));
    } else if (same.isPresent()) {
      problems.add(
          node.wrong(
              "'%s' has the trigger and all else of '%s'".formatted(read.name(), same.get().name()),
              "take one of the two out"));
    } else {
      patterns.put(read.name(), read);
    }
  }

  private static boolean sharesTrigger(Trigger one, Trigger other) {
    return one.getClass() == other.getClass()
        && words(one).stream().anyMatch(words(other)::contains);
  }

  private static Set<?> words(Trigger trigger) {
    return switch (trigger) {
      case Trigger.OfVerb(Set<String> lemmas) -> lemmas;
      case Trigger.OfNoun(Set<String> lemmas) -> lemmas;
      case Trigger.OfTitle(Set<Trigger.Lexical> kinds) -> kinds;
      case Trigger.OfEntity(Set<Term> classes) -> classes;
    };
  }

  /** A pattern; empty where something in it is a problem. */
  private Optional<Pattern> pattern(YamlNode node, Problems problems) {
    int before = problems.count();
    Fields fields = node.fields(FIELDS, problems);
    Optional<String> name = problems.attempt(() -> word(fields.required("name")));
    Optional<Trigger> trigger = problems.attempt(() -> trigger(node, fields, problems));
    Map<String, YamlNode> named =
        problems.attempt(() -> fields.required("roles").entries(problems)).orElse(Map.of());
    Set<String> names = named.keySet();
    Map<String, Role> roles = new LinkedHashMap<>();
    named.forEach(
        (role, value) -> {
          int wrong = problems.count();
          Optional<Role> read = problems.attempt(() -> role(value, problems));
          // What is wrong in itself is told once, and not again wherever it is used.
          read.filter(r -> problems.count() == wrong).ifPresent(r -> roles.put(role, r));
        });
    Set<String> used = new TreeSet<>();
    List<FactTemplate> facts = new ArrayList<>();
    for (YamlNode fact : fields.list("facts")) {
      problems.attempt(() -> fact(fact, names, roles, used)).ifPresent(facts::add);
    }
    Optional<EventTemplate> event =
        fields
            .optional("event")
            .flatMap(e -> problems.attempt(() -> event(e, names, roles, used, problems)));
    Set<String> unless = roles(fields, "unless", names, problems);
    used.addAll(unless);
    if (fields.list("facts").isEmpty() && !fields.has("event")) {
      problems.add(node.wrong("nothing follows from the pattern", "add 'facts' or an 'event'"));
    } else if (problems.count() == before) {
      named.forEach(
          (role, value) -> {
            if (!used.contains(role)) {
              problems.add(
                  value.wrong(
                      "no fact, no event and no 'unless' uses the role '" + role + "'",
                      "use it, or take it out"));
            }
          });
    }
    boolean state = fields.optional("state").flatMap(n -> problems.attempt(n::flag)).orElse(false);
    boolean made = fields.optional("made").flatMap(n -> problems.attempt(n::flag)).orElse(false);
    Modality modality =
        fields
            .optional("modality")
            .flatMap(n -> problems.attempt(() -> modality(n)))
            .orElse(Modality.ASSERTED);
    BigDecimal confidence =
        fields
            .optional("confidence")
            .flatMap(n -> problems.attempt(() -> probability(n)))
            .orElse(new BigDecimal("0.9"));
    return problems.count() > before || name.isEmpty() || trigger.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pattern(
                name.get(),
                trigger.get(),
                roles,
                List.copyOf(facts),
                event,
                unless,
                state,
                made,
                modality,
                confidence));
  }

  private static String word(YamlNode node) {
    if (node.text().isBlank()) {
      throw node.wrong("an empty word", "write a word or take it out");
    }
    return node.text();
  }

  private static Modality modality(YamlNode node) {
    return Stream.of(Modality.values())
        .filter(m -> m.name().toLowerCase(Locale.ROOT).equals(node.text()))
        .findFirst()
        .orElseThrow(
            () ->
                node.wrong(
                    "no modality '" + node.text() + "'",
                    "write asserted, alleged, planned, possible or denied"));
  }

  private static BigDecimal probability(YamlNode node) {
    BigDecimal value = node.number();
    if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw node.wrong("a confidence of " + value, "write a number above 0 and up to 1");
    }
    return value;
  }

  private Trigger trigger(YamlNode node, Fields fields, Problems problems) {
    List<Trigger> triggers = new ArrayList<>();
    fields
        .optional("verb")
        .ifPresent(n -> triggers.add(new Trigger.OfVerb(lemmas(n, WORDS_OF_VERB, problems))));
    fields
        .optional("noun")
        .ifPresent(n -> triggers.add(new Trigger.OfNoun(lemmas(n, WORDS_OF_NOUN, problems))));
    fields
        .optional("title")
        .ifPresent(n -> triggers.add(new Trigger.OfTitle(each(n, PatternReader::title, problems))));
    fields
        .optional("entity")
        .ifPresent(n -> triggers.add(new Trigger.OfEntity(each(n, check::type, problems))));
    if (triggers.size() != 1) {
      throw node.wrong(
          triggers.size() + " triggers",
          "give exactly one of 'verb', 'noun', 'title' and 'entity'");
    }
    return triggers.getFirst();
  }

  /** The items of a list that has to have one and none twice. */
  private static <T> Set<T> each(
      YamlNode list, java.util.function.Function<YamlNode, T> read, Problems problems) {
    Set<T> found = new LinkedHashSet<>();
    if (list.items().isEmpty()) {
      problems.add(list.wrong("an empty list", "name one at least"));
    }
    for (YamlNode item : list.items()) {
      problems
          .attempt(() -> read.apply(item))
          .ifPresent(
              value -> {
                if (!found.add(value)) {
                  problems.add(
                      item.wrong("'" + item.text() + "' is there twice", "take one of them out"));
                }
              });
    }
    return found;
  }

  private static Set<String> lemmas(YamlNode list, int most, Problems problems) {
    return each(
        list,
        item -> {
          String lemma = word(item);
          if (!lemma.equals(lemma.strip()) || lemma.split(" ").length > most) {
            throw item.wrong(
                "'%s' never occurs".formatted(lemma),
                "write a base form of at most %d words with single spaces".formatted(most));
          }
          return lemma;
        },
        problems);
  }

  private static Trigger.Lexical title(YamlNode node) {
    List<String> kinds =
        Stream.of(Lexicon.TitleKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    if (!kinds.contains(node.text())) {
      throw node.wrong(
          "no kind of title '" + node.text() + "'",
          "use " + String.join(", ", kinds) + NearNames.hint(NearNames.of(node.text(), kinds)));
    }
    return new Trigger.Lexical(node.text());
  }

  private Role role(YamlNode node, Problems problems) {
    Fields fields = node.fields(Set.of("at", "is", "except", "sign"), problems);
    List<Pattern.Path> paths =
        problems
            .attempt(() -> List.copyOf(each(fields.required("at"), this::path, problems)))
            .orElse(List.of());
    int sign = fields.optional("sign").flatMap(n -> problems.attempt(() -> sign(n))).orElse(1);
    Set<String> except =
        fields.optional("except").map(n -> each(n, PatternReader::word, problems)).orElse(Set.of());
    return new Role(paths, filler(fields.required("is"), problems), except, sign);
  }

  private static int sign(YamlNode node) {
    BigDecimal sign = node.number();
    if (sign.abs().compareTo(BigDecimal.ONE) != 0) {
      throw node.wrong("a sign of " + sign, "write 1 or -1");
    }
    return sign.signum();
  }

  private Pattern.Path path(YamlNode node) {
    List<Step> steps = new ArrayList<>();
    for (String part : node.text().split("/", -1)) {
      Matcher matcher = STEP.matcher(part);
      if (!matcher.matches()) {
        throw node.wrong(
            "'" + part + "' is no step of a path",
            "write a function or preposition, such as subject or object[stake]/in");
      }
      String relation = matcher.group(1);
      requireStep(node, relation);
      Set<String> lemmas = new LinkedHashSet<>();
      if (matcher.group(2) != null) {
        for (String word : matcher.group(2).split("\\|", -1)) {
          lemmas.addAll(word.startsWith("@") ? list(node, word) : Set.of(word));
        }
      }
      if (lemmas.stream().anyMatch(String::isBlank)) {
        throw node.wrong("an empty word in '" + part + "'", "write words with | between them");
      }
      steps.add(new Step(relation, lemmas));
    }
    return new Pattern.Path(List.copyOf(steps));
  }

  private Set<String> list(YamlNode node, String word) {
    Set<String> words = lists.get(word.substring(1));
    if (words == null) {
      throw node.wrong(
          "no list '" + word + "'",
          "use one of @"
              + String.join(", @", new TreeSet<>(lists.keySet()))
              + ", or write the words");
    }
    return words;
  }

  private void requireStep(YamlNode node, String relation) {
    String plain =
        relation.startsWith(Grammar.BELOW) ? relation.substring(Grammar.BELOW.length()) : relation;
    boolean known =
        Grammar.FUNCTIONS.contains(relation)
            || Arrays.stream(plain.split("\\+", -1)).allMatch(prepositions::contains);
    if (!known) {
      Set<String> all = new TreeSet<>(Grammar.FUNCTIONS);
      all.addAll(prepositions);
      throw node.wrong(
          "'" + relation + "' is neither a grammatical function nor a preposition",
          "use one of "
              + String.join(", ", new TreeSet<>(Grammar.FUNCTIONS))
              + " or a preposition"
              + NearNames.hint(NearNames.of(relation, all)));
    }
  }

  private Filler filler(YamlNode node, Problems problems) {
    List<YamlNode> items = node.items();
    if (items.isEmpty()) {
      throw node.wrong("an empty list", "name one at least");
    }
    String first = items.getFirst().text();
    Optional<Filler> alone =
        Optional.ofNullable(
            switch (first) {
              case "date" -> new Filler.OfValue(ValueKind.DATE);
              case "money" -> new Filler.OfValue(ValueKind.MONEY);
              case "percent" -> new Filler.OfValue(ValueKind.PERCENT);
              case "text" -> new Filler.OfText();
              case "phrase" -> new Filler.OfPhrase();
              case "post" -> new Filler.OfPost();
              case "title" -> new Filler.OfTitle();
              default -> null;
            });
    if (alone.isPresent() && items.size() > 1) {
      throw items.get(1).wrong("something beside '" + first + "'", "name '" + first + "' alone");
    }
    if (first.matches("[+-]?\\d+(\\.\\d+)?")) {
      return new Filler.OfPercent(items.getFirst().number());
    }
    if (first.equals("party")) {
      Set<Term> classes = new LinkedHashSet<>();
      items
          .subList(1, items.size())
          .forEach(item -> problems.attempt(() -> check.type(item)).ifPresent(classes::add));
      if (items.size() == 1) {
        throw node.wrong("'party' without a class", "write [party, CLASS, ...]");
      }
      return new Filler.OfParty(classes);
    }
    if (first.equals("thing")) {
      return new Filler.OfThing(
          items.size() > 1 ? check.type(items.get(1)) : Term.of("schema:Product"));
    }
    return alone.orElseGet(() -> new Filler.OfClass(each(node, check::type, problems)));
  }

  private FactTemplate fact(
      YamlNode node, Set<String> names, Map<String, Role> roles, Set<String> used) {
    String[] parts = node.text().strip().split(" +");
    if (parts.length != 3) {
      throw node.wrong("'" + node.text() + "' is no fact", "write ROLE PROPERTY ROLE");
    }
    String subject = PatternCheck.role(node, parts[0], names);
    Term property = check.property(node.withText(parts[1]));
    String object = PatternCheck.role(node, parts[2], names);
    used.addAll(List.of(subject, object));
    check.subject(node, subject, roles, property);
    check.object(node, object, roles, property);
    return new FactTemplate(subject, property, object);
  }

  private EventTemplate event(
      YamlNode node,
      Set<String> names,
      Map<String, Role> roles,
      Set<String> used,
      Problems problems) {
    Fields fields = node.fields(Set.of("class", "roles", "requires", "any-of", "each"), problems);
    Optional<Term> type = problems.attempt(() -> check.eventType(fields.required("class")));
    Map<String, Term> filled = new LinkedHashMap<>();
    fields
        .required("roles")
        .entries(problems)
        .forEach(
            (key, value) ->
                problems.attempt(
                    () -> {
                      String role = PatternCheck.role(value, value.text(), names);
                      used.add(role);
                      Term property = check.property(value.withText(key));
                      check.ofEvent(value, type, property);
                      check.object(value, role, roles, property);
                      return filled.put(role, property) == null;
                    }));
    Set<String> requires = roles(fields, "requires", names, problems);
    Set<String> anyOf = roles(fields, "any-of", names, problems);
    Optional<String> each =
        fields
            .optional("each")
            .flatMap(n -> problems.attempt(() -> PatternCheck.role(n, n.text(), names)));
    used.addAll(requires);
    used.addAll(anyOf);
    each.ifPresent(used::add);
    return new EventTemplate(type.orElse(Term.of("ng:Event")), filled, requires, anyOf, each);
  }

  private static Set<String> roles(
      Fields fields, String name, Set<String> names, Problems problems) {
    return fields
        .optional(name)
        .map(list -> each(list, n -> PatternCheck.role(n, n.text(), names), problems))
        .orElse(Set.of());
  }
}
