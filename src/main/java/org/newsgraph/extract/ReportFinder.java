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
import org.newsgraph.fact.Value;

/**
 * Finds speech that is reported and not quoted: the clause that a verb of speech governs, "Roe said
 * that the deal was off", or that stands beside "according to Roe". Sentences with quotation marks
 * are {@link QuoteFinder}'s. What "its lawyers" say is not put into the mouth of their house here.
 */
final class ReportFinder {

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
        if (Speech.isAccording(sentence, i)) {
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
                .map(speaker -> told(sentence, entities, speaker, verb, span.of(text))));
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
    end = withoutPunctuation(sentence, begin, end);
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
    end = withoutPunctuation(sentence, begin, end);
    if (IntStream.range(begin, end).noneMatch(i -> sentence.token(i).tag().matches("VERB|AUX"))) {
      return Optional.empty();
    }
    String words = sentence.span(begin, end).of(text);
    return entities
        .find(sentence, source, Speech::canSpeak)
        .map(
            speaker ->
                statement(
                    sentence, speaker, words, List.of(), Modality.ASSERTED, Optional.empty()));
  }

  /** The statement that a verb tells of. */
  private Event told(
      ParsedSentence sentence, EntityFinder entities, EntityKey speaker, int verb, String words) {
    Judgement judgement = modality.judge(sentence, entities, verb);
    // What is said is the speaker's claim; that it was said is one only where another says so.
    boolean own = judgement.attributedTo().filter(a -> !a.equals(speaker)).isEmpty();
    return statement(
        sentence,
        speaker,
        words,
        Grammar.dates(sentence, verb, true),
        own && judgement.modality() == Modality.ALLEGED ? Modality.ASSERTED : judgement.modality(),
        own ? Optional.empty() : judgement.attributedTo());
  }

  private static Event statement(
      ParsedSentence sentence,
      EntityKey speaker,
      String words,
      List<Value.OfDate> times,
      Modality modality,
      Optional<EntityKey> attributedTo) {
    return Speech.statement(
        speaker,
        words.replaceAll("[\\s\\u00a0]+", " "),
        times,
        new Evidence(
            sentence.sentence().span(), "reported-speech", CONFIDENCE, modality, attributedTo));
  }

  private static int first(ParsedSentence sentence, int head) {
    return IntStream.rangeClosed(0, head)
        .filter(i -> Phrases.isBelow(sentence, i, head))
        .findFirst()
        .orElse(head);
  }

  private static int last(ParsedSentence sentence, int head) {
    return IntStream.range(head, sentence.size())
        .filter(i -> Phrases.isBelow(sentence, i, head))
        .max()
        .orElse(head);
  }

  /** Where a stretch ends, the punctuation at its end left out. */
  private static int withoutPunctuation(ParsedSentence sentence, int begin, int end) {
    int last = end;
    while (last > begin && isPunctuation(sentence, last - 1)) {
      last--;
    }
    return last;
  }

  private static boolean isPunctuation(ParsedSentence sentence, int token) {
    return sentence.token(token).tag().equals("PUNCT");
  }
}
