package org.newsgraph.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Lexicon.Gender;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.Mention.Form;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Term;

/**
 * Leads pronouns and definite descriptions back to the entity they stand for, sentence by sentence:
 * recent mentions first, subjects before others (after Hobbs 1978 and Lappin and Leass 1994, much
 * reduced). Where two candidates are equally near, nothing is resolved: a wrong link makes a wrong
 * fact.
 */
final class AnaphoraResolver {

  private static final Term CORPORATION = Term.of("schema:Corporation");

  /** How many sentences back an antecedent may be. */
  private static final int WINDOW = 3;

  /** From this weight on, a word admits no other class of owner. */
  private static final double CERTAIN = 2;

  private final Lexicon lexicon;
  private final Kinds kinds;
  private final TypeCues cues;

  AnaphoraResolver(Lexicon lexicon, Kinds kinds, TypeCues cues) {
    this.lexicon = lexicon;
    this.kinds = kinds;
    this.cues = cues;
  }

  /**
   * Resolves what can be.
   *
   * @param names the resolved names
   * @param types the type of each entity
   * @return the names and, added to them, the anaphors resolved
   */
  SortedMap<Mention, EntityKey> resolve(
      AnnotatedArticle article,
      SortedMap<Mention, EntityKey> names,
      SortedMap<EntityKey, Term> types) {
    TreeMap<Mention, EntityKey> resolved = new TreeMap<>(names);
    for (ParsedSentence sentence : article.sentences()) {
      for (Mention anaphor : anaphors(article, sentence, names.keySet())) {
        antecedent(article, sentence, anaphor, resolved, types)
            .ifPresent(entity -> resolved.put(anaphor, entity));
      }
    }
    return resolved;
  }

  private List<Mention> anaphors(
      AnnotatedArticle article, ParsedSentence sentence, Collection<Mention> names) {
    List<Mention> anaphors = new ArrayList<>();
    int index = sentence.sentence().index();
    Set<Integer> named =
        names.stream()
            .filter(m -> m.sentence() == index)
            .flatMap(m -> IntStream.range(m.begin(), m.end()).boxed())
            .collect(Collectors.toSet());
    for (int i = 0; i < sentence.size(); i++) {
      String word = sentence.token(i).text().toLowerCase(Locale.ROOT);
      if (named.contains(i)) {
        continue;
      }
      if (word.matches("he|him|his|she|her|hers|it|its|they|them|their")
          && !Phrases.is(sentence, i, "expl")) {
        anaphors.add(new Mention(index, i, i + 1, i, Form.PRONOUN, word, Optional.empty()));
      } else if (sentence.token(i).tag().equals("NOUN")) {
        nominal(article, sentence, i, named).ifPresent(anaphors::add);
      }
    }
    return anaphors;
  }

  /**
   * "the company", "the Chinese start-up": a definite noun phrase that names its class and nothing
   * else.
   */
  private Optional<Mention> nominal(
      AnnotatedArticle article, ParsedSentence sentence, int noun, Set<Integer> named) {
    Optional<Term> type = lexicon.noun(sentence.token(noun).text());
    int begin = Phrases.phraseBegin(sentence, noun);
    boolean definite =
        sentence.token(begin).text().toLowerCase(Locale.ROOT).matches("the|this|that");
    boolean plural =
        sentence.token(noun).text().endsWith("s") && !sentence.token(noun).lemma().endsWith("s");
    boolean modifiesNoun = Phrases.is(sentence, noun, "compound");
    boolean restricted =
        sentence
            .parse()
            .children(noun)
            .anyMatch(
                c ->
                    c > noun
                            && (Phrases.is(sentence, c, "nmod") || isRestrictiveClause(sentence, c))
                        || Phrases.is(sentence, c, "appos")
                        || Phrases.is(sentence, c, "nmod:poss")
                        || Phrases.is(sentence, c, "flat")
                        || Phrases.is(sentence, c, "compound") && named.contains(c));
    boolean beforeName = named.contains(noun + 1);
    if (type.isEmpty() || !definite || plural || restricted || beforeName || modifiesNoun) {
      return Optional.empty();
    }
    return Optional.of(
        new Mention(
            sentence.sentence().index(),
            begin,
            noun + 1,
            noun,
            Form.NOMINAL,
            article.text(sentence.sentence().index(), begin, noun + 1),
            type));
  }

