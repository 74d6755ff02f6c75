package org.newsgraph.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The file in a dataset's directory that says which version of the program wrote it. */
final class StoreMark {

  static final String FILE = "newsgraph.properties";

  /** Goes up when a change of what is stored would mislead older versions of the program. */
  private static final int FORMAT = 1;

  private static final String FORMAT_KEY = "format";
  private static final String WRITER_KEY = "written-by";

  private final Path directory;

  StoreMark(Path directory) {
    this.directory = directory;
  }

  /** The name and version of the program that wrote the dataset last; empty where unknown. */
  Optional<String> writer() {
    return Optional.ofNullable(properties().getProperty(WRITER_KEY));
  }

  /**
   * Makes sure that this version of the program knows how the dataset was written.
   *
   * @throws StoreException.Newer if not
   */
  void requireReadable() {
    String format = properties().getProperty(FORMAT_KEY, "0");
    if (!format.matches("\\d{1,9}") || Integer.parseInt(format) > FORMAT) {
      throw new StoreException.Newer(directory, writer().orElse("another program"));
    }
  }

  /**
   * Writes the file unless it says the same already.
   *
   * @throws StoreException.Unwritable if it cannot be written
   */
  void write() {
    String content = "%s=%d\n%s=%s\n".formatted(FORMAT_KEY, FORMAT, WRITER_KEY, program());
    Path file = directory.resolve(FILE);
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(content)) {
        Files.writeString(file, content);
      }
    } catch (IOException e) {
      throw new StoreException.Unwritable(directory, String.valueOf(e.getMessage()));
    }
  }

  /** This program and its version. */
  static String program() {
    String version = StoreMark.class.getPackage().getImplementationVersion();
    return "newsgraph " + (version == null ? "(not packaged)" : version);
  }

  /** A file that is cut short says less, and that is no reason to refuse the dataset. */
  private Properties properties() {
    Properties properties = new Properties();
    try {
      Path file = directory.resolve(FILE);
      if (Files.exists(file)) {
        properties.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException | IllegalArgumentException e) {
      properties.clear();
    }
    return properties;
  }
}
