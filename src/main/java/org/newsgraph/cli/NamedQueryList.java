package org.newsgraph.cli;

import java.io.PrintStream;
import java.util.List;
import org.newsgraph.query.NamedQuery;

/** Prints what queries are kept ready, each with its parameters. */
record NamedQueryList(PrintStream out) {

  void print(List<NamedQuery> queries) {
    for (NamedQuery query : queries) {
      out.printf("%-18s %s%n", query.name(), query.description());
      for (NamedQuery.Parameter parameter : query.parameters()) {
        out.printf("%-18s   --param %s=...  %s%n", "", parameter.name(), parameter.meaning());
      }
    }
  }
}
