package org.newsgraph.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.identity.Decision.Kind;

/** Finds for each entity of an article the one of the dataset that it is. */
final class Linker {

  /** How much better the best has to be than the next. */
  private static final double CLEARLY = 0.5;

  private static final int MOST_COUNTED = 32;
  private static final double MOST_CONTEXT = 2.7;

  /** What names them is names alone: one name, one entity. */
  private static final Set<String> BY_NAME =
      Set.of("place", "market-index", "legislation", "thing");

  /**
   * What was found.
   *
   * @param assignments one for each entity of the article
   * @param stated decisions that the article itself gives, by saying that a name has changed
   */
  record Found(List<Assignment> assignments, List<Decision> stated) {}

  private final EntityIndex index;
  private final Decisions decisions;
  private final KnownNames known;
  private final Comparison comparison;

  Linker(EntityIndex index, Decisions decisions, KnownNames known, Comparison comparison) {
    this.index = index;
    this.decisions = decisions;
    this.known = known;
    this.comparison = comparison;
  }

  /**
   * Assigns.
   *
   * @param article its IRI; the dataset does not hold its graph at the moment
   * @param base the article's graph as extracted
   * @param before what was found when the article was stored last
   */
  Found assign(String article, Graph base, List<Assignment> before) {
    Map<String, String> prior = new HashMap<>();
    before.forEach(a -> prior.put(a.own().getURI(), a.linked().getURI()));
    SortedSet<Node> entities = EntityIndex.entities(base);
    Set<String> own = new HashSet<>();
    entities.forEach(node -> own.add(node.getURI()));
    Set<String> taken = new HashSet<>();
    Map<String, Profile> profiles = new HashMap<>();
    Map<Node, Node> whose = new HashMap<>();
    // By the dataset's names where it has them, so that a firm of another name counts as the same.
    Function<Node, String> names =
        node ->
            index
                .label(whose.getOrDefault(node, node))
                .map(Node::getLiteralLexicalForm)
                .orElseGet(() -> EntityIndex.label(base, node));
    Map<String, Assignment> found = new LinkedHashMap<>();
    // What is found the first time shows in the second what else stands beside.
    for (boolean again : List.of(false, true)) {
      for (Node node : inOrder(entities)) {
        String iri = node.getURI();
        Optional<Assignment> earlier = Optional.ofNullable(found.get(iri));
        if (again
            && (prior.containsKey(iri)
                || earlier.map(Assignment::linked).filter(index::knows).isPresent())) {
          continue;
        }
        Profile profile = EntityIndex.profile(base, node, names);
        profiles.put(iri, profile);
        earlier.ifPresent(a -> taken.remove(a.linked().getURI()));
        Set<String> closed = new HashSet<>(own);
        closed.remove(iri);
        closed.addAll(taken);
        String linked =
            byTable(profile)
                .or(() -> Optional.ofNullable(prior.get(iri)).filter(p -> !closed.contains(p)))
                .orElseGet(() -> link(base, node, profile, closed, names));
        taken.add(linked);
        Assignment assignment =
            new Assignment(
                node,
                NodeFactory.createURI(linked),
                NodeFactory.createURI(decisions.standsFor(article, iri, linked)));
        whose.put(node, assignment.standsFor());
        found.put(iri, assignment);
      }
    }
    List<Assignment> assignments = List.copyOf(found.values());
    return new Found(assignments, stated(article, profiles, assignments));
  }

  /** People last, since what they are told apart by is what else the article names. */
  private static List<Node> inOrder(SortedSet<Node> entities) {
    List<Node> ordered = new ArrayList<>();
    for (boolean people : List.of(false, true)) {
      entities.stream()
          .filter(n -> EntityIri.kindOf(n.getURI()).equals(NameForms.PERSON) == people)
          .forEach(ordered::add);
    }
    return ordered;
  }

  private Optional<String> byTable(Profile profile) {
    return known
        .row(profile.kind(), profile.names())
        .filter(row -> comparison.mayBeOf(profile, row.country()))
        .flatMap(row -> EntityIri.parse(profile.iri()).map(iri -> KnownNames.iri(row, iri)));
  }

