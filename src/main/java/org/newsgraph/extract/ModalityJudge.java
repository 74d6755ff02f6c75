package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Modality;

/**
 * Judges the modality of a verb or noun by the cues of {@code modality.tsv} on the way from it up
 * to the root of the sentence: negation, auxiliaries and adverbs beside each predicate, and what
 * governs it. A relative or adverbial clause ends the way, since what stands above it is said of
 * something else.
 */
final class ModalityJudge {

  private static final Set<String> QUESTION = Set.of("?");

  private enum Effect {
    DENIED,
    ALLEGED,
    POSSIBLE,
    PLANNED,
    FORMER,
    ATTRIBUTED
  }

  private record Cue(String word, String use) {}

  private final Map<Cue, Effect> cues = new HashMap<>();

  ModalityJudge() {
    for (DataTable.Row row : DataTable.read("modality.tsv").rows()) {
      cues.put(
          new Cue(row.get("word"), row.get("use")),
          Effect.valueOf(row.get("effect").toUpperCase(Locale.ROOT)));
    }
  }

  /** What the way up has told so far; denial outweighs allegation, then possibility, then plan. */
  private static final class Verdict {
    private Modality modality = Modality.ASSERTED;
    private Optional<EntityKey> speaker = Optional.empty();
    private boolean former;
    private int attributions;

    void add(Effect effect) {
      switch (effect) {
        case DENIED -> raise(Modality.DENIED);
        case ALLEGED -> raise(Modality.ALLEGED);
        case POSSIBLE -> raise(Modality.POSSIBLE);
        case PLANNED -> raise(Modality.PLANNED);
        case FORMER -> former = true;
        case ATTRIBUTED -> {
          attributions++;
          if (attributions > 1) {
            // "She says that he told her": hearsay.
            raise(Modality.ALLEGED);
          }
        }
      }
    }

    /** What is told as a mere plan or possibility is no more certain for being so by hearsay. */
    void hearsay() {
      if (modality == Modality.ASSERTED) {
        modality = Modality.ALLEGED;
      }
    }

    private void raise(Modality to) {
      if (rank(to) > rank(modality)) {
        modality = to;
      }
    }

    static int rank(Modality modality) {
      return switch (modality) {
        case ASSERTED -> 0;
        case PLANNED -> 1;
        case POSSIBLE -> 2;
        case ALLEGED -> 3;
        case DENIED -> 4;
      };
    }
  }

  /** The judgement of a word that by itself makes what it tells {@code least} certain. */
  static Judgement atLeast(Judgement judgement, Modality least) {
    return Verdict.rank(least) > Verdict.rank(judgement.modality())
        ? new Judgement(least, judgement.attributedTo(), judgement.former())
        : judgement;
  }

  /**
   * Judges a noun that names what it tells as known, "the founder of Acme" in apposition: only its
   * own modifiers count, since what is said or denied of Acme's founder leaves him its founder.
   */
  Judgement presupposed(ParsedSentence sentence, int trigger) {
    Verdict verdict = new Verdict();
    sentence
        .parse()
        .children(trigger)
        .filter(c -> c < trigger)
        .forEach(
            c -> {
              cue(lower(sentence, c), "adjective", verdict);
              cue(lower(sentence, c), "adverb", verdict);
            });
    if (trigger > 0) {
      cue(lower(sentence, trigger - 1), "adjective", verdict);
      cue(lower(sentence, trigger - 1), "adverb", verdict);
    }
    if (isFormer(sentence, trigger) || loses(sentence, trigger)) {
      verdict.add(Effect.FORMER);
    }
    return new Judgement(verdict.modality, Optional.empty(), verdict.former);
  }

  /** "former" before the house: "former Acme chief executive". */
  private boolean isFormer(ParsedSentence sentence, int title) {
    return IntStream.iterate(title - 1, i -> i >= Math.max(0, title - 6), i -> i - 1)
        .takeWhile(i -> !sentence.token(i).tag().matches("PUNCT|VERB|ADP|AUX|CCONJ"))
        .anyMatch(i -> cues.get(new Cue(lower(sentence, i), "adjective")) == Effect.FORMER);
  }

