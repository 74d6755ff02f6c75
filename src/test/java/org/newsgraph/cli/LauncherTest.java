package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the launcher with a Java and a Maven that only say how they were called. */
class LauncherTest {

  private static final String JAVA =
      """
      #!/bin/sh
      for argument in "$@"; do echo "<$argument>"; done
      echo "in $(pwd -P), ${LC_ALL:-no locale}"
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo called >> calls
      sleep 1
      mkdir -p target/lib && touch target/newsgraph.jar
      """;

  @TempDir Path folder;

  private Path launcher;
  private Path jdk;

  @BeforeEach
  void copyLauncher() throws IOException {
    Path home = Files.createDirectories(folder.resolve("a home ü"));
    launcher = home.resolve("newsgraph");
    executable(launcher, Files.readString(Path.of("newsgraph")));
    jdk = jdk("jdk 25", "25.0.1");
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("ontology"));
    Files.createFile(home.resolve("pom.xml"));
    executable(folder.resolve("bin/mvn"), MAVEN);
  }

  private Path jdk(String name, String version) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    executable(made.resolve("bin/java"), JAVA);
    Files.writeString(made.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return made;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** As if it had been built after the last change to a source. */
  private void built() throws IOException {
    Files.createDirectories(launcher.resolveSibling("target/lib"));
    Path jar = Files.createFile(launcher.resolveSibling("target/newsgraph.jar"));
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private Process start(Path script, Map<String, String> env, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().putAll(env);
    return builder.start();
  }

  private static String text(java.io.InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void argumentsSurviveFromAnyDirectoryAndThroughALink() throws Exception {
    built();
    Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
    Process run = start(link, Map.of("LANG", "C"), "explain", "Ada  Byron", "東京 *", "", "a\"b'c$d");
    String out = text(run.getInputStream());

    assertThat(text(run.getErrorStream())).isEmpty();
    assertThat(run.waitFor()).isZero();
    assertThat(out)
        .contains("<" + launcher.toRealPath().resolveSibling("target/newsgraph.jar") + ">")
        .endsWith(
            "<explain>\n<Ada  Byron>\n<東京 *>\n<>\n<a\"b'c$d>\nin %s, C.UTF-8\n"
                .formatted(folder.toRealPath()));
  }

  @Test
  void aLocaleThatCanWriteEverythingIsKept() throws Exception {
    built();
    Process run = start(launcher, Map.of("LC_ALL", "de_DE.UTF-8"));
    assertThat(text(run.getInputStream())).endsWith(", de_DE.UTF-8\n");
  }

  @Test
  void twoFirstRunsBuildOnce() throws Exception {
    Process one = start(launcher, Map.of(), "stats");
    Process two = start(launcher, Map.of(), "stats");

    assertThat(one.waitFor()).isZero();
    assertThat(two.waitFor()).isZero();
    assertThat(text(one.getErrorStream()) + text(two.getErrorStream()))
        .containsOnlyOnce("building once");
    assertThat(text(one.getInputStream())).contains("<stats>");
    assertThat(text(two.getInputStream())).contains("<stats>");
    assertThat(launcher.resolveSibling("calls")).hasContent("called");
    assertThat(launcher.resolveSibling("target/building")).doesNotExist();
  }

  @Test
  void buildsAgainWhereASourceIsNewer() throws Exception {
    built();
    Path source = Files.createFile(launcher.resolveSibling("src/main/New.java"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    Process run = start(launcher, Map.of());

    assertThat(text(run.getErrorStream())).contains("building once");
    assertThat(run.waitFor()).isZero();
    assertThat(launcher.resolveSibling("calls")).hasContent("called");
  }

  @Test
  void saysWhyTheBuildFailed() throws Exception {
    executable(folder.resolve("bin/mvn"), "#!/bin/sh\necho no such symbol\nexit 1\n");
    Process run = start(launcher, Map.of());

    assertThat(text(run.getErrorStream())).contains("no such symbol").contains("the build failed");
    assertThat(run.waitFor()).isEqualTo(1);
    assertThat(launcher.resolveSibling("target/building")).doesNotExist();
  }

  @Test
  void saysWhatToInstallWhereThereIsNoJava() throws Exception {
    built();
    // The places it looks in are moved away, since some Java runs this test.
    String text = Files.readString(launcher).replaceAll("(?<=[ \"])/(usr|opt|Library)/", "/none/");
    executable(launcher, text);
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("sh", "sed", "dirname", "readlink", "find", "head")) {
      Path bin = Path.of("/usr/bin", tool);
      String found = (Files.exists(bin) ? bin : Path.of("/bin", tool)).toString();
      executable(tools.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
    }
    String old = jdk("old", "17.0.2").toString();
    Process run =
        start(launcher, Map.of("JAVA_HOME", old, "HOME", "/none", "PATH", tools.toString()));

    assertThat(text(run.getErrorStream()))
        .isEqualTo(
            "newsgraph: no Java 21 or newer found; install a JDK, such as Eclipse Temurin 25"
                + " (https://adoptium.net), or set JAVA_HOME\n");
    assertThat(run.waitFor()).isEqualTo(1);
  }

  @Test
  void tellsWhichJavaItFoundWithoutBuilding() throws Exception {
    Process run = start(launcher, Map.of(), "--java-home");

    assertThat(text(run.getInputStream())).isEqualTo(jdk + "\n");
    assertThat(launcher.resolveSibling("target")).doesNotExist();
  }

  @Test
  void takesTheNewestOfThoseInstalled() throws Exception {
    built();
    Files.createDirectories(folder.resolve("home/.jdks"));
    Files.move(jdk("older", "21.0.3"), folder.resolve("home/.jdks/older"));
    Path newest = Files.move(jdk("newest", "999"), folder.resolve("home/.jdks/newest"));
    executable(newest.resolve("bin/java"), "#!/bin/sh\necho newest\n");
    Process run =
        start(launcher, Map.of("JAVA_HOME", "/none", "HOME", folder.resolve("home").toString()));

    assertThat(text(run.getInputStream())).isEqualTo("newest\n");
  }
}
