package org.newsgraph.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;

/** Names as they are compared and looked up: without titles, legal forms, accents and case. */
final class NameForms {

  static final String PERSON = "person";
  static final String ORGANIZATION = "organization";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int ASCII = 0x80;
  private static final Pattern GENITIVE = Pattern.compile("['’]s?(?=\\s|$)");
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z&]{1,5}");
  private static final int SHORT_ACRONYM = 3;
  private static final int LEAST_SPELLING = 4;
  private static final Set<String> SMALL_WORDS = Set.of("of", "the", "and", "for", "in", "de");

  /** Other suffixes make another body of it: the council of a town is not the town's club. */
  private static final Set<String> KINDS_OF_FIRM =
      Set.of("schema:Corporation", "schema:Organization", "schema:NewsMediaOrganization");

  private static final int MOST_SURNAME = 3;

  /** What tells a father from a son of one name, behind a folded name of two words or more. */
  private static final Pattern GENERATION =
      Pattern.compile(
          "(\\S+ .*\\S) (?:(jr|jnr|junior|the younger)|(sr|snr|senior|the elder)|(ii|iii|iv))");

  private final Set<String> legalForms = new HashSet<>();
  private final Set<String> honorifics = new HashSet<>();
  private final Set<String> suffixes = new HashSet<>();
  private final Set<String> wholeFirm = new HashSet<>();
  private final Set<String> clubForms = new HashSet<>();
  private final Set<String> listed = new HashSet<>();
  private final Set<String> commonSurnames = new HashSet<>();
  private final Set<String> leadingSurnames = new HashSet<>();
  private final Set<String> publicWords = new HashSet<>();
  private final Set<String> common = new HashSet<>(Set.of("the", "new", "first", "united"));
  private final Map<String, Set<String>> shortNames = new HashMap<>();

  /** Reads the tables. */
  NameForms() {
    DataTable.read("legal-forms.txt").words().forEach(w -> legalForms.add(fold(w)));
    DataTable.read("titles.tsv").wordsWhere("kind", "honorific").stream()
        .map(NameForms::fold)
        .forEach(honorifics::add);
    DataTable.read("organization-suffixes.tsv").words().stream()
        .map(NameForms::fold)
        .forEach(suffixes::add);
    common.addAll(suffixes);
    DataTable.read("organization-suffixes.tsv").rows().stream()
        .filter(row -> !KINDS_OF_FIRM.contains(row.get("type")))
        .forEach(row -> suffixes.remove(fold(row.get("word"))));
    for (Row row : DataTable.read("organizations.tsv").rows()) {
      Stream.concat(Stream.of(row.get("name")), row.list("aliases").stream())
          .forEach(name -> listed.add(fold(name)));
    }
    publicWords.addAll(DataTable.read("public-body-words.txt").words());
    wholeFirm.addAll(DataTable.read("whole-firm-words.txt").words());
    clubForms.addAll(DataTable.read("club-forms.txt").words());
    DataTable.read("common-surnames.txt").words().forEach(w -> commonSurnames.add(fold(w)));
    DataTable.read("surnames-first.tsv").words().forEach(w -> leadingSurnames.add(fold(w)));
    for (Row row : DataTable.read("countries.tsv").rows()) {
      Stream.concat(Stream.of(row.get("name")), row.list("adjectives").stream())
          .forEach(w -> common.add(fold(w)));
    }
    for (Row row : DataTable.read("short-names.tsv").rows()) {
      String full = fold(row.get("name"));
      for (String variant : row.list("short")) {
        shortNames.computeIfAbsent(fold(variant), k -> new TreeSet<>()).add(full);
        shortNames.computeIfAbsent(full, k -> new TreeSet<>()).add(fold(variant));
      }
    }
  }

  /** Lower case, without accents; letters and digits in words that one space parts. */
  static String fold(String text) {
    String plain =
        text.chars().allMatch(c -> c < ASCII)
            ? text
            : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String joined =
        APOSTROPHE
            .matcher(GENITIVE.matcher(plain.replace("&", " and ")).replaceAll(""))
            .replaceAll("");
    return OTHER.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** The words of a name that tell its bearer from others. */
  List<String> words(String kind, String name) {
    String folded = fold(name);
    Matcher generation = GENERATION.matcher(folded);
    List<String> words =
        new ArrayList<>(
            List.of(
                (kind.equals(PERSON) && generation.matches() ? generation.group(1) : folded)
                    .split(" ")));
    if (kind.equals(PERSON)) {
      while (words.size() > 1 && honorifics.contains(words.getFirst())) {
        words.removeFirst();
      }
    } else {
      if (words.size() > 1 && words.getFirst().equals("the")) {
        words.removeFirst();
      }
      while (words.size() > 1 && legalForms.contains(words.getLast())) {
        words.removeLast();
      }
    }
    return words;
  }

  /** Which of a family's bearers of one name it tells of; empty where it does not. */
  static String generation(String name) {
    Matcher found = GENERATION.matcher(fold(name));
    if (!found.matches()) {
      return "";
    }
    if (found.group(2) != null) {
      return "younger";
    }
    return found.group(3) != null ? "elder" : found.group(4);
  }

  /**
   * Whether so many people bear the name's family name that two of the name may well be two. Of
   * Chinese, Korean and Vietnamese names this holds of all.
   */
  private boolean isCommon(List<String> words) {
    if (leadingSurnames.contains(words.getFirst())) {
      return true;
    }
    for (int length = 1; length <= Math.min(MOST_SURNAME, words.size()); length++) {
      if (commonSurnames.contains(
          String.join(" ", words.subList(words.size() - length, words.size())))) {
        return true;
      }
    }
    return leadingSurnames.contains(words.getLast());
  }

  /** The keys under which a bearer of the name is kept. */
  Set<String> keys(String kind, String name) {
    List<String> words = words(kind, name);
    Set<String> keys = new TreeSet<>();
    if (kind.equals(PERSON)) {
      String last = words.getLast();
      if (words.size() == 1) {
        keys.add(key(kind, "one", last));
      } else {
        keys.add(key(kind, "full", words.getFirst() + " " + last));
        keys.add(key(kind, "initial", words.getFirst().charAt(0) + " " + last));
        keys.add(key(kind, "last", last));
        keys.add(key(kind, "sound", sound(words)));
        if (words.size() > 2) {
          keys.add(key(kind, "full", words.get(0) + " " + words.get(1)));
        }
      }
      return keys;
    }
    keys.add(key(kind, "full", String.join(" ", words)));
    keys.add(key(kind, "joined", String.join("", words)));
    if (kind.equals(ORGANIZATION)) {
      keys.add(key(kind, "core", String.join(" ", core(words))));
      initials(name).ifPresent(i -> keys.add(key(kind, "initials", i)));
      if (words.size() > 1 && !common.contains(words.getFirst())) {
        keys.add(key(kind, "first", words.getFirst()));
      }
    }
    return keys;
  }

  /** The keys to look under for others who may be the bearer of the name. */
  Set<String> queries(String kind, String name) {
    List<String> words = words(kind, name);
    Set<String> keys = new LinkedHashSet<>();
    if (kind.equals(PERSON)) {
      String last = words.getLast();
      String first = words.getFirst();
      if (words.size() == 1) {
        keys.add(key(kind, "one", last));
        keys.add(key(kind, "last", last));
      } else if (first.length() == 1) {
        keys.add(key(kind, "full", first + " " + last));
        keys.add(key(kind, "initial", first + " " + last));
        keys.add(key(kind, "one", last));
      } else {
        keys.add(key(kind, "full", first + " " + last));
        keys.add(key(kind, "full", first.charAt(0) + " " + last));
        shortNames
            .getOrDefault(first, Set.of())
            .forEach(other -> keys.add(key(kind, "full", other + " " + last)));
        keys.add(key(kind, "sound", sound(words)));
        if (words.size() > 2) {
          keys.add(key(kind, "full", first + " " + words.get(1)));
        }
        keys.add(key(kind, "one", last));
      }
      return keys;
    }
    keys.add(key(kind, "full", String.join(" ", words)));
    keys.add(key(kind, "joined", String.join("", words)));
    if (kind.equals(ORGANIZATION)) {
      keys.add(key(kind, "core", String.join(" ", core(words))));
      initials(name).ifPresent(i -> keys.add(key(kind, "full", i)));
      if (ACRONYM.matcher(name).matches()) {
        keys.add(key(kind, "initials", fold(name.replace("&", ""))));
      }
      keys.add(
          words.size() == 1
              ? key(kind, "first", words.getFirst())
              : key(kind, "full", words.getFirst()));
    }
    return keys;
  }

  /** Whether two organizations of one word's name may well be two: it is none that all know. */
  boolean isBareOrganization(String name) {
    return words(ORGANIZATION, name).size() == 1 && !listed.contains(fold(name));
  }

  /** Whether many names of organizations begin with the folded word. */
  boolean isCommonWord(String word) {
    return common.contains(word);
  }

  private static String key(String kind, String form, String text) {
    return kind + "|" + form + "|" + text;
  }

  /** Without the words behind that say what it is, as long as something is left. */
  private List<String> core(List<String> words) {
    List<String> core = new ArrayList<>(withoutClubForm(words));
    while (core.size() > 1 && suffixes.contains(core.getLast())) {
      core.removeLast();
    }
    return core.size() == 1 && common.contains(core.getFirst()) ? words : core;
  }

  /** "ostra" of "FC Ostra"; the words themselves where there is nothing of the kind. */
  private List<String> withoutClubForm(List<String> words) {
    if (words.size() > 1 && clubForms.contains(words.getLast())) {
      return words.subList(0, words.size() - 1);
    }
    return words.size() > 1 && clubForms.contains(words.getFirst())
        ? words.subList(1, words.size())
        : words;
  }

  /** "nsc" of "Nordic Shipping Council"; of names of three words with capitals or more. */
  private static Optional<String> initials(String name) {
    List<String> capitals =
        Stream.of(name.replaceAll("['’]s?", "").split("[\\s-]+"))
            .filter(w -> !w.isEmpty() && Character.isUpperCase(w.charAt(0)) && !w.equals("The"))
            .toList();
    return capitals.size() < SHORT_ACRONYM
        ? Optional.empty()
        : Optional.of(
            capitals.stream()
                .map(w -> w.substring(0, 1))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT));
  }

  /** What two names of one kind have in common; empty where it is nothing. */
  Optional<NameRelation> relate(String kind, String one, String other) {
    List<String> a = words(kind, one);
    List<String> b = words(kind, other);
    if (kind.equals(PERSON)) {
      return relatePersons(one, other, a, b);
    }
    if (fold(one).equals(fold(other))) {
      if (kind.equals(ORGANIZATION) && ACRONYM.matcher(one).matches()) {
        return relation("the same initials", one.length() > SHORT_ACRONYM ? 2.0 : 1.5);
      }
      if (kind.equals(ORGANIZATION) && isOfAnyCountry(one)) {
        return relation("the same name, one that many countries' bodies bear", 1.2);
      }
      return relation("the same name", a.size() > 1 || !kind.equals(ORGANIZATION) ? 3.0 : 2.3);
    }
    if (a.equals(b)) {
      return relation("the same name but for the legal form", 2.6);
    }
    if (String.join("", a).equals(String.join("", b))) {
      return relation("the same name but for blanks and hyphens", a.size() > 1 ? 2.2 : 1.6);
    }
    if (!kind.equals(ORGANIZATION)) {
      return Optional.empty();
    }
    return relateOrganizations(one, other, a, b);
  }

  private Optional<NameRelation> relateOrganizations(
      String one, String other, List<String> a, List<String> b) {
    if (isAcronymOf(one, other) || isAcronymOf(other, one)) {
      int length = Math.min(one.length(), other.length());
      return Optional.of(
          new NameRelation(
              "one name is the initials of the other", length > SHORT_ACRONYM ? 1.0 : 0.2, true));
    }
    List<String> club = withoutClubForm(a);
    List<String> otherClub = withoutClubForm(b);
    if (club.equals(otherClub)) {
      return relation(
          "the same name but for the form of club",
          club.size() < a.size() && otherClub.size() < b.size() ? 2.3 : 1.0);
    }
    List<String> longer = a.size() > b.size() ? a : b;
    List<String> shorter = a.size() > b.size() ? b : a;
    if (longer.size() > shorter.size() && longer.subList(0, shorter.size()).equals(shorter)) {
      if (core(longer).equals(shorter)) {
        // "Velmar" is more often "Velmar Group" than its "Velmar Bank".
        boolean whole = wholeFirm.containsAll(longer.subList(shorter.size(), longer.size()));
        return relation("the same name but for the kind of firm", whole ? 0.6 : -0.3);
      }
      if (shorter.size() > 1 || !common.contains(shorter.getFirst())) {
        return relation("one name begins the other", -0.4);
      }
    }
    return Optional.empty();
  }

  private static boolean isAcronymOf(String acronym, String full) {
    return ACRONYM.matcher(acronym).matches()
        && initials(full).equals(Optional.of(fold(acronym.replace("&", ""))));
  }

  private Optional<NameRelation> relatePersons(
      String one, String other, List<String> a, List<String> b) {
    String generation = generation(one);
    String otherGeneration = generation(other);
    Optional<NameRelation> names = relatePersons(a, b);
    if (generation.equals(otherGeneration) || a.size() == 1 || b.size() == 1) {
      return names;
    }
    if (!generation.isEmpty() && !otherGeneration.isEmpty()) {
      return Optional.empty();
    }
    // Father and son share all that they stand beside, so that little but a fact can tell.
    boolean elder = generation.equals("elder") || otherGeneration.equals("elder");
    return names.map(
        r ->
            new NameRelation(
                r.words() + ", one of them the " + (elder ? "elder" : "younger"),
                Math.min(r.weight(), elder ? -0.6 : -2.5),
                false));
  }

  private Optional<NameRelation> relatePersons(List<String> a, List<String> b) {
    String last = a.getLast();
    boolean common = isCommon(a) || isCommon(b);
    if (!last.equals(b.getLast())) {
      return relateSurnames(a, b, common);
    }
    String of = common ? ", one that many bear" : "";
    if (a.size() == 1 || b.size() == 1) {
      return a.size() == b.size()
          ? relation("the same single name" + of, common ? 0.4 : 1.5)
          : relation("the same last name" + of, common ? -1.1 : -0.4);
    }
    String first = a.getFirst();
    String otherFirst = b.getFirst();
    List<String> middle = a.subList(1, a.size() - 1);
    List<String> otherMiddle = b.subList(1, b.size() - 1);
    if (!agree(middle, otherMiddle)) {
      return Optional.empty();
    }
    if (first.equals(otherFirst)) {
      if (first.length() == 1) {
        return relation("the same initial and last name" + of, common ? 0.0 : 0.8);
      }
      return middle.equals(otherMiddle)
          ? relation("the same name" + of, common ? 0.9 : 2.2)
          : relation("the same name but for a middle name" + of, common ? 0.5 : 1.5);
    }
    if (first.length() == 1 || otherFirst.length() == 1) {
      return first.charAt(0) == otherFirst.charAt(0)
          ? relation("the same initial and last name" + of, common ? 0.15 : 0.4)
          : Optional.empty();
    }
    if (shortNames.getOrDefault(first, Set.of()).contains(otherFirst)) {
      return relation(
          "a short form of the first name, the same last name" + of, common ? 0.3 : 0.9);
    }
    return spelling(first).isPresent() && spelling(first).equals(spelling(otherFirst))
        ? relation(
            "another spelling of the first name, the same last name" + of, common ? 0.1 : 0.9)
        : Optional.empty();
  }

  /** Last names that are written in two ways, or of which one name has only the first. */
  private Optional<NameRelation> relateSurnames(List<String> a, List<String> b, boolean common) {
    if (a.size() == 1 || b.size() == 1) {
      return Optional.empty();
    }
    String first = a.getFirst();
    String otherFirst = b.getFirst();
    boolean same = first.equals(otherFirst);
    if (same && Math.abs(a.size() - b.size()) == 1 && Math.min(a.size(), b.size()) == 2) {
      return a.get(1).equals(b.get(1))
          ? relation("the same name but for a second last name", common ? 0.0 : 0.8)
          : Optional.empty();
    }
    boolean variant = same || shortNames.getOrDefault(first, Set.of()).contains(otherFirst);
    if (!variant && !sound(first).equals(sound(otherFirst)) || !rest(a).equals(rest(b))) {
      return Optional.empty();
    }
    boolean hyphen = String.join("", a).endsWith(String.join("", b.subList(1, b.size())));
    double weight = same ? hyphen ? 2.0 : 1.2 : hyphen ? 0.9 : 0.7;
    return relation("another spelling of the name", common ? weight - 1 : weight);
  }

  /** What spellings of a name of two words or more have in common. */
  private static String sound(List<String> words) {
    return sound(words.getFirst()) + " " + rest(words);
  }

  private static String rest(List<String> words) {
    return sound(String.join("", words.subList(1, words.size())));
  }

  private static String sound(String word) {
    return spelling(word).orElse(word);
  }

  /**
   * Whether names of organizations as contexts have them, folded, may be of one: its initials, its
   * beginning, or the same but for blanks.
   */
  boolean areAlike(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    if (shorter.replace(" ", "").equals(longer.replace(" ", ""))) {
      return true;
    }
    if (longer.startsWith(shorter + " ")) {
      return shorter.contains(" ") || !common.contains(shorter);
    }
    if (shorter.length() < SHORT_ACRONYM || shorter.contains(" ")) {
      return false;
    }
    String initials =
        Stream.of(longer.split(" "))
            .filter(word -> !SMALL_WORDS.contains(word))
            .map(word -> word.substring(0, 1))
            .collect(Collectors.joining());
    return shorter.equals(initials);
  }

  /** Whether a name is no country's own, such as "Ministry of Health". */
  boolean isOfAnyCountry(String name) {
    return publicWords.containsAll(words(ORGANIZATION, name));
  }

  /**
   * What spellings of a name in Latin letters have in common, such as those of Aleksandr and
   * Alexander, Mohammed and Muhammad: its consonants, and its first and last letter. Empty where
   * that is too little to tell names apart.
   */
  static Optional<String> spelling(String name) {
    String even =
        name.replace("x", "ks")
            .replace("ph", "f")
            .replace("ck", "k")
            .replace('c', 'k')
            .replace('q', 'k')
            .replace('w', 'v')
            .replace('y', 'i');
    String bare = even.replaceAll("(?<=.)[aeiou](?=.)", "").replaceAll("(\\p{L})\\1+", "$1");
    return bare.length() < LEAST_SPELLING ? Optional.empty() : Optional.of(bare);
  }

  /** Middle names agree where one has none or the one begins the other. */
  private static boolean agree(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).startsWith(other.get(i)) && !other.get(i).startsWith(one.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<NameRelation> relation(String words, double weight) {
    return Optional.of(new NameRelation(words, weight, false));
  }

  /**
   * The names that tell: without single words of a longer one, which others share.
   *
   * @param label the full name
   */
  static Set<String> telling(String label, Set<String> names) {
    Set<String> words = new HashSet<>(List.of(fold(label).split(" ")));
    Set<String> telling = new TreeSet<>();
    telling.add(label);
    for (String name : names) {
      String folded = fold(name);
      if (!folded.isEmpty()
          && (words.size() == 1 || folded.contains(" ") || !words.contains(folded))) {
        telling.add(name);
      }
    }
    return telling;
  }
}
