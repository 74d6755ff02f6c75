package org.newsgraph.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Lexicon.Gender;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.Mention.Form;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.annotate.TaggedSpan;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Term;
import org.newsgraph.reader.ArticleReading;
import org.newsgraph.reader.ReadSpan;

/**
 * Leads pronouns and definite descriptions back to the entity they stand for, sentence by sentence:
 * recent mentions first, subjects before others (after Hobbs 1978 and Lappin and Leass 1994, much
 * reduced). Where two candidates are equally near, nothing is resolved by these rules: a wrong link
 * makes a wrong fact.
 *
 * <p>The trained reader's links count where the rules have none, and against the rules from {@link
 * #OVERRULING} on where the rules had several candidates to choose from. Grammar, gender and class
 * bind both.
 */
final class AnaphoraResolver {

  private static final Term CORPORATION = Term.of("schema:Corporation");

  /** How many sentences back an antecedent may be. */
  private static final int WINDOW = 3;

  /** From this weight on, a word admits no other class of owner. */
  private static final double CERTAIN = 2;

  /** How prominent the first member of a row is for a pronoun in the second. */
  private static final double SAME_ROW = 5;

  /** From this probability on, the reader's link outweighs a choice that the rules made. */
  private static final double OVERRULING = 0.8;

  private static final Pattern PRONOUN =
      Pattern.compile("he|him|his|she|her|hers|it|its|they|them|their");

  /** What begins a description that refers to nothing named before. */
  private static final Pattern INDEFINITE =
      Pattern.compile("an?|no|any|some|every|each|other|another|many|several|few|most|all|both");

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
   * @param reading what the trained reader links
   * @param names the resolved names
   * @param types the type of each entity
   * @return the names and, added to them, the anaphors resolved
   */
  SortedMap<Mention, EntityKey> resolve(
      AnnotatedArticle article,
      ArticleReading reading,
      SortedMap<Mention, EntityKey> names,
      SortedMap<EntityKey, Term> types) {
    TreeMap<Mention, EntityKey> resolved = new TreeMap<>(names);
    for (ParsedSentence sentence : article.sentences()) {
      for (Mention anaphor : anaphors(article, sentence, reading, names)) {
        Optional<Choice> byRule =
            described(article, sentence, anaphor, resolved, types)
                .map(entity -> new Choice(Optional.of(entity), true))
                .or(
                    () ->
                        anaphor.form() == Form.NOMINAL && anaphor.type().isEmpty()
                            ? Optional.empty()
                            : antecedent(article, sentence, anaphor, resolved, types));
        choose(sentence, anaphor, byRule, reading, resolved, types)
            .ifPresent(entity -> resolved.put(anaphor, entity));
      }
    }
    return resolved;
  }

  /**
   * What the rules hold an anaphor for.
   *
   * @param entity empty for somebody unknown
   * @param hard whether nothing else would do
   */
  private record Choice(Optional<EntityKey> entity, boolean hard) {}

  private Optional<EntityKey> choose(
      ParsedSentence sentence,
      Mention anaphor,
      Optional<Choice> byRule,
      ArticleReading reading,
      TreeMap<Mention, EntityKey> resolved,
      SortedMap<EntityKey, Term> types) {
    Optional<EntityKey> rule = byRule.flatMap(Choice::entity);
    Optional<Integer> span =
        byRule.filter(Choice::hard).isPresent()
            ? Optional.empty()
            : reading.indexOf(anaphor.sentence(), anaphor.begin(), anaphor.end());
    if (span.isEmpty()) {
      return rule;
    }
    Set<EntityKey> excluded = excluded(sentence, anaphor, resolved);
    for (ArticleReading.Link link : reading.links().getOrDefault(span.get(), List.of())) {
      ReadSpan antecedent = reading.spans().get(link.antecedent());
      Optional<EntityKey> entity =
          at(resolved, antecedent)
              .filter(e -> !excluded.contains(e))
              .filter(e -> admitsRead(anaphor, e, reading, span.get(), types))
              .filter(e -> mayOwn(sentence, anaphor, e));
      if (entity.isPresent()) {
        return rule.isEmpty() || link.probability() >= OVERRULING ? entity : rule;
      }
    }
    return rule;
  }

  /**
   * The one entity before that the article calls by the noun of a description, however far back:
   * "the toymaker" after "the toymaker Plumm", "Plumm, a toymaker" or "Plumm is a toymaker", "the
   * bank" after "Corvane Bank".
   */
  private Optional<EntityKey> described(
      AnnotatedArticle article,
      ParsedSentence sentence,
      Mention anaphor,
      TreeMap<Mention, EntityKey> resolved,
      SortedMap<EntityKey, Term> types) {
    if (anaphor.form() != Form.NOMINAL) {
      return Optional.empty();
    }
    String noun = sentence.token(anaphor.head()).lemma();
    List<EntityKey> called =
        resolved.headMap(anaphor).entrySet().stream()
            .filter(e -> e.getKey().form() == Form.NAME)
            .filter(e -> isCalled(article.sentences().get(e.getKey().sentence()), e.getKey(), noun))
            .map(Map.Entry::getValue)
            .filter(entity -> anaphor.type().isEmpty() || admits(anaphor, entity, types))
            .distinct()
            .limit(2)
            .toList();
    return called.size() == 1 && !excluded(sentence, anaphor, resolved).contains(called.getFirst())
        ? Optional.of(called.getFirst())
        : Optional.empty();
  }

