package org.newsgraph.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;
import org.newsgraph.fact.Term;

/**
 * What the tables under {@code ontology/names/} know of words and names: world institutions and
 * places, demonyms, job titles, given names, and the nouns that tell what a name stands for.
 */
public final class Lexicon {

  /** What a name of the tables stands for. */
  public record Entry(String name, Term type) {}

  /** What a job title makes of its holder. */
  public enum TitleKind {
    CHIEF_EXECUTIVE,
    LEADER,
    FOUNDER,
    MEMBER,
    ADVISER,
    OCCUPATION,
    HONORIFIC
  }

  /** What is known of a given name's bearer. */
  public enum Gender {
    MALE,
    FEMALE,
    UNKNOWN
  }

  private static final Term COUNTRY = Term.of("schema:Country");

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, String> demonyms = new HashMap<>();
  private final Map<String, String> seatsOfGovernment = new HashMap<>();
  private final Map<String, TitleKind> titles = new HashMap<>();
  private final Map<String, Term> nouns = new HashMap<>();
  private final Map<String, Term> suffixes = new HashMap<>();
  private final Map<String, Gender> givenNames = new HashMap<>();
  private final Set<String> ambiguousGivenNames = new HashSet<>();
  private final Set<String> noNames = DataTable.read("no-names.txt").words();
  private final Set<String> regionAdjectives = DataTable.read("region-adjectives.txt").words();
  private final Set<String> goods = DataTable.read("goods.txt").words();
  private final Set<String> sentenceOpeners = DataTable.read("sentence-openers.txt").words();
  private final Set<String> sharedTitles = DataTable.read("shared-titles.txt").words();
  private final Set<String> leadingSurnames = new HashSet<>();
  private int longestTitle = 1;

  private Lexicon() {}

  /**
   * Reads the tables from the class path.
   *
   * @throws IllegalStateException if a table is missing or malformed
   */
  public static Lexicon read() {
    Lexicon lexicon = new Lexicon();
    lexicon.readNames();
    lexicon.readWords();
    return lexicon;
  }

  private void readNames() {
    for (Row row : DataTable.read("countries.tsv").rows()) {
      add(row, COUNTRY);
      row.list("metonyms").forEach(seat -> seatsOfGovernment.putIfAbsent(seat, row.get("name")));
      row.list("adjectives").forEach(adjective -> demonyms.putIfAbsent(adjective, row.get("name")));
    }
    for (Row row : DataTable.read("indices.tsv").rows()) {
      add(row, Term.of("ng:MarketIndex"));
    }
    for (Row row : DataTable.read("organizations.tsv").rows()) {
      add(row, Term.of(row.get("type")));
    }
    for (Row row : DataTable.read("products.tsv").rows()) {
      Set<String> ambiguous = Set.copyOf(row.list("ambiguous"));
      if (!ambiguous.contains(row.get("name"))) {
        add(row, Term.of(row.get("type")));
      }
    }
    for (Row row : DataTable.read("places.tsv").rows()) {
      add(row, Term.of(row.get("type")));
    }
  }

  private void add(Row row, Term type) {
    Entry entry = new Entry(row.get("name"), type);
    Stream.concat(Stream.of(entry.name()), row.list("aliases").stream())
        .forEach(name -> entries.putIfAbsent(name, entry));
  }

  private void readWords() {
    for (Row row : DataTable.read("titles.tsv").rows()) {
      TitleKind kind =
          TitleKind.valueOf(row.get("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
      titles.put(row.get("title"), kind);
      longestTitle = Math.max(longestTitle, row.get("title").split(" ").length);
    }
    for (Row row : DataTable.read("heads.tsv").rows()) {
      Term type = Term.of(row.get("type"));
      nouns.put(row.get("noun").toLowerCase(Locale.ROOT), type);
      row.list("plural").forEach(plural -> nouns.put(plural.toLowerCase(Locale.ROOT), type));
    }
    for (Row row : DataTable.read("organization-suffixes.tsv").rows()) {
      suffixes.put(row.get("word"), Term.of(row.get("type")));
    }
    for (Row row : DataTable.read("first-names.tsv").rows()) {
      Gender gender =
          switch (row.get("gender")) {
            case "m" -> Gender.MALE;
            case "f" -> Gender.FEMALE;
            default -> Gender.UNKNOWN;
          };
      givenNames.put(row.get("name"), gender);
      if (row.get("ambiguous").equals("yes")) {
        ambiguousGivenNames.add(row.get("name"));
      }
    }
    for (Row row : DataTable.read("surnames-first.tsv").rows()) {
      leadingSurnames.add(row.get("surname"));
    }
  }

  /** What {@code name} stands for, by its canonical name or an alias, in the case written. */
  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** The country that "French" or "Frenchman" tells of. */
  public Optional<String> countryOfDemonym(String adjective) {
    return Optional.ofNullable(demonyms.get(adjective));
  }

  /** The country or union whose government "Moscow" stands for when it acts. */
  public Optional<String> countryGovernedFrom(String place) {
    return Optional.ofNullable(seatsOfGovernment.get(place));
  }

  /** The kind of a job title, whatever its case. */
  public Optional<TitleKind> title(String words) {
    return Optional.ofNullable(titles.get(words.toLowerCase(Locale.ROOT)));
  }

  /** Whether only a person bears the title; an organization may be a designer or an owner too. */
  public boolean isPersonalTitle(String words) {
    return !sharedTitles.contains(words.toLowerCase(Locale.ROOT));
  }

  /** The number of words of the longest title. */
  public int longestTitle() {
    return longestTitle;
  }

  /** The class of what a common noun such as "chipmaker" denotes, singular or plural. */
  public Optional<Term> noun(String noun) {
    return Optional.ofNullable(nouns.get(noun.toLowerCase(Locale.ROOT)));
  }

  /** The class that a name ending in this word belongs to, such as "Bank". */
  public Optional<Term> organizationSuffix(String word) {
    return Optional.ofNullable(suffixes.get(word));
  }

  /** The gender of a given name's bearers; empty where it is no given name. */
  public Optional<Gender> givenName(String name) {
    return Optional.ofNullable(givenNames.get(name));
  }

  /** Whether a word, in small letters, is goods that are traded: "copper". */
  boolean isGoods(String word) {
    return goods.contains(word);
  }

  /**
   * Whether the word often stands before a name at the beginning of a sentence without belonging to
   * it.
   */
  public boolean opensSentences(String word) {
    return sentenceOpeners.contains(word) || titles.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether the word looks like a name but is an acronym of a common noun, in the singular or
   * plural.
   */
  public boolean isNoName(String word) {
    return noNames.contains(word)
        || word.endsWith("s") && noNames.contains(word.substring(0, word.length() - 1));
  }

  /** Whether words tell of a part of the world and name nothing by themselves: "European". */
  public boolean isRegionAdjective(String words) {
    return regionAdjectives.contains(words);
  }

  /** Whether a given name is as often a place or an ordinary word. */
  public boolean isAmbiguousGivenName(String name) {
    return ambiguousGivenNames.contains(name);
  }

  /** Whether the word is a family name that precedes the given name, as in Chinese and Korean. */
  public boolean isLeadingSurname(String word) {
    return leadingSurnames.contains(word);
  }
}
