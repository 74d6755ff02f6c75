package org.newsgraph.doctor;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.store.StorePart;

/** Commands that mend a dataset, ready to paste into a shell. */
final class Mends {

  private final Path dataset;
  private final String loc;

  /**
   * @param dataset the directory, as the user names it
   */
  Mends(Path dataset) {
    this.dataset = dataset;
    this.loc = quoted(dataset.toString());
  }

  /** A word as a shell takes it. */
  static String quoted(String word) {
    return word.matches("[\\p{Alnum}_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  String build() {
    return "newsgraph build ARTICLE --loc " + loc;
  }

  String createAnew(Path files) {
    return "rm -r %s && %s".formatted(quoted(files.toString()), build());
  }

  String compact() {
    return "newsgraph compact --loc " + loc;
  }

  /** Opening is enough. */
  String settle() {
    return "newsgraph stats --loc " + loc;
  }

  String validate() {
    return "newsgraph validate --loc " + loc;
  }

  String permit(Path file, String rights) {
    return "chmod u+%s %s".formatted(rights, quoted(file.toString()));
  }

  String permitAll() {
    return "chmod -R u+rwX " + loc;
  }

  String remove(Path file) {
    return "rm " + quoted(file.toString());
  }

  String retract(String article) {
    return "newsgraph retract %s --loc %s".formatted(quoted(article), loc);
  }

  String undo(String entity, String other) {
    return "newsgraph resolve --undo %s %s --loc %s".formatted(quoted(entity), quoted(other), loc);
  }

  /** Writes the graph of decisions anew, with those that are whole. */
  String rewriteDecisions() {
    return Stream.of("--export decisions.tsv", "--undo-all", "--from decisions.tsv")
        .map(action -> "newsgraph resolve %s --loc %s".formatted(action, loc))
        .collect(Collectors.joining(" && "));
  }

  /** To a disk with more room. */
  String move() {
    String there = "/OTHER/DISK/" + quoted(name());
    return "newsgraph backup --loc %1$s -o %2$s.nq.gz && newsgraph restore %2$s.nq.gz --loc %2$s"
        .formatted(loc, there);
  }

  /** From an earlier backup. */
  String restore() {
    return "newsgraph restore BACKUP.nq.gz --loc " + beside("-restored");
  }

  /**
   * Without what is damaged, if what a backup takes is whole; else from an earlier backup.
   *
   * @param damaged all parts that are
   */
  String without(Collection<StorePart> damaged) {
    if (!damaged.stream().allMatch(StorePart::derived)) {
      return restore();
    }
    List<String> files =
        damaged.stream()
            .flatMap(part -> part.files().stream())
            .distinct()
            .sorted()
            .map(file -> quoted(file.toString()))
            .toList();
    String backup = beside("-mended.nq.gz");
    return Stream.of(
            "rm -f " + String.join(" ", files),
            "newsgraph backup --loc %s -o %s".formatted(loc, backup),
            "newsgraph restore %s --loc %s".formatted(backup, beside("-mended")))
        .collect(Collectors.joining(" && "));
  }

  private String beside(String ending) {
    return quoted(dataset.resolveSibling(name() + ending).toString());
  }

  private String name() {
    Path name = dataset.toAbsolutePath().normalize().getFileName();
    return name == null ? "dataset" : name.toString();
  }
}
