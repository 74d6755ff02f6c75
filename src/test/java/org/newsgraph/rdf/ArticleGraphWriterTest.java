package org.newsgraph.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.TxnType;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Article;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.ontology.SchemaReader;
import org.newsgraph.ontology.Vocabulary;

class ArticleGraphWriterTest {

  private static final ArticleGraphWriter WRITER =
      new ArticleGraphWriter(SchemaReader.read(), new IriMinter("https://example.org/kg/"));
  private static final Graph GRAPH = WRITER.write(Stories.court());

  @Test
  void anEntityHasItsNamesAndAllItsTypes() {
    assertThat(column("?t", "<https://example.org/kg/entity/organization/Orbweaver> a ?t"))
        .containsExactlyInAnyOrder(
            Vocabulary.SCHEMA + "Corporation",
            Vocabulary.SCHEMA + "Organization",
            Vocabulary.SCHEMA + "Thing");
    assertThat(column("?n", "?x rdfs:label 'Orbweaver' ; skos:altLabel ?n"))
        .containsExactly("Orbweaver AS");
    assertThat(column("?x", "?x rdfs:label 'Halden/Süd \"Labs\"'"))
        .containsExactly("https://example.org/kg/entity/organization/Halden%2FSüd_%22Labs%22");
  }

  @Test
  void aNameInComposedAndDecomposedLettersIsOneEntityWithOneLabel() {
    EntityKey composed = new EntityKey(EntityKey.Kind.PERSON, "Jos\u00E9 Lima");
    EntityKey decomposed = new EntityKey(EntityKey.Kind.PERSON, "Jose\u0301 Lima");
    Graph graph =
        WRITER.write(
            new ArticleGraph(
                Stories.article(),
                List.of(
                    Stories.entity(composed, "schema:Person", "Jose\u0301 Lima", "Lima"),
                    Stories.entity(decomposed, "schema:Person")),
                List.of(),
                List.of()));

    assertThat(column(graph, "?n", "?x rdfs:label ?n")).containsExactly("Jos\u00E9 Lima");
    assertThat(column(graph, "?n", "?x skos:altLabel ?n")).containsExactly("Lima");
  }

  @Test
  void anArticleWhoseIriHasAFragmentKeepsItInAllThatIsItsOwn() {
    Article article = Stories.article("https://example.org/feed#item-7");
    Graph graph =
        WRITER.write(
            new ArticleGraph(article, Stories.entities(), Stories.facts(), Stories.events()));

    assertThat(column(graph, "?s", "?s a nif:Sentence"))
        .isNotEmpty()
        .allMatch(s -> s.startsWith("https://example.org/feed#item-7/char="));
    assertThat(triples(roundTrip(graph, RDFFormat.TURTLE_PRETTY))).isEqualTo(triples(graph));
  }

  @Test
  void anAssertedFactIsAPlainTripleWithWhatFollowsFromIt() {
    assertThat(ask("?o rdfs:label 'Orbweaver' ; schema:founder/rdfs:label 'Mara Lindqvist'"))
        .isTrue();
    assertThat(ask("?o ng:chiefExecutive ?p ; ng:leader ?p")).isTrue();
    assertThat(ask("?a rdfs:label 'Orbweaver' ; ng:competitor ?b . ?b ng:competitor ?a")).isTrue();
    assertThat(ask("?r rdf:reifies <<( ?x ng:leader ?y )>>")).isFalse();
    assertThat(column("?a", "?r rdf:reifies <<( ?x ng:competitor ?y )>> . ?x rdfs:label ?a"))
        .containsExactly("Orbweaver");
  }

  @Test
  void aDeniedFactIsNoPlainTriple() {
    assertThat(ask("?x ng:owner ?y")).isFalse();
    assertThat(
            column(
                "?who",
                "?r rdf:reifies <<( ?x ng:owner ?y )>> ; ng:modality ng:Denied ;"
                    + " ng:attributedTo/rdfs:label ?who"))
        .containsExactly("Vance");
  }