  /**
   * A clause that says which one is meant; not one with a preposition, which belongs to the verb:
   * "accused it of".
   */
  private static boolean isRestrictiveClause(ParsedSentence sentence, int child) {
    return Phrases.is(sentence, child, "acl")
        && Phrases.children(sentence, child, "mark")
            .allMatch(m -> sentence.token(m).text().equals("to"))
        && !sentence.token(child - 1).text().equals(",");
  }

  private record Candidate(
      Mention mention, EntityKey entity, int distance, double prominence, long frequency) {}

  private Optional<EntityKey> antecedent(
      AnnotatedArticle article,
      ParsedSentence sentence,
      Mention anaphor,
      TreeMap<Mention, EntityKey> resolved,
      SortedMap<EntityKey, Term> types) {
    int here = sentence.sentence().index();
    Set<EntityKey> excluded = coarguments(sentence, anaphor, resolved);
    Map<EntityKey, Long> frequency =
        resolved.headMap(anaphor).values().stream()
            .collect(Collectors.groupingBy(e -> e, Collectors.counting()));
    List<Candidate> candidates =
        Mention.ofSentences(resolved, Math.max(0, here - WINDOW), here)
            .headMap(anaphor)
            .entrySet()
            .stream()
            .filter(e -> e.getKey().form() != Form.DEMONYM)
            .filter(e -> !excluded.contains(e.getValue()))
            .filter(e -> admits(anaphor, e.getValue(), types))
            .filter(e -> mayOwn(sentence, anaphor, e.getValue()))
            .filter(
                e ->
                    !anaphor.name().matches("they|them|their")
                        || isPlural(article.sentences().get(e.getKey().sentence()), e.getKey()))
            .map(
                e ->
                    new Candidate(
                        e.getKey(),
                        e.getValue(),
                        here - e.getKey().sentence(),
                        prominence(
                            article.sentences().get(e.getKey().sentence()), anaphor, e.getKey()),
                        frequency.getOrDefault(e.getValue(), 0L)))
            .toList();
    return candidates.stream()
        .max(
            Comparator.<Candidate>comparingDouble(AnaphoraResolver::salience)
                .thenComparing(Candidate::mention))
        .filter(best -> !isOutdone(article, anaphor, best, resolved))
        .map(Candidate::entity)
        .filter(best -> isClear(best, candidates));
  }