  /** Whether the sentence takes the post away again: "Acme's chief, Jane Roe, resigned". */
  private boolean loses(ParsedSentence sentence, int title) {
    int at = title;
    while (sentence.parse().head(at) >= 0 && !sentence.token(at).tag().equals("VERB")) {
      int head = sentence.parse().head(at);
      if (sentence.token(head).tag().equals("VERB")) {
        String role = Phrases.base(sentence.parse().relation(at));
        return role.matches("nsubj|obj")
                && cues.get(new Cue(lemma(sentence, head), "departure")) == Effect.FORMER
            || role.equals("obj")
                && cues.get(new Cue(lemma(sentence, head), "loss")) == Effect.FORMER;
      }
      at = head;
    }
    return false;
  }

  /**
   * Judges what joins two words: every predicate on the way from one to the other, or, without any,
   * the noun between them, "the founder" in "Roe, the founder of Acme".
   */
  Judgement between(ParsedSentence sentence, EntityFinder entities, int one, int other) {
    List<Integer> above = path(sentence, one);
    List<Integer> otherPath = path(sentence, other);
    int governor = otherPath.stream().filter(above::contains).findFirst().orElse(one);
    List<Judgement> judged =
        Stream.concat(
                above.subList(0, above.indexOf(governor)).stream(),
                otherPath.subList(0, otherPath.indexOf(governor) + 1).stream())
            .distinct()
            .filter(token -> isPredicate(sentence, token))
            .map(token -> judge(sentence, entities, token))
            .toList();
    if (judged.isEmpty() && governor != one && governor != other) {
      judged = List.of(judge(sentence, entities, governor));
    }
    if (judged.isEmpty()) {
      List<Integer> way = governor == one ? otherPath : above;
      int below = way.indexOf(governor) - 1;
      judged = List.of(presupposed(sentence, below > 0 ? way.get(below) : governor));
    }
    boolean former =
        judged.stream().anyMatch(Judgement::former)
            || loses(sentence, one)
            || loses(sentence, other);
    Judgement strongest =
        judged.stream().max(Comparator.comparingInt(j -> Verdict.rank(j.modality()))).orElseThrow();
    return new Judgement(strongest.modality(), strongest.attributedTo(), former);
  }

  private static boolean isPredicate(ParsedSentence sentence, int token) {
    return sentence.token(token).tag().equals("VERB")
        || Phrases.children(sentence, token, "cop").findAny().isPresent();
  }

  /** The token and all that governs it, the root last. */
  private static List<Integer> path(ParsedSentence sentence, int token) {
    List<Integer> path = new ArrayList<>();
    for (int at = token; at >= 0; at = sentence.parse().head(at)) {
      path.add(at);
    }
    return path;
  }

  /** Judges what token {@code trigger} says. */
  Judgement judge(ParsedSentence sentence, EntityFinder entities, int trigger) {
    Verdict verdict = new Verdict();
    int at = trigger;
    beside(sentence, at, verdict);
    while (sentence.parse().head(at) >= 0) {
      int governor = sentence.parse().head(at);
      String relation = sentence.parse().relation(at);
      condition(sentence, at, verdict);
      if (endsScope(relation)) {
        break;
      }
      boolean complement =
          isComplement(sentence, at, governor, relation) || isUsedTo(sentence, governor);
      if (!complement && Phrases.base(relation).matches("acl|advcl")) {
        // What is said of the thing that a clause describes is not said of the clause.
        break;
      }
      if (Phrases.base(relation).equals("conj")) {
        if (hasOwnPredicate(sentence, at)) {
          at = skipConjunct(sentence, governor);
          if (at < 0) {
            break;
          }
          continue;
        }
        auxiliaries(sentence, governor, verdict);
        if (joinsNegation(sentence, at)) {
          beside(sentence, governor, verdict);
        }
      } else if (complement) {
        governed(sentence, entities, at, verdict);
        planned(sentence, at, relation, verdict);
        beside(sentence, governor, verdict);
      } else if (!sentence.token(at).tag().equals("VERB")) {
        // A noun below a verb: "it did not make the acquisition".
        beside(sentence, governor, verdict);
        if (isArgument(relation)) {
          governed(sentence, entities, at, verdict);
        }
      }
      at = governor;
    }
    parentheticals(sentence, entities, trigger, verdict);
    if (QUESTION.contains(sentence.token(sentence.size() - 1).text())) {
      verdict.add(Effect.POSSIBLE);
    }
    return new Judgement(verdict.modality, verdict.speaker, verdict.former);
  }

