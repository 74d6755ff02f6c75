package org.newsgraph.extract;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.extract.Pattern.EventTemplate;
import org.newsgraph.extract.Pattern.FactTemplate;
import org.newsgraph.extract.Pattern.Filler;
import org.newsgraph.extract.Pattern.Path;
import org.newsgraph.extract.Pattern.Role;
import org.newsgraph.extract.Pattern.Step;
import org.newsgraph.extract.Pattern.Trigger;
import org.newsgraph.extract.Pattern.ValueKind;
import org.newsgraph.extract.YamlNode.Fields;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/**
 * Reads pattern files and checks them against the ontology. A pattern that is wrong is reported
 * with its file, line and mend, and left out; the others are read all the same.
 */
public final class PatternReader {

  private static final java.util.regex.Pattern STEP =
      java.util.regex.Pattern.compile("([a-z][a-z -]*)(?:\\[([^\\]]+)\\])?");

  private final Schema schema;

  /** A reader that checks names against the given ontology. */
  public PatternReader(Schema schema) {
    this.schema = schema;
  }

  /**
   * What a file holds.
   *
   * @param patterns those that are right
   * @param problems what is wrong with the others, in the order of the file
   */
  record Patterns(List<Pattern> patterns, List<PatternProblem> problems) {}

  /**
   * Reads a file.
   *
   * @param file its name, for the problems
   * @param in UTF-8 YAML; not closed
   */
  Patterns read(String file, InputStream in) {
    List<Pattern> patterns = new ArrayList<>();
    List<PatternProblem> problems = new ArrayList<>();
    try {
      Fields top = YamlNode.read(file, in).fields(Set.of("patterns"));
      for (YamlNode node : top.list("patterns")) {
        try {
          patterns.add(pattern(node));
        } catch (PatternException e) {
          problems.add(e.problem());
        }
      }
    } catch (PatternException e) {
      problems.add(e.problem());
    }
    return new Patterns(List.copyOf(patterns), List.copyOf(problems));
  }

  private Pattern pattern(YamlNode node) {
    Fields fields =
        node.fields(
            Set.of(
                "name",
                "verb",
                "noun",
                "title",
                "entity",
                "roles",
                "facts",
                "event",
                "state",
                "made",
                "modality",
                "confidence"));
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : fields.required("roles").entries().entrySet()) {
      roles.put(entry.getKey(), role(entry.getValue()));
    }
    List<FactTemplate> facts = new ArrayList<>();
    for (YamlNode fact : fields.list("facts")) {
      facts.add(fact(fact, roles.keySet()));
    }
    Optional<EventTemplate> event = fields.optional("event").map(e -> event(e, roles.keySet()));
    if (facts.isEmpty() && event.isEmpty()) {
      throw node.wrong("nothing follows from the pattern", "add 'facts' or an 'event'");
    }
    return new Pattern(
        fields.required("name").text(),
        trigger(node, fields),
        roles,
        List.copyOf(facts),
        event,
        fields.optional("state").map(YamlNode::flag).orElse(false),
        fields.optional("made").map(YamlNode::flag).orElse(false),
        fields.optional("modality").map(PatternReader::modality).orElse(Modality.ASSERTED),
        fields
            .optional("confidence")
            .map(PatternReader::probability)
            .orElse(new BigDecimal("0.9")));
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

  private Trigger trigger(YamlNode node, Fields fields) {
    List<Trigger> triggers = new ArrayList<>();
    fields.optional("verb").ifPresent(n -> triggers.add(new Trigger.OfVerb(n.words())));
    fields.optional("noun").ifPresent(n -> triggers.add(new Trigger.OfNoun(n.words())));
    fields
        .optional("title")
        .ifPresent(
            n ->
                triggers.add(
                    new Trigger.OfTitle(
                        n.words().stream()
                            .map(Trigger.Lexical::new)
                            .collect(Collectors.toCollection(LinkedHashSet::new)))));
    fields
        .optional("entity")
        .ifPresent(
            n ->
                triggers.add(
                    new Trigger.OfEntity(
                        n.items().stream()
                            .map(this::type)
                            .collect(Collectors.toCollection(LinkedHashSet::new)))));
    if (triggers.size() != 1) {
      throw node.wrong(
          triggers.size() + " triggers",
          "give exactly one of 'verb', 'noun', 'title' and 'entity'");
    }
    return triggers.getFirst();
  }

