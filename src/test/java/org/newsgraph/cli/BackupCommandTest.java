package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsgraph.backup.Backup;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Store;

/** backup and restore. */
class BackupCommandTest extends CommandLineTest {

  private String file;
  private String again;

  @BeforeEach
  void backUp() {
    buildTwo();
    file = folder.resolve("kept.nq.gz").toString();
    again = folder.resolve("again").toString();
    run("backup", "--loc", loc(), "-o", file).done();
  }

  private static String unpacked(String file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(Path.of(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String packed(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)).transferTo(out);
    }
    return file(name, bytes.toByteArray());
  }

  @Test
  void whatIsRestoredIsWhatWasBackedUpToTheByte() {
    run("restore", file, "--loc", again).done();

    String second = folder.resolve("second.nq.gz").toString();
    run("backup", "--loc", again, "-o", second).done();
    assertThat(Path.of(second)).hasSameBinaryContentAs(Path.of(file));
    for (String format : List.of("trig", "ttl")) {
      assertThat(run("export", "--format", format, "--loc", again).done().out())
          .isEqualTo(run("export", "--format", format, "--loc", loc()).done().out());
    }
    assertThat(run("validate", "--loc", again).done().err()).contains("no violations");
    run("build", article("b.txt", founding("B", "Bob Crane", "Cranery")), "--loc", again).done();
  }

  @Test
  void anyToolReadsIt() throws IOException {
    List<String> lines = unpacked(file).lines().toList();
    long quads = lines.stream().filter(line -> !line.startsWith("#")).count();
    assertThat(lines.getLast())
        .matches("# newsgraph backup ends: " + quads + " quads, sha256 [0-9a-f]{64}");
    assertThat(run("load", file, "--loc", again).done().err())
        .contains(quads + " quads loaded into 3 graphs");
  }

  @Test
  void intoADirectoryItIsNamedAfterTheDataset() {
    Outcome outcome = run("backup", "--loc", loc(), "-o", folder.toString()).done();
    assertThat(outcome.err()).endsWith("dataset ü 東.nq.gz\n");
    assertThat(folder.resolve("dataset ü 東.nq.gz")).hasSameBinaryContentAs(Path.of(file));
  }

  @Test
  void aDamagedFileIsRefusedBeforeAnythingIsWritten() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(file));
    String whole = unpacked(file);
    String last = whole.lines().toList().getLast() + "\n";
    String body = whole.substring(0, whole.length() - last.length());
    String line = body.lines().toList().get(5) + "\n";

    refused(file("half.nq.gz", Arrays.copyOf(bytes, bytes.length / 2)), "no whole gzip file");
    refused(file("tail.nq.gz", Arrays.copyOf(bytes, bytes.length - 4)), "no whole gzip file");
    refused(file("text.nq.gz", new byte[] {65, 66, 67}), "no whole gzip file");
    refused(packed("open.nq.gz", body), "no last line");
    refused(packed("less.nq.gz", body.replace(line, "") + last), "was changed");
    refused(packed("other.nq.gz", body.replace("Ada Byron", "Eve Byron") + last), "was changed");
    refused(packed("more.nq.gz", whole + line), "goes on after its last line");
    refused(folder.resolve("none.nq.gz").toString(), "does not exist");
  }

  private void refused(String damaged, String says) {
    run("restore", damaged, "--loc", again).failed(1, damaged, says);
    run("restore", damaged, "--check").failed(1, damaged, says);
    assertThat(Path.of(again)).doesNotExist();
  }

  @Test
  void aChangedByteAnywhereIsNoticed() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(file));
    // Behind gzip's header, of which its reader passes over time and system.
    for (int at = 10; at < bytes.length; at += 1 + bytes.length / 40) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;
      Outcome outcome = run("restore", file("changed.nq.gz", changed), "--check");
      assertThat(outcome.status()).as("byte %d: %s", at, outcome.err()).isEqualTo(1);
    }
  }

  @Test
  void onlyANewOrEmptyDirectoryIsFilled() throws IOException {
    String before = run("export", "--format", "nq", "--loc", loc()).out();
    run("restore", file, "--loc", loc()).failed(1, "is not empty and stays as it is");
    assertThat(run("export", "--format", "nq", "--loc", loc()).out()).isEqualTo(before);
    article("news/story.txt", "x");
    run("restore", file, "--loc", folder.resolve("news").toString()).failed(1, "other files");

    Files.createDirectory(Path.of(again));
    run("restore", file, "--loc", again).done();
    String third = folder.resolve("third").toString();
    try (Store store = Store.openOrCreate(Path.of(third))) {
      assertThat(store.quads()).as("what a restore cut short leaves").isZero();
    }
    assertThat(run("restore", file, "--loc", third).done().err()).contains("quads");
  }

  @Test
  void aBackupIsOfOneMomentAlthoughWritingGoesOn() throws IOException {
    Path during = folder.resolve("during.nq.gz");
    try (Store store = Store.openExisting(Path.of(loc()))) {
      long quads =
          store.read(
              dataset -> {
                Thread writer =
                    new Thread(
                        () ->
                            store.replace(
                                List.of(
                                    new NamedGraph(
                                        "https://example.org/late",
                                        org.newsgraph.ontology.OntologyFile.read(
                                            org.newsgraph.ontology.OntologyFile.SHAPES)))));
                writer.start();
                try {
                  writer.join();
                  return new Backup(during).write(store);
                } catch (InterruptedException | IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(store.quads()).isGreaterThan(quads);
    }
    assertThat(during).hasSameBinaryContentAs(Path.of(file));
  }

  @Test
  void refusesWhatCannotBe() {
    run("backup", "--loc", loc()).failed(2, "--output");
    run("backup", "--loc", loc(), "-o", folder.resolve("a.ttl").toString()).failed(2, ".nq.gz");
    run("backup", "--loc", loc(), "-o", folder.resolve("no/a.nq.gz").toString())
        .failed(1, "there is no directory");
    run("backup", "--loc", again, "-o", file).failed(1, "no dataset");
    run("restore", file).failed(2, "--loc");
    assertThat(run("restore", file, "--check").done().err()).contains("is whole: ", " quads");
  }
}
