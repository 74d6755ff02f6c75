package org.newsgraph.resolve;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Lexicon.Entry;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Term;
import org.newsgraph.reader.ArticleReading;

/**
 * Groups the names of an article into entities: equal names, names that the tables hold for one,
 * short forms of a longer name of the same family, surnames of a full name, acronyms.
 */
final class NameGrouper {

  /** The names of one entity. */
  record Group(
      EntityKey key,
      Term type,
      Set<Term> furtherTypes,
      Set<String> names,
      List<Mention> mentions) {}

  /** Tokens between a name and the one before marriage: a comma or bracket, and "née". */
  private static final int MAIDEN_GAP = 2;

  private static final Pattern GENERATION =
      Pattern.compile(" (?:Jr|Sr|Jnr|Snr|Junior|Senior|II|III|IV)\\.?$| [Tt]he (?:Elder|Younger)$");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Lexicon lexicon;
  private final Kinds kinds;
  private final EntityTyper typer;

  NameGrouper(Lexicon lexicon, Kinds kinds, EntityTyper typer) {
    this.lexicon = lexicon;
    this.kinds = kinds;
    this.typer = typer;
  }

  /**
   * The entities that the names stand for, in the order of their keys. Names of which nothing tells
   * the class are left out.
   */
  List<Group> group(AnnotatedArticle article, ArticleReading reading, List<Mention> names) {
    Set<String> spelledOut = spelledOut(names);
    Map<String, List<Mention>> byName = new LinkedHashMap<>();
    for (Mention mention : names) {
      String name = mention.name();
      byName
          .computeIfAbsent(
              spelledOut.contains(name) ? name : canonical(name), k -> new ArrayList<>())
          .add(mention);
    }
    Map<String, String> fullNames = new TreeMap<>();
    Map<String, Term> types = new TreeMap<>();
    byName.forEach(
        (name, mentions) ->
            typer.type(article, reading, mentions).ifPresent(type -> types.put(name, type)));
    Map<String, Term> first = Map.copyOf(types);
    byName.forEach(
        (name, mentions) ->
            typer
                .type(article, reading, mentions, beside(article, mentions, names, first))
                .ifPresent(type -> types.put(name, type)));
    for (String name : byName.keySet()) {
      fullName(name, byName, types, spelledOut).ifPresent(full -> fullNames.put(name, full));
    }
    addMaidenNames(article, names, types, fullNames);
    Map<String, List<String>> variants = new TreeMap<>();
    for (String name : byName.keySet()) {
      String full = name;
      for (int hop = 0; fullNames.containsKey(full) && hop < 4; hop++) {
        full = fullNames.get(full);
      }
      variants.computeIfAbsent(full, k -> new ArrayList<>()).add(name);
    }
    List<Group> groups = new ArrayList<>();
    variants.forEach(
        (full, all) -> {
          List<Mention> mentions =
              all.stream()
                  .flatMap(n -> byName.getOrDefault(n, List.of()).stream())
                  .sorted()
                  .toList();
          Optional<Term> type =
              typer.type(article, reading, mentions, beside(article, mentions, names, types));
          if (type.isPresent()) {
            Set<String> written =
                Stream.concat(all.stream(), mentions.stream().map(Mention::name))
                    .collect(Collectors.toCollection(TreeSet::new));
            groups.add(
                new Group(
                    new EntityKey(kinds.of(type.get()), full),
                    type.get(),
                    typer.furtherTypes(article, mentions, type.get()),
                    written,
                    mentions));
          }
        });
    groups.sort(Comparator.comparing(Group::key));
    return groups;
  }

  /** Initials that the tables know as another's than the one that the article itself spells out. */
  private Set<String> spelledOut(List<Mention> names) {
    Set<String> all = names.stream().map(Mention::name).collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    for (String name : all) {
      Optional<Entry> known = lexicon.entry(name);
      if (known.isPresent()
          && !all.contains(known.get().name())
          && all.stream()
              .anyMatch(
                  full ->
                      full.contains(" ")
                          && isAcronym(name, full.split(" "))
                          && lexicon.entry(full).isEmpty())) {
        found.add(name);
      }
    }
    return found;
  }

  /** "Hanna Berg, née Lindqvist" has two names. */
  private void addMaidenNames(
      AnnotatedArticle article,
      List<Mention> names,
      Map<String, Term> types,
      Map<String, String> fullNames) {
    for (Mention former : names) {
      ParsedSentence sentence = article.sentences().get(former.sentence());
      String own = canonical(former.name());
      if (former.begin() == 0
          || !sentence.token(former.begin() - 1).text().matches("n[ée]e")
          || fullNames.containsKey(own)) {
        continue;
      }
      names.stream()
          .filter(m -> m.sentence() == former.sentence() && m.end() < former.begin())
          .filter(m -> former.begin() - m.end() <= MAIDEN_GAP)
          .map(m -> canonical(m.name()))
          .filter(m -> !m.equals(own) && kind(m, types) == Kind.PERSON)
          .findFirst()
          .ifPresent(
              now -> {
                fullNames.put(own, now);
                fullNames.remove(now, own);
              });
    }
  }

