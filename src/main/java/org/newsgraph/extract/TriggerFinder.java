package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.extract.Pattern.Trigger;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/** Finds the words, titles and names that trigger patterns. */
final class TriggerFinder {

  private final Lexicon lexicon;
  private final Schema schema;

  TriggerFinder(Lexicon lexicon, Schema schema) {
    this.lexicon = lexicon;
    this.schema = schema;
  }

  /** Where the sentence has the trigger, in order. */
  List<Match> find(Reading reading, Trigger trigger) {
    ParsedSentence sentence = reading.sentence();
    return switch (trigger) {
      case Trigger.OfVerb(Set<String> lemmas) ->
          IntStream.range(0, sentence.size())
              .filter(i -> isVerb(sentence, i))
              .filter(i -> lemmas.contains(lemma(sentence, i)))
              .filter(i -> !isInName(reading, i))
              .mapToObj(i -> new Match(i, i + 1, predicate(sentence, i)))
              .toList();
      case Trigger.OfNoun(Set<String> lemmas) ->
          IntStream.range(0, sentence.size())
              .filter(i -> sentence.token(i).tag().equals("NOUN"))
              .filter(i -> !isInName(reading, i))
              .boxed()
              .flatMap(i -> nouns(sentence, i, lemmas).stream())
              .toList();
      case Trigger.OfTitle(Set<Trigger.Lexical> titles) -> titles(sentence, titles);
      case Trigger.OfEntity(Set<Term> classes) ->
          reading.mentions().stream()
              .filter(m -> m.form() == Mention.Form.NAME)
              .filter(m -> schema.isAny(reading.entity(m).types(), classes))
              .map(m -> new Match(m.begin(), m.end(), m.head()))
              .toList();
    };
  }

  /** A verb, or "was" in "was down". */
  private static boolean isVerb(ParsedSentence sentence, int token) {
    return sentence.token(token).tag().equals("VERB") || Phrases.is(sentence, token, "cop");
  }

  /** What governs the subject: the verb itself, or what "was" stands before. */
  private static int predicate(ParsedSentence sentence, int verb) {
    return Phrases.is(sentence, verb, "cop") ? sentence.parse().head(verb) : verb;
  }

  /** A verb's lemma with its particle, which "up" in "invest up to" is none. */
  private static String lemma(ParsedSentence sentence, int verb) {
    boolean upTo =
        verb + 2 < sentence.size()
            && sentence.token(verb + 1).text().equals("up")
            && sentence.token(verb + 2).text().equals("to");
    return upTo ? sentence.token(verb).lemma() : Phrases.lemma(sentence, verb);
  }

  /** "Designated" in "Specially Designated Nationals" tells of no designation. */
  private static boolean isInName(Reading reading, int token) {
    return reading.mentionAt(token).filter(m -> m.form() == Mention.Form.NAME).isPresent();
  }

  /** A noun of one word or several, "parent company", that ends at a token; the longest counts. */
  private static Optional<Match> nouns(ParsedSentence sentence, int last, Set<String> lemmas) {
    String words = sentence.token(last).lemma();
    Optional<Match> found =
        lemmas.contains(words) ? Optional.of(new Match(last, last + 1, last)) : Optional.empty();
    for (int begin = last - 1; begin >= Math.max(0, last - 2); begin--) {
      words = sentence.token(begin).lemma() + " " + words;
      if (lemmas.contains(words)) {
        found = Optional.of(new Match(begin, last + 1, last));
      }
    }
    return found;
  }

  /** The longest job titles of the given kinds; a shorter one within a longer is none. */
  private List<Match> titles(ParsedSentence sentence, Set<Trigger.Lexical> wanted) {
    List<Match> found = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      int next = at + 1;
      for (int end = Math.min(sentence.size(), at + lexicon.longestTitle()); end > at; end--) {
        Optional<Lexicon.TitleKind> kind =
            sentence.token(end - 1).tag().equals("VERB")
                    || lexicon.givenName(words(sentence, at, end)).isPresent()
                ? Optional.empty()
                : lexicon.title(words(sentence, at, end));
        if (kind.isPresent()) {
          String name = kind.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
          if (wanted.contains(new Trigger.Lexical(name))) {
            found.add(new Match(at, end, end - 1));
          }
          next = end;
          break;
        }
      }
      at = next;
    }
    return found;
  }

  private static String words(ParsedSentence sentence, int begin, int end) {
    return IntStream.range(begin, end)
        .mapToObj(i -> sentence.token(i).text())
        .collect(Collectors.joining(" "));
  }
}
