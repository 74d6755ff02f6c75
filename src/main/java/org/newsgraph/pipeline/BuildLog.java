package org.newsgraph.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.article.Article;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.store.Store;

/**
 * Remembers of which article each graph was made, so that a build which is run again can pass over
 * what is there without extracting it.
 *
 * <p>It is kept in a file beside the dataset's own. An article is passed over only if its text and
 * metadata, the program to the last byte and the options are the same, and if the graph in the
 * dataset is still the one that was stored. So the file can only save time: deleting it, or
 * changing the dataset by other means, does no harm.
 */
public final class BuildLog {

  static final String FILE = "newsgraph-built.tsv";

  /** What the file is called while it is written anew. */
  static final String UNFINISHED = FILE + ".new";

  private static final int COLUMNS = 6;
  private static final int ROOM = 1000;

  /**
   * What is known of a stored graph.
   *
   * @param source the digest of what it was made of
   * @param graph the digest of its triples as the dataset gives them
   */
  record Entry(Digest source, Digest graph, int entities, int facts, int events) {}

  private final Optional<Path> file;
  private final Optional<Digest> program;
  private final String options;

  /** From earlier builds; what has been asked for once is not kept. */
  private final Map<Digest, Entry> entries = new HashMap<>();

  private final SeenArticles seen = new SeenArticles();

  private BuildLog(Optional<Path> file, Optional<Digest> program, String options) {
    this.file = file;
    this.program = program;
    this.options = options;
  }

  /**
   * The log of a dataset; it is read, and written, once there is a dataset.
   *
   * @param directory the dataset's, which need not exist yet
   * @param options of those that change what is stored
   */
  public static BuildLog of(Path directory, String options) {
    return new BuildLog(Optional.of(directory.resolve(FILE)), ProgramDigest.read(), options);
  }

  /** A log that remembers nothing beyond the run. */
  public static BuildLog none() {
    return new BuildLog(Optional.empty(), Optional.empty(), "");
  }

  /** The digest of all that the graph of an article follows from. */
  Digest source(Article article) {
    List<String> parts = new ArrayList<>();
    parts.add(program.map(Digest::hex).orElse(""));
    parts.add(options);
    parts.add(article.iri());
    parts.add(article.text());
    Stream.of(
            article.headline(),
            article.author(),
            article.publisher(),
            article.published().map(PartialDate::iso),
            article.language(),
            article.url())
        .forEach(part -> parts.add(part.map(text -> "=" + text).orElse("")));
    article.paragraphs().forEach(paragraph -> parts.add(paragraph.toString()));
    return Digest.of(parts);
  }

  /**
   * Notes that an article was met in this run.
   *
   * @return what an article of the same name was made of that was met before, if any
   */
  Optional<Digest> meet(Article article, Digest source) {
    return seen.putIfAbsent(key(article.iri()), source);
  }

  /** Reads the file, where there is one. What cannot be read is as if it were not there. */
  void load() {
    if (file.isEmpty() || program.isEmpty() || !Files.exists(file.get())) {
      return;
    }
    int lines = 0;
    try (BufferedReader in = Files.newBufferedReader(file.get())) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines++;
        read(line, entries);
      }
      if (lines > 2 * entries.size() + ROOM) {
        rewrite(file.get());
      }
    } catch (IOException e) {
      entries.clear();
    }
  }

  /** Takes a line in; false if it is none, such as one that was cut off as it was written. */
  static boolean read(String line, Map<Digest, Entry> into) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      return false;
    }
    try {
      into.put(
          Digest.parse(cells[0]),
          new Entry(
              Digest.parse(cells[1]),
              Digest.parse(cells[2]),
              Integer.parseInt(cells[3]),
              Integer.parseInt(cells[4]),
              Integer.parseInt(cells[5])));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What is known of the graph of an article, if the dataset holds just that graph. */
  Optional<Entry> stored(Article article, Digest source, Store store) {
    return Optional.ofNullable(entries.remove(key(article.iri())))
        .filter(entry -> entry.source().equals(source))
        .filter(
            entry -> entry.graph().equals(store.read(dataset -> graph(article.iri(), dataset))));
  }

  /**
   * Notes graphs that have been stored.
   *
   * @param made by the names of the graphs, what they were made of and hold; a graph digest is not
   *     in it yet
   */
  void add(Map<String, Entry> made, Store store) {
    if (file.isEmpty() || program.isEmpty()) {
      return;
    }
    List<String> added =
        store.read(
            dataset ->
                made.entrySet().stream()
                    .map(
                        one ->
                            line(
                                key(one.getKey()),
                                withGraph(one.getKey(), one.getValue(), dataset)))
                    .toList());
    try {
      Files.write(file.get(), added, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // The next build extracts again what is not noted.
    }
  }

  /** Leaves out what later lines have overtaken. */
  private void rewrite(Path log) throws IOException {
    Path whole = log.resolveSibling(UNFINISHED);
    Files.write(
        whole,
        (Iterable<String>)
            entries.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).sorted()
                ::iterator);
    Files.move(whole, log, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String line(Digest key, Entry entry) {
    return String.join(
        "\t",
        key.hex(),
        entry.source().hex(),
        entry.graph().hex(),
        Integer.toString(entry.entities()),
        Integer.toString(entry.facts()),
        Integer.toString(entry.events()));
  }

  static Digest key(String iri) {
    return Digest.of(List.of(iri));
  }

  private static Entry withGraph(String iri, Entry made, DatasetGraph dataset) {
    return new Entry(
        made.source(), graph(iri, dataset), made.entities(), made.facts(), made.events());
  }

  private static Digest graph(String iri, DatasetGraph dataset) {
    return graph(iri, dataset.getGraph(NodeFactory.createURI(iri)));
  }

  /** The digest of an article's stored graph. */
  static Digest graph(String iri, Graph stored) {
    // As extracted: a decision on who is who is no reason to extract an article again.
    Graph graph = EntityIdentity.extracted(iri, stored);
    Digest digest = Digest.ZERO;
    for (Triple triple : (Iterable<Triple>) graph::find) {
      digest = digest.plus(Digest.of(List.of(NodeFmtLib.str(triple))));
    }
    return digest;
  }
}