  private static boolean isCalled(ParsedSentence sentence, Mention name, String noun) {
    int head = name.head();
    boolean inName =
        IntStream.range(name.begin(), name.end())
            .anyMatch(i -> sentence.token(i).text().equalsIgnoreCase(noun));
    boolean beside =
        sentence
            .parse()
            .children(head)
            .filter(c -> !name.covers(c))
            .filter(c -> sentence.parse().relation(c).matches("compound|nmod:desc|appos"))
            .anyMatch(c -> isNoun(sentence, c, noun));
    int governor = sentence.parse().head(head);
    boolean below =
        governor >= 0
            && isNoun(sentence, governor, noun)
            && (Phrases.is(sentence, head, "appos")
                || Phrases.is(sentence, head, "nsubj")
                    && Phrases.children(sentence, governor, "cop").findAny().isPresent());
    return inName || beside || below;
  }

  private static boolean isNoun(ParsedSentence sentence, int token, String noun) {
    return sentence.token(token).tag().equals("NOUN") && sentence.token(token).lemma().equals(noun);
  }

  private static Optional<EntityKey> at(TreeMap<Mention, EntityKey> resolved, ReadSpan span) {
    return Mention.ofSentences(resolved, span.sentence(), span.sentence()).entrySet().stream()
        .filter(e -> e.getKey().begin() == span.begin() && e.getKey().end() == span.end())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What an anaphor cannot mean: what stands beside it under a verb, or owns what it describes. */
  private static Set<EntityKey> excluded(
      ParsedSentence sentence, Mention anaphor, TreeMap<Mention, EntityKey> resolved) {
    Set<EntityKey> excluded = new HashSet<>(coarguments(sentence, anaphor, resolved));
    Mention.ofSentences(resolved, anaphor.sentence(), anaphor.sentence())
        .forEach(
            (mention, entity) -> {
              if (anaphor.begin() <= mention.begin() && mention.end() <= anaphor.end()) {
                excluded.add(entity);
              }
            });
    return excluded;
  }

  private boolean admitsRead(
      Mention anaphor,
      EntityKey entity,
      ArticleReading reading,
      int span,
      SortedMap<EntityKey, Term> types) {
    if (anaphor.form() == Form.NOMINAL && anaphor.type().isEmpty()) {
      return kinds
          .ofLocalName(reading.bestType(span))
          .filter(type -> kinds.of(type) == entity.kind())
          .isPresent();
    }
    boolean company =
        anaphor.name().matches("they|them|their") && entity.kind() == Kind.ORGANIZATION;
    return company || admits(anaphor, entity, types);
  }

  /** All that may refer back, by the rules, in order. */
  List<Mention> anaphors(AnnotatedArticle article, List<Mention> names) {
    TreeMap<Mention, Boolean> all = new TreeMap<>();
    names.forEach(name -> all.put(name, true));
    List<Mention> found = new ArrayList<>();
    for (ParsedSentence sentence : article.sentences()) {
      int index = sentence.sentence().index();
      found.addAll(anaphors(article, sentence, Mention.ofSentences(all, index, index).keySet()));
    }
    return found;
  }

  /** What may refer back by the rules, and what the reader takes for a description of something. */
  private List<Mention> anaphors(
      AnnotatedArticle article,
      ParsedSentence sentence,
      ArticleReading reading,
      SortedMap<Mention, EntityKey> names) {
    int index = sentence.sentence().index();
    Set<Mention> named = Mention.ofSentences(names, index, index).keySet();
    List<Mention> anaphors = anaphors(article, sentence, named);
    for (int i : reading.indicesIn(index)) {
      ReadSpan span = reading.spans().get(i);
      if (span.kind() != TaggedSpan.Kind.NOMINAL || !reading.links().containsKey(i)) {
        continue;
      }
      boolean apart =
          Stream.concat(named.stream(), anaphors.stream())
              .noneMatch(m -> m.begin() < span.end() && span.begin() < m.end());
      int head = Phrases.head(sentence, span.begin(), span.end());
      int begin = Math.min(span.begin(), Phrases.phraseBegin(sentence, head));
      String first = sentence.token(begin).text().toLowerCase(Locale.ROOT);
      if (apart && !INDEFINITE.matcher(first).matches()) {
        anaphors.add(
            new Mention(
                index,
                span.begin(),
                span.end(),
                head,
                Form.NOMINAL,
                article.text(index, span.begin(), span.end()),
                Optional.empty()));
      }
    }
    anaphors.sort(null);
    return anaphors;
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
      if (PRONOUN.matcher(word).matches() && !Phrases.is(sentence, i, "expl")) {
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

  private Optional<Choice> antecedent(
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
    Optional<Candidate> best =
        candidates.stream()
            .max(
                Comparator.<Candidate>comparingDouble(AnaphoraResolver::salience)
                    .thenComparing(Candidate::mention));
    if (best.filter(b -> isOutdone(article, anaphor, b, resolved)).isPresent()) {
      return Optional.of(new Choice(Optional.empty(), true));
    }
    return best.filter(b -> isClear(b.entity(), candidates))
        .map(
            b ->
                new Choice(
                    Optional.of(b.entity()),
                    b.prominence() >= SAME_ROW
                        || candidates.stream().allMatch(c -> c.entity().equals(b.entity()))));
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
    // The words alone tell, even where the parser hangs the second member on something else.
    boolean follows =
        anaphor.sentence() == candidate.sentence()
            && Phrases.is(sentence, anaphor.head(), "nmod:poss")
            && anaphor.begin() == candidate.end() + 1
            && sentence.token(candidate.end()).text().equals("and");
    if (follows) {
      return 2 * SAME_ROW;
    }
    if (sameRow) {
      // "Acme and its brokers": the row's first member owns the second.
      return SAME_ROW;
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
