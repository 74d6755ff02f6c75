package org.newsgraph.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.doctor.Finding.Severity;
import org.newsgraph.identity.Decision;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.ontology.Vocabulary;

/** Checks that decisions on who is who are on entities and articles that there are. */
final class DecisionCheck {

  private final Graph graph;
  private final List<Decision> decisions;
  private final Mends mends;

  /** What decisions name and no graph has yet had. */
  private final Set<String> wanted = new HashSet<>();

  /**
   * @param graph the graph of decisions; empty where there are none
   */
  DecisionCheck(Graph graph, Mends mends) {
    this.graph = graph;
    this.decisions = EntityIdentity.decisions(graph);
    this.mends = mends;
    for (Decision one : decisions) {
      wanted.add(one.entity());
      if (!one.isOnWikidata()) {
        wanted.add(one.other());
      }
      wanted.addAll(one.articles());
    }
  }

  int count() {
    return decisions.size();
  }

  /** Takes note of what a graph has. */
  void meet(String name, Graph article) {
    if (wanted.isEmpty()) {
      return;
    }
    wanted.remove(name);
    article.stream(Node.ANY, RDF.Nodes.type, Vocabulary.ENTITY)
        .forEach(t -> wanted.remove(t.getSubject().toString()));
    // An entity that was joined to another keeps its own IRI in a note.
    for (Node property : List.of(Vocabulary.OWN_IRI, Vocabulary.LINKED_IRI)) {
      article.stream(Node.ANY, property, Node.ANY)
          .filter(t -> t.getObject().isLiteral())
          .forEach(t -> wanted.remove(t.getObject().getLiteralLexicalForm()));
    }
  }

  /** What is wrong, once all graphs have been met. */
  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    long all =
        List.of(Vocabulary.SAME_DECISION, Vocabulary.DIFFERENT_DECISION).stream()
            .flatMap(type -> graph.stream(Node.ANY, RDF.Nodes.type, type))
            .count();
    if (all > decisions.size()) {
      found.add(
          new Finding(
              Check.DECISIONS,
              Severity.ERROR,
              "<" + EntityIdentity.decisionsGraph() + ">",
              "%d of %d decisions do not name two entities and are not in force"
                  .formatted(all - decisions.size(), all),
              Optional.of(mends.rewriteDecisions())));
    }
    for (Decision one : decisions) {
      for (String iri : List.of(one.entity(), one.other())) {
        if (wanted.contains(iri)) {
          found.add(warning(one, "no article names <%s> any more".formatted(iri)));
        }
      }
      for (String iri : one.articles()) {
        if (wanted.contains(iri)) {
          found.add(warning(one, "there is no article <%s> any more".formatted(iri)));
        }
      }
    }
    return found;
  }

  private Finding warning(Decision decision, String what) {
    return new Finding(
        Check.DECISIONS,
        Severity.WARNING,
        "<%s> and <%s>".formatted(decision.entity(), decision.other()),
        what + "; the decision waits for articles yet to come",
        Optional.of(mends.undo(decision.entity(), decision.other())));
  }
}
