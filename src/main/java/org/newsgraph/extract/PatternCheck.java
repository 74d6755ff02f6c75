package org.newsgraph.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.data.NearNames;
import org.newsgraph.extract.Pattern.Filler;
import org.newsgraph.extract.Pattern.Role;
import org.newsgraph.extract.Pattern.ValueKind;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/** Checks the names in a pattern against the ontology, and whether roles and properties agree. */
final class PatternCheck {

  private static final Term EVENT = Term.of("ng:Event");
  private static final Set<Term> DATES =
      Set.of(Term.of("xsd:date"), Term.of("xsd:gYearMonth"), Term.of("xsd:gYear"));
  private static final Set<Term> MONEY = Set.of(Term.of("schema:MonetaryAmount"));
  private static final Set<Term> NUMBERS = Set.of(Term.of("xsd:decimal"));
  private static final Set<Term> TEXTS = Set.of(Term.of("xsd:string"));
  private static final Set<Term> GOODS =
      Set.of(Term.of("schema:Product"), Term.of("schema:SoftwareApplication"));

  private final Schema schema;

  PatternCheck(Schema schema) {
    this.schema = schema;
  }

  /** A class of the ontology. */
  Term type(YamlNode node) {
    Term term = term(node);
    if (!schema.superclasses().containsKey(term)) {
      throw unknown(node, "class", term, schema.superclasses().keySet());
    }
    return term;
  }

  /** A class of events. */
  Term eventType(YamlNode node) {
    Term term = type(node);
    if (!schema.isA(term, EVENT)) {
      throw node.wrong(term + " is no class of events", "name one below " + EVENT);
    }
    return term;
  }

  /** A property of the ontology that has domain and range. */
  Term property(YamlNode node) {
    Term term = term(node);
    if (!schema.properties().containsKey(term)) {
      throw unknown(node, "property", term, schema.properties().keySet());
    }
    return term;
  }

  private static PatternException unknown(YamlNode node, String what, Term term, Set<Term> known) {
    List<String> near =
        NearNames.ofCompact(term.toString(), known.stream().map(Term::toString).toList());
    return node.wrong(
        "no %s %s in the ontology".formatted(what, term),
        "correct the name, or add it to an ontology of your own" + NearNames.hint(near));
  }

  private static Term term(YamlNode node) {
    try {
      return Term.of(node.text());
    } catch (IllegalArgumentException e) {
      throw node.wrong(String.valueOf(e.getMessage()), "write a name such as schema:Person");
    }
  }

  /** A role of the pattern. */
  static String role(YamlNode node, String role, Set<String> roles) {
    if (!roles.contains(role)) {
      throw node.wrong(
          "no role '" + role + "' in the pattern",
          "name one of " + String.join(", ", roles) + NearNames.hint(NearNames.of(role, roles)));
    }
    return role;
  }

  /** Makes sure that something that fills the role may be a subject of the property. */
  void subject(YamlNode node, String name, Map<String, Role> roles, Term property) {
    Role role = roles.get(name);
    if (role != null) {
      Set<Term> wanted = schema.property(property).domain();
      require(node, name, types(role.filler()), property + " leads from", wanted);
    }
  }

  /** Makes sure that something that fills the role may be an object of the property. */
  void object(YamlNode node, String name, Map<String, Role> roles, Term property) {
    Role role = roles.get(name);
    if (role != null) {
      Set<Term> wanted = schema.property(property).range();
      require(node, name, types(role.filler()), property + " leads to", wanted);
    }
  }

  /** Makes sure that events of the class may have the property. */
  void ofEvent(YamlNode node, Optional<Term> type, Term property) {
    Set<Term> wanted = schema.property(property).domain();
    if (type.isPresent() && !overlap(Set.of(type.get()), wanted)) {
      throw node.wrong(
          "%s is no role of %s: it leads from %s".formatted(property, type.get(), words(wanted)),
          "name a role of the class" + NearNames.hint(near(property, type.get())));
    }
  }

  private List<String> near(Term property, Term type) {
    List<String> fitting =
        schema.properties().values().stream()
            .filter(p -> overlap(Set.of(type), p.domain()))
            .map(p -> p.name().toString())
            .toList();
    return NearNames.ofCompact(property.toString(), fitting);
  }

  private void require(YamlNode node, String role, Set<Term> types, String what, Set<Term> wanted) {
    if (!overlap(types, wanted)) {
      throw node.wrong(
          "the role '%s' is %s, but %s %s".formatted(role, words(types), what, words(wanted)),
          "correct its 'is', or name another property");
    }
  }

  /** Whether something can be of one of the types and of one of the wanted ones. */
  private boolean overlap(Set<Term> types, Set<Term> wanted) {
    return types.stream()
        .anyMatch(
            t -> wanted.stream().anyMatch(w -> t.equals(w) || isBelow(t, w) || isBelow(w, t)));
  }

  private boolean isBelow(Term type, Term ancestor) {
    return schema.superclasses().containsKey(type) && schema.isA(type, ancestor);
  }

  private static Set<Term> types(Filler filler) {
    return switch (filler) {
      case Filler.OfClass(Set<Term> classes) -> classes;
      case Filler.OfThing(Term fallback) ->
          Stream.concat(Stream.of(fallback), GOODS.stream()).collect(Collectors.toSet());
      case Filler.OfValue(ValueKind kind) ->
          switch (kind) {
            case DATE -> DATES;
            case MONEY -> MONEY;
            case PERCENT -> NUMBERS;
          };
      case Filler.OfParty(Set<Term> classes) -> classes;
      case Filler.OfPost post -> TEXTS;
      case Filler.OfText text -> TEXTS;
      case Filler.OfPhrase phrase -> TEXTS;
      case Filler.OfTitle title -> TEXTS;
      case Filler.OfPercent percent -> NUMBERS;
    };
  }

  private static String words(Set<Term> terms) {
    return new TreeSet<>(terms).stream().map(Term::toString).collect(Collectors.joining(" or "));
  }
}