  /**
   * Whether a subject that is nobody known stands between a pronoun and its candidate: after "The
   * newspaper stands by its story", "it" is the newspaper, whichever that is.
   */
  private boolean isOutdone(
      AnnotatedArticle article,
      Mention anaphor,
      Candidate best,
      TreeMap<Mention, EntityKey> resolved) {
    if (anaphor.form() != Form.PRONOUN) {
      return false;
    }
    for (int index = anaphor.sentence() - 1; index > best.mention().sentence(); index--) {
      ParsedSentence sentence = article.sentences().get(index);
      Set<Mention> mentions = Mention.ofSentences(resolved, index, index).keySet();
      for (int i = 0; i < sentence.size(); i++) {
        int token = i;
        boolean known = mentions.stream().anyMatch(m -> m.covers(token));
        if (!known
            && Phrases.is(sentence, i, "nsubj")
            && sentence.token(i).tag().equals("NOUN")
            && !sentence.token(i).text().endsWith("s")
            && lexicon
                .noun(sentence.token(i).text())
                .filter(t -> kinds.of(t) == best.entity().kind())
                .isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an entity may own what a possessive pronoun says it does: shares are a company's. */
  private boolean mayOwn(ParsedSentence sentence, Mention anaphor, EntityKey entity) {
    if (!Phrases.is(sentence, anaphor.head(), "nmod:poss")) {
      return true;
    }
    String owned = sentence.token(sentence.parse().head(anaphor.head())).lemma();
    List<TypeCues.Weighted> owners =
        cues.of(owned, "owner-of").stream().filter(w -> w.weight() >= CERTAIN).toList();
    return owners.isEmpty() || owners.stream().anyMatch(w -> kinds.of(w.type()) == entity.kind());
  }

  /** "H100s", "H800 chips". */
  private static boolean isPlural(ParsedSentence sentence, Mention mention) {
    int governor = sentence.parse().head(mention.head());
    return sentence.token(mention.head()).text().matches(".*[0-9]s")
        || Phrases.is(sentence, mention.head(), "compound")
            && governor == mention.end()
            && !sentence.token(governor).text().equalsIgnoreCase(sentence.token(governor).lemma());
  }

  private static double salience(Candidate candidate) {
    return candidate.prominence()
        - 1.5 * candidate.distance()
        + 0.8 * Math.log1p(candidate.frequency())
        - (candidate.entity().kind() == Kind.PLACE ? 1 : 0);
  }

  /** How much the grammar of its sentence brings a candidate to the fore. */
  private static double prominence(ParsedSentence sentence, Mention anaphor, Mention candidate) {
    int head = candidate.head();
    boolean sameRow =
        anaphor.sentence() == candidate.sentence()
            && anaphor.form() == Form.PRONOUN
            && sentence.parse().head(anaphor.head()) >= 0
            && Phrases.is(sentence, sentence.parse().head(anaphor.head()), "conj")
            && sentence.parse().head(sentence.parse().head(anaphor.head())) == head;
    if (sameRow) {
      // "Acme and its brokers": the row's first member owns the second.
      return 5;
    }
    if (Phrases.is(sentence, head, "nsubj")) {
      return 2;
    }
    boolean ownsSubject =
        sentence.parse().relation(head).equals("nmod:poss")
            && Phrases.is(sentence, sentence.parse().head(head), "nsubj");
    return ownsSubject ? 1.4 : 0;
  }

  /** Whether no other entity is as salient as the best. */
  private static boolean isClear(EntityKey best, List<Candidate> candidates) {
    double top = salience(best, candidates);
    return candidates.stream()
        .map(Candidate::entity)
        .filter(e -> !e.equals(best))
        .distinct()
        .allMatch(e -> top - salience(e, candidates) > 0.25);
  }

  private static double salience(EntityKey entity, List<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> c.entity().equals(entity))
        .mapToDouble(AnaphoraResolver::salience)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private boolean admits(Mention anaphor, EntityKey entity, SortedMap<EntityKey, Term> types) {
    Kind kind = entity.kind();
    if (anaphor.form() == Form.NOMINAL) {
      Term wanted = anaphor.type().orElseThrow();
      Term type = types.get(entity);
      return type != null
          && kinds.of(wanted) == kind
          && (kind != Kind.PLACE || kinds.schema().isA(type, wanted))
          && (kind != Kind.ORGANIZATION || compatible(wanted, type));
    }
    return switch (anaphor.name()) {
      case "he", "him", "his" -> kind == Kind.PERSON && gender(entity) != Gender.FEMALE;
      case "she", "her", "hers" -> kind == Kind.PERSON && gender(entity) != Gender.MALE;
      case "they", "them", "their" -> kind == Kind.PRODUCT;
      default ->
          kind == Kind.ORGANIZATION
              || kind == Kind.PRODUCT
              || kind == Kind.SOFTWARE
              || kind == Kind.PLACE && Term.of("schema:Country").equals(types.get(entity));
    };
  }

  /**
   * "the company" is no ministry and "the government" no company; of a class of its own, the name
   * has to be known to be.
   */
  private boolean compatible(Term wanted, Term type) {
    return kinds.isGeneric(wanted)
        || kinds.isGeneric(type) && kinds.schema().isA(wanted, CORPORATION)
        || kinds.schema().isA(type, wanted)
        || kinds.schema().isA(wanted, type) && !kinds.isGeneric(type);
  }

  private Gender gender(EntityKey entity) {
    return lexicon.givenName(entity.name().split(" ")[0]).orElse(Gender.UNKNOWN);
  }

  /** Entities that stand beside a pronoun or description under one verb, which it cannot mean. */
  private static Set<EntityKey> coarguments(
      ParsedSentence sentence, Mention anaphor, TreeMap<Mention, EntityKey> resolved) {
    int verb = sentence.parse().head(anaphor.head());
    boolean possessive = Phrases.is(sentence, anaphor.head(), "nmod:poss");
    if (verb < 0 || possessive) {
      return Set.of();
    }
    return Mention.ofSentences(resolved, anaphor.sentence(), anaphor.sentence()).entrySet().stream()
        .filter(e -> sentence.parse().head(e.getKey().head()) == verb)
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }
}
