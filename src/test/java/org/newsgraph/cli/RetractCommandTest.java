package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetractCommandTest extends CommandLineTest {

  private static final String BASE = "https://w3id.org/newsgraph/id/article/";
  private static final String ADA = BASE + "2024-03-14/a-start";

  @BeforeEach
  void build() {
    buildTwo();
  }

  private String export(String loc) {
    return run("export", "--format", "nq", "--loc", loc).done().out();
  }

  @Test
  void whatStoodOnTheArticleAloneIsGoneAndTheRestIsAsIfItHadNeverBeen() {
    String without = folder.resolve("without").toString();
    run(
            "build",
            folder.resolve("story.txt").toString(),
            "--published",
            "2024-03-14",
            "--loc",
            without)
        .done();

    Outcome outcome = run("retract", ADA, "--loc", loc()).done();

    assertThat(outcome.out()).isEqualTo(ADA + "\n");
    assertThat(outcome.err())
        .isEqualTo(
            """
            newsgraph: retracted A start, 2024-03-14
            newsgraph: 1 article, 24 quads; known from nowhere else: 2 entities, 1 fact, 0 events
            """);
    assertThat(export(loc())).isEqualTo(export(without));
    run("explain", "Ada Byron", "--loc", loc()).failed(1, "nothing is named 'Ada Byron'");
  }

  @Test
  void whatAnotherArticleSaysTooStays() {
    String again = article("again.txt", founding("Once more", "Ada Byron", "Enginery"));
    run("build", again, "--loc", loc()).done();

    assertThat(run("retract", ADA, "--loc", loc()).done().err())
        .contains("known from nowhere else: 0 entities, 0 facts, 0 events");
    assertThat(run("explain", "Ada Byron", "--loc", loc()).done().out())
        .contains("Once more")
        .doesNotContain("A start");
  }

  @Test
  void anArticleGoesByAnyOfItsNames() {
    for (String name :
        new String[] {
          "A start",
          "a  START",
          "A st",
          "2024-03-14/a",
          "a-start",
          folder.resolve("ada.txt").toString()
        }) {
      assertThat(run("retract", name, "--dry-run", "--loc", loc()).done().out())
          .as(name)
          .isEqualTo(ADA + "\n");
    }
    assertThat(run("retract", folder.resolve("story.txt").toString(), "--loc", loc()).done().out())
        .isEqualTo(BASE + "2024-03-14/orbweaver-goes-to-court\n");
  }

  @Test
  void aDryRunRemovesNothing() {
    String before = export(loc());
    assertThat(run("retract", ADA, "--dry-run", "--loc", loc()).done().err())
        .contains("would retract A start, 2024-03-14")
        .endsWith("; nothing removed\n");
    assertThat(export(loc())).isEqualTo(before);
  }

  @Test
  void severalGoTogetherOrNoneDoes() {
    String before = export(loc());
    run("retract", "A start", "A stork", "--loc", loc()).failed(1, "A stork", "mean 'A start'");
    assertThat(export(loc())).isEqualTo(before);

    run("retract", "A start", "orbweaver", "A start", "-q", "--loc", loc()).done();
    assertThat(export(loc())).isEmpty();
    assertThat(run("query", "ASK { schema:Person a owl:Class }", "--loc", loc()).out())
        .as("the ontology stays")
        .isEqualTo("yes\n");
  }

  @Test
  void aNameThatLeadsNowhereOrToSeveralIsToldOf() {
    run("build", article("b.txt", founding("A standstill", "Bob Crane", "Cranery")), "--loc", loc())
        .done();
    run("retract", "A sta", "--loc", loc())
        .failed(1, "'A sta' may be any of 2 articles", ADA, "a-standstill");
    run("retract", "xyzzy", "--loc", loc()).failed(1, "no article in the dataset is 'xyzzy'");
    run("retract", " ", "--loc", loc()).failed(2, "which article");
    run("retract", "--loc", loc()).failed(2, "ARTICLE");
    run("retract", file("empty.txt", new byte[0]), "--loc", loc()).failed(1, "empty.txt");
    run("retract", "https://w3id.org/newsgraph/ontology", "--loc", loc()).failed(1, "no article");
    run("retract", "x", "--loc", folder.resolve("none").toString()).failed(1, "no dataset");
    String other = article("other.txt", founding("Elsewhere", "Bob Crane", "Cranery"));
    run("retract", other, "--loc", loc()).failed(1, "no article in the dataset is 'Elsewhere'");
  }
}
