package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/** Words of speech ({@code speech.tsv}), and whose speech they introduce. */
final class Speech {

  private static final Term STATEMENT = Term.of("ng:Statement");
  private static final Term SPEAKER = Term.of("ng:speaker");
  private static final Term TEXT = Term.of("schema:text");
  private static final Term TIME = Term.of("ng:time");

  private final Set<String> speechVerbs = new HashSet<>();
  private final Set<String> speechNouns = new HashSet<>();

  Speech() {
    for (DataTable.Row row : DataTable.read("speech.tsv").rows()) {
      (row.get("use").equals("verb") ? speechVerbs : speechNouns).add(row.get("word"));
    }
  }

  /** The event that someone says something. */
  static Event statement(
      EntityKey speaker, String words, List<Value.OfDate> times, Evidence evidence) {
    List<Event.Role> roles = new ArrayList<>();
    roles.add(new Event.Role(SPEAKER, new Value.OfEntity(speaker)));
    roles.add(new Event.Role(TEXT, new Value.OfText(words)));
    times.forEach(time -> roles.add(new Event.Role(TIME, time)));
    return new Event(STATEMENT, roles, List.of(evidence));
  }

  /** Whether "according to" begins at a token, with a word behind it. */
  static boolean isAccording(ParsedSentence sentence, int token) {
    return token + 2 < sentence.size()
        && sentence.token(token).text().equalsIgnoreCase("according")
        && sentence.token(token + 1).text().equals("to");
  }

  /** The entity that speaks; the house, where "analysts at Acme" or "its spokeswoman" do. */
  static Optional<EntityKey> speaker(ParsedSentence sentence, EntityFinder entities, int subject) {
    return entities
        .find(sentence, subject, Speech::canSpeak)
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

  /**
   * Whoever is the subject of a verb by the sentence's structure; "..., said the minister" is at
   * times parsed as an object.
   */
  static List<Integer> speakers(ParsedSentence sentence, int verb) {
    List<Integer> subjects = Grammar.follow(sentence, verb, "subject");
    return subjects.isEmpty()
        ? Phrases.children(sentence, verb, "obj")
            .filter(c -> c == verb + 1 || c == verb + 2)
            .filter(c -> !sentence.token(c).tag().equals("PRON"))
            .boxed()
            .toList()
        : subjects;
  }

  /** Whoever is the subject of a verb of speech, or the owner of a noun of speech. */
  static List<Integer> subject(ParsedSentence sentence, int speech) {
    if (sentence.token(speech).tag().equals("NOUN")) {
      return Grammar.follow(sentence, speech, "owner");
    }
    // What the parser leaves without a subject most often has that of the sentence.
    List<Integer> subjects = speakers(sentence, speech);
    return subjects.isEmpty() ? Grammar.follow(sentence, root(sentence), "subject") : subjects;
  }

  private static int root(ParsedSentence sentence) {
    return IntStream.range(0, sentence.size())
        .filter(i -> sentence.parse().head(i) < 0)
        .findFirst()
        .orElse(0);
  }

  /** Whether a word introduces what someone says. */
  boolean isSpeech(ParsedSentence sentence, int token) {
    String lemma = Phrases.lemma(sentence, token).toLowerCase(Locale.ROOT);
    return sentence.token(token).tag().equals("VERB") && speechVerbs.contains(lemma)
        || sentence.token(token).tag().equals("NOUN") && speechNouns.contains(lemma);
  }

  /** Whether an entity of this kind may speak. */
  static boolean canSpeak(EntityKey key) {
    return switch (key.kind()) {
      case PERSON, ORGANIZATION, PLACE -> true;
      default -> false;
    };
  }
}
