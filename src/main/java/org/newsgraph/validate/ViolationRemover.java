package org.newsgraph.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.rdf.Entailment;

/** Takes what violates a shape out of a copy of a graph, and what is left hanging with it. */
final class ViolationRemover {

  private final Entailment entailment;
  private final Graph graph = GraphMemFactory.createDefaultGraph();

  ViolationRemover(Entailment entailment, Graph source) {
    this.entailment = entailment;
    source.stream().forEach(graph::add);
  }

  /** The graph without what the findings name: always at least one triple less. */
  Graph without(List<Violation> violations) {
    int before = graph.size();
    violations.forEach(this::remove);
    removeUnused(Vocabulary.SENTENCE, Vocabulary.WAS_DERIVED_FROM);
    removeUnused(Vocabulary.MONETARY_AMOUNT, Node.ANY);
    if (graph.size() == before) {
      throw new IllegalStateException("a finding that names nothing in the graph: " + violations);
    }
    return graph;
  }

  private void remove(Violation violation) {
    Node focus = violation.focus();
    List<Triple> wrong = wrongTriples(violation);
    if (violation.triple().filter(this::isFact).isPresent()) {
      wrong.forEach(this::removeFact);
    } else if (graph.contains(focus, RDF.Nodes.type, Vocabulary.ENTITY) && !wrong.isEmpty()) {
      // A name or the article's data: the entity does without, or the next look finds it lacking.
      wrong.forEach(graph::delete);
    } else {
      // Part of an event, of evidence, of a sentence or an amount: the whole is not to be trusted.
      removeNode(focus);
    }
  }

  /** The triple that the finding names; all of its path where a value is there too often. */
  private List<Triple> wrongTriples(Violation violation) {
    return violation
        .triple()
        .map(List::of)
        .orElseGet(
            () ->
                violation
                    .path()
                    .map(path -> find(violation.focus(), path, Node.ANY))
                    .orElse(List.of()));
  }

  private boolean isFact(Triple triple) {
    return reifiers().stream().anyMatch(r -> entailment.closure(reified(r)).contains(triple));
  }

  /** Removes every fact that says the triple or implies it. */
  private void removeFact(Triple triple) {
    Set<Triple> doubtful = new HashSet<>(entailment.closure(triple));
    for (Triple reifier : reifiers()) {
      Set<Triple> closure = entailment.closure(reified(reifier));
      if (closure.contains(triple)) {
        doubtful.addAll(closure);
        removeAll(reifier.getSubject(), Node.ANY, Node.ANY);
      }
    }
    removeUnlessStated(doubtful);
  }

  /**
   * Removes a node with all that names it: the facts it takes part in or is evidence for, the
   * events whose evidence it is, the roles it fills.
   */
  private void removeNode(Node node) {
    Set<Triple> doubtful = new HashSet<>();
    for (Triple reifier : reifiers()) {
      Triple fact = reified(reifier);
      if (reifier.getSubject().equals(node)
          || fact.getSubject().equals(node)
          || fact.getObject().equals(node)) {
        doubtful.addAll(entailment.closure(fact));
        removeAll(reifier.getSubject(), Node.ANY, Node.ANY);
      }
    }
    for (Triple use : find(Node.ANY, Vocabulary.WAS_DERIVED_FROM, node)) {
      removeNode(use.getSubject());
    }
    removeAll(node, Node.ANY, Node.ANY);
    removeAll(Node.ANY, Node.ANY, node);
    removeUnlessStated(doubtful);
  }

  private void removeUnlessStated(Set<Triple> facts) {
    Set<Triple> stated = new HashSet<>();
    for (Triple reifier : reifiers()) {
      if (graph.contains(reifier.getSubject(), Vocabulary.MODALITY, Vocabulary.ASSERTED)) {
        stated.addAll(entailment.closure(reified(reifier)));
      }
    }
    facts.stream().filter(fact -> !stated.contains(fact)).forEach(graph::delete);
  }

  private void removeUnused(Node type, Node usedBy) {
    for (Triple typing : find(Node.ANY, RDF.Nodes.type, type)) {
      Node node = typing.getSubject();
      boolean reified = reifiers().stream().anyMatch(r -> reified(r).getObject().equals(node));
      if (!reified && !graph.contains(Node.ANY, usedBy, node)) {
        removeAll(node, Node.ANY, Node.ANY);
      }
    }
  }

  private List<Triple> reifiers() {
    return find(Node.ANY, Vocabulary.REIFIES, Node.ANY).stream()
        .filter(t -> t.getObject().isTripleTerm())
        .toList();
  }

  private static Triple reified(Triple reifier) {
    return reifier.getObject().getTriple();
  }

  private List<Triple> find(Node subject, Node property, Node object) {
    return new ArrayList<>(graph.stream(subject, property, object).toList());
  }

  private void removeAll(Node subject, Node property, Node object) {
    find(subject, property, object).forEach(graph::delete);
  }
}
