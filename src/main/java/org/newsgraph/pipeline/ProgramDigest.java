package org.newsgraph.pipeline;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Tells one build of the program from another by all that it holds: code, models, patterns, names,
 * ontology, and the versions of its libraries.
 */
final class ProgramDigest {

  private ProgramDigest() {}

  /** The digest of the running program; empty where it cannot be told where it is kept. */
  static Optional<Digest> read() {
    CodeSource source = ProgramDigest.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      return Optional.of(Digest.of(Files.isDirectory(place) ? files(place) : entries(place)));
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** An archive keeps a checksum of each of its files. */
  private static List<String> entries(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc())
          .sorted()
          .toList();
    }
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(Path::toFile)
          .filter(File::isFile)
          .map(file -> file + " " + file.length() + " " + file.lastModified())
          .sorted()
          .toList();
    }
  }
}
