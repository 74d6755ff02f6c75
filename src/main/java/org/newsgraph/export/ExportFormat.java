package org.newsgraph.export;

import java.util.Locale;
import java.util.Optional;

/**
 * A syntax, packed or not.
 *
 * @param syntax how the graph is written
 * @param gzip whether the result is packed with gzip
 */
public record ExportFormat(GraphFormat syntax, boolean gzip) {

  /** Turtle, as it is. */
  public static final ExportFormat DEFAULT = new ExportFormat(GraphFormat.TURTLE, false);

  private static final String GZ = ".gz";

  /** Reads a name such as {@code ttl} or {@code nq.gz}; empty if it is none. */
  public static Optional<ExportFormat> ofName(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    boolean gzip = plain.endsWith(GZ);
    String syntax = gzip ? plain.substring(0, plain.length() - GZ.length()) : plain;
    return GraphFormat.ofName(syntax).map(format -> new ExportFormat(format, gzip));
  }

  /** Reads the ending of a file name, such as {@code graph.ttl.gz}; empty if it says nothing. */
  public static Optional<ExportFormat> ofFileName(String fileName) {
    String plain = fileName.toLowerCase(Locale.ROOT);
    boolean gzip = plain.endsWith(GZ);
    String stem = gzip ? plain.substring(0, plain.length() - GZ.length()) : plain;
    return GraphFormat.ofName(stem.substring(stem.lastIndexOf('.') + 1))
        .filter(format -> stem.contains("."))
        .map(format -> new ExportFormat(format, gzip));
  }
}