  /** "a plan to buy" in "announced a plan to buy", though the infinitive hangs on the verb. */
  private void planned(ParsedSentence sentence, int verb, String relation, Verdict verdict) {
    if (relation.equals("xcomp")) {
      Phrases.children(sentence, verb, "mark")
          .filter(m -> lower(sentence, m).equals("to") && m > 0)
          .filter(m -> sentence.token(m - 1).tag().equals("NOUN"))
          .forEach(m -> cue(lemma(sentence, m - 1), "noun", verdict));
    }
  }

  private static boolean endsScope(String relation) {
    return switch (relation) {
      case "acl:relcl", "parataxis" -> true;
      default -> false;
    };
  }

  private boolean isComplement(ParsedSentence sentence, int at, int governor, String relation) {
    return switch (Phrases.base(relation)) {
      case "ccomp", "xcomp", "csubj", "obj" -> true;
      case "acl" ->
          cues.containsKey(new Cue(lemma(sentence, governor), "noun"))
              || Phrases.children(sentence, at, "mark")
                  .anyMatch(m -> lower(sentence, m).equals("that"))
              || isPrepositional(sentence, at) && isObjectOfCue(sentence, governor);
      case "advcl", "obl" -> {
        String preposition = Phrases.preposition(sentence, at);
        boolean of =
            preposition.equals("of")
                || preposition.equals("from")
                || preposition.equals("with")
                || Phrases.children(sentence, at, "mark")
                    .anyMatch(m -> sentence.token(m).text().matches("of|from|with|to"));
        yield of
            && (cues.containsKey(new Cue(lemma(sentence, governor), "verb"))
                || sentence.token(governor).tag().equals("ADJ")
                    && cues.containsKey(new Cue(lemma(sentence, governor), "adjective")));
      }
      case "nsubj" -> relation.equals("nsubj:pass");
      case "nmod" -> cues.containsKey(new Cue(lemma(sentence, governor), "noun"));
      default -> false;
    };
  }

  /** "of having sold" in "suspects the clerk of having sold", though it hangs on the clerk. */
  private static boolean isPrepositional(ParsedSentence sentence, int verb) {
    return Phrases.children(sentence, verb, "mark")
        .anyMatch(m -> lower(sentence, m).matches("of|from"));
  }

  private boolean isObjectOfCue(ParsedSentence sentence, int noun) {
    int verb = sentence.parse().head(noun);
    return verb >= 0
        && Phrases.is(sentence, noun, "obj")
        && cues.containsKey(new Cue(lemma(sentence, verb), "verb"));
  }

  private static boolean isArgument(String relation) {
    return relation.equals("obj") || relation.equals("nsubj:pass") || relation.equals("xcomp");
  }

  private static boolean hasOwnPredicate(ParsedSentence sentence, int verb) {
    return Phrases.children(sentence, verb, "nsubj").findAny().isPresent();
  }

  /**
   * The way past a clause that another clause is coordinated with: only what governs both still
   * counts.
   */
  private static int skipConjunct(ParsedSentence sentence, int governor) {
    return sentence.parse().head(governor) >= 0 ? governor : -1;
  }

  private static boolean joinsNegation(ParsedSentence sentence, int conjunct) {
    return Phrases.children(sentence, conjunct, "cc")
        .anyMatch(c -> sentence.token(c).text().matches("or|nor"));
  }

  /** Cues beside a predicate: its auxiliaries, adverbs, determiners and adjectives. */
  private void beside(ParsedSentence sentence, int predicate, Verdict verdict) {
    auxiliaries(sentence, predicate, verdict);
    sentence
        .parse()
        .children(predicate)
        .forEach(
            c -> {
              String word = lower(sentence, c);
              switch (Phrases.base(sentence.parse().relation(c))) {
                case "advmod" -> cue(word, "adverb", verdict);
                case "det" -> cue(word, "adjective", verdict);
                case "amod", "compound" -> cue(word, "adjective", verdict);
                case "obj", "obl" -> {
                  if (sentence.token(predicate).tag().equals("VERB")) {
                    Phrases.children(sentence, c, "det")
                        .filter(d -> lower(sentence, d).equals("no"))
                        .forEach(d -> verdict.add(Effect.DENIED));
                  }
                }
                case "nsubj" -> {
                  if (word.matches("nobody|none|nothing|no-one")
                      && !lemma(sentence, predicate).matches("doubt|deny|dispute|question")) {
                    verdict.add(Effect.DENIED);
                  }
                  Phrases.children(sentence, c, "det")
                      .filter(d -> lower(sentence, d).matches("no|neither"))
                      .forEach(d -> verdict.add(Effect.DENIED));
                }
                default -> {}
              }
              if (word.matches("not|n't|neither")) {
                verdict.add(Effect.DENIED);
              }
            });
    if (hasYetTo(sentence, predicate)) {
      verdict.add(Effect.DENIED);
    }
    if (isToBe(sentence, predicate) || isHeadlineFuture(sentence, predicate)) {
      verdict.add(Effect.PLANNED);
    }
  }