  @ParameterizedTest
  @MethodSource("notAsserted")
  void onlyWhatIsAssertedHolds(Modality modality) {
    Graph graph =
        WRITER.write(
            Stories.court(
                List.of(
                    Stories.fact(
                        Stories.ORBWEAVER,
                        "ng:chiefExecutive",
                        Stories.of(Stories.MARA),
                        Stories.evidence(Stories.RUNS, "0.9", modality))),
                List.of()));

    assertThat(ask(graph, "?o ng:chiefExecutive|ng:leader ?p")).isFalse();
    assertThat(ask(graph, "?r rdf:reifies <<( ?o ng:chiefExecutive ?p )>>")).isTrue();
  }

  static List<Modality> notAsserted() {
    return List.of(Modality.ALLEGED, Modality.PLANNED, Modality.POSSIBLE, Modality.DENIED);
  }

  @Test
  void everyPieceOfEvidenceIsAReifierThatTheContractsQueryFinds() {
    List<QuerySolution> rows =
        select(
            "?c ?b ?e ?q",
            """
            ?r rdf:reifies <<( ?org schema:founder ?p )>> ; ng:confidence ?c ; ng:extractor ?x ;
               ng:modality ng:Asserted ; prov:wasDerivedFrom ?span .
            ?span nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q ; nif:referenceContext ?a .
            ?a a schema:NewsArticle
            """);

    assertThat(rows).hasSize(2);
    assertThat(rows.stream().map(r -> r.getLiteral("c").getLexicalForm()))
        .containsExactlyInAnyOrder("0.95", "0.5");
    assertThat(rows.stream().map(r -> r.getLiteral("q").getString()))
        .containsExactlyInAnyOrder(Stories.FOUNDED, Stories.RUNS);
  }

  @Test
  void offsetsCountCodePoints() {
    List<QuerySolution> rows =
        select("?b ?e ?q", "?s nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q");
    int[] points = Stories.TEXT.codePoints().toArray();

    assertThat(rows).hasSize(6);
    assertThat(rows)
        .allSatisfy(
            row -> {
              int begin = row.getLiteral("b").getInt();
              int end = row.getLiteral("e").getInt();
              assertThat(new String(points, begin, end - begin))
                  .isEqualTo(row.getLiteral("q").getString());
            });
  }

  @Test
  void aSentenceIsWrittenOnceHoweverMuchItSays() {
    assertThat(
            select("?s", "?s nif:anchorOf '" + Stories.FOUNDED + "'").stream()
                .map(r -> r.getResource("s").getURI()))
        .containsExactly("https://example.org/news/orbweaver#char=27,80");
  }

  @Test
  void anEventCarriesRolesTypesAndEvidence() {
    assertThat(
            ask(
                """
                ?e a ng:Lawsuit, ng:Accusation, ng:Event ; ng:plaintiff ?o ; ng:accuser ?o ;
                   ng:defendant ?p ; ng:accused ?p ; ng:allegation 'over a patent' ;
                   ng:time '2024-03-12'^^xsd:date ; ng:modality ng:Asserted ; ng:confidence 0.9 ;
                   prov:wasDerivedFrom/nif:referenceContext <https://example.org/news/orbweaver>
                """))
        .isTrue();
    assertThat(column("?e", "?e a ng:Lawsuit"))
        .containsExactly("https://example.org/news/orbweaver#event/Lawsuit/Orbweaver/Vance");
  }

  @Test
  void anEventOfTwoSentencesHasOneConfidenceTheHighest() {
    assertThat(column("?c", "?e a ng:MarketMovement ; ng:confidence ?c")).containsExactly("0.9");
    assertThat(column("?s", "?e a ng:MarketMovement ; prov:wasDerivedFrom ?s")).hasSize(2);
  }

  @Test
  void moneyAndPercentagesAreNumbers() {
    assertThat(
            ask(
                """
                ?e ng:percentChange ?n ; ng:valueChange ?v
                FILTER(?n = -12.5 && datatype(?n) = xsd:decimal)
                ?v a schema:MonetaryAmount ; schema:currency 'EUR' ; ng:approximate true ;
                   schema:minValue ?lo ; schema:maxValue ?hi
                FILTER(?lo = -1500000000 && ?hi = -1200000000 && datatype(?lo) = xsd:decimal)
                FILTER NOT EXISTS { ?v schema:value ?single }
                """))
        .isTrue();
  }

