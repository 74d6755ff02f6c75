package org.newsgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Finds speech that is reported and not quoted: the clause that a verb of speech governs, "Roe said
 * that the deal was off", or that stands beside "according to Roe". Sentences with quotation marks
 * are {@link QuoteFinder}'s. What "its lawyers" say is not put into the mouth of their house here.
 */
final class ReportFinder {

  private static final Term STATEMENT = Term.of("ng:Statement");
  private static final Term SPEAKER = Term.of("ng:speaker");
  private static final Term TEXT = Term.of("schema:text");
  private static final Term TIME = Term.of("ng:time");
  private static final BigDecimal CONFIDENCE = new BigDecimal("0.9");
  private static final String QUOTATION_MARKS = "\"“”„«»";

  /** "It is", "so it seems": too short to say anything by itself. */
  private static final int FEWEST_WORDS = 3;

  private final Set<String> questions = DataTable.read("question-words.txt").words();
  private final Speech speech;
  private final ModalityJudge modality;

  ReportFinder(Speech speech, ModalityJudge modality) {
    this.speech = speech;
    this.modality = modality;
  }

  /** The reported statements of an article, in order; none of its headlines. */
  List<Event> find(AnnotatedArticle article, EntityFinder entities) {
    List<Event> found = new ArrayList<>();
    String text = article.article().text();
    for (ParsedSentence sentence : article.sentences()) {
      if (sentence.sentence().role() == Role.HEADLINE
          || sentence
              .sentence()
              .span()
              .of(text)
              .chars()
              .anyMatch(c -> QUOTATION_MARKS.indexOf(c) >= 0)) {
        continue;
      }
      for (int i = 0; i < sentence.size(); i++) {
        if (isAccording(sentence, i)) {
          according(sentence, entities, i, text).ifPresent(found::add);
        } else if (speech.isSpeech(sentence, i) && sentence.token(i).tag().equals("VERB")) {
          reported(sentence, entities, i, text).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Event> reported(
      ParsedSentence sentence, EntityFinder entities, int verb, String text) {
    boolean impersonal =
        Phrases.children(sentence, verb, "aux")
                .anyMatch(c -> sentence.parse().relation(c).equals("aux:pass"))
            || Phrases.children(sentence, verb, "expl").findAny().isPresent();
    if (impersonal) {
      return Optional.empty();
    }
    Optional<Span> words =
        Phrases.children(sentence, verb, "ccomp")
            .filter(c -> Phrases.children(sentence, c, "nsubj").findAny().isPresent())
            .mapToObj(c -> clause(sentence, c, verb))
            .flatMap(Optional::stream)
            .findFirst();
    return words.flatMap(
        span ->
            Speech.speakers(sentence, verb).stream()
                .map(t -> entities.find(sentence, t, Speech::canSpeak))
                .flatMap(Optional::stream)
                .findFirst()
                .map(speaker -> event(sentence, entities, speaker, verb, span.of(text))));
  }

  /**
   * The words of a clause, the word that introduces it left out; none where the verb cuts it, or
   * where it tells what was not said, "which firm it was".
   */
  private Optional<Span> clause(ParsedSentence sentence, int head, int verb) {
    int begin = first(sentence, head);
    int end = last(sentence, head) + 1;
    while (begin < end
        && (isMark(sentence, begin, head)
            || isPunctuation(sentence, begin)
            || sentence.token(begin).text().equals("only"))) {
      begin++;
    }
    while (end > begin && isPunctuation(sentence, end - 1)) {
      end--;
    }
    return end - begin >= FEWEST_WORDS
            && (verb < begin || verb >= end)
            && !questions.contains(sentence.token(begin).text().toLowerCase(Locale.ROOT))
        ? Optional.of(sentence.span(begin, end))
        : Optional.empty();
  }

  private static boolean isMark(ParsedSentence sentence, int token, int head) {
    return sentence.token(token).text().equalsIgnoreCase("that")
        && sentence.parse().head(token) == head
        && Phrases.is(sentence, token, "mark");
  }

  private static boolean isAccording(ParsedSentence sentence, int token) {
    return token + 2 < sentence.size()
        && sentence.token(token).text().equalsIgnoreCase("according")
        && sentence.token(token + 1).text().equals("to");
  }

  /** What the sentence says beside "according to" and whoever it names, at its beginning or end. */
  private Optional<Event> according(
      ParsedSentence sentence, EntityFinder entities, int according, String text) {
    int source = sentence.parse().head(according);
    if (source < according) {
      return Optional.empty();
    }
    int begin = last(sentence, source) + 1;
    int end = sentence.size();
    if (first(sentence, source) > 0) {
      if (IntStream.range(begin, end).anyMatch(i -> !isPunctuation(sentence, i))) {
        return Optional.empty();
      }
      begin = 0;
      end = first(sentence, source);
    }
    while (begin < end && isPunctuation(sentence, begin)) {
      begin++;
    }
    while (end > begin && isPunctuation(sentence, end - 1)) {
      end--;
    }
    if (IntStream.range(begin, end).noneMatch(i -> sentence.token(i).tag().matches("VERB|AUX"))) {
      return Optional.empty();
    }
    String words = sentence.span(begin, end).of(text);
    return entities
        .find(sentence, source, Speech::canSpeak)
        .map(speaker -> event(sentence, entities, speaker, source, words));
  }

  private Event event(
      ParsedSentence sentence, EntityFinder entities, EntityKey speaker, int told, String words) {
    boolean verb = sentence.token(told).tag().equals("VERB");
    List<Event.Role> roles = new ArrayList<>();
    roles.add(new Event.Role(SPEAKER, new Value.OfEntity(speaker)));
    roles.add(new Event.Role(TEXT, new Value.OfText(words.replaceAll("[\\s\\u00a0]+", " "))));
    if (verb) {
      Grammar.dates(sentence, told, true).forEach(date -> roles.add(new Event.Role(TIME, date)));
    }
    Judgement judgement =
        verb
            ? modality.judge(sentence, entities, told)
            : new Judgement(Modality.ASSERTED, Optional.empty(), false);
    // What the words claim is the speaker's; that they were said is alleged only where another says
    // so.
    boolean own = judgement.attributedTo().filter(a -> !a.equals(speaker)).isEmpty();
    Modality said =
        own && judgement.modality() == Modality.ALLEGED ? Modality.ASSERTED : judgement.modality();
    return new Event(
        STATEMENT,
        roles,
        List.of(
            new Evidence(
                sentence.sentence().span(),
                "reported-speech",
                CONFIDENCE,
                said,
                own ? Optional.empty() : judgement.attributedTo())));
  }

  private static int first(ParsedSentence sentence, int head) {
    return IntStream.rangeClosed(0, head)
        .filter(i -> i == head || Phrases.isBelow(sentence, i, head))
        .findFirst()
        .orElse(head);
  }

  private static int last(ParsedSentence sentence, int head) {
    return IntStream.range(head, sentence.size())
        .filter(i -> i == head || Phrases.isBelow(sentence, i, head))
        .max()
        .orElse(head);
  }

  private static boolean isPunctuation(ParsedSentence sentence, int token) {
    return sentence.token(token).tag().equals("PUNCT");
  }
}
