package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.newsgraph.rdf.Stories;

class BuildCommandTest extends CommandLineTest {

  private static final String FOUNDERS =
      "SELECT ?n { ?o schema:founder/rdfs:label ?n } ORDER BY ?n";

  private String founders() {
    return run("query", FOUNDERS, "--results", "csv", "--loc", loc()).done().out();
  }

  @Test
  void storesAnArticleAndSaysSo() {
    String story = article("story.txt", Stories.TEXT);
    Outcome built = run("build", story, "--loc", loc(), "--published", "2024-03-14").done();

    assertThat(built.out()).isEmpty();
    assertThat(built.err())
        .isEqualTo(
            "newsgraph: 1 article read: 1 stored, 0 unchanged, 0 failed; 7 entities, 8 facts,"
                + " 2 events, 0 violations left out\n");
    assertThat(founders()).isEqualTo("n\r\nMara Lindqvist\r\n");
  }

  @Test
  void theSameArticleAgainChangesNothing() throws IOException {
    String story = article("story.txt", Stories.TEXT);
    run("build", story, "--loc", loc()).done();
    String exported = run("export", "--format", "nq", "--loc", loc()).done().out();
    Map<String, Long> sizes = sizes(Path.of(loc()));

    Outcome again = run("build", story, "--loc", loc()).done();

    assertThat(again.err()).contains("0 stored, 1 unchanged");
    assertThat(run("export", "--format", "nq", "--loc", loc()).out()).isEqualTo(exported);
    assertThat(sizes(Path.of(loc()))).isEqualTo(sizes);
  }

  @Test
  void aChangedArticleReplacesItsOwnGraphAlone() {
    String first = article("one.txt", founding("A start", "Ada Byron", "Enginery"));
    String second = article("two.txt", founding("Another start", "Bob Crane", "Cranery"));
    run("build", first, second, "--loc", loc()).done();

    article("one.txt", founding("A start", "Eve Dole", "Enginery"));
    Outcome again = run("build", first, second, "--loc", loc()).done();

    assertThat(again.err()).contains("1 stored, 1 unchanged");
    assertThat(founders()).isEqualTo("n\r\nBob Crane\r\nEve Dole\r\n");
  }

  @Test
  void aDeniedFactIsNoPlainTriple() {
    standardInput = "A denial\n\nAda Byron did not found Enginery.\n";
    run("build", "-", "--loc", loc()).done();

    assertThat(founders()).isEqualTo("n\r\n");
    assertThat(
            run(
                    "query",
                    "SELECT ?m { ?r rdf:reifies <<( ?o schema:founder ?p )>> ; ng:modality ?m }",
                    "--results",
                    "csv",
                    "--loc",
                    loc())
                .out())
        .contains("https://w3id.org/newsgraph/ontology#Denied");
  }

  @Test
  void leavesOutWhatIsLessCertainThanAskedFor() {
    standardInput = "A day\n\nAda Byron did not found Enginery. Eve Dole founded Dolery.\n";
    Outcome built = run("build", "-", "--min-confidence", "0.7", "--loc", loc()).done();

    assertThat(built.err()).contains(" 1 fact,");
    assertThat(founders()).isEqualTo("n\r\nEve Dole\r\n");
  }

  @Test
  void mintsUnderTheBaseAskedFor() {
    standardInput = founding("A start", "Ada Byron", "Enginery");
    run("build", "-", "--base", "https://example.org/kb", "--loc", loc()).done();

    assertThat(run("export", "--format", "nt", "--loc", loc()).out())
        .contains("<https://example.org/kb/entity/person/Ada_Byron>")
        .doesNotContain("w3id.org/newsgraph/id/");
  }

  @Test
  void givesTheSameBytesWhateverTheNumberOfThreads() {
    for (int i = 0; i < 250; i++) {
      article("many/%d.txt".formatted(i), founding("Start " + i, "Ada Byron", "Firm" + i));
    }
    String other = folder.resolve("other").toString();
    Outcome built = run("build", folder.resolve("many").toString(), "--loc", loc(), "--threads=4");
    run("build", folder.resolve("many").toString(), "--loc", other, "--threads=1").done();

    assertThat(built.done().err()).contains("250 articles read: 250 stored");
    assertThat(run("export", "--format", "trig", "--loc", loc()).out())
        .isEqualTo(run("export", "--format", "trig", "--loc", other).out());
  }

  @Test
  void goesOnAfterABadInput() {
    Outcome built =
        run(
            "build",
            folder.resolve("missing.txt").toString(),
            article("story.txt", Stories.TEXT),
            file("empty.txt", new byte[0]),
            "--loc",
            loc());

    assertThat(built.status()).isEqualTo(4);
    assertThat(built.err()).contains("missing.txt: does not exist").contains("empty.txt");
    assertThat(built.err().lines()).hasSize(3);
    assertThat(founders()).contains("Mara Lindqvist");
  }

