package org.newsgraph.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.identity.Candidate.Passage;
import org.newsgraph.identity.Candidate.Side;
import org.newsgraph.identity.Decision.Kind;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Replaced;
import org.newsgraph.store.Store;

/**
 * Keeps who is who across the articles of a dataset.
 *
 * <p>An article comes with the IRIs that follow from its names. As it is stored, each of its
 * entities is compared with those that may bear its name: what is one for certain gets one IRI,
 * what is two for certain or in doubt gets two, and what is in doubt a user may decide. Decisions
 * are a graph of the dataset. Each stored graph holds what it takes to have the article's own IRIs
 * back, so that a decision can be taken back to the last triple.
 */
public final class EntityIdentity {

  private static final int MOST_PASSAGES = 2;
  private static final int MOST_COUNTED = 100;

  /** The one that more articles name stays, or that has the longer name. */
  private static final Comparator<Side> STAYING =
      Comparator.comparingInt((Side side) -> -side.articles())
          .thenComparing(side -> -side.label().length())
          .thenComparing(Side::iri);

  private final Store store;
  private final NameForms forms = new NameForms();
  private final Comparison comparison = new Comparison(forms);

  /**
   * @param store the dataset
   */
  public EntityIdentity(Store store) {
    this.store = store;
  }

  /** Whether a graph holds decisions or names and no article. */
  public static boolean isOwnGraph(String name) {
    return name.equals(Decisions.GRAPH) || name.equals(KnownNames.GRAPH);
  }

  /** The name of the graph that holds decisions. */
  public static String decisionsGraph() {
    return Decisions.GRAPH;
  }

  /** The decisions in the graph of that name; what is no whole decision is left out. */
  public static List<Decision> decisions(Graph graph) {
    return Decisions.read(graph).all();
  }

  /** A stored graph as it was before its entities got the IRIs that they share with others. */
  public static Graph extracted(String article, Graph stored) {
    return new ArticleLinks(NodeFactory.createURI(article)).base(stored);
  }

  /** Whether a triple belongs to the names and facts that the dataset keeps for look-up. */
  public static boolean isIndex(Triple triple) {
    return triple.getPredicate().isURI()
        && triple.getPredicate().getURI().startsWith(EntityIndex.PREFIX);
  }

  /** One transaction's view of the dataset. */
  private final class Work {

    private final DatasetGraph dataset;
    private final EntityIndex index;
    private Decisions decisions;
    private KnownNames known;
    private Linker linker;

    Work(DatasetGraph dataset) {
      this.dataset = dataset;
      this.index = index(dataset);
      this.decisions = Decisions.read(dataset.getGraph(node(Decisions.GRAPH)));
      this.known = new KnownNames(KnownNames.read(dataset.getGraph(node(KnownNames.GRAPH))));
      this.linker = new Linker(index, decisions, known, comparison);
    }

    void use(Decisions now) {
      decisions = now;
      linker = new Linker(index, decisions, known, comparison);
      write(Decisions.GRAPH, now.write());
    }

    void use(KnownNames now) {
      known = now;
      linker = new Linker(index, decisions, known, comparison);
      write(KnownNames.GRAPH, now.write());
    }

    private void write(String name, Graph graph) {
      dataset.removeGraph(node(name));
      graph.find().forEachRemaining(t -> dataset.add(Quad.create(node(name), t)));
    }

    /** Stores an article; false if it is as it was. */
    boolean put(NamedGraph article) {
      Node name = node(article.name());
      ArticleLinks links = new ArticleLinks(name);
      Graph stored = copy(dataset.getGraph(name));
      if (!stored.isEmpty() && canonical(links.base(stored)).equals(canonical(article.graph()))) {
        return false;
      }
      List<Assignment> before = links.assignments(stored);
      take(name, stored);
      Linker.Found found = linker.assign(article.name(), article.graph(), before);
      give(links, name, article.graph(), found.assignments());
      decide(found.stated());
      return true;
    }

    private void take(Node name, Graph stored) {
      if (!stored.isEmpty()) {
        dataset.removeGraph(name);
        index.remove(stored);
      }
    }

    private void give(ArticleLinks links, Node name, Graph base, List<Assignment> assignments) {
      Graph linked = links.link(base, assignments, index::label, wikidata(base, assignments));
      linked.find().forEachRemaining(t -> dataset.add(Quad.create(name, t)));
      index.add(linked);
    }