  /** The classes of the names that the mentions are coordinated with. */
  private List<Term> beside(
      AnnotatedArticle article,
      List<Mention> mentions,
      List<Mention> names,
      Map<String, Term> types) {
    List<Term> found = new ArrayList<>();
    for (Mention mention : mentions) {
      ParsedSentence sentence = article.sentences().get(mention.sentence());
      for (Mention other : names) {
        if (other.sentence() == mention.sentence()
            && !other.equals(mention)
            && (isConjunct(sentence, mention, other) || isConjunct(sentence, other, mention))) {
          Optional.ofNullable(types.get(canonical(other.name()))).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isConjunct(ParsedSentence sentence, Mention one, Mention other) {
    return Phrases.is(sentence, one.head(), "conj")
        && sentence.parse().head(one.head()) == other.head();
  }

  private String canonical(String name) {
    return lexicon.entry(name).map(Entry::name).orElse(name);
  }

  /** The longer name of the article that {@code name} is short for. */
  private Optional<String> fullName(
      String name,
      Map<String, List<Mention>> byName,
      Map<String, Term> types,
      Set<String> spelledOut) {
    if (lexicon.entry(name).isPresent() && !spelledOut.contains(name)) {
      return Optional.empty();
    }
    Mention first = firstOf(name, byName);
    List<String> candidates =
        byName.keySet().stream()
            .filter(
                other ->
                    !other.equals(name)
                        && types.containsKey(other)
                        && isShortFor(name, other, types))
            .sorted(
                // Who is already introduced, before who is yet to be: the daughter of one name.
                Comparator.<String, Boolean>comparing(
                        other -> firstOf(other, byName).compareTo(first) > 0)
                    .thenComparingInt(
                        other -> Math.abs(firstOf(other, byName).sentence() - first.sentence()))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    boolean person = candidates.stream().anyMatch(c -> kind(c, types) == Kind.PERSON);
    return person || candidates.size() == 1 ? candidates.stream().findFirst() : Optional.empty();
  }

  private boolean isShortFor(String name, String full, Map<String, Term> types) {
    String[] words = name.split(" ");
    String[] fullWords = full.split(" ");
    if (words.length > 1 && !generation(full).equals(generation(name))) {
      return false;
    }
    Kind kind = kind(full, types);
    Term own = types.get(name);
    if (fullWords.length <= words.length) {
      return false;
    }
    return switch (kind) {
      case PERSON ->
          !full.contains("'")
              && (own == null
                  || kinds.of(own) == Kind.PERSON
                  || words.length == 1 && isWeaklyTyped(name))
              && isShortPerson(bare(name).split(" "), bare(full).split(" "));
      case ORGANIZATION ->
          isAcronym(name, fullWords)
              || (own == null || kinds.of(own) == Kind.ORGANIZATION || isWeaklyTyped(name))
                  && isShortOrganization(words, fullWords);
      default -> false;
    };
  }

  /** Without accents, which headlines drop, and without what tells a son from his father. */
  private static String bare(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return name.split(" ").length > 2 ? GENERATION.matcher(plain).replaceFirst("") : plain;
  }

  private static String generation(String name) {
    Matcher found = GENERATION.matcher(name);
    return name.split(" ").length > 2 && found.find() ? found.group() : "";
  }

  private static Mention firstOf(String name, Map<String, List<Mention>> byName) {
    return Collections.min(byName.get(name));
  }

  private Kind kind(String name, Map<String, Term> types) {
    return kinds.of(types.getOrDefault(name, Kinds.root(Kind.THING)));
  }

  private boolean isWeaklyTyped(String name) {
    return lexicon.entry(name).isEmpty();
  }

  private boolean isShortPerson(String[] words, String[] full) {
    if (words.length == 1) {
      String surname =
          lexicon.isLeadingSurname(full[0])
                  && (lexicon.givenName(full[0]).isEmpty() || full[1].contains("-"))
              ? full[0]
              : full[full.length - 1];
      return words[0].equals(surname) || words[0].equals(full[full.length - 1]);
    }
    return words[0].equals(full[0]) && words[words.length - 1].equals(full[full.length - 1]);
  }

  /** "Harbor Loom" for "Harbor Loom Ltd", "Goldman" for "Goldman Sachs". */
  private boolean isShortOrganization(String[] words, String[] full) {
    for (int i = 0; i < words.length; i++) {
      if (!words[i].equals(full[i])) {
        return false;
      }
    }
    return lexicon.countryOfDemonym(words[0]).isEmpty()
        && lexicon.organizationSuffix(words[0]).isEmpty();
  }

  private static boolean isAcronym(String name, String[] full) {
    if (!name.matches("[A-Z&]{2,6}")) {
      return false;
    }
    String initials =
        Stream.of(String.join(" ", full).split("[ -]+"))
            .filter(w -> !w.isEmpty())
            .filter(w -> Character.isUpperCase(w.charAt(0)))
            .map(w -> w.substring(0, 1))
            .collect(Collectors.joining());
    return initials.equals(name);
  }
}
