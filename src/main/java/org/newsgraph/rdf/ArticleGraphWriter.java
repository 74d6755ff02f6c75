package org.newsgraph.rdf;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.article.Article;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.ontology.TermNames;
import org.newsgraph.ontology.Vocabulary;

/**
 * Writes what an article says as the RDF of its named graph.
 *
 * <p>A fact becomes a plain triple, with all that follows from it, only where the article asserts
 * it. Every piece of evidence is a reifier of the fact's triple, asserted or not. An event is a
 * node that carries its roles and its evidence. Nothing is a blank node: the same article gives the
 * same triples.
 */
public final class ArticleGraphWriter {

  private static final Term NEWS_ARTICLE = Term.of("schema:NewsArticle");

  private final Schema schema;
  private final TermNames names;
  private final IriMinter minter;
  private final Entailment entailment;

  /**
   * @param schema which classes and properties there are, and what they imply
   * @param minter names what is written
   */
  public ArticleGraphWriter(Schema schema, IriMinter minter) {
    this(schema, Vocabulary.names(), minter);
  }

  /**
   * @param schema which classes and properties there are, and what they imply
   * @param names their IRIs
   * @param minter names what is written
   */
  public ArticleGraphWriter(Schema schema, TermNames names, IriMinter minter) {
    this.schema = schema;
    this.names = names;
    this.minter = minter;
    this.entailment = new Entailment(schema, names);
  }

  /**
   * The article's graph as RDF; its name is {@link IriMinter#article}.
   *
   * @return a new graph in memory without blank nodes
   * @throws IllegalArgumentException if a class or property is not in the schema, or the article's
   *     IRI is none
   */
  public Graph write(ArticleGraph source) {
    return new Writing(source).run();
  }

  /** The state of writing one article. */
  private final class Writing {

    private final ArticleGraph source;
    private final IriMinter minter;
    private final Graph graph = GraphMemFactory.createDefaultGraph();
    private final Node article;
    private final FragmentIris iris;
    private final ValueWriter values;
    private final EvidenceWriter evidence;

    Writing(ArticleGraph source) {
      this.source = source;
      this.article = ArticleGraphWriter.this.minter.article(source.article());
      this.minter = ArticleGraphWriter.this.minter.within(article);
      this.iris = new FragmentIris(article);
      this.values = new ValueWriter(minter, graph);
      this.evidence = new EvidenceWriter(source.article(), article, iris, minter, graph);
    }

    Graph run() {
      addArticle(source.article());
      source.entities().forEach(this::addEntity);
      source.facts().forEach(this::addFact);
      source.events().forEach(this::addEvent);
      return graph;
    }

    private void addArticle(Article from) {
      addTypes(article, NEWS_ARTICLE);
      from.headline().ifPresent(t -> add(article, Vocabulary.HEADLINE, ValueWriter.text(t)));
      from.published().ifPresent(d -> add(article, Vocabulary.DATE_PUBLISHED, ValueWriter.date(d)));
      from.author().ifPresent(t -> add(article, Vocabulary.AUTHOR, ValueWriter.text(t)));
      from.publisher().ifPresent(t -> add(article, Vocabulary.PUBLISHER, ValueWriter.text(t)));
      add(article, Vocabulary.IN_LANGUAGE, ValueWriter.text(from.language().orElse("en")));
      from.url()
          .ifPresent(
              url ->
                  add(
                      article,
                      Vocabulary.URL,
                      NodeFactory.createLiteralDT(url, XSDDatatype.XSDanyURI)));
    }

    private void addEntity(Entity entity) {
      Node node = minter.entity(entity.key());
      Node label = ValueWriter.name(entity.key().name());
      entity.types().forEach(type -> addTypes(node, type));
      add(node, Vocabulary.LABEL, label);
      entity.aliases().stream()
          .map(ValueWriter::name)
          .filter(alias -> !alias.equals(label))
          .forEach(alias -> add(node, Vocabulary.ALT_LABEL, alias));
    }

    private void addFact(Fact fact) {
      Triple triple =
          Triple.create(
              minter.entity(fact.subject()),
              names.node(schema.property(fact.property()).name()),
              values.write(fact.object()));
      if (fact.asserted()) {
        entailment.closure(triple).forEach(graph::add);
      }
      for (Evidence one : fact.evidence()) {
        Node reifier = iris.reifier(fact);
        add(reifier, Vocabulary.REIFIES, NodeFactory.createTripleTerm(triple));
        evidence.write(reifier, List.of(one));
      }
    }

    private void addEvent(Event event) {
      Node node = iris.event(event);
      addTypes(node, event.type());
      for (Event.Role role : event.roles()) {
        Node property = names.node(schema.property(role.property()).name());
        Triple filler = Triple.create(node, property, values.write(role.value()));
        entailment.closure(filler).forEach(graph::add);
      }
      evidence.write(node, event.evidence());
    }

    private void addTypes(Node node, Term type) {
      schema.superclassesOf(type).forEach(each -> add(node, RDF.Nodes.type, names.node(each)));
    }

    private void add(Node subject, Node property, Node object) {
      graph.add(Triple.create(subject, property, object));
    }
  }
}
