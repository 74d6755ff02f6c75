package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.article.Span;
import org.newsgraph.fact.Value;

/**
 * Grammatical functions as a reader understands them: who does it and to whom it is done, whether
 * the verb is active or passive, in a relative clause, a participle, a coordination or an
 * infinitive.
 */
final class Grammar {

  /**
   * The steps of a path that are no prepositions; {@code ontology/patterns/README.md} tells them.
   */
  static final Set<String> FUNCTIONS =
      Set.of(
          "subject",
          "object",
          "second-object",
          "owner",
          "apposition",
          "copula",
          "complement",
          "adverbial",
          "based",
          "governor",
          "self",
          "within",
          "adverb",
          "namesake",
          "participle",
          "right",
          "left",
          "next",
          "post",
          "description",
          "amount",
          "count",
          "passive",
          "until",
          "time",
          "moment");

  /** What stands before the preposition of a phrase anywhere below. */
  static final String BELOW = "below ";

  private static final int MAX_DEPTH = 6;

  /** Verbs whose object does what the infinitive says: "forced Acme to sell". */
  private static final Set<String> OBJECT_CONTROL =
      Set.of(
          "force",
          "allow",
          "ask",
          "tell",
          "order",
          "help",
          "let",
          "make",
          "urge",
          "require",
          "enable",
          "persuade",
          "want",
          "see",
          "expect",
          "forbid",
          "press",
          "instruct",
          "invite",
          "appoint",
          "accuse",
          "permit",
          "bar",
          "ban",
          "prohibit",
          "prevent",
          "stop",
          "block",
          "keep",
          "cause");

  private static final Set<String> RELATIVE_PRONOUNS =
      Set.of("who", "which", "that", "whom", "whose");

  private Grammar() {}

  /** The tokens that a step leads to from {@code from}, in order, coordinated ones included. */
  static List<Integer> follow(ParsedSentence sentence, int from, String relation) {
    return follow(sentence, from, new Pattern.Step(relation, Set.of()));
  }

  /** The tokens that a step leads to from {@code from}, in order, coordinated ones included. */
  static List<Integer> follow(ParsedSentence sentence, int from, Pattern.Step step) {
    String relation = step.relation();
    List<Integer> heads =
        switch (relation) {
          case "subject" -> subjects(sentence, from, 0);
          case "object" -> objects(sentence, from, 0);
          case "second-object" -> Phrases.children(sentence, from, "iobj").boxed().toList();
          case "owner" -> owners(sentence, from);
          case "apposition" -> appositions(sentence, from);
          case "copula" -> copulaSubjects(sentence, from);
          case "complement" -> complements(sentence, from);
          case "adverbial" -> adverbials(sentence, from);
          case "participle" -> participles(sentence, from);
          case "right" -> right(sentence, from);
          case "left" -> left(sentence, from);
          case "count" -> Phrases.children(sentence, from, "nummod").boxed().toList();
          case "passive" -> isPassive(sentence, from) ? List.of(from) : List.of();
          case "amount" -> amounts(sentence, from);
          case "based" -> based(sentence, from);
          case "governor" ->
              sentence.parse().head(from) < 0 ? List.of() : List.of(sentence.parse().head(from));
          case "self" -> List.of(from);
          case "within" ->
              IntStream.range(0, sentence.size())
                  .filter(i -> Phrases.isBelow(sentence, i, from) && ownClause(sentence, i, from))
                  .boxed()
                  .toList();
          case "adverb" ->
              sentence
                  .parse()
                  .children(from)
                  .filter(
                      c ->
                          Phrases.base(sentence.parse().relation(c))
                              .matches("advmod|xcomp|advcl|obl|obj"))
                  .boxed()
                  .toList();
          default ->
              relation.startsWith(BELOW)
                  ? below(sentence, from, relation.substring(BELOW.length()), step.lemmas())
                  : prepositional(sentence, from, relation);
        };
    List<Integer> fitting =
        heads.stream()
            .filter(
                t -> step.lemmas().isEmpty() || step.lemmas().contains(sentence.token(t).lemma()))
            .toList();
    // What the trigger itself names is one; a row it opens has words of its own for the others.
    return relation.equals("self") ? fitting : withConjuncts(sentence, fitting);
  }