  @Test
  void leavesNoDatasetWhereNoInputCanBeRead() throws IOException {
    run("build", folder.resolve("missing.txt").toString(), "--loc", loc())
        .failed(1, "missing.txt: does not exist");
    run("build", file("empty.txt", new byte[0]), "--loc", loc()).failed(1, "empty.txt");
    run("build", file("binary.txt", new byte[] {1, 0, 2, 0}), "--loc", loc())
        .failed(1, "binary.txt");
    run("build", file("latin.txt", "café".getBytes(StandardCharsets.ISO_8859_1)), "--loc", loc())
        .failed(1, "latin.txt");
    Files.createDirectory(folder.resolve("nothing"));
    run("build", folder.resolve("nothing").toString(), "--loc", loc())
        .failed(1, "nothing: holds no article");
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("large.txt").toFile(), "rw")) {
      large.setLength(50L * 1024 * 1024);
    }
    run("build", folder.resolve("large.txt").toString(), "--loc", loc())
        .failed(1, "large.txt: is too large");
    assertThat(Path.of(loc())).doesNotExist();
  }

  @Test
  void anArticleThatBreaksTheExtractorFailsAlone() {
    Outcome built =
        run(
            "build",
            article("trap.txt", "Trap\n\nNothing here.\n"),
            article("story.txt", Stories.TEXT),
            "--loc",
            loc());

    assertThat(built.status()).isEqualTo(4);
    assertThat(built.err()).contains("could not be extracted").contains("1 stored");
    assertThat(built.err()).doesNotContain("\tat ");
  }

  @Test
  void aSecondArticleOfTheSameHeadlineAndDateIsRefusedAndNotSwapped() {
    Outcome built =
        run(
            "build",
            article("one.txt", founding("A start", "Ada Byron", "Enginery")),
            article("two.txt", founding("A start", "Bob Crane", "Cranery")),
            "--loc",
            loc());

    assertThat(built.status()).isEqualTo(4);
    assertThat(built.err()).contains("second article named");
    assertThat(founders()).isEqualTo("n\r\nAda Byron\r\n");
  }

  @Test
  void refusesValuesThatCannotBe() {
    String story = article("story.txt", Stories.TEXT);
    run("build", story, "--published", "29/01/2025", "--loc", loc())
        .failed(2, "--published", "29/01/2025", "2025-01-29");
    run("build", story, "--published", "2025-02-30", "--loc", loc()).failed(2, "2025-02-30");
    run("build", story, "--min-confidence", "1.5", "--loc", loc()).failed(2, "0 to 1");
    run("build", story, "--threads", "0", "--loc", loc()).failed(2, "1 or more");
    run("build", story, "--base", "no iri", "--loc", loc()).failed(2, "no iri");
    run("build", story).failed(2, "--loc", "NEWSGRAPH_LOC");
    run("build", "--loc", loc()).failed(2, "INPUT");
  }

  @Test
  void refusesADirectoryThatIsNoDataset() {
    String story = article("news/story.txt", Stories.TEXT);
    run("build", story, "--loc", folder.resolve("news").toString())
        .failed(1, "holds other files, not a dataset");
    run("build", story, "--loc", story).failed(1, "is a file, not a dataset");
    run("build", story, "--loc", story + "/below").failed(1, "cannot write to");
    assertThat(folder.resolve("news")).isDirectoryContaining("glob:**/story.txt");
  }

  @Test
  void takesTheDatasetFromTheEnvironment() {
    env.put("NEWSGRAPH_LOC", loc());
    run("build", article("story.txt", Stories.TEXT)).done();

    assertThat(run("query", "ASK { ?s schema:founder ?o }").out()).isEqualTo("yes\n");
  }

  @Test
  void tellsOfArticlesWithoutADate() {
    String story = article("story.txt", "A start\n\nAda Byron founded Enginery on Monday.\n");
    assertThat(run("build", story, "--loc", loc()).done().err())
        .endsWith("; 1 without a date (--published gives one)\n");
    assertThat(run("build", story, "--loc", loc(), "--published", "2025-01-29").done().err())
        .doesNotContain("without a date");
  }

  @Test
  void isQuietWhenAskedTo() {
    assertThat(run("build", article("story.txt", Stories.TEXT), "-q", "--loc", loc()).done().err())
        .isEmpty();
  }

  @Test
  void drawsABarOnATerminalAlone() {
    String story = article("story.txt", Stories.TEXT);
    env.put("NEWSGRAPH_TERMINAL", "1");
    assertThat(run("build", story, "--loc", loc()).done().err()).contains("articles");
    assertThat(run("build", story, "--loc", loc(), "--no-progress").done().err())
        .startsWith("newsgraph: 1 article read");
    env.put("NO_COLOR", "1");
    assertThat(run("build", story, "--loc", loc()).done().err())
        .startsWith("newsgraph: 1 article read");
  }
}
