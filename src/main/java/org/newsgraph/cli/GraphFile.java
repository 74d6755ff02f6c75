package org.newsgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * A file of RDF that the user names.
 *
 * @param file whose ending says the syntax
 */
record GraphFile(Path file) {

  /**
   * Reads it.
   *
   * @throws IOException if it cannot be read or is not what its ending says
   * @throws UsageException if the ending is unknown
   */
  DatasetGraph read() throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    Lang lang = RDFLanguages.filenameToLang(file.toString());
    if (lang == null) {
      throw new UsageException(
          file + " has no known ending; name a ttl, trig, nt, nq, jsonld or rdf file");
    }
    DatasetGraph dataset = DatasetGraphFactory.create();
    try {
      RDFParser.source(file)
          .lang(lang)
          .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
          .parse(dataset);
      return dataset;
    } catch (RiotException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