  /** Adds "B and C" to "A" where "A, B and C" stand together. */
  private static List<Integer> withConjuncts(ParsedSentence sentence, List<Integer> heads) {
    List<Integer> all = new ArrayList<>();
    for (int head : heads) {
      if (!all.contains(head)) {
        all.add(head);
      }
      Phrases.children(sentence, head, "conj")
          .filter(c -> !sentence.token(c).tag().equals("VERB"))
          .filter(c -> !isContrasted(sentence, c) && !isSetOff(sentence, head, c))
          .filter(c -> !all.contains(c))
          .forEach(all::add);
    }
    return all;
  }

  /** Whether a semicolon stands between, behind which something new begins. */
  static boolean isSetOff(ParsedSentence sentence, int head, int conjunct) {
    return IntStream.range(Math.min(head, conjunct), Math.max(head, conjunct))
        .anyMatch(i -> sentence.token(i).text().equals(";"));
  }

  /** "bonds" in "shares rather than bonds", "Borel" in "Acme, not Borel". */
  private static boolean isContrasted(ParsedSentence sentence, int conjunct) {
    return sentence
        .parse()
        .children(conjunct)
        .anyMatch(
            c ->
                c < conjunct
                    && sentence
                        .token(c)
                        .text()
                        .toLowerCase(Locale.ROOT)
                        .matches("rather|not|instead|nor"));
  }

  /**
   * Whether a verb is passive: an auxiliary says so, or a bare participle follows what it modifies.
   */
  static boolean isPassive(ParsedSentence sentence, int verb) {
    boolean marked =
        sentence
            .parse()
            .children(verb)
            .anyMatch(
                c ->
                    sentence.parse().relation(c).equals("nsubj:pass") && c < verb
                        || sentence.parse().relation(c).equals("aux:pass")
                        || sentence.parse().relation(c).equals("obl:agent"));
    if (marked) {
      return true;
    }
    boolean ownSubject = Phrases.children(sentence, verb, "nsubj").findAny().isPresent();
    boolean participle = isParticiple(sentence, verb);
    String relation = sentence.parse().relation(verb);
    if (ownSubject || !participle) {
      return false;
    }
    boolean hasAuxiliary = Phrases.children(sentence, verb, "aux").findAny().isPresent();
    if (Phrases.children(sentence, verb, "obj").findAny().isPresent()) {
      return false;
    }
    return switch (relation) {
      case "acl", "advcl", "xcomp", "amod" -> !hasAuxiliary;
      case "conj" ->
          !hasAuxiliary
              && sentence.token(sentence.parse().head(verb)).tag().equals("VERB")
              && isPassive(sentence, sentence.parse().head(verb));
      default -> false;
    };
  }

  /** Whether the form is a past participle or past tense, as far as its ending tells. */
  static boolean isParticiple(ParsedSentence sentence, int verb) {
    String text = sentence.token(verb).text().toLowerCase(Locale.ROOT);
    String lemma = sentence.token(verb).lemma();
    return !text.endsWith("ing")
        && (text.endsWith("ed")
            || text.endsWith("en")
            || !text.equals(lemma) && !text.equals(lemma + "s"))
        && !text.endsWith("es");
  }

  private static List<Integer> subjects(ParsedSentence sentence, int verb, int depth) {
    if (depth > MAX_DEPTH) {
      return List.of();
    }
    if (isPassive(sentence, verb)) {
      return agents(sentence, verb);
    }
    return surfaceSubjects(sentence, verb, depth);
  }

