package org.newsgraph.rdf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
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

/** Invented articles with what they say, read by hand. */
public final class Stories {

  /** After the satellite of the headline, UTF-16 units and code points differ. */
  public static final String FOUNDED = "🚀 Mara Lindqvist founded Orbweaver in Tromsø in 2019.";

  public static final String RUNS = "She also runs it as chief executive.";
  public static final String RIVAL = "Orbweaver competes with Halden/Süd \"Labs\" of 東京.";
  public static final String DENIED = "Mr Vance denied that he owns Orbweaver.";
  public static final String SUED = "Orbweaver sued Vance over a patent on Tuesday.";
  public static final String FELL =
      "Its shares fell 12.5%, a loss of about €1.2 billion to €1.5 billion.";

  public static final String TEXT =
      String.join(
          "\n\n", "Orbweaver 🛰 goes to court", FOUNDED + " " + RUNS, RIVAL, DENIED, SUED, FELL);

  public static final EntityKey MARA = new EntityKey(Kind.PERSON, "Mara Lindqvist");
  public static final EntityKey VANCE = new EntityKey(Kind.PERSON, "Vance");
  public static final EntityKey ORBWEAVER = new EntityKey(Kind.ORGANIZATION, "Orbweaver");
  public static final EntityKey HALDEN = new EntityKey(Kind.ORGANIZATION, "Halden/Süd \"Labs\"");
  public static final EntityKey TROMSO = new EntityKey(Kind.PLACE, "Tromsø");
  public static final EntityKey TOKYO = new EntityKey(Kind.PLACE, "東京");
  public static final EntityKey CHIP = new EntityKey(Kind.PRODUCT, "OW-9 𝒳");

  private Stories() {}

  /** An article with names, facts and events of many kinds. */
  public static ArticleGraph court() {
    return new ArticleGraph(article(), entities(), facts(), events());
  }

  /** The same article with other facts and events. */
  public static ArticleGraph court(List<Fact> facts, List<Event> events) {
    return new ArticleGraph(article(), entities(), facts, events);
  }

  public static Article article() {
    return article("https://example.org/news/orbweaver");
  }

  /** The article at another address. */
  public static Article article(String iri) {
    return new Article(
        iri,
        TEXT,
        Optional.of("Orbweaver 🛰 goes to court"),
        Optional.of("Ines O'Hara"),
        Optional.of("The Fjord Courier"),
        Optional.of(PartialDate.of(2024, 3, 14)),
        Optional.of("https://example.org/news/orbweaver?from=feed"),
        List.of());
  }

  public static List<Entity> entities() {
    return List.of(
        entity(MARA, "schema:Person", "Lindqvist"),
        entity(VANCE, "schema:Person"),
        entity(ORBWEAVER, "schema:Corporation", "Orbweaver AS"),
        entity(HALDEN, "schema:Organization"),
        entity(TROMSO, "schema:City"),
        entity(TOKYO, "schema:City", "Tokyo"),
        entity(CHIP, "ng:Chip"));
  }

  public static List<Fact> facts() {
    return List.of(
        fact(
            ORBWEAVER,
            "schema:founder",
            of(MARA),
            asserted(FOUNDED, "0.95"),
            asserted(RUNS, "0.5")),
        fact(
            ORBWEAVER,
            "schema:foundingDate",
            new Value.OfDate(PartialDate.of(2019)),
            asserted(FOUNDED, "0.9")),
        fact(ORBWEAVER, "schema:foundingLocation", of(TROMSO), asserted(FOUNDED, "0.9")),
        fact(ORBWEAVER, "ng:chiefExecutive", of(MARA), asserted(RUNS, "0.8")),
        fact(ORBWEAVER, "ng:competitor", of(HALDEN), asserted(RIVAL, "1")),
        fact(HALDEN, "ng:headquarters", of(TOKYO), asserted(RIVAL, "0.7")),
        fact(MARA, "schema:jobTitle", new Value.OfText("chief executive"), asserted(RUNS, "0.9")),
        fact(ORBWEAVER, "ng:owner", of(VANCE), evidence(DENIED, "0.85", Modality.DENIED, VANCE)));
  }

  public static List<Event> events() {
    return List.of(
        new Event(
            Term.of("ng:Lawsuit"),
            List.of(
                role("ng:plaintiff", of(ORBWEAVER)),
                role("ng:defendant", of(VANCE)),
                role("ng:allegation", new Value.OfText("over a patent")),
                role("ng:time", new Value.OfDate(PartialDate.of(2024, 3, 12)))),
            List.of(asserted(SUED, "0.9"))),
        new Event(
            Term.of("ng:MarketMovement"),
            List.of(
                role("ng:subject", of(ORBWEAVER)),
                role("ng:percentChange", new Value.OfNumber(new BigDecimal("-12.50"))),
                role(
                    "ng:valueChange",
                    new Value.OfMoney(
                        new Money(
                            "EUR",
                            new BigDecimal("-1.5e9"),
                            Optional.of(new BigDecimal("-1.2e9")),
                            true)))),
            List.of(asserted(FELL, "0.9"), asserted(SUED, "0.4"))));
  }

  public static Entity entity(EntityKey key, String type, String... aliases) {
    return new Entity(
        key, new TreeSet<>(List.of(Term.of(type))), new TreeSet<>(List.of(aliases)), List.of());
  }

  public static Fact fact(EntityKey subject, String property, Value object, Evidence... evidence) {
    return new Fact(subject, Term.of(property), object, List.of(evidence));
  }

  public static Event.Role role(String property, Value value) {
    return new Event.Role(Term.of(property), value);
  }

  public static Value of(EntityKey key) {
    return new Value.OfEntity(key);
  }

  public static Evidence asserted(String sentence, String confidence) {
    return evidence(sentence, confidence, Modality.ASSERTED);
  }

  public static Evidence evidence(
      String sentence, String confidence, Modality modality, EntityKey... speaker) {
    int begin = TEXT.indexOf(sentence);
    return new Evidence(
        new Span(begin, begin + sentence.length()),
        "pattern/by-hand",
        new BigDecimal(confidence),
        modality,
        Stream.of(speaker).findFirst());
  }
}
