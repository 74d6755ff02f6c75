package org.newsgraph.ontology;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

/**
 * The terms of {@code ontology/newsgraph.ttl} that code names itself. Those of single facts and
 * roles come from extraction as {@link Term}s; {@link #node(Term)} resolves them.
 */
public final class Vocabulary {

  /** The ontology's IRI, which is also the name of the graph that holds it. */
  public static final String ONTOLOGY = "https://w3id.org/newsgraph/ontology";

  /** Namespace of the project's own terms. */
  public static final String NG = ONTOLOGY + "#";

  /** Namespace of schema.org. */
  public static final String SCHEMA = "https://schema.org/";

  /** Namespace of the NLP Interchange Format's core ontology. */
  public static final String NIF =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";

  /** Namespace of the Provenance Ontology. */
  public static final String PROV = "http://www.w3.org/ns/prov#";

  public static final Node ENTITY = iri(SCHEMA, "Thing");
  public static final Node LABEL = RDFS.Nodes.label;
  public static final Node ALT_LABEL = SKOS.altLabel.asNode();
  public static final Node EVENT = iri(NG, "Event");
  public static final Node STATEMENT = iri(NG, "Statement");
  public static final Node SPEAKER = iri(NG, "speaker");
  public static final Node TEXT = iri(SCHEMA, "text");
  public static final Node TIME = iri(NG, "time");
  public static final Node START_TIME = iri(NG, "startTime");
  public static final Node END_TIME = iri(NG, "endTime");

  public static final Node NEWS_ARTICLE = iri(SCHEMA, "NewsArticle");
  public static final Node HEADLINE = iri(SCHEMA, "headline");
  public static final Node DATE_PUBLISHED = iri(SCHEMA, "datePublished");
  public static final Node AUTHOR = iri(SCHEMA, "author");
  public static final Node PUBLISHER = iri(SCHEMA, "publisher");
  public static final Node IN_LANGUAGE = iri(SCHEMA, "inLanguage");
  public static final Node URL = iri(SCHEMA, "url");

  public static final Node MONETARY_AMOUNT = iri(SCHEMA, "MonetaryAmount");
  public static final Node CURRENCY = iri(SCHEMA, "currency");
  public static final Node VALUE = iri(SCHEMA, "value");
  public static final Node MIN_VALUE = iri(SCHEMA, "minValue");
  public static final Node MAX_VALUE = iri(SCHEMA, "maxValue");
  public static final Node APPROXIMATE = iri(NG, "approximate");

  public static final Node REIFIES = RDF.Nodes.reifies;
  public static final Node WAS_DERIVED_FROM = iri(PROV, "wasDerivedFrom");
  public static final Node CONFIDENCE = iri(NG, "confidence");
  public static final Node EXTRACTOR = iri(NG, "extractor");
  public static final Node MODALITY = iri(NG, "modality");
  public static final Node ATTRIBUTED_TO = iri(NG, "attributedTo");

  public static final Node SENTENCE = iri(NIF, "Sentence");
  public static final Node BEGIN_INDEX = iri(NIF, "beginIndex");
  public static final Node END_INDEX = iri(NIF, "endIndex");
  public static final Node ANCHOR_OF = iri(NIF, "anchorOf");
  public static final Node REFERENCE_CONTEXT = iri(NIF, "referenceContext");

  public static final Node ASSERTED = iri(NG, "Asserted");
  public static final Node ALLEGED = iri(NG, "Alleged");
  public static final Node PLANNED = iri(NG, "Planned");
  public static final Node POSSIBLE = iri(NG, "Possible");
  public static final Node DENIED = iri(NG, "Denied");

  public static final Node FUNCTIONAL = iri(NG, "functional");
  public static final Node EVER = iri(NG, "Ever");
  public static final Node CONTAINED_IN = iri(SCHEMA, "containedInPlace");

  public static final Node COUNTRY = iri(SCHEMA, "Country");
  public static final Node DESCRIPTION = iri(SCHEMA, "disambiguatingDescription");
  public static final Node FORMER_NAME = iri(NG, "formerName");
  public static final Node SAME_DECISION = iri(NG, "SameDecision");
  public static final Node DIFFERENT_DECISION = iri(NG, "DifferentDecision");
  public static final Node KEPT_ENTITY = iri(NG, "keptEntity");
  public static final Node OTHER_ENTITY = iri(NG, "otherEntity");
  public static final Node IN_ARTICLE = iri(NG, "inArticle");
  public static final Node DECIDED_BY = iri(NG, "decidedBy");
  public static final Node STANDS_FOR = iri(NG, "standsFor");
  public static final Node OWN_IRI = iri(NG, "ownIri");
  public static final Node LINKED_IRI = iri(NG, "linkedIri");
  public static final Node BEFORE_LINKING = iri(NG, "beforeLinking");
  public static final Node BY_LINKING = iri(NG, "byLinking");
  public static final Node KIND = iri(NG, "nameKind");
  public static final Node COUNTRY_NAME = iri(NG, "nameCountry");

  private static final SortedMap<String, String> PREFIXES =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "ng",
                  NG,
                  "schema",
                  SCHEMA,
                  "nif",
                  NIF,
                  "prov",
                  PROV,
                  "skos",
                  SKOS.getURI(),
                  "rdf",
                  RDF.getURI(),
                  "rdfs",
                  RDFS.getURI(),
                  "owl",
                  OWL.getURI(),
                  "xsd",
                  XSD.getURI())));

  private static final TermNames NAMES = new TermNames(PREFIXES);

  private Vocabulary() {}

  /** The compact names under {@link #prefixes()}. */
  public static TermNames names() {
    return NAMES;
  }

  /**
   * The prefixes that queries may use undeclared and that exports declare: ng, schema, nif, prov,
   * skos, rdf, rdfs, owl and xsd, each with its namespace.
   */
  public static SortedMap<String, String> prefixes() {
    return PREFIXES;
  }

  /**
   * The IRI of a compact name.
   *
   * @throws IllegalArgumentException if the prefix is none of {@link #prefixes()}
   */
  public static Node node(Term term) {
    return NAMES.node(term);
  }

  /** The compact name of a node; empty if it is no IRI in one of the known namespaces. */
  public static Optional<Term> term(Node node) {
    return NAMES.term(node);
  }

  /** The individual that stands for a modality. */
  public static Node node(Modality modality) {
    return switch (modality) {
      case ASSERTED -> ASSERTED;
      case ALLEGED -> ALLEGED;
      case PLANNED -> PLANNED;
      case POSSIBLE -> POSSIBLE;
      case DENIED -> DENIED;
    };
  }

  private static Node iri(String namespace, String name) {
    return NodeFactory.createURI(namespace + name);
  }
}
