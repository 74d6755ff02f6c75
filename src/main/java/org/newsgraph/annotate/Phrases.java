package org.newsgraph.annotate;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads simple phrases off a dependency tree. */
public final class Phrases {

  private Phrases() {}

  /** The token of a run, {@code end} excluded, that governs the others. */
  public static int head(ParsedSentence sentence, int begin, int end) {
    return IntStream.range(begin, end)
        .filter(i -> sentence.parse().head(i) < begin || sentence.parse().head(i) >= end)
        .findFirst()
        .orElse(end - 1);
  }

  /** The relation without its subtype: {@code nsubj} for {@code nsubj:pass}. */
  public static String base(String relation) {
    int colon = relation.indexOf(':');
    return colon < 0 ? relation : relation.substring(0, colon);
  }

  /** Whether the token's relation to its head is {@code relation} or a subtype of it. */
  public static boolean is(ParsedSentence sentence, int token, String relation) {
    String own = sentence.parse().relation(token);
    return own.equals(relation) || own.startsWith(relation + ":");
  }

  /**
   * Whether a token is a common noun; taggers take rarer ones for names, but they are written in
   * lower case.
   */
  public static boolean isCommonNoun(ParsedSentence sentence, int token) {
    String tag = sentence.token(token).tag();
    return tag.equals("NOUN")
        || tag.equals("PROPN") && Character.isLowerCase(sentence.token(token).text().charAt(0));
  }

  /** The children of a token by that relation or a subtype of it, in order. */
  public static IntStream children(ParsedSentence sentence, int token, String relation) {
    return sentence.parse().children(token).filter(c -> is(sentence, c, relation));
  }

  /**
   * The preposition of a noun phrase, in lower case, its parts joined by spaces: "of", "because
   * of". Empty where there is none. A possessive "'s" is no preposition.
   */
  public static String preposition(ParsedSentence sentence, int noun) {
    return children(sentence, noun, "case")
        .filter(c -> c < noun)
        .mapToObj(
            c ->
                IntStream.concat(IntStream.of(c), children(sentence, c, "fixed"))
                    .mapToObj(i -> sentence.token(i).text().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" ")))
        .findFirst()
        .orElse("");
  }

  /** The lemma of a token, with the particle of a phrasal verb: "set up". */
  public static String lemma(ParsedSentence sentence, int token) {
    String lemma = sentence.token(token).lemma();
    Optional<String> particle =
        sentence
            .parse()
            .children(token)
            .filter(c -> sentence.parse().relation(c).equals("compound:prt"))
            .mapToObj(c -> sentence.token(c).text().toLowerCase(Locale.ROOT))
            .findFirst();
    return particle.map(p -> lemma + " " + p).orElse(lemma);
  }

  /** Whether {@code token} is {@code ancestor} or stands below it. */
  public static boolean isBelow(ParsedSentence sentence, int token, int ancestor) {
    for (int at = token; at >= 0; at = sentence.parse().head(at)) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The nearest verb, or other predicate, above a token; the root where there is none. */
  public static int clause(ParsedSentence sentence, int token) {
    int at = token;
    while (sentence.parse().head(at) >= 0) {
      String relation = base(sentence.parse().relation(at));
      if (at != token && isClausal(relation) || relation.equals("root")) {
        return at;
      }
      at = sentence.parse().head(at);
      if (sentence.token(at).tag().equals("VERB")) {
        return at;
      }
    }
    return at;
  }

  private static boolean isClausal(String relation) {
    return switch (relation) {
      case "root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj" -> true;
      default -> false;
    };
  }

  /**
   * The first token of the phrase that {@code head} governs, children to the left included, clauses
   * left out.
   */
  public static int phraseBegin(ParsedSentence sentence, int head) {
    return sentence
        .parse()
        .children(head)
        .filter(c -> c < head)
        .filter(
            c ->
                switch (base(sentence.parse().relation(c))) {
                  case "compound", "amod", "det", "nummod", "nmod", "flat", "case" ->
                      !(is(sentence, c, "case"));
                  default -> false;
                })
        .map(c -> phraseBegin(sentence, c))
        .min()
        .orElse(head);
  }

  /**
   * The nouns that describe the name which ends before token {@code end}: in apposition by the
   * tree, or by the order of the words, "Acme, a brewer".
   *
   * @param head the name's governing token
   * @param end index after the name's last token
   */
  public static IntStream descriptions(ParsedSentence sentence, int head, int end) {
    IntStream byTree = children(sentence, head, "appos");
    if (end + 1 >= sentence.size()
        || !sentence.token(end).text().equals(",")
        || !sentence.token(end + 1).text().matches("(?i)an?|the")) {
      return byTree;
    }
    IntStream byOrder =
        IntStream.range(end + 2, Math.min(sentence.size(), end + 9))
            .filter(
                i -> sentence.token(i).tag().equals("NOUN") && phraseBegin(sentence, i) == end + 1)
            .filter(i -> standsApart(sentence, head, i))
            .limit(1);
    return IntStream.concat(byTree, byOrder).distinct();
  }

  /**
   * Whether a name is set off by commas or is itself the subject, so that a phrase behind its comma
   * describes it. In "a stake in Acme, a spokesman said" it is neither.
   */
  public static boolean standsApart(ParsedSentence sentence, int name, int noun) {
    if (is(sentence, noun, "appos") || is(sentence, name, "nsubj")) {
      return true;
    }
    int begin = phraseBegin(sentence, name);
    return !is(sentence, noun, "obj")
        && (begin == 0 || sentence.token(begin - 1).text().equals(","));
  }
}
