package org.newsgraph.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * A file of RDF.
 *
 * @param path where it lies
 * @param name what messages call it
 * @param lang its syntax
 * @param gzip whether it is packed
 */
public record RdfFile(Path path, String name, Lang lang, boolean gzip) {

  private static final String GZ = ".gz";
  private static final Pattern POSITION =
      Pattern.compile("line(?: no)?[:=] ?(\\d+),? col(?:umn)?(?: no)?[:=] ?(\\d+)");
  private static final Pattern NOISE =
      Pattern.compile("\\(?\\[?" + POSITION.pattern() + "[^\\])]*[\\])]*\\s*:?\\s*");

  /**
   * A file whose ending says its syntax.
   *
   * @throws RdfFailure.UnknownSyntax if it does not
   */
  public static RdfFile of(Path path) {
    return of(path, path.toString(), Optional.empty());
  }

  /**
   * A file.
   *
   * @param name what messages call it
   * @param syntax a file ending such as {@code nq} or {@code ttl.gz} that counts in place of its
   *     own
   * @throws RdfFailure.UnknownSyntax if the syntax is unknown
   */
  public static RdfFile of(Path path, String name, Optional<String> syntax) {
    String full = syntax.map(s -> "x." + s).orElse(path.toString());
    boolean gzip = full.endsWith(GZ);
    Lang lang =
        RDFLanguages.filenameToLang(gzip ? full.substring(0, full.length() - GZ.length()) : full);
    if (lang == null || !RDFLanguages.isTriples(lang) && !RDFLanguages.isQuads(lang)) {
      throw new RdfFailure.UnknownSyntax(syntax.orElse(name));
    }
    return new RdfFile(path, name, lang, gzip);
  }

  /** Its name without directories and endings. */
  public String stem() {
    String file = String.valueOf(Path.of(name).getFileName());
    String plain = gzip && file.endsWith(GZ) ? file.substring(0, file.length() - 3) : file;
    int dot = plain.lastIndexOf('.');
    return dot > 0 ? plain.substring(0, dot) : plain;
  }

  /**
   * Reads it into memory.
   *
   * @throws RdfFailure if it cannot be read or is not what its syntax asks for
   */
  public DatasetGraph read() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    parse(
        path.toUri().toString(),
        LabelToNode.createUseLabelAsGiven(),
        StreamRDFLib.dataset(dataset));
    return dataset;
  }

  /**
   * Reads it.
   *
   * @param base what relative IRIs are resolved against
   * @param labels makes blank nodes of labels
   * @param to gets triples and quads as they are read, before what follows is known to be right
   * @throws RdfFailure if it cannot be read or is not what its syntax asks for
   */
  public void parse(String base, LabelToNode labels, StreamRDF to) {
    try (InputStream file = open()) {
      WatchedInput in = new WatchedInput(file);
      try {
        parse(in, base, labels, to);
      } catch (RdfFailure e) {
        if (!in.failed()) {
          throw e;
        }
      }
      in.finish();
    } catch (NoSuchFileException e) {
      throw new RdfFailure.Unreadable(name, "does not exist; check the path", e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void parse(InputStream in, String base, LabelToNode labels, StreamRDF to) {
    try {
      RDFParser.source(in)
          .lang(lang)
          .base(base)
          .labelToNode(labels)
          .errorHandler(new Strict(name))
          .parse(to);
    } catch (RiotException e) {
      throw syntax(e);
    } catch (UncheckedIOException | RuntimeIOException e) {
      throw unreadable(e.getCause() instanceof IOException io ? io : new IOException(e));
    }
  }

  private InputStream open() throws IOException {
    if (Files.isDirectory(path)) {
      throw new RdfFailure.Unreadable(name, "is a directory; name a file", null);
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(path));
    if (!gzip) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private RdfFailure unreadable(IOException e) {
    String what =
        e instanceof ZipException || e instanceof java.io.EOFException
            ? "is no whole gzip file (%s)".formatted(e.getMessage())
            : "cannot be read: " + e.getMessage();
    return new RdfFailure.Unreadable(name, what, e);
  }

  /** JSON-LD says where it is wrong in the message alone, and not always. */
  private RdfFailure syntax(RiotException e) {
    if (e.getCause() instanceof IOException io) {
      return unreadable(io);
    }
    String message = String.valueOf(e.getMessage());
    Matcher position = POSITION.matcher(message);
    return position.find()
        ? new RdfFailure.Syntax(
            name,
            Long.parseLong(position.group(1)),
            Long.parseLong(position.group(2)),
            NOISE.matcher(message).replaceAll(""))
        : new RdfFailure.Syntax(name, 0, 0, message);
  }

  /** Takes every error for the end and passes over what is no more than a warning. */
  private record Strict(String name) implements ErrorHandler {

    @Override
    public void warning(String message, long line, long col) {}

    @Override
    public void error(String message, long line, long col) {
      throw new RdfFailure.Syntax(name, line, col, message);
    }

    @Override
    public void fatal(String message, long line, long col) {
      throw new RdfFailure.Syntax(name, line, col, message);
    }
  }
}
