package org.newsgraph.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;

/** Weighs what speaks for and against two entities being one. */
final class Comparison {

  /** Of a government; secretaries of the press and the party are others. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?!(?:general|press|private|party|first|assistant|deputy|permanent) )\\S+( \\S+)?"
              + " (?:minister|secretary)|(?:minister|secretary) (?:of|for) .+");

  private static final double SHARED_OFFICE = 1.4;
  private static final double SHARED_NAME = 1.2;
  private static final double ALIKE_NAME = 0.9;
  private static final double SHARED_PLACE = 0.35;
  private static final double SHARED_COUNTRY = 0.2;

  /** What it says of bodies such as the ministries of health of two countries. */
  private static final double OTHER_COUNTRY = -3;

  private static final String COUNTRY = "country|";

  /** What it says of two people that nothing but their name is shared by what is known of both. */
  private static final double NOTHING_SHARED = -1.0;

  /** What tells where a person belongs. */
  private static final Set<String> PLACING =
      Set.of("jobTitle", "affiliation", "^leader", "^founder", "birthPlace", "politicalParty");

  private static final String BIRTH = "birthDate";
  private static final Pattern AGED = Pattern.compile("aged (\\d+) in (\\d{4})");
  private static final Pattern YEAR = Pattern.compile("^\\d{4}");
  private static final double SAME_AGE = 1.3;
  private static final double OTHER_AGE = -4;

  private static final int MOST_SHARED = 4;
  private static final int MOST_ALIKE = 2;
  private static final int LEAST_FAMILY = 4;

  /** Words of the longest phrase of the table of fields. */
  private static final int LONGEST = 3;

  /** Weights of a property: where values are shared, and where both have some and share none. */
  private record Weights(double same, double different) {}

  private final NameForms forms;
  private final Map<String, Weights> properties = new HashMap<>();
  private final Map<String, Set<String>> fields = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();

  /** Reads the tables. */
  Comparison(NameForms forms) {
    this.forms = forms;
    for (Row row : DataTable.read("identity-clues.tsv").rows()) {
      properties.put(
          row.get("property"),
          new Weights(
              Double.parseDouble(row.get("same")), Double.parseDouble(row.get("different"))));
    }
    for (Row row : DataTable.read("fields.tsv").rows()) {
      fields
          .computeIfAbsent(NameForms.fold(row.get("word")), k -> new TreeSet<>())
          .addAll(row.list("fields"));
    }
    for (Row row : DataTable.read("countries.tsv").rows()) {
      row.list("adjectives").forEach(a -> countries.put(NameForms.fold(a), row.get("name")));
      countries.put(NameForms.fold(row.get("name")), row.get("name"));
    }
  }

  /** Local names of the properties whose subjects tell their objects from others, sorted. */
  List<String> tellingOfObjects() {
    return properties.keySet().stream()
        .filter(property -> property.startsWith("^"))
        .map(property -> property.substring(1))
        .sorted()
        .toList();
  }

  /** The likeness as names and facts have it; empty where not even the names are alike. */
  Optional<Likeness> compare(Profile one, Profile other) {
    if (!one.kind().equals(other.kind())) {
      return Optional.empty();
    }
    Optional<NameRelation> best = Optional.empty();
    for (String a : one.allNames()) {
      for (String b : other.allNames()) {
        Optional<NameRelation> relation = forms.relate(one.kind(), a, b);
        if (relation.isPresent()
            && best.filter(r -> r.weight() >= relation.get().weight()).isEmpty()) {
          best = relation;
        }
      }
    }
    return best.map(
        relation -> {
          List<Clue> clues = new ArrayList<>();
          clues.add(new Clue(relation.words(), relation.weight()));
          addFacts(one, other, clues);
          addTypes(one, other, relation, clues);
          addWords(one, other, clues);
          addAges(one, other, clues);
          return new Likeness(clues);
        });
  }