  /** "Acme to buy Borel": an infinitive that no verb governs. */
  private static boolean isHeadlineFuture(ParsedSentence sentence, int verb) {
    int head = sentence.parse().head(verb);
    boolean free =
        head < 0
            || Phrases.is(sentence, verb, "acl")
                && sentence.parse().head(head) < 0
                && sentence.token(head).tag().matches("NOUN|PROPN")
                && Phrases.children(sentence, head, "cop").findAny().isEmpty();
    return free
        && Phrases.children(sentence, verb, "mark")
            .anyMatch(m -> lower(sentence, m).equals("to") && m < verb);
  }

  /** "is to sell", "are to be sold". */
  private static boolean isToBe(ParsedSentence sentence, int verb) {
    int to = verb > 0 && lower(sentence, verb - 1).equals("be") ? verb - 2 : verb - 1;
    return to > 0
        && lower(sentence, to).equals("to")
        && lower(sentence, to - 1).matches("is|are|was|were")
        && sentence.token(verb).tag().equals("VERB");
  }

  private void auxiliaries(ParsedSentence sentence, int predicate, Verdict verdict) {
    Phrases.children(sentence, predicate, "aux")
        .forEach(c -> cue(lower(sentence, c), "auxiliary", verdict));
  }

  private void condition(ParsedSentence sentence, int at, Verdict verdict) {
    Phrases.children(sentence, at, "mark")
        .forEach(
            m -> {
              cue(lower(sentence, m), "conjunction", verdict);
              if (lower(sentence, m).equals("to")) {
                // "files to go public": what the purpose of some deeds is has not happened yet.
                cue(lemma(sentence, sentence.parse().head(at)), "purpose", verdict);
              }
            });
  }

  private void governed(ParsedSentence sentence, EntityFinder entities, int at, Verdict verdict) {
    int governor = sentence.parse().head(at);
    String lemma = isUsedTo(sentence, governor) ? "used to" : lemma(sentence, governor);
    for (String use : new String[] {"verb", "noun", "adjective"}) {
      Effect effect = cues.get(new Cue(lemma, use));
      boolean fits =
          switch (use) {
            case "verb" -> sentence.token(governor).tag().matches("VERB|ADJ|AUX");
            case "noun" -> sentence.token(governor).tag().equals("NOUN");
            default -> sentence.token(governor).tag().equals("ADJ");
          };
      if (effect == null || !fits) {
        continue;
      }
      if (lemma.equals("doubt") && isNegated(sentence, governor)) {
        // "Nobody doubts that he left".
        return;
      }
      // "is said to own" is hearsay; "they say he owns" has someone who vouches.
      boolean hearsay =
          effect == Effect.ATTRIBUTED
              && Phrases.is(sentence, at, "xcomp")
              && Grammar.isPassive(sentence, governor);
      verdict.add(hearsay ? Effect.ALLEGED : effect);
      if (effect == Effect.ALLEGED || effect == Effect.ATTRIBUTED || effect == Effect.DENIED) {
        speaker(sentence, entities, governor, verdict);
      }
      return;
    }
  }

  private static boolean isNegated(ParsedSentence sentence, int verb) {
    return sentence
        .parse()
        .children(verb)
        .anyMatch(
            c ->
                lower(sentence, c).matches("nobody|none|few|not|n't|never|no-one")
                    || Phrases.is(sentence, c, "nsubj")
                        && Phrases.children(sentence, c, "det")
                            .anyMatch(d -> lower(sentence, d).matches("no|few")));
  }

  /** "has yet to sell", however its words hang together. */
  private static boolean hasYetTo(ParsedSentence sentence, int verb) {
    return IntStream.range(Math.max(1, verb - 4), verb - 1)
        .anyMatch(
            i ->
                lower(sentence, i).equals("yet")
                    && lower(sentence, i + 1).equals("to")
                    && sentence.token(i - 1).lemma().matches("have|be"));
  }

