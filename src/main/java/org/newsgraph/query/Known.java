package org.newsgraph.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing that the dataset says, and how it is known.
 *
 * @param statement a fact, or an event and its roles
 * @param modality the local name of its modality, such as {@code Alleged}
 * @param attributedTo names of those who say so; empty where it is the article itself
 * @param confidence above 0 up to 1
 * @param sources the sentences that say so, one or more
 * @param others other articles that say the same with the same modality
 * @param contradictedBy what articles say against it, where another asserts it
 */
public record Known(
    Statement statement,
    String modality,
    List<String> attributedTo,
    BigDecimal confidence,
    List<Source> sources,
    int others,
    List<Against> contradictedBy) {

  /** What is said. */
  public sealed interface Statement {}

  /**
   * A relation or attribute.
   *
   * @param subject the subject's name
   * @param property compact, such as {@code schema:founder}
   * @param object a name or a value in words
   */
  public record Fact(String subject, String property, String object) implements Statement {}

  /**
   * An event.
   *
   * @param type compact, such as {@code ng:ExportRestriction}
   * @param roles who or what plays which, in the order of the properties' names
   */
  public record Event(String type, List<Role> roles) implements Statement {

    /** Copies the roles. */
    public Event {
      roles = List.copyOf(roles);
    }
  }

  /**
   * A role and its filler.
   *
   * @param property compact, such as {@code ng:destination}
   * @param filler a name or a value in words
   */
  public record Role(String property, String filler) {}

  /**
   * A sentence.
   *
   * @param sentence its words as they stand in the article
   * @param begin offset of its first character in the article's text, in Unicode code points
   * @param end offset after its last
   * @param article the article's IRI
   * @param headline the article's headline, or its IRI where it has none
   * @param published ISO date of publication; empty where unknown
   */
  public record Source(
      String sentence, int begin, int end, String article, String headline, String published) {}

  /**
   * An article that says otherwise.
   *
   * @param value what it gives in place of the fact's object; empty where it denies the fact
   * @param article its IRI
   * @param headline its headline, or its IRI where it has none
   * @param published ISO date of publication; empty where unknown
   */
  public record Against(String value, String article, String headline, String published) {}

  /** Copies the lists. */
  public Known {
    attributedTo = List.copyOf(attributedTo);
    sources = List.copyOf(sources);
    contradictedBy = List.copyOf(contradictedBy);
  }

  /** The IRIs of the articles of its sources. */
  Set<String> articles() {
    return sources.stream().map(Source::article).collect(Collectors.toUnmodifiableSet());
  }

  Known withOthers(int number) {
    return new Known(
        statement, modality, attributedTo, confidence, sources, number, contradictedBy);
  }
}