  private void addFacts(Profile one, Profile other, List<Clue> clues) {
    for (Map.Entry<String, SortedSet<String>> fact : one.facts().entrySet()) {
      Weights weights = properties.get(fact.getKey());
      SortedSet<String> theirs = other.values(fact.getKey());
      if (weights == null || theirs.isEmpty()) {
        continue;
      }
      List<String> shared =
          fact.getValue().stream().filter(v -> theirs.stream().anyMatch(t -> agree(v, t))).toList();
      String property = fact.getKey().replaceFirst("^\\^", "");
      if (!shared.isEmpty()) {
        Optional<String> office = shared.stream().filter(this::isOffice).findFirst();
        boolean held = property.equals("jobTitle") && office.isPresent();
        clues.add(
            new Clue(
                "both %s %s".formatted(property, held ? office.get() : shared.getFirst()),
                held ? SHARED_OFFICE : weights.same()));
      } else if (fact.getValue().stream()
          .noneMatch(v -> theirs.stream().anyMatch(t -> isPartOf(v, t) || isPartOf(t, v)))) {
        clues.add(
            new Clue(
                "%s %s and %s".formatted(property, fact.getValue().first(), theirs.first()),
                weights.different()));
      }
    }
  }

  /** Whether it is one that a country has only one of, such as "transport minister". */
  private boolean isOffice(String title) {
    String folded = NameForms.fold(title);
    return OFFICE.matcher(folded).matches()
        || folded.contains(" ") && fieldsOf(title).contains("politics");
  }

  /** "trust" may be short for "calder pension trust" in an article. */
  private static boolean isPartOf(String one, String other) {
    return (" " + other + " ").contains(" " + one + " ");
  }

  /** A year agrees with a day of it. */
  private static boolean agree(String one, String other) {
    return one.equalsIgnoreCase(other)
        || one.matches("\\d{4}(-\\d\\d)?") && other.startsWith(one + "-")
        || other.matches("\\d{4}(-\\d\\d)?") && one.startsWith(other + "-");
  }