  private String link(
      Graph base, Node node, Profile profile, Set<String> closed, Function<Node, String> names) {
    String iri = profile.iri();
    if (BY_NAME.contains(profile.kind())) {
      return index.knows(node) ? iri : sameName(profile, closed).orElse(iri);
    }
    List<String> joined = new ArrayList<>();
    List<Double> odds = new ArrayList<>();
    Set<String> context = Set.of();
    SortedSet<String> candidates = index.candidates(profile);
    for (String candidate : candidates) {
      if (closed.contains(candidate) || decisions.apart(iri, candidate)) {
        continue;
      }
      Profile other = index.profile(candidate);
      Optional<Likeness> likeness = comparison.compare(profile, other);
      if (likeness.isEmpty()) {
        continue;
      }
      Likeness whole = likeness.get();
      if (whole.logOdds() + MOST_CONTEXT >= Likeness.JOIN
          && (candidates.size() > 1
              || !candidate.equals(iri)
              || !whole.joins()
              || comparison.isThin(profile, whole))) {
        context = context.isEmpty() ? index.context(base, node, names) : context;
        whole =
            comparison.inContext(
                profile, other, whole, context, index.context(NodeFactory.createURI(candidate)));
      }
      if (whole.joins()) {
        joined.add(candidate);
        odds.add(whole.logOdds() + familiarity(candidate));
      }
    }
    return best(joined, odds).orElseGet(() -> index.knows(node) ? namesake(iri, closed) : iri);
  }

  /** One whose name is written otherwise, such as Bingöl and Bingol. */
  private Optional<String> sameName(Profile profile, Set<String> closed) {
    return index.candidates(profile).stream()
        .filter(candidate -> !closed.contains(candidate))
        .filter(candidate -> !decisions.apart(profile.iri(), candidate))
        .filter(candidate -> comparison.compare(profile, index.profile(candidate)).isPresent())
        .findFirst();
  }

  /** Of namesakes the one that more articles name is the likelier. */
  private double familiarity(String candidate) {
    return Math.log(index.articles(NodeFactory.createURI(candidate), MOST_COUNTED).size()) / 3;
  }

  /** The best, where it is clearly so; of others that are alike neither, unless they are one. */
  private Optional<String> best(List<String> joined, List<Double> odds) {
    int best = -1;
    for (int i = 0; i < joined.size(); i++) {
      best = best < 0 || odds.get(i) > odds.get(best) ? i : best;
    }
    for (int i = 0; i < joined.size(); i++) {
      if (i != best
          && odds.get(best) - odds.get(i) < CLEARLY
          && !areOne(joined.get(best), joined.get(i))) {
        return Optional.empty();
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(joined.get(best));
  }

  /** Whether two of the dataset would be joined as it now stands. */
  private boolean areOne(String one, String other) {
    Profile here = index.profile(one);
    Profile there = index.profile(other);
    return !decisions.apart(one, other)
        && comparison
            .compare(here, there)
            .map(
                likeness ->
                    comparison.inContext(
                        here,
                        there,
                        likeness,
                        index.context(NodeFactory.createURI(one)),
                        index.context(NodeFactory.createURI(other))))
            .filter(Likeness::joins)
            .isPresent();
  }

  private String namesake(String iri, Set<String> closed) {
    EntityIri parts =
        EntityIri.parse(iri).orElseThrow(() -> new IllegalArgumentException("no entity: " + iri));
    int number = 2;
    while (index.knows(NodeFactory.createURI(parts.namesake(number)))
        || closed.contains(parts.namesake(number))) {
      number++;
    }
    return parts.namesake(number);
  }

  /**
   * An article that says "formerly known as" decides by itself that two names are of one; of people
   * only where it names both, since another may bear the former name.
   */
  private List<Decision> stated(
      String article, Map<String, Profile> profiles, List<Assignment> assignments) {
    Map<String, String> linked = new HashMap<>();
    assignments.forEach(a -> linked.put(a.own().getURI(), a.linked().getURI()));
    List<Decision> stated = new ArrayList<>();
    for (Profile profile :
        profiles.values().stream().sorted((a, b) -> a.iri().compareTo(b.iri())).toList()) {
      for (String name : profile.formerNames()) {
        EntityIri own = EntityIri.parse(profile.iri()).orElseThrow();
        NamedIdentity as = new NamedIdentity(profile.kind(), name, new TreeSet<>(), "", "");
        String iri = KnownNames.iri(as, own);
        String old = linked.getOrDefault(iri, iri);
        String now = linked.getOrDefault(profile.iri(), profile.iri());
        if (!old.equals(now)
            && (linked.containsKey(iri)
                || !profile.kind().equals(NameForms.PERSON)
                    && index.knows(NodeFactory.createURI(old)))
            && !decisions.apart(now, old)
            && !decisions.representative(now).equals(decisions.representative(old))) {
          stated.add(
              Decision.of(
                  Kind.SAME,
                  now,
                  old,
                  "newsgraph",
                  "%s was called %s before, says <%s>".formatted(profile.label(), name, article)));
        }
      }
    }
    return stated;
  }
}
