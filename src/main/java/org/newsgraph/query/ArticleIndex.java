package org.newsgraph.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.data.NearNames;
import org.newsgraph.export.GraphNames;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.ontology.Vocabulary;

/** Finds articles, and graphs that were loaded, by what users call them. */
public final class ArticleIndex {

  /**
   * A named graph.
   *
   * @param iri its name: an article's own, where it holds one
   * @param headline the article's headline; empty where it has none
   * @param published ISO date of publication; empty text where unknown
   */
  public record Entry(String iri, Optional<String> headline, String published) {

    /** The headline with the date, or the IRI where there is no headline. */
    public String title() {
      return headline.map(h -> published.isEmpty() ? h : h + ", " + published).orElse(iri);
    }

    private boolean isCalled(String folded) {
      return headline.filter(h -> folded(h).equals(folded)).isPresent();
    }

    /** The IRI from any of its slashes on may begin a name. */
    private boolean begins(String folded) {
      String lower = folded(iri);
      return lower.startsWith(folded)
          || lower.contains("/" + folded)
          || headline.filter(h -> folded(h).startsWith(folded)).isPresent();
    }
  }

  private final List<Entry> entries;

  /**
   * @param dataset within a read transaction
   */
  public ArticleIndex(DatasetGraph dataset) {
    this.entries =
        GraphNames.of(dataset).stream()
            .filter(name -> !name.equals(Vocabulary.ONTOLOGY))
            .filter(name -> !EntityIdentity.isOwnGraph(name))
            .map(name -> entry(name, dataset.getGraph(NodeFactory.createURI(name))))
            .toList();
  }

  private static Entry entry(String name, Graph graph) {
    GraphReader reader = new GraphReader(graph);
    String headline = reader.text(NodeFactory.createURI(name), Vocabulary.HEADLINE);
    return new Entry(
        name,
        Optional.of(headline).filter(h -> !h.isBlank()),
        reader.text(NodeFactory.createURI(name), Vocabulary.DATE_PUBLISHED));
  }

  /** All of them, by IRI. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The article of a name: its IRI, or else its headline in any case, or else the beginning of
   * either, or of the IRI's part after a slash.
   *
   * @throws QueryFailure.UnknownArticle if there is none
   * @throws QueryFailure.AmbiguousArticle if there are several
   */
  public Entry find(String name) {
    String wanted = folded(name);
    return Stream.<Predicate<Entry>>of(
            entry -> entry.iri().equals(name),
            entry -> entry.isCalled(wanted),
            entry -> entry.begins(wanted))
        .map(test -> entries.stream().filter(test).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(found -> only(name, found))
        .orElseThrow(() -> new QueryFailure.UnknownArticle(name, near(name)));
  }

  private static Entry only(String name, List<Entry> found) {
    if (found.size() > 1) {
      throw new QueryFailure.AmbiguousArticle(name, found.stream().map(Entry::iri).toList());
    }
    return found.getFirst();
  }

  private List<String> near(String name) {
    return NearNames.of(
        name,
        entries.stream()
            .flatMap(e -> Stream.of(e.headline().orElse(e.iri()), lastSegment(e.iri())))
            .toList());
  }

  private static String lastSegment(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }

  private static String folded(String text) {
    return text.strip().replaceAll("[\\s\\u00A0]+", " ").toLowerCase(Locale.ROOT);
  }
}