  /** Initials do not tell what they are of, so that the class of one is guessed. */
  private static void addTypes(
      Profile one, Profile other, NameRelation relation, List<Clue> clues) {
    if (relation.guessed()) {
      return;
    }
    Set<String> a = new TreeSet<>(one.types());
    Set<String> b = new TreeSet<>(other.types());
    Set<String> general = Set.of("Thing", "Organization", "Person", "Place", "Product");
    a.removeAll(general);
    b.removeAll(general);
    if (!a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b)) {
      clues.add(new Clue("%s and %s".formatted(String.join(", ", a), String.join(", ", b)), -1.2));
    }
  }

  /** Lines of work and countries that descriptions and titles tell of. */
  private void addWords(Profile one, Profile other, List<Clue> clues) {
    Set<String> a = fields(one);
    Set<String> b = fields(other);
    if (!a.isEmpty() && !b.isEmpty()) {
      String words = "%s and %s".formatted(said(one), said(other));
      boolean disjoint = Collections.disjoint(a, b);
      clues.add(new Clue(words, disjoint ? -2.9 : 0.8));
    }
    Set<String> here = countries(one);
    Set<String> there = countries(other);
    if (!here.isEmpty() && !there.isEmpty()) {
      boolean disjoint = Collections.disjoint(here, there);
      clues.add(
          new Clue(
              disjoint
                  ? "%s and %s".formatted(String.join(", ", here), String.join(", ", there))
                  : "both of " + String.join(", ", here),
              disjoint ? -2.2 : 0.5));
    }
  }

  /** Years of birth that follow from ages are right to a year. */
  private static void addAges(Profile one, Profile other, List<Clue> clues) {
    SortedSet<Integer> here = yearsOfBirth(one);
    SortedSet<Integer> there = yearsOfBirth(other);
    boolean stated = !one.values(BIRTH).isEmpty() && !other.values(BIRTH).isEmpty();
    if (stated || here.isEmpty() || there.isEmpty()) {
      return;
    }
    int apart =
        here.stream()
            .flatMapToInt(a -> there.stream().mapToInt(b -> Math.abs(a - b)))
            .min()
            .orElse(0);
    String words = "born about %d and %d".formatted(here.first(), there.first());
    if (apart <= 1) {
      clues.add(new Clue(words, SAME_AGE));
    } else if (apart > 2) {
      clues.add(new Clue(words, OTHER_AGE));
    }
  }

  private static SortedSet<Integer> yearsOfBirth(Profile profile) {
    SortedSet<Integer> years = new TreeSet<>();
    for (String text : profile.descriptions()) {
      Matcher aged = AGED.matcher(text);
      if (aged.matches()) {
        years.add(Integer.parseInt(aged.group(2)) - Integer.parseInt(aged.group(1)));
      }
    }
    profile.values(BIRTH).stream()
        .map(YEAR::matcher)
        .filter(Matcher::find)
        .forEach(year -> years.add(Integer.parseInt(year.group())));
    return years;
  }

  private static String said(Profile profile) {
    return described(profile).stream().collect(Collectors.joining(", "));
  }

  private static SortedSet<String> described(Profile profile) {
    SortedSet<String> all = new TreeSet<>(profile.descriptions());
    all.addAll(profile.values("jobTitle"));
    return all;
  }

  /** The lines of work that the words of an entity's descriptions speak of. */
  Set<String> fields(Profile profile) {
    Set<String> found = new TreeSet<>();
    described(profile).forEach(text -> found.addAll(fieldsOf(text)));
    return found;
  }

  /** The lines of work that a text speaks of. */
  Set<String> fieldsOf(String text) {
    Set<String> found = new TreeSet<>();
    String[] words = NameForms.fold(text).split(" ");
    int at = 0;
    while (at < words.length) {
      int length = Math.min(LONGEST, words.length - at);
      while (length > 1 && fieldsAt(words, at, length).isEmpty()) {
        length--;
      }
      found.addAll(fieldsAt(words, at, length));
      at += length;
    }
    return found;
  }

  private Set<String> fieldsAt(String[] words, int at, int length) {
    String phrase = String.join(" ", List.of(words).subList(at, at + length));
    Set<String> known = fields.get(phrase);
    if (known == null && phrase.endsWith("s")) {
      known = fields.get(phrase.substring(0, phrase.length() - 1));
    }
    return known == null ? Set.of() : known;
  }

  /** Whether the table of fields has the phrase, in the singular or plural. */
  boolean isOfField(List<String> words) {
    String[] folded = NameForms.fold(String.join(" ", words)).split(" ");
    return folded.length <= LONGEST && !fieldsAt(folded, 0, folded.length).isEmpty();
  }

  /** The country that a word is the name or adjective of. */
  Optional<String> countryOf(String word) {
    return Optional.ofNullable(countries.get(NameForms.fold(word)));
  }

  private Set<String> countries(Profile profile) {
    Set<String> found = new TreeSet<>();
    for (String text : profile.descriptions()) {
      for (String word : text.split(" ")) {
        if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
          countryOf(word).ifPresent(found::add);
        }
      }
    }
    profile.values("nationality").forEach(v -> countryOf(v).ifPresent(found::add));
    profile.values("country").forEach(v -> countryOf(v).ifPresent(found::add));
    return found;
  }

  /** Whether nothing tells of another country than the given one, if one is given. */
  boolean mayBeOf(Profile profile, String country) {
    Set<String> told = countries(profile);
    return country.isEmpty() || told.isEmpty() || told.contains(countryOf(country).orElse(country));
  }

  /**
   * Whether it is worth knowing beside which names they stand, though names and facts are enough to
   * join them.
   */
  boolean isThin(Profile one, Likeness likeness) {
    boolean told =
        one.kind().equals(NameForms.PERSON)
            || one.kind().equals(NameForms.ORGANIZATION)
                && (forms.isBareOrganization(one.label()) || forms.isOfAnyCountry(one.label()));
    return told && likeness.clues().stream().skip(1).noneMatch(clue -> clue.weight() > 0);
  }

  private static boolean isPlaced(Profile profile) {
    return !profile.descriptions().isEmpty()
        || PLACING.stream().anyMatch(property -> !profile.values(property).isEmpty());
  }

  /**
   * The likeness with what it adds that they stand beside the same names, or beside none.
   *
   * @param here the names beside {@code one}
   * @param there those beside {@code other}
   */
  Likeness inContext(
      Profile one, Profile other, Likeness likeness, Set<String> here, Set<String> there) {
    Set<String> mine = besides(one, other, here);
    Set<String> theirs = besides(one, other, there);
    List<Clue> shared = new ArrayList<>(shared(mine, theirs));
    if (one.kind().equals(NameForms.ORGANIZATION) && forms.isOfAnyCountry(one.label())) {
      shared.addAll(otherCountries(here, there));
    }
    boolean known = (isPlaced(one) || !mine.isEmpty()) && (isPlaced(other) || !theirs.isEmpty());
    boolean none = shared.stream().noneMatch(clue -> clue.weight() > SHARED_COUNTRY);
    return none && known && isThin(one, likeness)
        ? likeness.plus(shared).plus(List.of(new Clue("little else in common", NOTHING_SHARED)))
        : likeness.plus(shared);
  }

  private static List<Clue> otherCountries(Set<String> here, Set<String> there) {
    SortedSet<String> mine = countries(here);
    SortedSet<String> theirs = countries(there);
    return mine.isEmpty() || theirs.isEmpty() || !Collections.disjoint(mine, theirs)
        ? List.of()
        : List.of(
            new Clue("beside %s and %s".formatted(mine.first(), theirs.first()), OTHER_COUNTRY));
  }

  private static SortedSet<String> countries(Set<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(COUNTRY))
        .map(name -> name.substring(COUNTRY.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without what is a part of their own names, or no name. */
  private Set<String> besides(Profile one, Profile other, Set<String> names) {
    Set<Set<String>> own =
        Stream.of(one, other)
            .flatMap(profile -> profile.allNames().stream())
            .map(name -> Set.copyOf(forms.words(one.kind(), name)))
            .collect(Collectors.toSet());
    return names.stream()
        .filter(
            name -> {
              List<String> words = List.of(name.replaceFirst("^[^|]*\\|", "").split(" "));
              return !name.startsWith(one.kind() + "|")
                  || own.stream().noneMatch(mine -> mine.containsAll(words));
            })
        .collect(Collectors.toSet());
  }

  private static double weight(String name) {
    if (name.startsWith(COUNTRY)) {
      return SHARED_COUNTRY;
    }
    return name.startsWith("place|") ? SHARED_PLACE : SHARED_NAME;
  }

  private List<Clue> shared(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    List<Clue> clues = new ArrayList<>();
    both.stream()
        .sorted(
            Comparator.comparingDouble((String name) -> -weight(name)).thenComparing(name -> name))
        .limit(MOST_SHARED)
        .map(name -> new Clue("both beside " + name.replaceFirst("^\\S+\\|", ""), weight(name)))
        .forEach(clues::add);
    Set<String> mine = new TreeSet<>(one);
    mine.removeAll(both);
    Set<String> theirs = new TreeSet<>(other);
    theirs.removeAll(both);
    mine.stream()
        .filter(name -> theirs.stream().anyMatch(their -> areAlike(name, their)))
        .limit(MOST_ALIKE)
        .map(
            name ->
                new Clue("both beside one like " + name.replaceFirst("^[^|]*\\|", ""), ALIKE_NAME))
        .forEach(clues::add);
    Set<String> families = families(one);
    families.retainAll(families(other));
    both.forEach(
        name -> families.remove(name.replaceFirst("^[^|]*\\|", "").replaceFirst(" .*", "")));
    families.stream()
        .limit(1)
        .map(name -> new Clue("both beside firms called " + name, SHARED_PLACE))
        .forEach(clues::add);
    return clues;
  }

  /** Whether names of a context may be two of one person or organization. */
  private boolean areAlike(String one, String other) {
    int bar = one.indexOf('|');
    if (!other.startsWith(one.substring(0, bar + 1))) {
      return false;
    }
    String mine = one.substring(bar + 1);
    String theirs = other.substring(bar + 1);
    return switch (one.substring(0, bar)) {
      case NameForms.PERSON ->
          mine.contains(" ") != theirs.contains(" ")
              && (mine.endsWith(" " + theirs) || theirs.endsWith(" " + mine));
      case NameForms.ORGANIZATION -> forms.areAlike(mine, theirs);
      default -> false;
    };
  }

  /** What the names of organizations begin with, such as "velmar" for "Velmar Bank". */
  private SortedSet<String> families(Set<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(NameForms.ORGANIZATION + "|"))
        .map(name -> name.substring(NameForms.ORGANIZATION.length() + 1).replaceFirst(" .*", ""))
        .filter(word -> word.length() >= LEAST_FAMILY && !forms.isCommonWord(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
