package org.newsgraph.resolve;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Mention;
import org.newsgraph.article.Span;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.reader.ArticleReading;

/**
 * From the names of an article to its entities, with all mentions of each, pronouns and
 * descriptions included.
 */
public final class EntityResolver {

  private final NameGrouper grouper;
  private final AnaphoraResolver anaphora;

  /** A resolver that knows the given tables and classes. */
  public EntityResolver(Lexicon lexicon, Schema schema) {
    Kinds kinds = new Kinds(schema);
    TypeCues cues = new TypeCues();
    this.grouper = new NameGrouper(lexicon, kinds, new EntityTyper(lexicon, kinds, cues));
    this.anaphora = new AnaphoraResolver(lexicon, kinds, cues);
  }

  /**
   * Pronouns and descriptions that may refer to something, in order.
   *
   * @param names the article's names
   */
  public List<Mention> anaphors(AnnotatedArticle article, List<Mention> names) {
    return anaphora.anaphors(article, names);
  }

  /**
   * Resolves the mentions of an article.
   *
   * @param reading what the trained reader reads in it, {@link ArticleReading#none()} without one
   * @param names its names, in order
   */
  public Resolution resolve(AnnotatedArticle article, ArticleReading reading, List<Mention> names) {
    TreeMap<Mention, EntityKey> referents = new TreeMap<>();
    TreeMap<EntityKey, Term> types = new TreeMap<>();
    List<NameGrouper.Group> groups = grouper.group(article, reading, names);
    for (NameGrouper.Group group : groups) {
      types.put(group.key(), group.type());
      group.mentions().forEach(m -> referents.put(m, group.key()));
    }
    SortedMap<Mention, EntityKey> resolved = anaphora.resolve(article, reading, referents, types);
    TreeMap<EntityKey, Entity> entities = new TreeMap<>();
    for (NameGrouper.Group group : groups) {
      List<Span> spans =
          resolved.entrySet().stream()
              .filter(e -> e.getValue().equals(group.key()))
              .map(Map.Entry::getKey)
              .map(m -> article.sentences().get(m.sentence()).span(m.begin(), m.end()))
              .toList();
      TreeSet<Term> all = new TreeSet<>(group.furtherTypes());
      all.add(group.type());
      entities.put(group.key(), new Entity(group.key(), all, new TreeSet<>(group.names()), spans));
    }
    return new Resolution(entities, resolved);
  }
}