  private static List<Integer> agents(ParsedSentence sentence, int verb) {
    List<Integer> own = ownAgents(sentence, verb);
    if (!own.isEmpty()) {
      return own;
    }
    // "sued on 4 March by Acme": a "by" behind a passive with no verb between is that verb's,
    // whatever the parser hangs it on.
    return IntStream.range(verb + 1, sentence.size())
        .takeWhile(i -> !sentence.token(i).tag().equals("VERB"))
        .takeWhile(i -> !sentence.token(i).text().equals(";"))
        .filter(i -> sentence.token(i).text().equals("by"))
        .map(i -> sentence.parse().head(i))
        .filter(i -> i > verb && sentence.valueAt(i).isEmpty())
        .limit(1)
        .boxed()
        .toList();
  }

  private static List<Integer> ownAgents(ParsedSentence sentence, int verb) {
    return sentence
        .parse()
        .children(verb)
        .filter(
            c ->
                Phrases.is(sentence, c, "obl")
                    && Phrases.preposition(sentence, c).equals("by")
                    && sentence.valueAt(c).isEmpty())
        .boxed()
        .toList();
  }

  /** The subject in the sentence's form, wherever the grammar lets it be left out. */
  private static List<Integer> surfaceSubjects(ParsedSentence sentence, int verb, int depth) {
    if (depth > MAX_DEPTH) {
      return List.of();
    }
    List<Integer> own =
        Phrases.children(sentence, verb, "nsubj")
            .filter(c -> !sentence.parse().relation(c).equals("nsubj:outer"))
            .filter(c -> !sentence.token(c).text().matches("each|both|all"))
            .boxed()
            .toList();
    String relation = sentence.parse().relation(verb);
    int head = sentence.parse().head(verb);
    if (own.size() > 1) {
      // A second subject is one that the parser took from the clause above; the verb's own stands
      // before it.
      own = own.stream().filter(c -> c < verb).reduce((a, b) -> b).map(List::of).orElse(own);
    }
    if (!own.isEmpty()) {
      String word = sentence.token(own.getFirst()).text().toLowerCase(Locale.ROOT);
      if (RELATIVE_PRONOUNS.contains(word)) {
        int clause = relativeClause(sentence, verb);
        return clause < 0 ? own : List.of(antecedent(sentence, clause));
      }
      return own;
    }
    if (head < 0) {
      return List.of();
    }
    return switch (Phrases.base(relation)) {
      case "conj" ->
          isPredicate(sentence, head) ? surfaceSubjects(sentence, head, depth + 1) : List.of();
      case "xcomp" -> controller(sentence, head, depth + 1);
      case "ccomp" -> isGerund(sentence, verb) ? controller(sentence, head, depth + 1) : List.of();
      case "advcl" ->
          isPrepositional(sentence, verb) || isInfinitive(sentence, verb)
              ? controller(sentence, head, depth + 1)
              : surfaceSubjects(sentence, head, depth + 1);
      case "acl" -> aclSubject(sentence, verb, head, depth + 1);
      default -> List.of();
    };
  }

  /** What a relative clause says something of: the last of a row, "Acme and Borel, which". */
  private static int antecedent(ParsedSentence sentence, int clause) {
    int head = sentence.parse().head(clause);
    if (head > clause || sentence.parse().relation(clause).equals("advcl:relcl")) {
      // What a relative clause describes stands before it.
      int before =
          IntStream.range(0, clause)
              .filter(
                  i ->
                      RELATIVE_PRONOUNS.contains(sentence.token(i).text().toLowerCase(Locale.ROOT)))
              .reduce((a, b) -> b)
              .orElse(clause);
      return IntStream.iterate(before - 1, i -> i >= 0, i -> i - 1)
          .filter(i -> !sentence.token(i).tag().equals("PUNCT"))
          .findFirst()
          .orElse(head);
    }
    return Phrases.children(sentence, head, "conj")
        .filter(c -> c < clause)
        .reduce((a, b) -> b)
        .orElse(head);
  }

