package org.newsgraph.extract;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.Mention.Form;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.resolve.Resolution;

/** Finds the entity that a noun phrase of a sentence stands for. */
final class EntityFinder {

  private final Resolution resolution;

  EntityFinder(Resolution resolution) {
    this.resolution = resolution;
  }

  /**
   * The entity of the phrase that a token governs: a name or resolved anaphor there, else the name in apposition to it
   * or behind a title ("hedge fund Corvid", "its founder, Jane Roe").
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
    return IntStream.concat(
            Phrases.children(sentence, token, "appos"),
            IntStream.concat(
                Phrases.children(sentence, token, "flat"),
                IntStream.concat(
                    Phrases.children(sentence, token, "nmod:unmarked"), Phrases.children(sentence, token, "nmod:desc"))))
        .mapToObj(c -> resolution.mentionAt(index, c))
        .flatMap(Optional::stream)
        .map(resolution::referent)
        .filter(admitted)
        .findFirst()
        .or(() -> nameBehind(sentence, token).filter(admitted))
        .or(() -> appositive(sentence, token).filter(admitted));
  }

  /** The name directly behind a noun: "chipmaker Nvidia", whatever the parser made of it. */
  private Optional<EntityKey> nameBehind(ParsedSentence sentence, int noun) {
    if (noun + 1 >= sentence.size() || !sentence.token(noun).tag().equals("NOUN")) {
      return Optional.empty();
    }
    return resolution
        .mentionAt(sentence.sentence().index(), noun + 1)
        .filter(m -> m.form() == Form.NAME && m.begin() == noun + 1)
        .map(resolution::referent);
  }

  /** What a noun stands in apposition to: "Acme, the brewer". */
  private Optional<EntityKey> appositive(ParsedSentence sentence, int noun) {
    return Phrases.is(sentence, noun, "appos")
        ? resolution
            .mentionAt(sentence.sentence().index(), sentence.parse().head(noun))
            .map(resolution::referent)
        : Optional.empty();
  }
}
