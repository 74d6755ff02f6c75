package org.newsgraph.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A read-only graph in memory that hands its triples out in order, for those of Jena's writers that
 * write in the order in which they find.
 */
final class SortedGraph extends GraphBase {

  private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
  private final int size;

  SortedGraph(Stream<Triple> triples) {
    List<Triple> sorted = triples.distinct().sorted(NodeOrder.TRIPLES).toList();
    sorted.forEach(t -> bySubject.computeIfAbsent(t.getSubject(), s -> new ArrayList<>()).add(t));
    size = sorted.size();
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    Stream<Triple> candidates =
        pattern.getSubject().isConcrete()
            ? bySubject.getOrDefault(pattern.getSubject(), List.of()).stream()
            : bySubject.values().stream().flatMap(Collection::stream);
    return WrappedIterator.create(candidates.filter(pattern::matches).iterator());
  }

  @Override
  protected int graphBaseSize() {
    return size;
  }
}