  private static boolean isInfinitive(ParsedSentence sentence, int verb) {
    return Phrases.children(sentence, verb, "mark")
        .anyMatch(m -> sentence.token(m).text().equalsIgnoreCase("to"));
  }

  /** "buying" and "having bought", which borrow their subject whatever the parser calls them. */
  private static boolean isGerund(ParsedSentence sentence, int verb) {
    return sentence.token(verb).text().endsWith("ing")
        || Phrases.children(sentence, verb, "aux")
            .anyMatch(a -> sentence.token(a).text().equalsIgnoreCase("having"));
  }

  /** "of buying" in "accused Acme of buying". */
  private static boolean isPrepositional(ParsedSentence sentence, int verb) {
    return Phrases.children(sentence, verb, "mark")
        .anyMatch(m -> sentence.token(m).text().matches("of|from"));
  }

  private static List<Integer> controller(ParsedSentence sentence, int governor, int depth) {
    List<Integer> objects = Phrases.children(sentence, governor, "obj").boxed().toList();
    if (!objects.isEmpty() && OBJECT_CONTROL.contains(sentence.token(governor).lemma())) {
      return objects;
    }
    return surfaceSubjects(sentence, governor, depth);
  }

  /** "a company making chips" makes them; of "a plan to buy Acme" it is whoever has the plan. */
  private static List<Integer> aclSubject(ParsedSentence sentence, int verb, int noun, int depth) {
    String form = sentence.token(verb).text();
    boolean infinitive = isInfinitive(sentence, verb);
    if (!infinitive
        && (form.endsWith("ing")
            || isPassive(sentence, verb)
            || relationIsRelative(sentence, verb))) {
      return List.of(noun);
    }
    if (infinitive) {
      List<Integer> owner = Phrases.children(sentence, noun, "nmod:poss").boxed().toList();
      if (!owner.isEmpty()) {
        return owner;
      }
      if (Phrases.children(sentence, noun, "nsubj").findAny().isPresent()) {
        // "Acme is in talks to buy": the noun is the predicate.
        return surfaceSubjects(sentence, noun, depth);
      }
      int governor = sentence.parse().head(noun);
      return governor >= 0 && isPredicate(sentence, governor)
          ? surfaceSubjects(sentence, governor, depth)
          : List.of();
    }
    return List.of();
  }

  private static boolean relationIsRelative(ParsedSentence sentence, int verb) {
    return sentence.parse().relation(verb).equals("acl:relcl");
  }

  private static boolean isPredicate(ParsedSentence sentence, int token) {
    return sentence.token(token).tag().matches("VERB|AUX")
        || Phrases.children(sentence, token, "nsubj").findAny().isPresent();
  }

  private static int relativeClause(ParsedSentence sentence, int verb) {
    for (int at = verb; at >= 0; at = sentence.parse().head(at)) {
      if (sentence.parse().relation(at).matches("(?:acl|advcl):relcl")) {
        return at;
      }
    }
    return -1;
  }

  private static List<Integer> objects(ParsedSentence sentence, int verb, int depth) {
    if (depth > MAX_DEPTH) {
      return List.of();
    }
    if (isPassive(sentence, verb)) {
      String relation = sentence.parse().relation(verb);
      boolean bare =
          (relation.equals("acl") || relation.equals("amod"))
              && Phrases.children(sentence, verb, "nsubj").findAny().isEmpty();
      return bare ? List.of(sentence.parse().head(verb)) : surfaceSubjects(sentence, verb, depth);
    }
    List<Integer> own =
        Phrases.children(sentence, verb, "obj")
            .boxed()
            // "led a $5 million round": the round is what was led.
            .sorted(Comparator.comparing((Integer c) -> sentence.valueAt(c).isPresent()))
            .limit(1)
            .toList();
    if (!own.isEmpty()) {
      String word = sentence.token(own.getFirst()).text().toLowerCase(Locale.ROOT);
      return RELATIVE_PRONOUNS.contains(word) && relationIsRelative(sentence, verb)
          ? List.of(sentence.parse().head(verb))
          : own;
    }
    if (relationIsRelative(sentence, verb) && !hasRelativeSubject(sentence, verb)) {
      // "the company she founded": the antecedent is what the clause lacks.
      return Phrases.children(sentence, verb, "nsubj").findAny().isPresent()
          ? List.of(sentence.parse().head(verb))
          : List.of();
    }
    // "founded and still runs Acme": the object stands with the last verb.
    return Phrases.children(sentence, verb, "conj")
        .filter(c -> sentence.token(c).tag().equals("VERB"))
        .filter(c -> Phrases.children(sentence, c, "nsubj").findAny().isEmpty())
        .limit(1)
        .mapToObj(c -> Phrases.children(sentence, c, "obj").boxed().toList())
        .findFirst()
        .filter(o -> Phrases.children(sentence, verb, "obl").findAny().isEmpty())
        .orElse(List.of());
  }

