package org.newsgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Span;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Modality;

/**
 * Finds quotations and who speaks them: a verb of speech outside the quotation marks, whose subject
 * is someone known. Words in quotation marks without such a verb are scare quotes or titles, and no
 * statement.
 */
final class QuoteFinder {

  private static final BigDecimal CONFIDENCE = new BigDecimal("0.93");

  /** What ends words whose quotation mark is missing: ", said Roe". */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(",\\s+(?:said|says|added|wrote|warned|told)\\s");

  /** How many tokens behind a quotation its verb of speech may stand. */
  private static final int FAR = 14;

  private final Speech speech;

  QuoteFinder(Speech speech) {
    this.speech = speech;
  }

  /** The statements of an article, in order. */
  List<Event> find(AnnotatedArticle article, EntityFinder entities) {
    List<Quotation> quotations = new ArrayList<>();
    for (Paragraph paragraph : article.article().paragraphs()) {
      for (Span quote : quotes(article.article().text(), paragraph.span())) {
        quotation(article, entities, quote).ifPresent(q -> addOrJoin(q, quotations));
      }
    }
    return quotations.stream().map(QuoteFinder::event).toList();
  }

  /** The stretches between quotation marks; one that is never closed ends with its paragraph. */
  static List<Span> quotes(String text, Span paragraph) {
    List<Span> found = new ArrayList<>();
    int open = -1;
    for (int i = paragraph.begin(); i < paragraph.end(); i++) {
      char c = text.charAt(i);
      if (open < 0 && (c == '“' || c == '"' || c == '„' || c == '«')) {
        open = i + 1;
      } else if (open >= 0
          && (c == '”' || c == '"' || c == '»' || c == '“' && text.charAt(open - 1) == '„')) {
        if (i > open) {
          found.add(new Span(open, i));
        }
        open = -1;
      } else if (open >= 0 && c == '“') {
        // The last one was never closed.
        open = i + 1;
      }
    }
    if (open >= 0 && open < paragraph.end()) {
      Matcher attribution =
          ATTRIBUTION.matcher(text).region(open, paragraph.end()).useAnchoringBounds(false);
      int end = attribution.find() ? attribution.start() : paragraph.end();
      if (end > open) {
        found.add(new Span(open, end));
      }
    }
    return found;
  }

  /** Who speaks, and the verb or noun that says so. */
  private record Spoken(EntityKey speaker, int verb) {}

  private record Quotation(ParsedSentence sentence, Spoken spoken, String words) {}

  /**
   * Words that their attribution interrupts, '"Yes," said Roe, "but not now"', are one quotation.
   */
  private static void addOrJoin(Quotation quotation, List<Quotation> quotations) {
    if (!quotations.isEmpty()) {
      Quotation last = quotations.getLast();
      if (last.sentence().equals(quotation.sentence())
          && last.spoken().equals(quotation.spoken())) {
        quotations.set(
            quotations.size() - 1,
            new Quotation(last.sentence(), last.spoken(), last.words() + " " + quotation.words()));
        return;
      }
    }
    quotations.add(quotation);
  }

  private Optional<Quotation> quotation(
      AnnotatedArticle article, EntityFinder entities, Span quote) {
    List<ParsedSentence> around =
        article.sentences().stream().filter(s -> s.sentence().span().overlaps(quote)).toList();
    String words = quote.of(article.article().text()).strip().replaceAll("[,.]$", "").strip();
    if (words.split("\\s+").length < 2) {
      return Optional.empty();
    }
    return around.stream()
        .flatMap(
            sentence ->
                spoken(sentence, entities, quote, article.article().text()).stream()
                    .map(spoken -> new Quotation(sentence, spoken, words)))
        .findFirst();
  }

  private static Event event(Quotation quotation) {
    ParsedSentence sentence = quotation.sentence();
    Spoken spoken = quotation.spoken();
    return Speech.statement(
        spoken.speaker(),
        quotation.words(),
        Grammar.dates(sentence, spoken.verb(), true),
        new Evidence(
            sentence.sentence().span(),
            "quotation",
            CONFIDENCE,
            Modality.ASSERTED,
            Optional.empty()));
  }

  /** Whoever is the subject of the verb of speech that introduces the quotation or follows it. */
  private Optional<Spoken> spoken(
      ParsedSentence sentence, EntityFinder entities, Span quote, String text) {
    boolean closesWithComma =
        text.substring(Math.max(0, quote.end() - 1), Math.min(text.length(), quote.end() + 2))
            .contains(",");
    return IntStream.range(0, sentence.size())
        .filter(i -> !quote.contains(sentence.token(i).span()))
        .filter(i -> speech.isSpeech(sentence, i))
        .filter(i -> sentence.token(i).span().begin() < quote.begin() || closesWithComma)
        .boxed()
        .sorted(
            Comparator.comparingInt(
                i ->
                    Math.min(
                        Math.abs(sentence.token(i).span().begin() - quote.end()),
                        Math.abs(quote.begin() - sentence.token(i).span().end()))))
        .flatMap(
            i ->
                Speech.subject(sentence, i).stream()
                    .filter(t -> !quote.contains(sentence.token(t).span()))
                    .map(t -> Speech.speaker(sentence, entities, t))
                    .flatMap(Optional::stream)
                    .map(speaker -> new Spoken(speaker, i)))
        .findFirst()
        .or(() -> closesWithComma ? behind(sentence, entities, quote) : Optional.empty())
        .or(() -> according(sentence, entities, quote));
  }

  /** Whoever is behind "according to" outside the quotation. */
  private static Optional<Spoken> according(
      ParsedSentence sentence, EntityFinder entities, Span quote) {
    return IntStream.range(0, sentence.size())
        .filter(i -> !quote.contains(sentence.token(i).span()))
        .filter(i -> Speech.isAccording(sentence, i))
        .boxed()
        .flatMap(
            i ->
                Optional.ofNullable(sentence.parse().head(i) > i ? sentence.parse().head(i) : null)
                    .flatMap(t -> Speech.speaker(sentence, entities, t))
                    .or(() -> entities.first(sentence, i + 2, i + FAR, Speech::canSpeak))
                    .map(speaker -> new Spoken(speaker, i))
                    .stream())
        .findFirst();
  }

  /**
   * The speaker by the order of the words, since parsers often take one who is named behind the
   * words for a part of them: the name behind the verb in "said Roe", else the last before it in
   * "Acme's founder, Jane Roe, said".
   */
  private Optional<Spoken> behind(ParsedSentence sentence, EntityFinder entities, Span quote) {
    int begin =
        IntStream.range(0, sentence.size())
            .filter(i -> sentence.token(i).span().begin() >= quote.end())
            .findFirst()
            .orElse(sentence.size());
    int verb =
        IntStream.range(begin, Math.min(sentence.size(), begin + FAR))
            .filter(i -> speech.isSpeech(sentence, i))
            .findFirst()
            .orElse(-1);
    if (verb < 0) {
      return Optional.empty();
    }
    Optional<EntityKey> before = entities.last(sentence, begin, verb, Speech::canSpeak);
    return (before.isPresent()
            ? before
            : entities.first(sentence, verb, verb + 5, Speech::canSpeak))
        .map(speaker -> new Spoken(speaker, verb));
  }
}
