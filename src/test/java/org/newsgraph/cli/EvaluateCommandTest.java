package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest extends CommandLineTest {

  private static final String NEWS =
      """
      #article id=mill-1 published=2025-01-29 domain=textiles
      [e1:Corporation|Bramley Mills] was founded in [v1:Date|1987] by [e2:Person|Edith Barlow].
      > e1 schema:founder e2
      > e1 schema:foundingDate v1
      [e3:Corporation|Calder Wools] was not founded by [e2|Barlow].
      > e3 schema:founder e2 negated
      """;

  private static final String KNOWLEDGENET =
      """
      {"fold": 3, "documentId": "7", "source": "", "documentText": "\\ud83d\\ude00 Bramley Mills was founded in 1987 by Edith Barlow.", "passages": [{"passageId": "7:2", "passageStart": 2, "passageEnd": 54, "passageText": "Bramley Mills was founded in 1987 by Edith Barlow.", "exhaustivelyAnnotatedProperties": [{"propertyId": "FOUNDED_BY", "propertyName": "FOUNDED_BY", "propertyDescription": "founded by"}], "facts": [{"factId": "1", "propertyId": "FOUNDED_BY", "humanReadable": "", "subjectStart": 2, "subjectEnd": 15, "subjectText": "Bramley Mills", "subjectUri": "", "objectStart": 39, "objectEnd": 51, "objectText": "Edith Barlow", "objectUri": ""}]}]}
      """
          .replace("\"passageEnd\": 54", "\"passageEnd\": 52");

  private static final String CORE =
      """
      [{"id": "c1", "relation": "acquired_by", "invert_relation": 1, "e1_start": 0, "e1_end": 1, "e2_start": 3, "e2_end": 4, "context": ["Bramley", "Mills", "acquired", "Calder", "Wools", "in", "2011", "."]},
       {"id": "c2", "relation": "undefined", "invert_relation": 0, "e1_start": 0, "e1_end": 1, "e2_start": 4, "e2_end": 5, "context": ["Bramley", "Mills", "fell", "and", "Calder", "Wools", "rose", "."]}]
      """;

  private static final String FIRE =
      """
      [{"tokens": ["Edith", "Barlow", "joined", "Bramley", "Mills", "in", "2011", "."], "entities": [{"text": "Edith Barlow", "type": "Person", "start": 0, "end": 2}, {"text": "2011", "type": "Date", "start": 6, "end": 7}], "relations": []}]
      """;

  private static final String GUM =
      """
      # newdoc id = mill
      # global.Entity = GRP-etype-infstat-minspan
      # meta::genre = news
      1\tEdith\tEdith\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-1,2
      2\tBarlow\tBarlow\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
      3\tresigned\tresign\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
      4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

      """;

  private String file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonObject scores(String format, String gold, String... more) {
    String[] args = new String[6 + more.length];
    System.arraycopy(
        new String[] {"evaluate", "--format", format, "--gold", gold, "--json"}, 0, args, 0, 6);
    System.arraycopy(more, 0, args, 6, more.length);
    JsonObject json = JsonParser.parseString(run(args).done().out()).getAsJsonObject();
    assertThat(json.get("format").getAsString()).isEqualTo(format);
    return json.getAsJsonObject("scores");
  }

  private static double figure(JsonObject scores, String table, String row, String column) {
    return scores.getAsJsonObject(table).getAsJsonObject(row).get(column).getAsDouble();
  }

  @Test
  void newsIsScoredFromMentionsToFacts() {
    JsonObject scores = scores("newsgraph", file("news.txt", NEWS), "--sources", "patterns");
    assertThat(figure(scores, "summary", "free-text precision", "figure")).isEqualTo(1);
    assertThat(figure(scores, "summary", "free-text recall", "figure")).isEqualTo(1);
    assertThat(figure(scores, "summary", "modality accuracy", "figure")).isEqualTo(1);
    assertThat(figure(scores, "facts in any modality", "schema:founder", "right")).isEqualTo(2);
    assertThat(figure(scores, "plain triples", "schema:founder", "right")).isEqualTo(1);
    assertThat(figure(scores, "mentions by type", "Person", "f1")).isEqualTo(1);
    assertThat(figure(scores, "coreference", "CoNLL", "f1")).isEqualTo(1);
  }

  @Test
  void aTableIsPrintedForPeopleAndMistakesAreListed() throws IOException {
    String gold = file("news.txt", NEWS.replace("> e1 schema:founder e2", "> e1 ng:leader e2"));
    Path mistakes = folder.resolve("mistakes.tsv");
    Outcome scored =
        run(
                "evaluate",
                "--format",
                "newsgraph",
                "--gold",
                gold,
                "--sources",
                "patterns",
                "--mistakes",
                mistakes.toString())
            .done();
    assertThat(scored.err()).isEmpty();
    assertThat(scored.out().replaceAll(" +", " "))
        .contains("plain triples precision recall f1 right wrong missing\n")
        .contains("schema:founder 0.000 0.000 0.000 0 1 0\n");
    assertThat(Files.readAllLines(mistakes).stream().map(line -> line.split("\t", -1)))
        .extracting(cells -> cells[1] + " " + cells[2] + " " + cells[3] + " " + cells[4])
        .containsExactly(
            "what subject property object",
            "wrong Bramley Mills schema:founder Edith Barlow",
            "missing Bramley Mills ng:leader Edith Barlow");
  }

  @Test
  void predictionsForKnowledgeNetCanBeScoredAgain() throws IOException {
    Path predictions = folder.resolve("predicted.jsonl");
    JsonObject scores =
        scores(
            "knowledgenet",
            file("kn.jsonl", KNOWLEDGENET),
            "--fold",
            "3",
            "--sources",
            "patterns",
            "--predictions",
            predictions.toString());
    assertThat(figure(scores, "text, spans exact", "all, pooled", "f1")).isEqualTo(1);
    JsonObject passage =
        JsonParser.parseString(Files.readString(predictions))
            .getAsJsonObject()
            .getAsJsonArray("passages")
            .get(0)
            .getAsJsonObject();
    assertThat(passage.getAsJsonArray("facts"))
        .extracting(f -> f.getAsJsonObject().get("humanReadable").getAsString())
        .contains("<Bramley Mills> <FOUNDED_BY> <Edith Barlow>");
    assertThat(
            figure(
                scores("knowledgenet", predictions.toString(), "--sources", "patterns"),
                "text, spans exact",
                "all, pooled",
                "recall"))
        .isEqualTo(1);
  }

  @Test
  void aMarkedPairHasOneRelation() {
    JsonObject scores = scores("core", file("core.json", CORE), "--sources", "patterns");
    assertThat(figure(scores, "relation", "acquired_by", "f1")).isEqualTo(1);
    assertThat(figure(scores, "relation", "undefined", "f1")).isEqualTo(1);
    assertThat(figure(scores, "summary", "macro", "f1")).isEqualTo(1);
  }

  @Test
  void entitiesOfFinancialNewsNeedWordsAndType() {
    JsonObject scores = scores("fire", file("fire.json", FIRE), "--sources", "patterns");
    assertThat(figure(scores, "entities", "Person", "f1")).isEqualTo(1);
    assertThat(figure(scores, "entities", "Date", "f1")).isEqualTo(1);
    assertThat(figure(scores, "entities", "Company", "wrong")).isEqualTo(1);
  }

  @Test
  void conlluIsScoredForMentions() {
    JsonObject scores = scores("gum", file("mill.conllu", GUM), "--sources", "patterns");
    assertThat(figure(scores, "mentions by type", "person", "f1")).isEqualTo(1);
    assertThat(figure(scores, "coreference in news", "B3", "f1")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "newsgraph; b.txt; '#article id=x'; b.txt:1: a header is",
        "newsgraph; b.txt; 'No header.'; b.txt:1: '#article id=...' has to come before",
        "newsgraph; b.txt; '#article id=x published=2025-01-29 domain=d|[e1|It] grew.'; b.txt:2: 'e1' has no type",
        "newsgraph; b.txt; '#article id=x published=2025-01-29 domain=d|It grew.|> e1 ng:leader e2'; b.txt:3: 'e1' is not marked",
        "newsgraph; b.txt; '#article id=x published=2025-01-29 domain=d|[e1:Corporation|A'; b.txt:2: a bracket or bar",
        "knowledgenet; b.jsonl; '{\"fold\": 3'; b.jsonl:1: no JSON",
        "knowledgenet; b.jsonl; '{\"documentText\": \"A\"}'; b.jsonl:1: the field 'passages' is missing",
        "core; b.json; '{}'; b.json:1: a list of objects",
        "fire; b.json; '[{\"tokens\": []}]'; sentence 1: 'tokens' has to be a list of words",
        "gum; b.conllu; '1 A'; b.conllu:1: a word has 10 columns",
      })
  void aBrokenGoldFileIsNamedWithLineAndMend(
      String format, String name, String content, String says) {
    String gold = file(name, content.replace("d|", "d\n").replace(".|>", ".\n>"));
    run("evaluate", "--format", format, "--gold", gold).failed(1, name, says);
  }

  @Test
  void optionsThatDoNotFitAreRefused() {
    String gold = file("news.txt", NEWS);
    run("evaluate", "--format", "newsgraph", "--gold", gold, "--fold", "3")
        .failed(2, "--fold goes with --format knowledgenet alone");
    run("evaluate", "--format", "newsgraph", "--gold", gold, "--predictions", "x")
        .failed(2, "--predictions");
    run("evaluate", "--format", "nothing", "--gold", gold).failed(2, "--format");
    run("evaluate", "--format", "newsgraph", "--gold", folder.resolve("none.txt").toString())
        .failed(1, "does not exist");
    run("evaluate", "--format", "newsgraph", "--gold", gold, "--part", "train")
        .failed(1, "no article of that part");
  }
}