  private static boolean hasRelativeSubject(ParsedSentence sentence, int verb) {
    return Phrases.children(sentence, verb, "nsubj")
        .anyMatch(
            c -> RELATIVE_PRONOUNS.contains(sentence.token(c).text().toLowerCase(Locale.ROOT)));
  }

  /** "Acme's chief", "the Acme chief": whose it is. */
  private static List<Integer> owners(ParsedSentence sentence, int noun) {
    return sentence
        .parse()
        .children(noun)
        .filter(
            c ->
                sentence.parse().relation(c).equals("nmod:poss")
                    || c < noun
                        && (Phrases.is(sentence, c, "compound")
                            || Phrases.is(sentence, c, "amod")
                            || Phrases.is(sentence, c, "nmod")))
        .map(
            c ->
                sentence.token(c).text().equalsIgnoreCase("whose")
                        && relativeClause(sentence, c) >= 0
                    ? antecedent(sentence, relativeClause(sentence, c))
                    : c)
        .boxed()
        .toList();
  }

  /** Clauses below a verb, and behind a noun the one with "that": "the claim that she left". */
  private static List<Integer> complements(ParsedSentence sentence, int from) {
    return sentence
        .parse()
        .children(from)
        .filter(
            c ->
                Phrases.is(sentence, c, "ccomp")
                    || Phrases.is(sentence, c, "xcomp")
                    || Phrases.is(sentence, c, "acl") && preposition(sentence, c).equals("that"))
        .boxed()
        .toList();
  }

  /**
   * Adverbial clauses; one in "-ing" behind a comma belongs to the verb of its sentence, whatever
   * it hangs on: "sued Acme, arguing that".
   */
  private static List<Integer> adverbials(ParsedSentence sentence, int verb) {
    List<Integer> own = Phrases.children(sentence, verb, "advcl").boxed().toList();
    IntStream behind =
        IntStream.range(verb + 2, sentence.size())
            .filter(i -> sentence.token(i).tag().equals("VERB"))
            .filter(i -> sentence.token(i).text().endsWith("ing"))
            .filter(i -> sentence.token(i - 1).text().equals(","))
            .filter(i -> verbsBetween(sentence, verb, i) == 0);
    return IntStream.concat(own.stream().mapToInt(i -> i), behind).distinct().boxed().toList();
  }

  /**
   * Participles and relative clauses that describe a noun: "a suit brought by Acme"; the first
   * participle behind it with no other verb between, where the parser hangs it elsewhere.
   */
  private static List<Integer> participles(ParsedSentence sentence, int noun) {
    List<Integer> own =
        Phrases.children(sentence, noun, "acl").filter(c -> c > noun).boxed().toList();
    if (!own.isEmpty()) {
      return own;
    }
    return IntStream.range(noun + 1, sentence.size())
        .filter(i -> sentence.token(i).tag().equals("VERB"))
        .limit(1)
        .filter(i -> isParticiple(sentence, i))
        .filter(i -> !Phrases.is(sentence, i, "root"))
        .filter(i -> Phrases.children(sentence, i, "nsubj").findAny().isEmpty())
        .boxed()
        .toList();
  }

