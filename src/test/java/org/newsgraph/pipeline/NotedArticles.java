package org.newsgraph.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which articles a dataset's build log notes as stored. */
public final class NotedArticles {

  private NotedArticles() {}

  /**
   * Reads the log.
   *
   * @param dataset its directory
   * @param articles IRIs that may be noted
   * @return those of them that are
   */
  public static Set<String> of(Path dataset, Collection<String> articles) throws IOException {
    Path log = dataset.resolve("newsgraph-built.tsv");
    if (!Files.exists(log)) {
      return Set.of();
    }
    // The last line may be cut off.
    Set<String> keys =
        Files.readAllLines(log).stream()
            .map(line -> line.split("\t", -1))
            .filter(cells -> cells.length == 6)
            .map(cells -> cells[0])
            .collect(Collectors.toSet());
    return articles.stream()
        .filter(iri -> keys.contains(Digest.of(List.of(iri)).hex()))
        .collect(Collectors.toSet());
  }
}