  private Role role(YamlNode node) {
    Fields fields = node.fields(Set.of("at", "is", "except", "sign"));
    List<Path> paths = new ArrayList<>();
    for (YamlNode path : fields.required("at").items()) {
      paths.add(path(path));
    }
    int sign = fields.optional("sign").map(YamlNode::number).orElse(BigDecimal.ONE).signum();
    Set<String> except = fields.optional("except").map(YamlNode::words).orElse(Set.of());
    return new Role(List.copyOf(paths), filler(fields.required("is")), except, sign < 0 ? -1 : 1);
  }

  private static Path path(YamlNode node) {
    List<Step> steps = new ArrayList<>();
    for (String part : node.text().split("/", -1)) {
      Matcher matcher = STEP.matcher(part);
      if (!matcher.matches()) {
        throw node.wrong(
            "'" + part + "' is no step of a path",
            "write a function or preposition, such as subject or object[stake]/in");
      }
      Set<String> lemmas =
          matcher.group(2) == null
              ? Set.of()
              : new LinkedHashSet<>(Arrays.asList(matcher.group(2).split("\\|")));
      steps.add(new Step(matcher.group(1), lemmas));
    }
    return new Path(List.copyOf(steps));
  }

  private Filler filler(YamlNode node) {
    List<String> names = node.items().stream().map(YamlNode::text).toList();
    return switch (names.getFirst()) {
      case "date" -> new Filler.OfValue(ValueKind.DATE);
      case "money" -> new Filler.OfValue(ValueKind.MONEY);
      case "percent" -> new Filler.OfValue(ValueKind.PERCENT);
      case "text" -> new Filler.OfText();
      case "phrase" -> new Filler.OfPhrase();
      case "post" -> new Filler.OfPost();
      case "title" -> new Filler.OfTitle();
      case "party" -> new Filler.OfParty(types(node.items().subList(1, names.size())));
      case "thing" ->
          new Filler.OfThing(
              names.size() > 1 ? type(node.items().get(1)) : Term.of("schema:Product"));
      default -> new Filler.OfClass(types(node.items()));
    };
  }

  private Set<Term> types(List<YamlNode> nodes) {
    return nodes.stream().map(this::type).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Term type(YamlNode node) {
    Term term = term(node);
    if (!schema.superclasses().containsKey(term)) {
      throw node.wrong(
          "no class " + term + " in the ontology", "add it to newsgraph.ttl or correct the name");
    }
    return term;
  }

  private Term property(YamlNode node) {
    Term term = term(node);
    if (!schema.properties().containsKey(term)) {
      throw node.wrong(
          "no property " + term + " in the ontology",
          "add it to newsgraph.ttl or correct the name");
    }
    return term;
  }

  private static Term term(YamlNode node) {
    try {
      return Term.of(node.text());
    } catch (IllegalArgumentException e) {
      throw node.wrong(String.valueOf(e.getMessage()), "write a name such as schema:Person");
    }
  }

  private FactTemplate fact(YamlNode node, Set<String> roles) {
    String[] parts = node.text().split(" +");
    if (parts.length != 3) {
      throw node.wrong("'" + node.text() + "' is no fact", "write ROLE PROPERTY ROLE");
    }
    return new FactTemplate(
        known(node, parts[0], roles),
        property(node.withText(parts[1])),
        known(node, parts[2], roles));
  }

  private EventTemplate event(YamlNode node, Set<String> roles) {
    Fields fields = node.fields(Set.of("class", "roles", "requires", "any-of", "each"));
    Map<String, Term> filled = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : fields.required("roles").entries().entrySet()) {
      filled.put(
          known(entry.getValue(), entry.getValue().text(), roles),
          property(entry.getValue().withText(entry.getKey())));
    }
    return new EventTemplate(
        type(fields.required("class")),
        filled,
        knownAll(fields, "requires", roles),
        knownAll(fields, "any-of", roles),
        fields.optional("each").map(n -> known(n, n.text(), roles)));
  }

  private static Set<String> knownAll(Fields fields, String name, Set<String> roles) {
    return fields.list(name).stream()
        .map(n -> known(n, n.text(), roles))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String known(YamlNode node, String role, Set<String> roles) {
    if (!roles.contains(role)) {
      throw node.wrong(
          "no role '" + role + "' in the pattern", "name one of " + String.join(", ", roles));
    }
    return role;
  }
}