  /** Every word behind a verb, up to the next verb or semicolon. */
  private static List<Integer> right(ParsedSentence sentence, int verb) {
    return IntStream.range(verb + 1, sentence.size())
        .takeWhile(i -> !sentence.token(i).tag().equals("VERB"))
        .takeWhile(i -> !sentence.token(i).text().equals(";"))
        .boxed()
        .toList();
  }

  /** Every word before a verb, back to the verb or mark before it. */
  private static List<Integer> left(ParsedSentence sentence, int verb) {
    return IntStream.iterate(verb - 1, i -> i >= 0, i -> i - 1)
        .takeWhile(i -> !sentence.token(i).tag().matches("VERB|PUNCT|SCONJ"))
        .boxed()
        .toList();
  }

  /**
   * Amounts directly behind a verb, in their order: both of "rose by about $2, or 3%", but not that
   * of "to $40".
   */
  private static List<Integer> amounts(ParsedSentence sentence, int verb) {
    List<Integer> found = new ArrayList<>();
    for (int i = verb + 1; i < sentence.size(); i++) {
      String word = sentence.token(i).text().toLowerCase(Locale.ROOT);
      if (sentence.valueAt(i).filter(v -> !(v.value() instanceof Value.OfDate)).isPresent()) {
        found.add(i);
      } else if (!sentence.token(i).tag().matches("ADV|DET|ADJ|PART|CCONJ|PUNCT|NUM|SYM")
              && !word.matches("by|as|than|up|down|another")
          || word.matches("[;.]|while|and") && !found.isEmpty()) {
        break;
      }
    }
    return found;
  }

  /** The place in "the Lagos-based bank", in one word with what it modifies. */
  private static List<Integer> based(ParsedSentence sentence, int noun) {
    return sentence
        .parse()
        .children(noun)
        .filter(c -> sentence.token(c).text().matches(".+-(based|headquartered)"))
        .boxed()
        .toList();
  }

  private static List<Integer> appositions(ParsedSentence sentence, int noun) {
    if (Phrases.is(sentence, noun, "conj")
        && sentence.token(sentence.parse().head(noun)).tag().equals("NOUN")) {
      // "Roe, an economist and adviser": the row as a whole describes her.
      return appositions(sentence, sentence.parse().head(noun));
    }
    List<Integer> found = new ArrayList<>();
    sentence
        .parse()
        .children(noun)
        .filter(c -> Phrases.is(sentence, c, "appos") || Phrases.is(sentence, c, "flat"))
        .forEach(found::add);
    if (Phrases.is(sentence, noun, "appos")) {
      found.add(sentence.parse().head(noun));
    }
    int begin = Phrases.phraseBegin(sentence, noun);
    if (begin > 1
        && sentence.token(begin - 1).text().equals(",")
        && sentence.token(begin - 2).tag().equals("PROPN")) {
      // Parsers often hang "a rival" in "the rise of Acme, a rival" on the rise.
      found.add(begin - 2);
    }
    return found;
  }

  private static List<Integer> copulaSubjects(ParsedSentence sentence, int noun) {
    return Phrases.children(sentence, noun, "cop").findAny().isPresent()
            && Phrases.preposition(sentence, noun).isEmpty()
        ? surfaceSubjects(sentence, noun, 0)
        : List.of();
  }

