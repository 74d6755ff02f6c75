package org.newsgraph.pipeline;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;

/**
 * Leaves out evidence below a confidence, and facts and events of which no evidence is left.
 *
 * @param least from 0, which leaves everything in, to 1
 */
record ConfidenceFilter(BigDecimal least) {

  ArticleGraph apply(ArticleGraph graph) {
    return new ArticleGraph(
        graph.article(),
        graph.entities(),
        graph.facts().stream().flatMap(this::kept).toList(),
        graph.events().stream().flatMap(this::kept).toList());
  }

  private Stream<Fact> kept(Fact fact) {
    List<Evidence> kept = kept(fact.evidence());
    return kept.isEmpty()
        ? Stream.empty()
        : Stream.of(new Fact(fact.subject(), fact.property(), fact.object(), kept));
  }

  private Stream<Event> kept(Event event) {
    List<Evidence> kept = kept(event.evidence());
    return kept.isEmpty()
        ? Stream.empty()
        : Stream.of(new Event(event.type(), event.roles(), kept));
  }

  private List<Evidence> kept(List<Evidence> evidence) {
    return evidence.stream().filter(e -> e.confidence().compareTo(least) >= 0).toList();
  }
}
