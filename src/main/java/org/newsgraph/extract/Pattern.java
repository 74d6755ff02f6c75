package org.newsgraph.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

/**
 * One extraction pattern: a word that triggers it, the roles around that word, and the facts or the
 * event that follow. {@code ontology/patterns/README.md} describes the files that hold them.
 *
 * @param name what evidence cites, as {@code pattern/NAME}
 * @param trigger the word or title that it looks for
 * @param roles by name, in the order of the file
 * @param facts what is stated when their roles are filled
 * @param event the event that is built when its required roles are filled
 * @param unless roles none of which may be filled: "barred" is no trade ban if it is "from selling"
 * @param state whether it tells a lasting state, which a past tense or "former" ends
 * @param made whether it names an act of speech or law, which was done even where it is denied
 * @param modality what the trigger makes of it by itself: an offer is planned
 * @param confidence how often it is right, above 0 up to 1
 */
record Pattern(
    String name,
    Trigger trigger,
    Map<String, Role> roles,
    List<FactTemplate> facts,
    Optional<EventTemplate> event,
    Set<String> unless,
    boolean state,
    boolean made,
    Modality modality,
    BigDecimal confidence) {

  /** What a pattern looks for. */
  sealed interface Trigger {

    /** A verb by its lemma, with its particle: "set up". */
    record OfVerb(Set<String> lemmas) implements Trigger {}

    /** A noun by its lemma. */
    record OfNoun(Set<String> lemmas) implements Trigger {}

    /** A job title of the table {@code titles.tsv}, by its kind. */
    record OfTitle(Set<Lexical> kinds) implements Trigger {}

    /** The name of an entity of one of the classes. */
    record OfEntity(Set<Term> classes) implements Trigger {}

    /** A title's kind by its name in the table. */
    record Lexical(String kind) {}
  }

  /**
   * A role.
   *
   * @param paths ways from the trigger to the filler, the first that leads somewhere wins
   * @param filler what may fill it
   * @param except words (lemmas) that fill no such role, as "time" in "bought time"
   * @param sign -1 where the trigger makes a loss of the amount, else 1
   */
  record Role(List<Path> paths, Filler filler, Set<String> except, int sign) {}

  /** What may fill a role. */
  sealed interface Filler {
    /** An entity of one of the classes. */
    record OfClass(Set<Term> classes) implements Filler {}

    /**
     * A named entity of one of the classes or, failing that, a noun phrase whose noun denotes one:
     * "two shareholders".
     */
    record OfParty(Set<Term> classes) implements Filler {}

    /** A named entity or, failing that, the noun phrase as an entity of the class. */
    record OfThing(Term fallback) implements Filler {}

    /** A date, an amount of money or a percentage. */
    record OfValue(ValueKind kind) implements Filler {}

    /** The words of the phrase or clause. */
    record OfText() implements Filler {}

    /** The words of the noun phrase, without what follows its noun. */
    record OfPhrase() implements Filler {}

    /** The words of a post, if the phrase names one: "finance director". */
    record OfPost() implements Filler {}

    /** The words of the trigger itself, as a job title. */
    record OfTitle() implements Filler {}

    /** What the trigger says by itself, in percent: "halved" is -50. */
    record OfPercent(BigDecimal percent) implements Filler {}
  }

  /** Kinds of values. */
  enum ValueKind {
    DATE,
    MONEY,
    PERCENT
  }

  /** Steps along the sentence's structure, one or more. */
  record Path(List<Step> steps) {}

  /**
   * A step, such as {@code object} or {@code subject[share|stock]}.
   *
   * @param relation a grammatical function or a preposition
   * @param lemmas the words that it may lead to; empty for any
   */
  record Step(String relation, Set<String> lemmas) {}

  /** A fact to state: two roles and the property between them. */
  record FactTemplate(String subject, Term property, String object) {}

  /**
   * An event to build.
   *
   * @param type its class
   * @param roles the event's property for each of the pattern's roles that it takes
   * @param required of the pattern's roles, all of which have to be filled
   * @param anyOf of the pattern's roles, one of which has to be filled; empty for no such demand
   * @param each the role of which every filler makes an event of its own; such events may also
   *     follow in a row without their verb: "Acme fell 3%, Borel 2%"
   */
  record EventTemplate(
      Term type,
      Map<String, Term> roles,
      Set<String> required,
      Set<String> anyOf,
      Optional<String> each) {}
}
