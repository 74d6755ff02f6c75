package org.newsgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.load.GraphLoad;
import org.newsgraph.load.RdfFile;
import org.newsgraph.rdf.IriMinter;
import org.newsgraph.store.Store;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsgraph load}. */
@Command(
    name = "load",
    description = "Takes RDF into the dataset, all of it or nothing.",
    footer = {
      "",
      "Graphs that trig, nq and jsonld files name keep their names; so an export in trig or nq",
      "joins another dataset article by article. What stands in no graph goes into --graph, or",
      "else into one named after the file. A graph that the dataset has already is left as it",
      "is where the triples are the same, and refused where they are not.",
      "",
      "Examples:",
      "  newsgraph load other.nq.gz --loc graph",
      "  newsgraph load people.ttl --graph https://example.org/people --loc graph",
      "  cat people.nt | newsgraph load - --format nt --loc graph"
    })
final class LoadCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "ttl, trig, nt, nq, jsonld or rdf, each also .gz; or - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--graph",
      paramLabel = "IRI",
      description = "The graph for what stands in none; by default one named after the file.")
  private @Nullable String graph;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "The syntax of all files, such as nq.gz; by default each file's ending.")
  private @Nullable String format;

  @ArgGroup(exclusive = true)
  private Existing existing = new Existing();

  /** What to do with a graph that the dataset has. */
  static final class Existing {
    @Option(names = "--replace", description = "Put a graph in the place of a different one.")
    private boolean replace;

    @Option(names = "--add", description = "Add a graph to a different one of the same name.")
    private boolean add;

    private GraphLoad.IfDifferent ifDifferent() {
      if (replace) {
        return GraphLoad.IfDifferent.REPLACE;
      }
      return add ? GraphLoad.IfDifferent.ADD : GraphLoad.IfDifferent.REFUSE;
    }
  }

  LoadCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (graph != null) {
      try {
        IriMinter.requireIri(graph);
      } catch (IllegalArgumentException e) {
        throw new UsageException(String.valueOf(e.getMessage()));
      }
    }
    if (files.stream().filter("-"::equals).count() > 1) {
      throw new UsageException("standard input can be read once; name - once");
    }
    List<Path> spooled = new ArrayList<>();
    try {
      List<RdfFile> sources = new ArrayList<>();
      for (String file : files) {
        sources.add(source(file, spooled));
      }
      GraphLoad load = new GraphLoad(sources, Optional.ofNullable(graph), existing.ifDifferent());
      if (!Store.exists(location.directory())) {
        // A file that is not right leaves no empty dataset behind.
        load.check();
      }
      try (Store store = location.openOrCreate()) {
        GraphLoad.Loaded loaded = load.into(store);
        if (loaded.stored() > 0) {
          new EntityIdentity(store).refresh();
        }
        tell(loaded);
      }
    } finally {
      for (Path path : spooled) {
        Files.deleteIfExists(path);
      }
    }
    return ExitStatus.DONE;
  }

  /** Files are read twice, and standard input comes once. */
  private RdfFile source(String file, List<Path> spooled) throws IOException {
    if (!file.equals("-")) {
      return RdfFile.of(Path.of(file), file, Optional.ofNullable(format));
    }
    if (format == null) {
      throw new UsageException("standard input in which syntax? Say so, as in --format nq");
    }
    Path path = Files.createTempFile("standard-input", "." + format.replaceAll("[^\\w.]", ""));
    spooled.add(path);
    Files.copy(session.in(), path, StandardCopyOption.REPLACE_EXISTING);
    return RdfFile.of(path, "standard input", Optional.of(format));
  }

  private void tell(GraphLoad.Loaded loaded) {
    if (!verbosity.quiet()) {
      session.tell(
          "%s loaded into %s; %d unchanged"
              .formatted(
                  Count.of(loaded.quads(), "quad", "quads"),
                  Count.of(loaded.stored(), "graph", "graphs"),
                  loaded.unchanged()));
    }
  }
}
