package org.newsgraph.extract;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.Mention.Form;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.resolve.Kinds;
import org.newsgraph.resolve.Resolution;

/** Finds the entity that a noun phrase of a sentence stands for. */
final class EntityFinder {

  /** How many words a description may have behind its noun. */
  private static final int FAR = 8;

  private final Resolution resolution;
  private final Lexicon lexicon;
  private final Kinds kinds;

  EntityFinder(Resolution resolution, Lexicon lexicon, Kinds kinds) {
    this.resolution = resolution;
    this.lexicon = lexicon;
    this.kinds = kinds;
  }

  /**
   * The entity of the phrase that a token governs: a name or resolved anaphor there, else the name
   * in apposition to it or behind a title ("hedge fund Corvid", "its founder, Jane Roe").
   *
   * @param admitted which entities will do
   */
  Optional<EntityKey> find(ParsedSentence sentence, int token, Predicate<EntityKey> admitted) {
    int index = sentence.sentence().index();
    Optional<Mention> direct = resolution.mentionAt(index, token);
    if (direct.isPresent()) {
      Optional<EntityKey> key = direct.map(resolution::referent).filter(admitted);
      boolean governs = direct.get().head() == token || direct.get().form() != Form.NAME;
      if (key.isPresent() && (governs || direct.get().covers(token))) {
        return key;
      }
    }
    if (Phrases.is(sentence, token, "appos")) {
      // "Roe, adviser to the minister, Poe": Roe is the adviser.
      Optional<EntityKey> described = appositive(sentence, token).filter(admitted);
      if (described.isPresent()) {
        return described;
      }
    }
    return IntStream.concat(
            Phrases.children(sentence, token, "appos")
                .filter(c -> !Grammar.isSetOff(sentence, token, c)),
            IntStream.concat(
                Phrases.children(sentence, token, "flat"),
                IntStream.concat(
                    Phrases.children(sentence, token, "nmod:unmarked"),
                    Phrases.children(sentence, token, "nmod:desc"))))
        .mapToObj(c -> resolution.mentionAt(index, c))
        .flatMap(Optional::stream)
        .map(resolution::referent)
        .filter(admitted)
        .findFirst()
        .or(() -> nameBehind(sentence, token).filter(admitted))
        .or(() -> nameWithin(sentence, token).filter(admitted))
        .or(() -> appositive(sentence, token).filter(admitted))
        .or(() -> announced(sentence, token).filter(admitted));
  }

  /**
   * The name that a description announces behind a comma, "the head of its bank, Jane Roe, said",
   * by the order of the words, since parsers hang such names anywhere.
   */
  private Optional<EntityKey> announced(ParsedSentence sentence, int noun) {
    return announced(sentence, noun, noun + 1)
        .map(resolution::referent)
        .filter(
            key ->
                lexicon
                    .noun(sentence.token(noun).text())
                    .map(type -> kinds.of(type) == key.kind() || isLike(key.kind(), kinds.of(type)))
                    .orElse(false));
  }

  /**
   * The name behind the comma that ends a description, itself followed by a mark or the sentence's
   * end.
   *
   * @param noun what describes
   * @param end index after its last token
   */
  Optional<Mention> announced(ParsedSentence sentence, int noun, int end) {
    if (!Phrases.isCommonNoun(sentence, noun) || !isDefinite(sentence, noun)) {
      return Optional.empty();
    }
    int index = sentence.sentence().index();
    int comma = end;
    while (comma < sentence.size()
        && comma - end < FAR
        && sentence.token(comma).tag().matches("ADP|DET|NOUN|PROPN|ADJ|PART|PRON|NUM")
        && !sentence.token(comma).text().matches("who|which|that|to|by")) {
      comma++;
    }
    if (comma + 1 >= sentence.size()
        || !sentence.token(comma).text().equals(",")
        || comma > end && !sentence.token(end).text().matches("of|at|in|for|to|from|and")) {
      return Optional.empty();
    }
    int begin = comma + 1;
    return resolution
        .mentionAt(index, begin)
        .filter(m -> m.form() == Form.NAME && m.begin() == begin)
        .filter(
            m ->
                m.end() >= sentence.size()
                    || sentence.token(m.end()).text().matches("[,.;:)!?”\"]"))
        .filter(m -> !Phrases.is(sentence, m.head(), "nsubj") || isTail(sentence, m));
  }

  /** A list, "the bank, Acme, Borel and Corvid", announces nobody. */
  private boolean isTail(ParsedSentence sentence, Mention name) {
    return name.end() + 1 >= sentence.size()
        || resolution
            .mentionAt(sentence.sentence().index(), name.end() + 1)
            .filter(m -> m.form() == Form.NAME)
            .isEmpty();
  }