    private Map<Node, String> wikidata(Graph base, List<Assignment> assignments) {
      Map<Node, String> found = new HashMap<>();
      for (Assignment a : assignments) {
        Optional<EntityIri> stands = EntityIri.parse(a.standsFor().getURI());
        if (stands.filter(iri -> iri.number() == 1).isPresent()) {
          Stream.concat(
                  base.stream(a.own(), Vocabulary.LABEL, Node.ANY).map(Triple::getObject),
                  index.label(a.standsFor()).stream())
              .map(Node::getLiteralLexicalForm)
              .flatMap(label -> known.wikidata(stands.get().kind(), label).stream())
              .filter(id -> !decisions.rejects(a.standsFor().getURI(), id))
              .findFirst()
              .ifPresent(id -> found.put(a.own(), id));
        }
      }
      return found;
    }

    void decide(List<Decision> more) {
      if (!more.isEmpty()) {
        Decisions before = decisions;
        use(decisions.with(more));
        reapply(affected(more, before));
      }
    }

    /** The articles that name any of those that the decisions are on. */
    SortedSet<String> affected(List<Decision> changed, Decisions before) {
      SortedSet<String> entities = new TreeSet<>();
      for (Decision one : changed) {
        for (String iri : List.of(one.entity(), one.other())) {
          entities.addAll(before.together(iri));
          entities.addAll(decisions.together(iri));
        }
      }
      SortedSet<String> articles = new TreeSet<>();
      entities.forEach(e -> articles.addAll(index.articles(node(e), Integer.MAX_VALUE)));
      changed.forEach(d -> articles.addAll(d.articles()));
      return articles;
    }

    /** Gives the entities of articles the IRIs that the decisions ask for. */
    void reapply(Collection<String> articles) {
      for (String article : articles) {
        Node name = node(article);
        ArticleLinks links = new ArticleLinks(name);
        Graph stored = copy(dataset.getGraph(name));
        if (stored.isEmpty() || isOwnGraph(article)) {
          continue;
        }
        Graph base = links.base(stored);
        Map<Node, Node> linked = new HashMap<>();
        links.assignments(stored).forEach(a -> linked.put(a.own(), a.linked()));
        List<Assignment> now =
            EntityIndex.entities(base).stream()
                .map(own -> assignment(article, own, linked.getOrDefault(own, own)))
                .toList();
        take(name, stored);
        give(links, name, base, now);
      }
    }

    private Assignment assignment(String article, Node own, Node linked) {
      return new Assignment(
          own, linked, node(decisions.standsFor(article, own.getURI(), linked.getURI())));
    }

    /** Links articles anew that name what a table names. */
    void relink(Collection<String> articles) {
      for (String article : articles) {
        Node name = node(article);
        ArticleLinks links = new ArticleLinks(name);
        Graph stored = copy(dataset.getGraph(name));
        Graph base = links.base(stored);
        List<Assignment> before =
            EntityIndex.entities(base).stream()
                .map(
                    own ->
                        links.assignments(stored).stream()
                            .filter(a -> a.own().equals(own))
                            .findFirst()
                            .orElse(new Assignment(own, own, own)))
                .toList();
        take(name, stored);
        give(links, name, base, linker.assign(article, base, before).assignments());
      }
    }

    boolean isNamed(String iri, NamedIdentity row) {
      Set<String> names = KnownNames.names(row).map(NameForms::fold).collect(Collectors.toSet());
      return index.profile(iri).names().stream().map(NameForms::fold).anyMatch(names::contains);
    }

    Optional<Candidate> compare(Profile profile, String other) {
      Profile there = index.profile(other);
      return comparison
          .compare(profile, there)
          .map(
              likeness ->
                  comparison.inContext(
                      profile,
                      there,
                      likeness,
                      index.context(node(profile.iri())),
                      index.context(node(other))))
          .filter(Likeness::isUndecided)
          .map(
              likeness -> {
                Side one = side(profile);
                Side two = side(there);
                return STAYING.compare(one, two) <= 0
                    ? new Candidate(one, two, likeness)
                    : new Candidate(two, one, likeness);
              });
    }

    Side side(Profile profile) {
      SortedSet<String> articles = index.articles(node(profile.iri()), MOST_COUNTED);
      SortedSet<String> described = new TreeSet<>(profile.descriptions());
      described.addAll(profile.values("jobTitle"));
      return new Side(
          profile.iri(),
          profile.label(),
          List.copyOf(described),
          articles.size(),
          articles.stream().limit(MOST_PASSAGES).map(a -> passage(a, profile)).toList());
    }

    private Passage passage(String article, Profile profile) {
      Graph graph = dataset.getGraph(node(article));
      String headline = text(graph, node(article), Vocabulary.HEADLINE);
      String published = text(graph, node(article), Vocabulary.DATE_PUBLISHED);
      String sentence =
          graph.stream(Node.ANY, Vocabulary.ANCHOR_OF, Node.ANY)
              .map(t -> t.getObject().getLiteralLexicalForm())
              .filter(s -> profile.names().stream().anyMatch(s::contains))
              .min(Comparator.comparingInt(String::length).thenComparing(s -> s))
              .orElse("");
      return new Passage(
          article,
          Stream.of(headline.isEmpty() ? article : headline, published)
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(", ")),
          sentence);
    }

