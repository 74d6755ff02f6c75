package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;

/**
 * Finds the post that a phrase names or that describes a name, by the job titles of {@code
 * titles.tsv} and the order of the words, since parsers tell titles and names apart badly.
 */
final class PostFinder {

  /** How many tokens behind a verb the post that it gives may stand. */
  private static final int FAR = 12;

  private final Lexicon lexicon;

  PostFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The last word of each post that belongs to a token: the first behind a verb; else what the
   * token itself names; else what stands beside the name that it belongs to, "Acme's chief, Jane
   * Roe".
   *
   * @param mention the name at the token, if there is one
   */
  List<Integer> of(ParsedSentence sentence, int token, Optional<Mention> mention) {
    if (sentence.token(token).tag().equals("VERB")) {
      return IntStream.range(token + 1, Math.min(sentence.size(), token + FAR))
          .takeWhile(i -> !sentence.token(i).tag().matches("VERB|AUX|SCONJ"))
          .takeWhile(i -> !sentence.token(i).text().equals(";"))
          .filter(i -> endsPost(sentence, i))
          .limit(1)
          .boxed()
          .toList();
    }
    if (endsPost(sentence, token)) {
      return List.of(token);
    }
    List<Integer> found = new ArrayList<>();
    mention.ifPresent(
        m -> {
          int before = m.begin() - 1;
          if (before > 0 && sentence.token(before).text().equals(",")) {
            before--;
          }
          if (before >= 0) {
            titleBefore(sentence, before).ifPresent(found::add);
          }
          if (m.end() < sentence.size() && sentence.token(m.end()).text().equals(",")) {
            IntStream.range(m.end() + 1, Math.min(sentence.size(), m.end() + FAR))
                .takeWhile(i -> !sentence.token(i).tag().matches("VERB|AUX|PUNCT"))
                .filter(i -> endsPost(sentence, i))
                .limit(1)
                .forEach(found::add);
          }
        });
    return found;
  }

  /** The post that ends at a token, or before what it is over: "head of sales", "mayor of Faro". */
  private Optional<Integer> titleBefore(ParsedSentence sentence, int last) {
    if (endsPost(sentence, last)) {
      return Optional.of(last);
    }
    return IntStream.iterate(last, i -> i > Math.max(0, last - 6), i -> i - 1)
        .takeWhile(i -> !sentence.token(i).tag().matches("VERB|AUX|PUNCT"))
        .filter(i -> sentence.token(i).text().matches("of|at|for") && endsPost(sentence, i - 1))
        .mapToObj(i -> i - 1)
        .findFirst();
  }

  /** Where the post that ends at a token begins, the nouns and adjectives before it included. */
  int begin(ParsedSentence sentence, int last) {
    int begin = last;
    while (begin > 0
        && sentence.token(begin - 1).tag().matches("NOUN|ADJ")
        && Character.isLowerCase(sentence.token(begin - 1).text().charAt(0))) {
      begin--;
    }
    for (int at = Math.max(0, last - lexicon.longestTitle()); at < begin; at++) {
      if (lexicon.title(words(sentence, at, last + 1)).isPresent()) {
        return at;
      }
    }
    return begin;
  }

  private boolean endsPost(ParsedSentence sentence, int token) {
    return !sentence.token(token).tag().equals("VERB")
        && !Phrases.is(sentence, token, "nmod:poss")
        && IntStream.rangeClosed(Math.max(0, token - lexicon.longestTitle()), token)
            .anyMatch(i -> lexicon.title(words(sentence, i, token + 1)).isPresent())
        && (token + 1 >= sentence.size()
            || lexicon.title(words(sentence, token, token + 2)).isEmpty());
  }

  private static String words(ParsedSentence sentence, int begin, int end) {
    return IntStream.range(begin, end)
        .mapToObj(i -> sentence.token(i).text())
        .collect(Collectors.joining(" "));
  }
}