  @Test
  void theArticleHasItsData() {
    assertThat(
            ask(
                """
                <https://example.org/news/orbweaver> a schema:NewsArticle ;
                  schema:headline 'Orbweaver 🛰 goes to court' ; schema:author "Ines O'Hara" ;
                  schema:publisher 'The Fjord Courier' ; schema:inLanguage 'en' ;
                  schema:datePublished '2024-03-14'^^xsd:date ;
                  schema:url 'https://example.org/news/orbweaver?from=feed'^^xsd:anyURI
                """))
        .isTrue();
  }

  @Test
  void eventsThatReadAlikeAreNumbered() {
    Event said =
        new Event(
            Term.of("ng:Statement"),
            List.of(
                Stories.role("ng:speaker", Stories.of(Stories.MARA)),
                Stories.role("schema:text", new Value.OfText("one"))),
            List.of(Stories.asserted(Stories.RUNS, "0.9")));
    Event saidAgain =
        new Event(
            said.type(),
            List.of(
                Stories.role("ng:speaker", Stories.of(Stories.MARA)),
                Stories.role("schema:text", new Value.OfText("two"))),
            said.evidence());
    Graph graph = WRITER.write(Stories.court(List.of(), List.of(said, saidAgain)));

    assertThat(
            select(graph, "?e ?t", "?e schema:text ?t").stream()
                .collect(
                    Collectors.toMap(
                        r -> r.getResource("e").getURI().replaceAll(".*#", ""),
                        r -> r.getLiteral("t").getString())))
        .isEqualTo(
            Map.of(
                "event/Statement/Mara_Lindqvist", "one",
                "event/Statement/Mara_Lindqvist;2", "two"));
  }

