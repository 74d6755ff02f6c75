package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Value;

/**
 * What the program tells of a text, in lines that a test can compare: {@code Acme schema:founder
 * Jane Roe}, with {@code DENIED} and the like in front where it is not asserted and {@code by} and
 * the speaker behind.
 */
public final class Told {

  private Told() {}

  /** An article published on Friday, 14 March 2025, each line of {@code text} a paragraph. */
  public static Article article(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int at = 0;
    for (String line : text.split("\n")) {
      paragraphs.add(new Paragraph(new Span(at, at + line.length()), Role.BODY));
      at += line.length() + 1;
    }
    return new Article(
        "https://news.example/told",
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(PartialDate.of(2025, 3, 14)),
        Optional.empty(),
        paragraphs);
  }

  /** One line for each fact. */
  public static List<String> facts(ArticleGraph graph) {
    return graph.facts().stream()
        .map(
            fact ->
                qualified(
                    fact.subject().name() + " " + fact.property() + " " + words(fact.object()),
                    fact.evidence().getFirst()))
        .toList();
  }

  /** One line for each event: its class and its roles. */
  public static List<String> events(ArticleGraph graph) {
    return graph.events().stream()
        .map(
            event ->
                qualified(
                    event.type()
                        + event.roles().stream()
                            .map(role -> " " + role.property().name() + "=" + words(role.value()))
                            .collect(Collectors.joining()),
                    event.evidence().getFirst()))
        .toList();
  }

  /** The names of the entities. */
  public static List<String> entities(ArticleGraph graph) {
    return graph.entities().stream().map(entity -> entity.key().name()).toList();
  }

  private static String qualified(String told, Evidence evidence) {
    String modality = evidence.modality() == Modality.ASSERTED ? "" : evidence.modality() + " ";
    return modality + told + evidence.attributedTo().map(by -> " by " + by.name()).orElse("");
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.OfEntity(EntityKey entity) -> entity.name();
      case Value.OfText(String text) -> "'" + text + "'";
      case Value.OfDate date -> date.date().iso();
      case Value.OfMoney money -> money.money().currency() + " " + money.money().min();
      case Value.OfNumber number -> number.number().toPlainString();
    };
  }
}
