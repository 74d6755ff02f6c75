package org.newsgraph.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFFormat;

/** A syntax for graphs. */
@SuppressWarnings("ImmutableEnumChecker") // Jena's formats and lists that are copies are immutable
public enum GraphFormat {
  /** Turtle: the union of the graphs, a line a triple. */
  TURTLE(RDFFormat.TURTLE_BLOCKS, true, false, "ttl", "turtle"),
  /** TriG: Turtle with the named graphs kept apart. */
  TRIG(RDFFormat.TRIG_BLOCKS, true, true, "trig"),
  /** N-Triples: the union of the graphs. */
  NTRIPLES(RDFFormat.NTRIPLES_UTF8, true, false, "nt", "ntriples", "n-triples"),
  /** N-Quads: N-Triples with the named graphs kept apart. */
  NQUADS(RDFFormat.NQUADS_UTF8, true, true, "nq", "nquads", "n-quads"),
  /** JSON-LD 1.1: the union of the graphs, held in memory. */
  JSONLD(RDFFormat.JSONLD11_PRETTY, false, false, "jsonld", "json-ld"),
  /** RDF/XML: the union of the graphs, held in memory. */
  RDFXML(RDFFormat.RDFXML_PLAIN, false, false, "rdf", "rdfxml", "rdf/xml");

  private final RDFFormat jena;
  private final boolean tripleTerms;
  private final boolean namedGraphs;
  private final List<String> names;

  GraphFormat(RDFFormat jena, boolean tripleTerms, boolean namedGraphs, String... names) {
    this.jena = jena;
    this.tripleTerms = tripleTerms;
    this.namedGraphs = namedGraphs;
    this.names = List.of(names);
  }

  /** Finds a format by one of its names, in any case. */
  public static Optional<GraphFormat> ofName(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.names.contains(wanted)).findFirst();
  }

  /** The first name of each format, as for a message. */
  public static String known() {
    return Stream.of(values()).map(GraphFormat::ending).collect(Collectors.joining(", "));
  }

  /** The file ending, without a dot. */
  public String ending() {
    return names.getFirst();
  }

  /** Whether the syntax has RDF 1.2 triple terms; where not, facts are reified the classic way. */
  public boolean hasTripleTerms() {
    return tripleTerms;
  }

  /** Whether the syntax keeps named graphs apart. */
  public boolean hasNamedGraphs() {
    return namedGraphs;
  }

  RDFFormat jena() {
    return jena;
  }
}
