package org.newsgraph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.newsgraph.export.ExportFormat;
import org.newsgraph.export.GraphExport;
import org.newsgraph.export.GraphFormat;
import org.newsgraph.export.GraphNames;
import org.newsgraph.export.Provenance;
import org.newsgraph.export.WholeFile;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsgraph export}. */
@Command(
    name = "export",
    description = "Writes the articles' graphs, sorted: the same graph gives the same bytes.",
    footer = {
      "",
      "ttl, nt, jsonld and rdf hold the union of the graphs, trig and nq keep them apart.",
      "Without provenance, facts that are only alleged, planned, possible or denied are left out.",
      "",
      "Examples:",
      "  newsgraph export --loc graph -o graph.ttl",
      "  newsgraph export --loc graph -o graph.nq.gz",
      "  newsgraph export --loc graph --format jsonld --provenance none"
    })
final class ExportCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to; standard output for - or if left out.")
  private @Nullable String output;

  @Option(
      names = "--format",
      paramLabel = "F",
      description =
          "ttl, trig, nt, nq, jsonld or rdf, each also with .gz; by default the file's ending.")
  private @Nullable String format;

  @Option(
      names = "--provenance",
      paramLabel = "full|none",
      defaultValue = "full",
      description = "Whether the evidence is written too; by default ${DEFAULT-VALUE}.")
  private Provenance provenance = Provenance.FULL;

  @Option(
      names = "--graph",
      paramLabel = "IRI",
      description = "Only that graph, such as an article's; may be given several times.")
  private List<String> graphs = List.of();

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    ExportFormat chosen = format();
    if (!chosen.syntax().hasTripleTerms() && provenance == Provenance.FULL && !verbosity.quiet()) {
      session.tell(
          "%s has no triple terms; evidence is written as rdf:Statement"
              .formatted(chosen.syntax().ending()));
    }
    try (Store store = location.openExisting()) {
      if (output == null || output.equals("-")) {
        write(store, chosen, session.out());
      } else {
        WholeFile.write(Path.of(output), out -> write(store, chosen, out));
      }
    }
    return ExitStatus.DONE;
  }

  private void write(Store store, ExportFormat chosen, OutputStream out) {
    store.read(
        dataset -> {
          try {
            new GraphExport(chosen, provenance, Vocabulary.prefixes())
                .write(dataset, names(dataset), out);
            return ExitStatus.DONE;
          } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
          }
        });
  }

  private List<String> names(DatasetGraph dataset) {
    List<String> all = GraphNames.of(dataset);
    for (String graph : graphs) {
      if (!all.contains(graph)) {
        throw new UsageException("the dataset has no graph <" + graph + ">");
      }
    }
    return graphs.isEmpty()
        ? all.stream().filter(name -> !name.equals(Vocabulary.ONTOLOGY)).toList()
        : graphs;
  }

  private ExportFormat format() {
    if (format != null) {
      String name = format;
      return ExportFormat.ofName(name).orElseThrow(() -> unknown("format '" + name + "'"));
    }
    if (output == null || output.equals("-")) {
      return ExportFormat.DEFAULT;
    }
    String file = output;
    return ExportFormat.ofFileName(Path.of(file).getFileName().toString())
        .orElseThrow(() -> unknown("ending of '" + file + "'"));
  }

  private static UsageException unknown(String what) {
    return new UsageException(
        "unknown %s; --format takes %s, each also with .gz".formatted(what, GraphFormat.known()));
  }
}
