package org.newsgraph.bench;

import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Extractor;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Money;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;

/**
 * Knows the sentences of {@code bench/GenerateNews.java} by heart and makes of them what real
 * extraction would, in microseconds. It understands nothing else.
 */
public final class StandInExtractor implements Extractor {

  private static final String FIRM =
      "(?<%s>\\p{Lu}\\p{L}+ (?:Robotics|Systems|Energy|Foods|Motors|Bank|Pharma|Software))";
  private static final String PERSON = "(?<%s>\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+)";
  private static final String PLACE = "(?<%s>\\p{Lu}\\p{L}+)";

  /** What a named part of a sentence is. */
  private enum Part {
    FIRM(Kind.ORGANIZATION, "schema:Corporation"),
    REGULATOR(Kind.ORGANIZATION, "schema:GovernmentOrganization"),
    UNIVERSITY(Kind.ORGANIZATION, "schema:EducationalOrganization"),
    PERSON(Kind.PERSON, "schema:Person"),
    PLACE(Kind.PLACE, "schema:City");

    private final Kind kind;
    private final String type;

    Part(Kind kind, String type) {
      this.kind = kind;
      this.type = type;
    }
  }

  /**
   * A sentence and what it says.
   *
   * @param says facts as {@code a property b}, or one event as {@code Class role a role b}, where
   *     {@code a} and {@code b} are groups of the pattern
   */
  private record Rule(Pattern sentence, Modality modality, List<String> says) {}

  private static final Map<String, Part> PARTS =
      Map.of(
          "f",
          Part.FIRM,
          "g",
          Part.FIRM,
          "p",
          Part.PERSON,
          "c",
          Part.PLACE,
          "u",
          Part.UNIVERSITY,
          "r",
          Part.REGULATOR);

  private static final List<Rule> RULES =
      List.of(
          rule(
              "F was founded in (?<year>\\d{4}) in C by P\\.",
              "f schema:founder p", "f schema:foundingDate year", "f schema:foundingLocation c"),
          rule("F is based in C\\.", "f ng:headquarters c"),
          rule(
              "\"(?<words>We have nothing to hide),\" said P, the (?<job>chief executive) of F\\.",
              "f ng:chiefExecutive p",
              "p schema:jobTitle job",
              "p schema:affiliation f",
              "ng:Statement ng:speaker p schema:text words"),
          rule(
              "P, who studied at (?<u>[\\p{L} ]+ University), lives in C\\.",
              "p schema:alumniOf u",
              "p schema:homeLocation c"),
          rule("F supplies [\\w ]+ to G\\.", "f ng:customer g"),
          rule("F competes with G\\.", "f ng:competitor g"),
          rule(Modality.DENIED, "P did not found F, a spokesman said\\.", "f schema:founder p"),
          rule(
              "F has acquired G for \\$(?<money>\\d+) million, the companies said\\.",
              "g ng:acquiredBy f",
              "ng:Acquisition ng:acquirer f ng:acquired g ng:price money"),
          rule(
              Modality.DENIED,
              "F denied on Monday that it had acquired G\\.",
              "g ng:acquiredBy f",
              "ng:Acquisition ng:acquirer f ng:acquired g"),
          rule(
              "F has appointed P as its (?<job>chief executive)\\.",
              "f ng:chiefExecutive p",
              "p schema:jobTitle job",
              "ng:Appointment ng:organization f ng:person p ng:role job"),
          rule(
              "F sued G in London on Tuesday over (?<words>a patent for [\\w ]+)\\.",
              "ng:Lawsuit ng:plaintiff f ng:defendant g ng:allegation words"),
          rule(
              "Shares of F fell (?<percent>\\d+) percent on Wednesday\\.",
              "ng:MarketMovement ng:subject f ng:percentChange percent"),
          rule(
              "F has raised \\$(?<money>\\d+) million from G\\.",
              "f schema:funder g",
              "ng:Investment ng:investor g ng:investee f ng:amount money"),
          rule(
              "(?<r>The [\\p{L} ]+) imposed sanctions on F on Thursday\\.",
              "ng:Sanction ng:imposedBy r ng:target f"),
          rule(
              "F accused G of (?<words>copying its designs for [\\w ]+)\\.",
              "ng:Accusation ng:accuser f ng:accused g ng:allegation words"),
          rule(
              Modality.POSSIBLE,
              "F could buy G next year, people close to both said\\.",
              "g ng:acquiredBy f",
              "ng:Acquisition ng:acquirer f ng:acquired g"));