  private static boolean isUsedTo(ParsedSentence sentence, int verb) {
    return sentence.token(verb).text().equalsIgnoreCase("used")
        && verb + 1 < sentence.size()
        && sentence.token(verb + 1).text().equals("to");
  }

  private void speaker(
      ParsedSentence sentence, EntityFinder entities, int governor, Verdict verdict) {
    if (verdict.speaker.isEmpty()) {
      String relation = sentence.token(governor).tag().equals("NOUN") ? "owner" : "subject";
      verdict.speaker =
          Grammar.follow(sentence, governor, relation).stream()
              .map(t -> entities.find(sentence, t, ModalityJudge::canSpeak))
              .flatMap(Optional::stream)
              .findFirst();
      if (Grammar.follow(sentence, governor, relation).stream()
          .anyMatch(t -> isHearsay(sentence, t, verdict.speaker.isPresent()))) {
        verdict.hearsay();
      }
    }
  }

  /**
   * Whether a source vouches for nothing: someone unnamed and not determined, "two bankers", or a
   * paper that reports, "the daily Kommersant".
   */
  private boolean isHearsay(ParsedSentence sentence, int source, boolean named) {
    boolean medium =
        IntStream.rangeClosed(Math.max(0, source - 3), source)
            .filter(i -> sentence.token(i).tag().equals("NOUN"))
            .anyMatch(i -> cues.containsKey(new Cue(sentence.token(i).lemma(), "medium")));
    boolean unnamed =
        !named
            && sentence.token(source).tag().equals("NOUN")
            && cues.containsKey(new Cue(sentence.token(source).lemma(), "source"))
            && Phrases.children(sentence, source, "det")
                .noneMatch(d -> lower(sentence, d).equals("the"))
            && Phrases.children(sentence, source, "nmod:poss").findAny().isEmpty();
    return medium || unnamed;
  }

  /**
   * Judges a word for an act of speech or law, which was done even where it is denied or dismissed:
   * "rejected the accusation".
   */
  Judgement made(ParsedSentence sentence, EntityFinder entities, int trigger) {
    int governor = sentence.parse().head(trigger);
    boolean answered =
        governor >= 0
            && cues.get(new Cue(lemma(sentence, governor), "verb")) == Effect.DENIED
            && !isNegated(sentence, governor);
    return answered ? presupposed(sentence, trigger) : judge(sentence, entities, trigger);
  }

  private static boolean canSpeak(EntityKey key) {
    return switch (key.kind()) {
      case PERSON, ORGANIZATION, PLACE -> true;
      default -> false;
    };
  }

  /** "..., Acme said" and "according to Acme", which stand beside or below what they attribute. */
  private void parentheticals(
      ParsedSentence sentence, EntityFinder entities, int trigger, Verdict verdict) {
    int clause = Phrases.clause(sentence, trigger);
    IntStream.of(trigger, clause)
        .distinct()
        .flatMap(t -> sentence.parse().children(t))
        .forEach(
            c -> {
              if (Phrases.is(sentence, c, "parataxis") && sentence.token(c).tag().equals("VERB")) {
                Effect effect = cues.get(new Cue(lemma(sentence, c), "verb"));
                if (effect == Effect.ATTRIBUTED || effect == Effect.ALLEGED) {
                  verdict.add(effect);
                  speaker(sentence, entities, c, verdict);
                }
              }
              if (Phrases.is(sentence, c, "obl")
                  && Phrases.preposition(sentence, c).matches("according to|according")
                  && verdict.speaker.isEmpty()) {
                verdict.speaker = entities.find(sentence, c, ModalityJudge::canSpeak);
                if (isHearsay(sentence, c, verdict.speaker.isPresent())) {
                  verdict.hearsay();
                }
              }
            });
  }

  private void cue(String word, String use, Verdict verdict) {
    Effect effect = cues.get(new Cue(word, use));
    if (effect != null) {
      verdict.add(effect);
    }
  }

  private static String lower(ParsedSentence sentence, int token) {
    return sentence.token(token).text().toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private static String lemma(ParsedSentence sentence, int token) {
    return Phrases.lemma(sentence, token).toLowerCase(Locale.ROOT);
  }
}
