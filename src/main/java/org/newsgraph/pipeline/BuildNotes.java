package org.newsgraph.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/** What the log of builds says of a dataset's graphs, for those who check them. */
public final class BuildNotes {

  /**
   * What a build noted of a graph that it stored.
   *
   * @param isTheSame whether the dataset has the very graph
   * @param entities how many there were, as of facts and events
   */
  public record Note(boolean isTheSame, int entities, int facts, int events) {}

  private final Path file;
  private final Map<Digest, BuildLog.Entry> entries = new HashMap<>();
  private final List<Integer> unreadable = new ArrayList<>();

  private BuildNotes(Path file) {
    this.file = file;
  }

  /** Reads the log of a dataset; where there is none, or it cannot be read, nothing is noted. */
  public static BuildNotes read(Path directory) {
    BuildNotes notes = new BuildNotes(directory.resolve(BuildLog.FILE));
    if (Files.exists(notes.file)) {
      try {
        // Byte for byte: a line of other bytes than those of digits is no line, and no failure.
        int number = 0;
        for (String line : Files.readAllLines(notes.file, StandardCharsets.ISO_8859_1)) {
          number++;
          if (!BuildLog.read(line, notes.entries)) {
            notes.unreadable.add(number);
          }
        }
      } catch (IOException e) {
        notes.entries.clear();
      }
    }
    return notes;
  }

  /** The log. */
  public Path file() {
    return file;
  }

  /** Of how many graphs it tells, those among them that have been retracted since. */
  public int size() {
    return entries.size();
  }

  /** The numbers of the lines that are none, from 1. */
  public List<Integer> unreadable() {
    return List.copyOf(unreadable);
  }

  /** What is left of writing the log anew, where that was broken off. */
  public Optional<Path> unfinished() {
    return Optional.of(file.resolveSibling(BuildLog.UNFINISHED)).filter(Files::exists);
  }

  /** What a build noted of an article's graph last; empty where none did. */
  public Optional<Note> of(String article, Graph stored) {
    return Optional.ofNullable(entries.get(BuildLog.key(article)))
        .map(
            entry ->
                new Note(
                    entry.graph().equals(BuildLog.graph(article, stored)),
                    entry.entities(),
                    entry.facts(),
                    entry.events()));
  }
}
