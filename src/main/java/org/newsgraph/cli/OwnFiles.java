package org.newsgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFLib;
import org.newsgraph.extract.OwnPatterns;
import org.newsgraph.extract.PatternReader;
import org.newsgraph.load.RdfFile;
import org.newsgraph.ontology.Ontology;
import org.newsgraph.ontology.OntologyCheck;
import org.newsgraph.ontology.OntologyProblem;

/**
 * The ontology and the patterns of a run, the user's own among them.
 *
 * @param ontology all classes and properties
 * @param patterns the user's own
 * @param files how many files the patterns come from
 * @param problems all that is wrong with either, a line each
 * @param content the text of the user's files, to tell one state of them from another
 */
record OwnFiles(
    Ontology ontology, OwnPatterns patterns, int files, List<String> problems, String content) {

  /**
   * Reads and checks them.
   *
   * @param ontologies files of Turtle
   * @param patterns pattern files, or directories of some
   * @throws UsageException if one is not there
   * @throws org.newsgraph.load.RdfFailure if an ontology cannot be read
   */
  static OwnFiles read(List<Path> ontologies, List<Path> patterns) {
    try {
      List<String> problems = new ArrayList<>();
      StringBuilder content = new StringBuilder();
      Ontology ontology = Ontology.builtIn();
      for (Path file : ontologies) {
        ontology = extended(ontology, file, problems, content);
      }
      List<Path> files = new ArrayList<>();
      for (Path each : patterns) {
        files.addAll(patternFiles(each));
      }
      PatternReader.ReadFiles read = new PatternReader(ontology.schema()).readFiles(files);
      read.problems().forEach(problem -> problems.add(problem.toString()));
      for (Path file : files) {
        content.append(file.getFileName()).append('\n').append(hex(Files.readAllBytes(file)));
      }
      return new OwnFiles(
          ontology, read.patterns(), files.size(), List.copyOf(problems), content.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(ExitStatus.message(e), e);
    }
  }

  private static Ontology extended(
      Ontology before, Path file, List<String> problems, StringBuilder content) throws IOException {
    requireThere(file);
    Graph own = GraphMemFactory.createDefaultGraph();
    RdfFile.of(file)
        .parse(
            Path.of("").toUri().toString(),
            LabelToNode.createIncremental(),
            StreamRDFLib.graph(own));
    SortedMap<String, String> prefixes = new TreeMap<>(own.getPrefixMapping().getNsPrefixMap());
    byte[] bytes = Files.readAllBytes(file);
    content.append(hex(bytes));
    Ontology after = before.with(own, prefixes);
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    for (OntologyProblem problem :
        OntologyCheck.problems(file.toString(), text, own, prefixes, before.schema(), after)) {
      problems.add(problem.toString());
    }
    return after;
  }

  private static List<Path> patternFiles(Path path) throws IOException {
    requireThere(path);
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> files = entries.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList();
      if (files.isEmpty()) {
        throw new UsageException(path + " holds no pattern file; their names end in .yaml");
      }
      return files;
    }
  }

  private static void requireThere(Path path) {
    if (!Files.exists(path)) {
      throw new UsageException(path + " does not exist; check the path");
    }
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes) + "\n";
  }
}