  private static List<Integer> prepositional(
      ParsedSentence sentence, int from, String prepositions) {
    Set<String> wanted = Set.copyOf(Arrays.asList(prepositions.split("\\+")));
    List<Integer> found = new ArrayList<>();
    addPrepositional(sentence, from, wanted, found);
    if (found.isEmpty() && sentence.token(from).tag().equals("NOUN") && !wanted.contains("of")) {
      // "the purchase of Acme by Borel": a parser often hangs the last phrase on the one before it.
      Phrases.children(sentence, from, "nmod")
          .filter(c -> c > from)
          .forEach(c -> addPrepositional(sentence, c, wanted, found));
    }
    if (found.isEmpty() && sentence.token(from).tag().equals("VERB") && !wanted.contains("of")) {
      // A parser often hangs "in Tallinn" on the object or on the phrase before it.
      sentence
          .parse()
          .children(from)
          .filter(
              c -> c > from && (Phrases.is(sentence, c, "obj") || Phrases.is(sentence, c, "obl")))
          .forEach(c -> addPrepositional(sentence, c, wanted, found));
    }
    found.replaceAll(
        t ->
            RELATIVE_PRONOUNS.contains(sentence.token(t).text().toLowerCase(Locale.ROOT))
                    && relativeClause(sentence, t) >= 0
                ? antecedent(sentence, relativeClause(sentence, t))
                : t);
    return found;
  }

  /**
   * The last phrase with that preposition anywhere below, for those that a parser hangs on a phrase
   * between.
   */
  private static List<Integer> below(
      ParsedSentence sentence, int from, String wanted, Set<String> lemmas) {
    return IntStream.range(from + 1, sentence.size())
        .filter(i -> Phrases.isBelow(sentence, i, from) && preposition(sentence, i).equals(wanted))
        .filter(i -> lemmas.isEmpty() || lemmas.contains(sentence.token(i).lemma()))
        .boxed()
        .reduce((a, b) -> b)
        .map(List::of)
        .orElse(List.of());
  }

  private static void addPrepositional(
      ParsedSentence sentence, int from, Set<String> wanted, List<Integer> found) {
    sentence
        .parse()
        .children(from)
        .filter(
            c ->
                Phrases.is(sentence, c, "obl")
                    || Phrases.is(sentence, c, "nmod")
                        && !sentence.parse().relation(c).equals("nmod:poss")
                    || Phrases.is(sentence, c, "advcl")
                    || Phrases.is(sentence, c, "acl"))
        .filter(c -> wanted.contains(preposition(sentence, c)))
        .forEach(found::add);
  }

