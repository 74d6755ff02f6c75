package org.newsgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.NameTable;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Span;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Finds quotations and who speaks them: a verb of speech outside the quotation marks, whose subject is someone known.
 * Words in quotation marks without such a verb are scare quotes or titles, and no statement.
 */
final class QuoteFinder {

  private static final Term STATEMENT = Term.of("ng:Statement");
  private static final Term SPEAKER = Term.of("ng:speaker");
  private static final Term TEXT = Term.of("schema:text");
  private static final Term TIME = Term.of("ng:time");
  private static final BigDecimal CONFIDENCE = new BigDecimal("0.93");

  private final Set<String> speechVerbs = new HashSet<>();
  private final Set<String> speechNouns = new HashSet<>();

  QuoteFinder() {
    for (NameTable.Row row : NameTable.read("speech.tsv").rows()) {
      (row.get("use").equals("verb") ? speechVerbs : speechNouns).add(row.get("word"));
    }
  }

  /** The statements of an article, in order. */
  List<Event> find(AnnotatedArticle article, EntityFinder entities) {
    List<Event> statements = new ArrayList<>();
    for (Paragraph paragraph : article.article().paragraphs()) {
      for (Span quote : quotes(article.article().text(), paragraph.span())) {
        statement(article, entities, quote).ifPresent(statements::add);
      }
    }
    return statements;
  }

  /** The stretches between quotation marks; one that is never closed ends with its paragraph. */
  static List<Span> quotes(String text, Span paragraph) {
    List<Span> found = new ArrayList<>();
    int open = -1;
    for (int i = paragraph.begin(); i < paragraph.end(); i++) {
      char c = text.charAt(i);
      if (open < 0 && (c == '“' || c == '"' || c == '„' || c == '«')) {
        open = i + 1;
      } else if (open >= 0 && (c == '”' || c == '"' || c == '»' || c == '“' && text.charAt(open - 1) == '„')) {
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
      found.add(new Span(open, paragraph.end()));
    }
    return found;
  }

  /** Who speaks, and the verb or noun that says so. */
  private record Spoken(EntityKey speaker, int verb) {}

  private Optional<Event> statement(AnnotatedArticle article, EntityFinder entities, Span quote) {
    List<ParsedSentence> around =
        article.sentences().stream().filter(s -> s.sentence().span().overlaps(quote)).toList();
    String words = quote.of(article.article().text()).strip().replaceAll("[,.]$", "").strip();
    if (around.isEmpty() || words.split("\\s+").length < 2) {
      return Optional.empty();
    }
    for (ParsedSentence sentence : around) {
      Optional<Spoken> spoken = spoken(sentence, entities, quote, article.article().text());
      if (spoken.isPresent()) {
        return Optional.of(event(sentence, spoken.get(), words));
      }
    }
    return Optional.empty();
  }

  private static Event event(ParsedSentence sentence, Spoken spoken, String words) {
    List<Event.Role> roles = new ArrayList<>();
    roles.add(new Event.Role(SPEAKER, new Value.OfEntity(spoken.speaker())));
    roles.add(new Event.Role(TEXT, new Value.OfText(words)));
    Grammar.dates(sentence, spoken.verb(), true).forEach(date -> roles.add(new Event.Role(TIME, date)));
    Evidence evidence =
        new Evidence(
            sentence.sentence().span(), "quotation", CONFIDENCE, Modality.ASSERTED, Optional.empty());
    return new Event(STATEMENT, roles, List.of(evidence));
  }

  /** Whoever is the subject of the verb of speech that introduces the quotation or follows it. */
  private Optional<Spoken> spoken(ParsedSentence sentence, EntityFinder entities, Span quote, String text) {
    boolean closesWithComma = text.substring(Math.max(0, quote.end() - 1), Math.min(text.length(), quote.end() + 2)).contains(",");
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
                    .map(t -> entities.find(sentence, t, QuoteFinder::canSpeak))
                    .flatMap(Optional::stream)
                    .map(speaker -> new Spoken(speaker, i)))
        .findFirst();
  }

  private static List<Integer> subject(ParsedSentence sentence, int speech) {
    if (sentence.token(speech).tag().equals("NOUN")) {
      return Grammar.follow(sentence, speech, "owner");
    }
    List<Integer> subjects = Grammar.follow(sentence, speech, "subject");
    if (!subjects.isEmpty()) {
      return subjects;
    }
    // "..., said the minister" is at times parsed as an object; and what the parser leaves without a subject most often
    // has that of the sentence.
    List<Integer> inverted =
        Phrases.children(sentence, speech, "obj").filter(c -> c == speech + 1 || c == speech + 2).boxed().toList();
    return inverted.isEmpty() || sentence.token(inverted.getFirst()).tag().equals("PRON")
        ? Grammar.follow(sentence, root(sentence), "subject")
        : inverted;
  }

  private static int root(ParsedSentence sentence) {
    return IntStream.range(0, sentence.size()).filter(i -> sentence.parse().head(i) < 0).findFirst().orElse(0);
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
