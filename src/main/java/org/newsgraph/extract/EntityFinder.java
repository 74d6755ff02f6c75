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
        .or(() -> appositive(sentence, token).filter(admitted));
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
    if (!sentence.token(noun).tag().equals("NOUN")) {
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
        sentence.token(noun).tag().equals("NOUN")
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
