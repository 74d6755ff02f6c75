package org.newsgraph.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Extractor;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Value;
import org.newsgraph.rdf.Stories;

/**
 * Understands two sentences, "A B founded Z." and "A B did not found Z.", and one whole story.
 * Keeps the command line's tests apart from what real extraction finds.
 */
final class ScriptedExtractor implements Extractor {

  private static final Pattern FOUNDED =
      Pattern.compile("(\\p{Lu}\\w+ \\p{Lu}\\w+) (founded|did not found) (\\p{Lu}\\w+)\\.");

  @Override
  public ArticleGraph extract(Article article) {
    if (article.text().equals(Stories.TEXT)) {
      return new ArticleGraph(article, Stories.entities(), Stories.facts(), Stories.events());
    }
    if (article.text().contains("Trap")) {
      throw new IllegalStateException("sprung");
    }
    SortedMap<EntityKey, Entity> entities = new TreeMap<>();
    List<Fact> facts = new ArrayList<>();
    Matcher sentence = FOUNDED.matcher(article.text());
    while (sentence.find()) {
      EntityKey founder = new EntityKey(Kind.PERSON, sentence.group(1));
      EntityKey founded = new EntityKey(Kind.ORGANIZATION, sentence.group(3));
      entities.put(founder, Stories.entity(founder, "schema:Person"));
      entities.put(founded, Stories.entity(founded, "schema:Organization"));
      boolean so = sentence.group(2).equals("founded");
      facts.add(
          Stories.fact(
              founded,
              "schema:founder",
              new Value.OfEntity(founder),
              new Evidence(
                  new Span(sentence.start(), sentence.end()),
                  "test/founding",
                  new BigDecimal(so ? "0.9" : "0.6"),
                  so ? Modality.ASSERTED : Modality.DENIED,
                  Optional.empty())));
    }
    return new ArticleGraph(article, List.copyOf(entities.values()), facts, List.of());
  }
}