    private static String text(Graph graph, Node subject, Node property) {
      return graph.stream(subject, property, Node.ANY)
          .map(t -> t.getObject().getLiteralLexicalForm())
          .findFirst()
          .orElse("");
    }

    void requireIndex() {
      if (!index.isThere()) {
        index.rebuild();
      }
    }
  }

  private EntityIndex index(DatasetGraph dataset) {
    return new EntityIndex(dataset, forms, comparison.tellingOfObjects());
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Graph copy(Graph graph) {
    Graph copy = GraphMemFactory.createDefaultGraph();
    GraphUtil.addInto(copy, graph);
    return copy;
  }

  /** Triples as the dataset gives them back: it keeps 0.90 as 0.9. */
  private static Set<Triple> canonical(Graph graph) {
    return graph.stream().map(EntityIdentity::canonical).collect(Collectors.toSet());
  }

  private static Triple canonical(Triple triple) {
    Node object = triple.getObject();
    return object.isLiteral() && object.getLiteralDatatype().equals(XSDDatatype.XSDdecimal)
        ? Triple.create(
            triple.getSubject(),
            triple.getPredicate(),
            NodeFactory.createLiteralDT(
                new BigDecimal(object.getLiteralLexicalForm()).stripTrailingZeros().toPlainString(),
                XSDDatatype.XSDdecimal))
        : triple;
  }

  /**
   * Stores articles in one transaction, each in place of what the dataset had of it, and their
   * entities under the IRIs that they share with those of other articles.
   *
   * @param articles with the IRIs that follow from their names; of different names, in an order
   *     that the result depends on where evidence is thin
   * @throws org.newsgraph.store.StoreException if it cannot be written; the dataset is as it was
   * @throws IllegalArgumentException if two have one name
   */
  public Replaced store(List<NamedGraph> articles) {
    if (articles.stream().map(NamedGraph::name).distinct().count() != articles.size()) {
      throw new IllegalArgumentException("two graphs of one name");
    }
    int[] stored = {0};
    store.updateIf(
        dataset -> {
          Work work = new Work(dataset);
          work.requireIndex();
          for (NamedGraph article : articles) {
            stored[0] += work.put(article) ? 1 : 0;
          }
          return stored[0] > 0;
        });
    return new Replaced(stored[0], articles.size() - stored[0]);
  }

  /** Takes in what came into the dataset by other ways, such as decisions with a loaded export. */
  public void refresh() {
    store.update(
        dataset -> {
          Work work = new Work(dataset);
          work.index.rebuild();
          List<Decision> all = work.decisions.all();
          if (!all.isEmpty()) {
            work.use(work.decisions);
            work.reapply(work.affected(all, work.decisions));
          }
        });
  }

  /** Takes graphs out, and what is known from them alone. */
  public void remove(Collection<String> names) {
    store.update(
        dataset -> {
          Work work = new Work(dataset);
          for (String name : names) {
            work.take(node(name), copy(dataset.getGraph(node(name))));
            dataset.removeGraph(node(name));
          }
        });
  }

  /** Makes the index of a dataset that has none, such as one of an earlier version. */
  public void requireIndex() {
    store.updateIf(
        dataset -> {
          EntityIndex index = index(dataset);
          boolean isMissing = !index.isThere();
          if (isMissing) {
            index.rebuild();
          }
          return isMissing;
        });
  }

  /** All decisions, in the order of their entities. */
  public List<Decision> decisions() {
    return store.read(dataset -> new Work(dataset).decisions.all());
  }

  /** The rows of the user's table. */
  public List<NamedIdentity> table() {
    return store.read(dataset -> new Work(dataset).known.rows());
  }

  /**
   * Takes decisions in, each in place of an earlier one on the same two entities, and brings the
   * articles in line with them.
   */
  public void decide(List<Decision> decisions) {
    store.updateIf(
        dataset -> {
          Work work = new Work(dataset);
          work.requireIndex();
          boolean isNew = !work.decisions.all().containsAll(decisions);
          if (isNew) {
            work.decide(decisions);
          }
          return isNew;
        });
  }

  /** Takes decisions back; the articles are as they were before them. */
  public void undo(List<Decision> decisions) {
    store.update(
        dataset -> {
          Work work = new Work(dataset);
          work.requireIndex();
          Decisions before = work.decisions;
          work.use(before.without(decisions));
          work.reapply(work.affected(decisions, before));
        });
  }

  /**
   * Takes a table of names in, its rows in place of those of the same kind and name, and links the
   * articles that use them.
   *
   * @return the number of articles that name something of the table
   */
  public int bring(List<NamedIdentity> rows) {
    int[] linked = {0};
    store.update(
        dataset -> {
          Work work = new Work(dataset);
          work.requireIndex();
          TreeMap<String, NamedIdentity> all = new TreeMap<>();
          Stream.concat(work.known.rows().stream(), rows.stream())
              .forEach(row -> all.put(row.kind() + "|" + row.name(), row));
          work.use(new KnownNames(List.copyOf(all.values())));
          SortedSet<String> articles = new TreeSet<>();
          for (NamedIdentity row : rows) {
            KnownNames.names(row)
                .map(name -> probe(row.kind(), name))
                .flatMap(probe -> work.index.candidates(probe).stream())
                .distinct()
                .filter(iri -> work.isNamed(iri, row))
                .forEach(iri -> articles.addAll(work.index.articles(node(iri), Integer.MAX_VALUE)));
          }
          work.relink(articles);
          linked[0] = articles.size();
        });
    return linked[0];
  }

  private static Profile probe(String kind, String name) {
    return new Profile(
        "",
        kind,
        name,
        new TreeSet<>(List.of(name)),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeMap<>());
  }

  /**
   * The pairs of entities that may be one and that nobody has decided on, the likeliest first.
   *
   * <p>Takes time in proportion to the entities of the dataset.
   */
  public List<Candidate> undecided() {
    return store.read(
        dataset -> {
          Work work = new Work(dataset);
          List<Candidate> found = new ArrayList<>();
          Set<String> seen = new HashSet<>();
          for (String iri : work.index.all()) {
            Profile profile = work.index.profile(iri);
            if (Set.of("person", "organization", "product", "software").contains(profile.kind())) {
              for (String other : work.index.candidates(profile)) {
                String pair = iri.compareTo(other) < 0 ? iri + " " + other : other + " " + iri;
                if (!other.equals(iri) && seen.add(pair) && !work.decisions.apart(iri, other)) {
                  work.compare(profile, other).ifPresent(found::add);
                }
              }
            }
          }
          found.sort(
              Comparator.comparingDouble((Candidate c) -> -c.likeness().logOdds())
                  .thenComparing(c -> c.one().iri())
                  .thenComparing(c -> c.other().iri()));
          return found;
        });
  }

  /** The two as a candidate, whatever was decided; empty where one is not in the dataset. */
  public Optional<Side> side(String iri) {
    return store.read(
        dataset -> {
          Work work = new Work(dataset);
          return work.index.knows(node(iri))
              ? Optional.of(work.side(work.index.profile(iri)))
              : Optional.empty();
        });
  }

  /** The IRIs of the entities that bear a name, to the letter but for case and accents. */
  public List<String> named(String name) {
    return store.read(
        dataset -> {
          Work work = new Work(dataset);
          String folded = NameForms.fold(name);
          return Stream.of("person", "organization", "product", "software", "place")
              .flatMap(kind -> work.index.candidates(probe(kind, name)).stream())
              .filter(
                  iri ->
                      work.index.profile(iri).names().stream()
                          .anyMatch(n -> NameForms.fold(n).equals(folded)))
              .sorted()
              .distinct()
              .toList();
        });
  }

  /** The articles that name an entity, by IRI. */
  public SortedSet<String> articles(String entity) {
    return store.read(dataset -> new Work(dataset).index.articles(node(entity), Integer.MAX_VALUE));
  }

  /** The decisions by which articles' entities stand for another than their names say. */
  public List<Decision> partings(String entity) {
    return store.read(
        dataset -> {
          Work work = new Work(dataset);
          Set<Decision> found = new HashSet<>();
          List<Decision> partings = new ArrayList<>();
          for (String article : work.index.articles(node(entity), Integer.MAX_VALUE)) {
            Graph stored = dataset.getGraph(node(article));
            for (Assignment a : new ArticleLinks(node(article)).assignments(stored)) {
              if (a.linked().hasURI(entity) && !a.own().equals(a.linked())) {
                Decision parting = Decision.of(Kind.DIFFERENT, entity, a.own().getURI(), "", "");
                if (found.add(parting)) {
                  partings.add(parting);
                }
              }
            }
          }
          return partings;
        });
  }

  /** The IRI of a namesake of an entity that nothing in the dataset has yet. */
  public String namesake(String entity) {
    return store.read(
        dataset -> {
          Work work = new Work(dataset);
          EntityIri parts =
              EntityIri.parse(entity)
                  .orElseThrow(
                      () -> new IllegalArgumentException("<" + entity + "> is no entity's IRI"));
          int number = 2;
          while (work.index.knows(node(parts.namesake(number)))) {
            number++;
          }
          return parts.namesake(number);
        });
  }
}