  @Test
  void aClassOrPropertyThatTheOntologyLacksIsNamed() {
    assertThatThrownBy(
            () ->
                WRITER.write(
                    Stories.court(
                        List.of(
                            Stories.fact(
                                Stories.MARA,
                                "schema:knows",
                                Stories.of(Stories.VANCE),
                                Stories.asserted(Stories.RUNS, "0.9"))),
                        List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema:knows");
  }

  @Test
  void theSameArticleGivesTheSameTriplesAndNoBlankNode() {
    Graph again = WRITER.write(Stories.court());

    assertThat(triples(again)).isEqualTo(triples(GRAPH));
    assertThat(GRAPH.stream().flatMap(t -> List.of(t.getSubject(), t.getObject()).stream()))
        .noneMatch(Node::isBlank);
  }

  @Test
  void provenanceStaysCompact() {
    long facts = Stories.facts().stream().mapToLong(f -> f.evidence().size()).sum();
    Graph withoutEvents = WRITER.write(Stories.court(Stories.facts(), List.of()));
    long spans = withoutEvents.stream(Node.ANY, Vocabulary.ANCHOR_OF, Node.ANY).count();
    long attributions = withoutEvents.stream(Node.ANY, Vocabulary.ATTRIBUTED_TO, Node.ANY).count();
    Graph bare =
        WRITER.write(new ArticleGraph(Stories.article(), Stories.entities(), List.of(), List.of()));
    long plain =
        column(
                withoutEvents,
                "?p",
                "?s ?p ?o FILTER NOT EXISTS { ?s a nif:Sentence } FILTER NOT EXISTS { ?s rdf:reifies ?f }")
            .size();

    assertThat(withoutEvents.size()).isEqualTo(plain + 5 * facts + attributions + 5 * spans);
    assertThat((long) bare.size()).isLessThan(plain);
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void whatIsWrittenIsReadBack(RDFFormat format) {
    assertThat(triples(roundTrip(GRAPH, format))).isEqualTo(triples(GRAPH));
  }

  static List<RDFFormat> syntaxes() {
    return List.of(
        RDFFormat.TURTLE_PRETTY, RDFFormat.TURTLE_FLAT, RDFFormat.NTRIPLES, RDFFormat.TRIG_PRETTY);
  }

  @ParameterizedTest
  @MethodSource("syntaxesWithoutTripleTerms")
  void withoutReifiersXmlAndJsonReadBackToo(RDFFormat format) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    GRAPH.stream().filter(t -> !t.getPredicate().equals(Vocabulary.REIFIES)).forEach(graph::add);

    assertThat(triples(roundTrip(graph, format))).isEqualTo(triples(graph));
  }

  static List<RDFFormat> syntaxesWithoutTripleTerms() {
    return List.of(RDFFormat.RDFXML_PLAIN, RDFFormat.RDFXML_PRETTY, RDFFormat.JSONLD11_FLAT);
  }

  @Test
  void aStoreGivesBackEveryTermAsWritten() {
    DatasetGraph store = DatabaseMgr.createDatasetGraph();
    Node name = new IriMinter("https://example.org/kg/").article(Stories.article());
    store.begin(TxnType.WRITE);
    GRAPH.stream().forEach(t -> store.getGraph(name).add(t));
    store.commit();
    Set<Triple> back = Txn.calculateRead(store, () -> triples(store.getGraph(name)));

    assertThat(back).containsExactlyInAnyOrderElementsOf(triples(GRAPH));
  }

  @Test
  void confidencesAndAmountsOfAnyScaleSurviveTheStore() {
    List<String> numbers = List.of("1", "0.001", "100", "-17", "12.5", "-600000000000", "0.1");
    DatasetGraph store = DatabaseMgr.createDatasetGraph();
    Node property = Vocabulary.CONFIDENCE;
    List<Node> written =
        numbers.stream()
            .map(n -> ValueWriter.decimal(new Value.OfNumber(new BigDecimal(n)).number()))
            .toList();
    store.begin(TxnType.WRITE);
    IntStream.range(0, written.size())
        .forEach(i -> store.getDefaultGraph().add(property, property, written.get(i)));
    store.commit();
    List<Node> back =
        Txn.calculateRead(
            store, () -> store.getDefaultGraph().stream().map(Triple::getObject).toList());

    assertThat(back).containsExactlyInAnyOrderElementsOf(written);
  }

  private static Graph roundTrip(Graph graph, RDFFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RDFWriter.source(graph).format(format).output(bytes);
    DatasetGraph back = DatasetGraphFactory.create();
    RDFParser.fromString(bytes.toString(StandardCharsets.UTF_8), format.getLang())
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(back);
    return back.getDefaultGraph();
  }

  private static Set<Triple> triples(Graph graph) {
    return graph.stream().collect(Collectors.toSet());
  }

  private static boolean ask(String pattern) {
    return ask(GRAPH, pattern);
  }

  private static boolean ask(Graph graph, String pattern) {
    return !select(graph, "*", pattern).isEmpty();
  }

  private static List<String> column(String variable, String pattern) {
    return column(GRAPH, variable, pattern);
  }

  private static List<String> column(Graph graph, String variable, String pattern) {
    return select(graph, variable, pattern).stream()
        .map(r -> r.get(variable.substring(1)).asNode())
        .map(n -> n.isLiteral() ? n.getLiteralLexicalForm() : n.getURI())
        .toList();
  }

  private static List<QuerySolution> select(String variables, String pattern) {
    return select(GRAPH, variables, pattern);
  }

  private static List<QuerySolution> select(Graph graph, String variables, String pattern) {
    String prefixes =
        Vocabulary.prefixes().entrySet().stream()
            .map(p -> "PREFIX " + p.getKey() + ": <" + p.getValue() + ">\n")
            .collect(Collectors.joining());
    try (QueryExecution execution =
        QueryExecution.model(ModelFactory.createModelForGraph(graph))
            .query(
                QueryFactory.create(
                    prefixes + "SELECT " + variables + " WHERE { " + pattern + " }"))
            .build()) {
      return ResultSetFormatter.toList(execution.execSelect());
    }
  }
}