  private static String preposition(ParsedSentence sentence, int token) {
    String own = Phrases.preposition(sentence, token);
    if (!own.isEmpty()) {
      return own;
    }
    return Phrases.children(sentence, token, "mark")
        .mapToObj(m -> sentence.token(m).text().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  /**
   * The date of what a verb or noun tells: one in its own clause, the nearest where there are
   * several.
   *
   * @param moment whether a date that only begins a span of time, behind "since", will not do
   */
  static List<Value.OfDate> dates(ParsedSentence sentence, int trigger, boolean moment) {
    int clause =
        sentence.token(trigger).tag().equals("VERB") ? trigger : Phrases.clause(sentence, trigger);
    record Dated(Value.OfDate date, boolean own, long verbsBetween, int distance, boolean before) {}
    List<Dated> found = new ArrayList<>();
    for (ValueMention mention : sentence.values()) {
      if (mention.value() instanceof Value.OfDate date) {
        int head = head(sentence, mention.span());
        if (Phrases.preposition(sentence, head)
            .matches(
                moment ? "until|till|through|before|by|since" : "until|till|through|before|by")) {
          continue;
        }
        boolean own =
            Phrases.isBelow(sentence, head, trigger) && ownClause(sentence, head, trigger);
        if (measures(sentence, head)) {
          continue;
        }
        if (own || Phrases.isBelow(sentence, head, clause) && ownClause(sentence, head, clause)) {
          found.add(
              new Dated(
                  date,
                  own,
                  verbsBetween(sentence, head, trigger),
                  Math.abs(head - trigger),
                  head < trigger));
        }
      }
    }
    if (found.isEmpty()) {
      // A date behind a verb with no comma between is that verb's, whatever the parser hangs it on.
      return sentence.values().stream()
          .filter(v -> v.value() instanceof Value.OfDate)
          .filter(v -> followsDirectly(sentence, trigger, head(sentence, v.span())))
          .map(v -> (Value.OfDate) v.value())
          .limit(1)
          .toList();
    }
    return found.stream()
        .min(
            Comparator.comparing((Dated d) -> !d.own())
                .thenComparing(Dated::verbsBetween)
                .thenComparing(Dated::distance)
                .thenComparing(Dated::before))
        .map(d -> List.of(d.date()))
        .orElse(List.of());
  }

  /** The date until which something lasts: "from 2019 to 2021", "until May". */
  static List<Value.OfDate> ends(ParsedSentence sentence, int trigger) {
    int clause =
        sentence.token(trigger).tag().equals("VERB") ? trigger : Phrases.clause(sentence, trigger);
    List<ValueMention> dates =
        sentence.values().stream().filter(v -> v.value() instanceof Value.OfDate).toList();
    for (int i = 0; i < dates.size(); i++) {
      int head = head(sentence, dates.get(i).span());
      int first = first(sentence, dates.get(i).span());
      String before = first == 0 ? "" : sentence.token(first - 1).text().toLowerCase(Locale.ROOT);
      boolean range =
          i > 0
              && before.matches("to|and|through")
              && first > 2
              && dates.get(i - 1).span().overlaps(sentence.token(first - 2).span())
              && isRange(sentence, first(sentence, dates.get(i - 1).span()), before);
      boolean until = before.matches("until|till|through");
      if ((range || until) && Phrases.isBelow(sentence, head, clause)) {
        return List.of((Value.OfDate) dates.get(i).value());
      }
    }
    return List.of();
  }

  private static boolean isRange(ParsedSentence sentence, int first, String second) {
    String before = first == 0 ? "" : sentence.token(first - 1).text().toLowerCase(Locale.ROOT);
    return before.equals(second.equals("and") ? "between" : "from");
  }

  private static int first(ParsedSentence sentence, Span span) {
    return IntStream.range(0, sentence.size())
        .filter(i -> sentence.token(i).span().overlaps(span))
        .findFirst()
        .orElse(0);
  }

  /** Whether a date only belongs to a length of time: "February 2025, eighteen months after". */
  private static boolean measures(ParsedSentence sentence, int date) {
    int governor = sentence.parse().head(date);
    return governor > date
        && sentence.token(governor).lemma().matches("year|month|week|day")
        && sentence.valueAt(governor).isEmpty();
  }

  private static boolean followsDirectly(ParsedSentence sentence, int verb, int date) {
    return date > verb
        && Phrases.preposition(sentence, date).equals("on")
        && IntStream.range(verb + 1, date)
            .noneMatch(i -> sentence.token(i).tag().matches("VERB|PUNCT"));
  }

  private static long verbsBetween(ParsedSentence sentence, int one, int other) {
    return IntStream.range(Math.min(one, other) + 1, Math.max(one, other))
        .filter(i -> sentence.token(i).tag().equals("VERB"))
        .count();
  }

  /** Whether no other verb stands between a token and the clause it is looked for in. */
  private static boolean ownClause(ParsedSentence sentence, int token, int clause) {
    for (int at = sentence.parse().head(token);
        at >= 0 && at != clause;
        at = sentence.parse().head(at)) {
      boolean otherVerb =
          sentence.token(at).tag().equals("VERB") && !Phrases.is(sentence, at, "xcomp");
      if (otherVerb || Phrases.is(sentence, at, "nsubj") || Phrases.is(sentence, at, "appos")) {
        return false;
      }
    }
    return true;
  }

  /** The token of a span whose head lies outside it. */
  static int head(ParsedSentence sentence, Span span) {
    return IntStream.range(0, sentence.size())
        .filter(i -> sentence.token(i).span().overlaps(span))
        .filter(
            i -> {
              int head = sentence.parse().head(i);
              return head < 0 || !sentence.token(head).span().overlaps(span);
            })
        .findFirst()
        .orElse(0);
  }
}
