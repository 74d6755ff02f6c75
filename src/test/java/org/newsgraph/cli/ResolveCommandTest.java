package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolveCommandTest extends CommandLineTest {

  private static final String ENTITY = "https://w3id.org/newsgraph/id/entity/";
  private static final String BOB = ENTITY + "person/Bob_Kellan";
  private static final String ROBERT = ENTITY + "person/Robert_Kellan";
  private static final String LUMEN = ENTITY + "organization/Lumen";

  @BeforeEach
  void build() {
    String robert = article("robert.txt", founding("Soup recalled", "Robert Kellan", "Lumen"));
    String bob = article("bob.txt", founding("A quarry opens", "Bob Kellan", "Quarryco"));
    String vera = article("vera.txt", founding("Lamps from Porto", "Vera Sousa", "Lumen"));
    run("build", robert, bob, vera, "--loc", loc()).done();
  }

  private String export() {
    return export(loc());
  }

  private String export(String loc) {
    return run("export", "--format", "nq", "--loc", loc).done().out();
  }

  private String resolve(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "resolve";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--loc";
    all[args.length + 2] = loc();
    return run(all).done().out();
  }

  @Test
  void aListSaysWhatSpeaksForAndAgainst() {
    Outcome outcome = run("resolve", "--loc", loc()).done();
    assertThat(outcome.err()).isEqualTo("newsgraph: 2 pairs undecided\n");
    assertThat(outcome.out())
        .contains("Bob Kellan: one with a probability of 0.")
        .contains("   + a short form of the first name, the same last name\n")
        .contains("   - founder robert kellan and vera sousa\n")
        .contains("   <" + LUMEN + ">\n")
        .contains("   <" + LUMEN + ";2>\n")
        .contains(
            "     1 article\n"
                + "     A quarry opens, 2025-01-29: \"Bob Kellan founded Quarryco.\"\n");
  }

  @Test
  void namesakesAreTwo() {
    assertThat(export())
        .contains("<" + LUMEN + "> <https://schema.org/founder> <" + ROBERT + ">")
        .contains(
            "<" + LUMEN + ";2> <https://schema.org/founder> <" + ENTITY + "person/Vera_Sousa>");
    assertThat(run("explain", "Lumen", "--loc", loc()).done().out())
        .contains("Soup recalled", "Lamps from Porto");
  }

  @Test
  void anAcceptedPairIsOneAndUndoGivesTheBytesBack() {
    String before = export();
    resolve("--accept", ROBERT, BOB, "--by", "ada", "--because", "same voice");
    assertThat(export())
        .contains("<" + ENTITY + "organization/Quarryco> <https://schema.org/founder> <" + ROBERT)
        .contains("<" + ROBERT + "> <http://www.w3.org/2004/02/skos/core#altLabel> \"Bob Kellan\"")
        .doesNotContain("\n<" + BOB + "> ");
    assertThat(resolve("--decided"))
        .isEqualTo("same\t%s\t%s\tada\tsame voice\t\n".formatted(ROBERT, BOB));
    assertThat(run("explain", "Bob Kellan", "--loc", loc()).done().out())
        .contains("Soup recalled", "A quarry opens");
    assertThat(run("resolve", "--loc", loc()).done().err()).contains("1 pair undecided");
    run("validate", "--loc", loc()).done();

    resolve("--undo", "Robert Kellan", "Bob Kellan");
    assertThat(export()).isEqualTo(before);
    assertThat(resolve("--decided")).isEmpty();
  }

  @Test
  void twoOfOneArticleCanBeOneAndTwoAgain() {
    String both =
        article(
            "both.txt",
            "Brothers?\n\nJanuary 30, 2025\n\nRobert Kellan founded Alphaco. Bob Kellan founded"
                + " Alphaco. Bob Kellan did not found Betaco.\n");
    run("build", both, "--loc", loc()).done();
    String before = export();
    resolve("--accept", BOB, ROBERT);
    assertThat(export()).contains("Alphaco> <https://schema.org/founder> <" + BOB);
    assertThat(export()).doesNotContain("\n<" + ROBERT + "> ");
    resolve("--undo-all");
    assertThat(export()).isEqualTo(before);
  }

  @Test
  void aRejectedPairIsNotAskedAboutAgain() {
    String before = export();
    resolve("--reject", "1");
    resolve("--reject", "1");
    assertThat(run("resolve", "--loc", loc()).done().err()).contains("0 pairs undecided");
    run("resolve", "--reject", "1", "--loc", loc()).failed(2, "no pair 1; 0 pairs are undecided");
    resolve("--undo-all");
    assertThat(export()).isEqualTo(before);
  }

  @Test
  void decisionsComeFromAFileAndGoToOne() throws IOException {
    Path file = folder.resolve("decisions.tsv");
    resolve("--export", file.toString());
    String text = Files.readString(file);
    assertThat(text.lines()).hasSize(3);
    assertThat(text).startsWith("decision\ta\tb\twho\twhy\tarticles\tprobability\tevidence\n?\t");
    Files.writeString(
        file, text.replace("?\t" + LUMEN, "different\t" + LUMEN).replace("?\t", "same\t"));
    resolve("--from", file.toString());
    assertThat(resolve("--decided").lines()).hasSize(2);
    String decided = export();

    resolve("--export", file.toString());
    resolve("--undo-all");
    resolve("--from", file.toString());
    assertThat(export()).isEqualTo(decided);

    resolve("--undo-all");
    String csv =
        file(
            "d.csv",
            "decision,a,b\nsame,Robert Kellan,Bob Kellan\n".getBytes(StandardCharsets.UTF_8));
    resolve("--from", csv);
    assertThat(resolve("--decided")).startsWith("same\t" + ROBERT + "\t" + BOB);
  }

  @Test
  void anotherBuildKeepsDecisions() {
    resolve("--accept", ROBERT, BOB);
    String decided = export();
    assertThat(run("build", folder.resolve("bob.txt").toString(), "--loc", loc()).done().err())
        .contains("1 unchanged");
    assertThat(export()).isEqualTo(decided);

    String changed = "A quarry opens\n\nJanuary 29, 2025\n\nBob Kellan founded Gravelco.\n";
    run("build", article("bob.txt", changed), "--loc", loc()).done();
    assertThat(export())
        .contains("Gravelco> <https://schema.org/founder> <" + ROBERT + ">")
        .doesNotContain("Quarryco>");
    String later = article("later.txt", founding("Again", "Bob Kellan", "Sandco"));
    run("build", later, "--loc", loc()).done();
    assertThat(export()).contains("Sandco> <https://schema.org/founder> <" + ROBERT + ">");
  }

  @Test
  void anExportTakesDecisionsAlong() {
    resolve("--accept", ROBERT, BOB);
    String decided = export();
    String file = file("kb.nq", decided.getBytes(StandardCharsets.UTF_8));
    String other = folder.resolve("other").toString();
    run("load", file, "--loc", other).done();
    assertThat(export(other)).isEqualTo(decided);
    run("resolve", "--undo-all", "--loc", other).done();
    resolve("--undo-all");
    assertThat(export(other)).isEqualTo(export());
    run("resolve", "--loc", other).done();
    String backup = folder.resolve("kb-backup.nq.gz").toString();
    run("backup", "--loc", loc(), "-o", backup).done();
    String restored = folder.resolve("restored").toString();
    run("restore", backup, "--loc", restored).done();
    assertThat(export(restored)).isEqualTo(export());
    assertThat(run("resolve", "--loc", restored).done().out()).isEqualTo(resolve());
  }

  @Test
  void aWrongJoinIsSplit() {
    String other =
        article(
            "other.txt",
            founding("Another Vera", "Vera Sousa", "Lumen. Vera Sousa founded Otherco"));
    run("build", other, "--loc", loc()).done();
    String before = export();
    String vera = ENTITY + "person/Vera_Sousa";
    assertThat(before).contains("Otherco> <https://schema.org/founder> <" + vera + ">");
    resolve("--split", "Vera Sousa", "Another Vera");
    assertThat(export())
        .contains("Otherco> <https://schema.org/founder> <" + vera + ";2>")
        .contains(";2> <https://schema.org/founder> <" + vera + ">");
    run("build", other, "--loc", loc()).done();
    assertThat(export()).contains("Otherco> <https://schema.org/founder> <" + vera + ";2>");
    resolve("--undo", vera, vera + ";2");
    assertThat(export()).isEqualTo(before);
    run("resolve", "--split", "Vera Sousa", "--loc", loc()).failed(2, "name the articles");
  }

  @Test
  void questionsAreAnsweredOneAfterTheOther() {
    standardInput = "what\ns\ny\n";
    Outcome outcome = run("resolve", "--ask", "--loc", loc()).done();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("One and the same?", "1 decision of 2 taken");
    assertThat(resolve("--decided").lines()).hasSize(1);
    standardInput = "q\n";
    run("resolve", "--ask", "--loc", loc()).done();
    assertThat(resolve("--decided").lines()).hasSize(1);
  }

  @Test
  void aTableOfNamesLinksWhatIsThereAndWhatComes() {
    String csv =
        "name,kind,aliases,country,wikidata\n"
            + "Robert Kellan,person,Bob Kellan|Rob Kellan,,Q4242\n"
            + "\"Sousa, Vera\",person,Vera Sousa,,\n";
    resolve("--table", file("names.csv", csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(export())
        .contains("Quarryco> <https://schema.org/founder> <" + ROBERT + ">")
        .contains(
            "<"
                + ROBERT
                + "> <http://www.w3.org/2004/02/skos/core#closeMatch>"
                + " <http://www.wikidata.org/entity/Q4242>")
        .doesNotContain("owl#sameAs");
    String rob = article("rob.txt", founding("Rob again", "Rob Kellan", "Sandco"));
    run("build", rob, "--loc", loc()).done();
    assertThat(export()).contains("Sandco> <https://schema.org/founder> <" + ROBERT + ">");

    resolve("--accept", "Robert Kellan", "wd:Q4242");
    assertThat(export())
        .contains(
            "<"
                + ROBERT
                + "> <http://www.w3.org/2002/07/owl#sameAs>"
                + " <http://www.wikidata.org/entity/Q4242>");
    resolve("--reject", "Robert Kellan", "wd:Q4242");
    assertThat(export()).doesNotContain("owl#sameAs").doesNotContain("core#closeMatch");
  }

  @Test
  void aTableMayBeTurtle() {
    String turtle =
        """
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX schema: <https://schema.org/>
        PREFIX wd: <http://www.wikidata.org/entity/>
        <https://example.org/kellan> a schema:Person ; skos:prefLabel "Robert Kellan" ;
          skos:altLabel "Bob Kellan" ; skos:exactMatch wd:Q4242 .
        """;
    resolve("--table", file("names.ttl", turtle.getBytes(StandardCharsets.UTF_8)));
    assertThat(export())
        .contains("Quarryco> <https://schema.org/founder> <" + ROBERT + ">")
        .contains("core#closeMatch> <http://www.wikidata.org/entity/Q4242>");
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    String[] at = {"--loc", loc()};
    run("resolve", "--accept", "Bob Kellan", at[0], at[1]).failed(2, "and who else");
    run("resolve", "--accept", "Nobody", BOB, at[0], at[1]).failed(2, "named 'Nobody'");
    run("resolve", "--accept", BOB, BOB, at[0], at[1]).failed(2, "twice");
    run("resolve", "--accept", "Lumen", BOB, at[0], at[1]).failed(2, "'Lumen' may be any of");
    run("resolve", "--undo", BOB, ROBERT, at[0], at[1]).failed(2, "0 decisions are on");
    run("resolve", "--accept", "1", "--reject", "2", at[0], at[1]).failed(2, "mutually exclusive");
    run("resolve", "--from", folder.resolve("none.csv").toString(), at[0], at[1])
        .failed(1, "does not exist");
    String bad = file("bad.csv", "decision,a,b\nmaybe,x,y\n".getBytes(StandardCharsets.UTF_8));
    run("resolve", "--from", bad, at[0], at[1]).failed(2, "bad.csv, row 2: 'maybe'");
    String columns = file("c.csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
    run("resolve", "--from", columns, at[0], at[1])
        .failed(2, "c.csv, line 1: no column 'decision'");
    String cells = file("n.csv", "name,kind\nx\n".getBytes(StandardCharsets.UTF_8));
    run("resolve", "--table", cells, at[0], at[1]).failed(2, "n.csv, row 2: 1 cells and 2 columns");
    String kind = file("k.csv", "name,kind\nx,ship\n".getBytes(StandardCharsets.UTF_8));
    run("resolve", "--table", kind, at[0], at[1]).failed(2, "'ship' is no kind");
    String wikidata =
        file("w.csv", "name,kind,wikidata\nx,person,95\n".getBytes(StandardCharsets.UTF_8));
    run("resolve", "--table", wikidata, at[0], at[1]).failed(2, "'95' is no identity in Wikidata");
    run("resolve", "--loc", folder.resolve("none").toString()).failed(1, "no dataset");
  }

  @Test
  void aRetractedArticleLeavesNoNamesBehind() {
    String before = resolve();
    String more = article("more.txt", founding("More", "Rob Kellan", "Moreco"));
    run("build", more, "--loc", loc()).done();
    assertThat(resolve()).isNotEqualTo(before);
    run("retract", "More", "--loc", loc()).done();
    assertThat(resolve()).isEqualTo(before);
  }
}