  private static Rule rule(String sentence, String... says) {
    return rule(Modality.ASSERTED, sentence, says);
  }

  private static Rule rule(Modality modality, String sentence, String... says) {
    String pattern = sentence;
    for (Map.Entry<String, String> name :
        Map.of("F", FIRM, "G", FIRM, "P", PERSON, "C", PLACE).entrySet()) {
      pattern =
          pattern.replaceAll(
              "\\b" + name.getKey() + "\\b",
              Matcher.quoteReplacement(
                  name.getValue().formatted(name.getKey().toLowerCase(java.util.Locale.ROOT))));
    }
    return new Rule(Pattern.compile(pattern), modality, List.of(says));
  }

  @Override
  public ArticleGraph extract(Article article) {
    Found found = new Found();
    for (Rule rule : RULES) {
      Matcher matcher = rule.sentence().matcher(article.text());
      while (matcher.find()) {
        Evidence evidence =
            new Evidence(
                span(article.text(), matcher),
                "bench/by-heart",
                new BigDecimal("0.9"),
                rule.modality(),
                Optional.empty());
        rule.says().forEach(said -> found.add(said.split(" "), matcher, evidence));
      }
    }
    return found.graph(article);
  }

  /** Spans count code points. */
  private static Span span(String text, Matcher matcher) {
    return new Span(text.codePointCount(0, matcher.start()), text.codePointCount(0, matcher.end()));
  }

  /** What one article says. */
  private static final class Found {
    private final SortedMap<EntityKey, Entity> entities = new TreeMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();

    void add(String[] said, Matcher in, Evidence evidence) {
      if (said.length == 3) {
        EntityKey subject = entity(said[0], in);
        Value object = value(said[2], in);
        facts.merge(
            subject + said[1] + object,
            new Fact(subject, Term.of(said[1]), object, List.of(evidence)),
            (one, other) -> new Fact(subject, one.property(), object, both(one, other)));
      } else {
        List<Event.Role> roles = new ArrayList<>();
        for (int i = 1; i < said.length; i += 2) {
          roles.add(new Event.Role(Term.of(said[i]), value(said[i + 1], in)));
        }
        events.add(new Event(Term.of(said[0]), roles, List.of(evidence)));
      }
    }

    private static List<Evidence> both(Fact one, Fact other) {
      List<Evidence> all = new ArrayList<>(one.evidence());
      all.addAll(other.evidence());
      return all;
    }

    private Value value(String group, Matcher in) {
      String text = in.group(group);
      return switch (group) {
        case "year" -> new Value.OfDate(new PartialDate.OfYear(Year.parse(text)));
        case "percent" -> new Value.OfNumber(new BigDecimal(text).negate());
        case "money" ->
            new Value.OfMoney(
                new Money("USD", new BigDecimal(text).movePointRight(6), Optional.empty(), false));
        case "words", "job" -> new Value.OfText(text);
        default -> new Value.OfEntity(entity(group, in));
      };
    }

    private EntityKey entity(String group, Matcher in) {
      Part part = java.util.Objects.requireNonNull(PARTS.get(group));
      EntityKey key = new EntityKey(part.kind, in.group(group));
      entities.computeIfAbsent(
          key,
          absent ->
              new Entity(
                  key, new TreeSet<>(List.of(Term.of(part.type))), new TreeSet<>(), List.of()));
      return key;
    }

    ArticleGraph graph(Article article) {
      return new ArticleGraph(
          article, List.copyOf(entities.values()), List.copyOf(facts.values()), events);
    }
  }
}
