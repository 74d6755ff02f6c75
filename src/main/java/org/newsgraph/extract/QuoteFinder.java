package org.newsgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Span;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Finds quotations and who speaks them: a verb of speech outside the quotation marks, whose subject
 * is someone known. Words in quotation marks without such a verb are scare quotes or titles, and no
 * statement.
 */
final class QuoteFinder {

  private static final Term STATEMENT = Term.of("ng:Statement");
  private static final Term SPEAKER = Term.of("ng:speaker");
  private static final Term TEXT = Term.of("schema:text");
  private static final Term TIME = Term.of("ng:time");
  private static final BigDecimal CONFIDENCE = new BigDecimal("0.93");

  /** What ends words whose quotation mark is missing: ", said Roe". */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(",\\s+(?:said|says|added|wrote|warned|told)\\s");

  /** How many tokens behind a quotation its verb of speech may stand. */
  private static final int FAR = 14;

  private final Set<String> speechVerbs = new HashSet<>();
  private final Set<String> speechNouns = new HashSet<>();

  QuoteFinder() {
    for (DataTable.Row row : DataTable.read("speech.tsv").rows()) {
      (row.get("use").equals("verb") ? speechVerbs : speechNouns).add(row.get("word"));
    }
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
    List<Event.Role> roles = new ArrayList<>();
    roles.add(new Event.Role(SPEAKER, new Value.OfEntity(quotation.spoken().speaker())));
    roles.add(new Event.Role(TEXT, new Value.OfText(quotation.words())));
    Grammar.dates(quotation.sentence(), quotation.spoken().verb(), true)
        .forEach(date -> roles.add(new Event.Role(TIME, date)));
    Evidence evidence =
        new Evidence(
            quotation.sentence().sentence().span(),
            "quotation",
            CONFIDENCE,
            Modality.ASSERTED,
            Optional.empty());
    return new Event(STATEMENT, roles, List.of(evidence));
  }

  /** Whoever is the subject of the verb of speech that introduces the quotation or follows it. */
  private Optional<Spoken> spoken(
      ParsedSentence sentence, EntityFinder entities, Span quote, String text) {
    boolean closesWithComma =
        text.substring(Math.max(0, quote.end() - 1), Math.min(text.length(), quote.end() + 2))
            .contains(",");
    return IntStream.range(0, sentence.size())
        .filter(i -> !quote.contains(sentence.token(i).span()))
        .filter(i -> isSpeech(sentence, i))
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
                subject(sentence, i).stream()
                    .filter(t -> !quote.contains(sentence.token(t).span()))
                    .map(t -> speaker(sentence, entities, t))
                    .flatMap(Optional::stream)
                    .map(speaker -> new Spoken(speaker, i)))
        .findFirst()
        .or(() -> closesWithComma ? behind(sentence, entities, quote) : Optional.empty())
        .or(() -> according(sentence, entities, quote));
  }

  /** Whoever is behind "according to" outside the quotation. */
  private static Optional<Spoken> according(
      ParsedSentence sentence, EntityFinder entities, Span quote) {
    return IntStream.range(0, sentence.size() - 2)
        .filter(i -> !quote.contains(sentence.token(i).span()))
        .filter(i -> sentence.token(i).text().equalsIgnoreCase("according"))
        .filter(i -> sentence.token(i + 1).text().equals("to"))
        .boxed()
        .flatMap(
            i ->
                Optional.ofNullable(sentence.parse().head(i) > i ? sentence.parse().head(i) : null)
                    .flatMap(t -> speaker(sentence, entities, t))
                    .or(() -> entities.first(sentence, i + 2, i + FAR, QuoteFinder::canSpeak))
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
            .filter(i -> isSpeech(sentence, i))
            .findFirst()
            .orElse(-1);
    if (verb < 0) {
      return Optional.empty();
    }
    Optional<EntityKey> before = entities.last(sentence, begin, verb, QuoteFinder::canSpeak);
    return (before.isPresent()
            ? before
            : entities.first(sentence, verb, verb + 5, QuoteFinder::canSpeak))
        .map(speaker -> new Spoken(speaker, verb));
  }

  /** The entity that speaks; the house, where "analysts at Acme" or "its spokeswoman" do. */
  private static Optional<EntityKey> speaker(
      ParsedSentence sentence, EntityFinder entities, int subject) {
    return entities
        .find(sentence, subject, QuoteFinder::canSpeak)
        .or(
            () ->
                sentence.token(subject).tag().equals("NOUN")
                    ? Stream.of("at", "of", "for", "from", "with", "owner")
                        .flatMap(step -> Grammar.follow(sentence, subject, step).stream())
                        .map(
                            t ->
                                entities.find(
                                    sentence, t, k -> k.kind() == EntityKey.Kind.ORGANIZATION))
                        .flatMap(Optional::stream)
                        .findFirst()
                    : Optional.empty());
  }

  private static List<Integer> subject(ParsedSentence sentence, int speech) {
    if (sentence.token(speech).tag().equals("NOUN")) {
      return Grammar.follow(sentence, speech, "owner");
    }
    List<Integer> subjects = Grammar.follow(sentence, speech, "subject");
    if (!subjects.isEmpty()) {
      return subjects;
    }
    // "..., said the minister" is at times parsed as an object; and what the parser leaves without
    // a subject most often
    // has that of the sentence.
    List<Integer> inverted =
        Phrases.children(sentence, speech, "obj")
            .filter(c -> c == speech + 1 || c == speech + 2)
            .boxed()
            .toList();
    return inverted.isEmpty() || sentence.token(inverted.getFirst()).tag().equals("PRON")
        ? Grammar.follow(sentence, root(sentence), "subject")
        : inverted;
  }

  private static int root(ParsedSentence sentence) {
    return IntStream.range(0, sentence.size())
        .filter(i -> sentence.parse().head(i) < 0)
        .findFirst()
        .orElse(0);
  }

  private boolean isSpeech(ParsedSentence sentence, int token) {
    String lemma = Phrases.lemma(sentence, token).toLowerCase(Locale.ROOT);
    return sentence.token(token).tag().equals("VERB") && speechVerbs.contains(lemma)
        || sentence.token(token).tag().equals("NOUN") && speechNouns.contains(lemma);
  }

  private static boolean canSpeak(EntityKey key) {
    return switch (key.kind()) {
      case PERSON, ORGANIZATION, PLACE -> true;
      default -> false;
    };
  }
}