  /** Whether one certain thing is described: "the head", "its head", "Acme's head". */
  private static boolean isDefinite(ParsedSentence sentence, int noun) {
    int begin = Phrases.phraseBegin(sentence, noun);
    return IntStream.rangeClosed(begin, noun)
        .anyMatch(
            i -> sentence.token(i).text().matches("(?i)the|its|his|her|their|our|an?|'s|’s|'|’"));
  }

  /** The first entity named from token {@code begin} to {@code end}, the latter excluded. */
  Optional<EntityKey> first(
      ParsedSentence sentence, int begin, int end, Predicate<EntityKey> admitted) {
    return named(sentence, begin, end, admitted).findFirst();
  }

  /** The last entity named from token {@code begin} to {@code end}, the latter excluded. */
  Optional<EntityKey> last(
      ParsedSentence sentence, int begin, int end, Predicate<EntityKey> admitted) {
    return named(sentence, begin, end, admitted).reduce((a, b) -> b);
  }

  private Stream<EntityKey> named(
      ParsedSentence sentence, int begin, int end, Predicate<EntityKey> admitted) {
    return resolution.mentions(sentence.sentence().index()).stream()
        .filter(m -> m.begin() >= begin && m.end() <= end && m.form() != Form.DEMONYM)
        .map(resolution::referent)
        .filter(admitted);
  }

  /** The name directly behind a noun: "chipmaker Nvidia", whatever the parser made of it. */
  private Optional<EntityKey> nameBehind(ParsedSentence sentence, int noun) {
    if (!Phrases.isCommonNoun(sentence, noun)) {
      return Optional.empty();
    }
    int next = noun + 1;
    if (next < sentence.size() && sentence.token(next).text().matches("[“\"‘']")) {
      next++;
    }
    int begin = next;
    return begin >= sentence.size()
        ? Optional.empty()
        : resolution
            .mentionAt(sentence.sentence().index(), begin)
            .filter(m -> m.form() == Form.NAME && m.begin() == begin)
            .map(resolution::referent);
  }

  /**
   * The name within a phrase whose noun only says what it is: "H800 chips", "the city of Hangzhou".
   */
  private Optional<EntityKey> nameWithin(ParsedSentence sentence, int noun) {
    Optional<EntityKey.Kind> kind =
        Phrases.isCommonNoun(sentence, noun)
            ? lexicon.noun(sentence.token(noun).text()).map(kinds::of)
            : Optional.empty();
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    IntStream names =
        switch (kind.get()) {
          case PLACE ->
              Phrases.children(sentence, noun, "nmod")
                  .filter(c -> Phrases.preposition(sentence, c).equals("of"));
          case PRODUCT, SOFTWARE, MARKET_INDEX, LEGISLATION ->
              Phrases.children(sentence, noun, "compound");
          default -> IntStream.empty();
        };
    return names
        .mapToObj(c -> resolution.mentionAt(sentence.sentence().index(), c))
        .flatMap(Optional::stream)
        .map(resolution::referent)
        .filter(key -> isLike(key.kind(), kind.get()))
        .findFirst();
  }

  /**
   * Whether a name of one family may be meant by a noun of the other: a chip may be called a model.
   */
  private static boolean isLike(EntityKey.Kind name, EntityKey.Kind noun) {
    return name == noun
        || name == EntityKey.Kind.PRODUCT && noun == EntityKey.Kind.SOFTWARE
        || name == EntityKey.Kind.SOFTWARE && noun == EntityKey.Kind.PRODUCT;
  }

  /**
   * What a noun stands in apposition to, by the tree or by the order of the words: "Acme, the
   * brewer".
   */
  private Optional<EntityKey> appositive(ParsedSentence sentence, int noun) {
    int index = sentence.sentence().index();
    Optional<EntityKey> byTree =
        Phrases.is(sentence, noun, "appos")
            ? resolution.mentionAt(index, sentence.parse().head(noun)).map(resolution::referent)
            : Optional.empty();
    int begin = Phrases.phraseBegin(sentence, noun);
    return byTree.or(
        () ->
            begin > 1
                    && sentence.token(noun).tag().equals("NOUN")
                    && sentence.token(begin - 1).text().equals(",")
                    && sentence.token(begin).text().matches("(?i)an?|the")
                ? resolution
                    .mentionAt(index, begin - 2)
                    .filter(m -> m.form() == Form.NAME && m.end() == begin - 1)
                    .filter(m -> Phrases.standsApart(sentence, m.head(), noun))
                    .map(resolution::referent)
                : Optional.empty());
  }
}
