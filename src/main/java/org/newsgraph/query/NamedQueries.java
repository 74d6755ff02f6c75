package org.newsgraph.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.newsgraph.data.NearNames;

/** The queries that ship with the program, from {@code ontology/queries/}. */
public final class NamedQueries {

  private static final String FOLDER = "/ontology/queries";
  private static final String ENDING = ".rq";

  /**
   * The query of that name.
   *
   * @throws QueryFailure.UnknownName if there is none
   */
  public NamedQuery get(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new QueryFailure.UnknownName(name, NearNames.of(name, names), names);
    }
    String file = FOLDER + "/" + name + ENDING;
    try (InputStream in = NamedQueries.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is listed but cannot be read");
      }
      return NamedQuery.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All queries, by name. */
  public List<NamedQuery> all() {
    return names().stream().map(this::get).toList();
  }

  /** The names of all queries, sorted. */
  public List<String> names() {
    URL folder = NamedQueries.class.getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException(FOLDER + " is not on the class path");
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return names(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return names(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }
}
