package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.store.Store;

/** doctor, on datasets with real damage. */
class DoctorCommandTest extends CommandLineTest {

  private static final String BASE = "https://w3id.org/newsgraph/id/";
  private static final String ADA = BASE + "article/2025-01-29/a-start";
  private static final Node ADA_GRAPH = NodeFactory.createURI(ADA);
  private static final Node ENGINERY = NodeFactory.createURI(BASE + "entity/organization/Enginery");
  private static final Node FOUNDER = NodeFactory.createURI("https://schema.org/founder");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final int BLOCK = 8192;

  private Outcome doctor(String... options) {
    return run(
        Stream.concat(Stream.of("doctor", "--loc", loc()), Stream.of(options))
            .toArray(String[]::new));
  }

  /** The lines that tell of something. */
  private static List<String> told(Outcome outcome) {
    return outcome.out().lines().filter(line -> !line.startsWith("ok ")).toList();
  }

  /** Fails the test unless there are errors, of which one line says all of that. */
  private String ill(String... says) {
    Outcome outcome = doctor();
    assertThat(outcome.status()).as(outcome.out()).isEqualTo(3);
    assertThat(outcome.err()).doesNotContain("\tat ");
    assertThat(outcome.out()).isEqualTo(doctor().out());
    return line(outcome, "error ", says);
  }

  private static String line(Outcome outcome, String severity, String... says) {
    List<String> lines =
        told(outcome).stream()
            .filter(line -> line.startsWith(severity))
            .filter(line -> Stream.of(says).allMatch(line::contains))
            .toList();
    assertThat(lines).as(outcome.out()).hasSize(1);
    return lines.getFirst();
  }

  /** Does what a finding says. */
  private void mend(String line, Map<String, String> words) throws IOException {
    for (String command : line.replaceFirst(".*; mend: ", "").split(" && ")) {
      List<String> args = new ArrayList<>();
      Matcher word = WORD.matcher(command);
      while (word.find()) {
        String text = word.group(1) == null ? word.group(2) : word.group(1);
        args.add(words.getOrDefault(text, text));
      }
      if (args.getFirst().equals("rm")) {
        for (String file : args.subList(1, args.size())) {
          delete(Path.of(file));
        }
      } else {
        assertThat(args.getFirst()).isEqualTo("newsgraph");
        run(args.subList(1, args.size()).toArray(String[]::new)).done();
      }
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void mend(String line) throws IOException {
    mend(line, Map.of());
  }

  private void healthy(String dataset) {
    Outcome outcome = run("doctor", "--loc", dataset);
    assertThat(told(outcome)).isEmpty();
    outcome.done();
  }

  private Path data(String file) {
    return Path.of(loc(), "Data-0001", file);
  }

  private String export(String dataset) {
    return run("export", "--format", "nq", "--loc", dataset).done().out();
  }

  private void change(Consumer<DatasetGraph> work) {
    try (Store store = Store.openExisting(Path.of(loc()))) {
      store.update(work);
    }
  }

  private static void remove(DatasetGraph dataset, Node subject, Node property, Node object) {
    List<Quad> gone = new ArrayList<>();
    dataset.find(ADA_GRAPH, subject, property, object).forEachRemaining(gone::add);
    assertThat(gone).isNotEmpty();
    gone.forEach(dataset::delete);
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of(loc()))) {
      for (Path file : files.toList()) {
        content.put(
            file.toString(),
            Files.getLastModifiedTime(file)
                + (Files.isRegularFile(file) ? " " + Files.size(file) : ""));
      }
    }
    content.put("lock", Files.readString(Path.of(loc(), "tdb.lock")));
    return content;
  }

  private void build() {
    String story = article("story.txt", founding("More", "Bob Crane", "Cranery"));
    String ada = article("ada.txt", founding("A start", "Ada Byron", "Enginery"));
    run("build", story, ada, "--loc", loc()).done();
  }

  @Test
  void aHealthyDatasetIsSaidToBeAndNothingIsWritten() throws IOException {
    build();
    Map<String, String> before = content();

    Outcome outcome = doctor().done();

    assertThat(outcome.out().lines().map(line -> line.replaceFirst(" *\\S+dataset ü 東: .*", "")))
        .allMatch(line -> line.startsWith("ok       "));
    assertThat(outcome.out())
        .contains("lock ", "free")
        .contains("indexes    ", "12 indexes read and agreeing")
        .contains("2 articles, 0 other graphs\n")
        .contains("as noted of 2 articles")
        .contains("complete for 2 facts and events");
    assertThat(outcome.out().lines()).hasSize(12);
    assertThat(outcome.err()).isEqualTo("newsgraph: 0 errors, 0 warnings\n");
    assertThat(content()).isEqualTo(before);
    assertThat(doctor("-q").done().err()).isEmpty();
  }

  @Test
  void whatEveryKindOfFactAndEventComesToIsHealthy() throws IOException {
    buildTwo();
    healthy(loc());
    run("compact", "--loc", loc()).done();
    healthy(loc());
    run("retract", "orbweaver", "--loc", loc()).done();
    healthy(loc());
    run("backup", "--loc", loc(), "-o", folder.resolve("kept.nq.gz").toString()).done();
    String again = folder.resolve("again").toString();
    run("restore", folder.resolve("kept.nq.gz").toString(), "--loc", again).done();
    healthy(again);
  }

  @Test
  void aLargerDatasetWithSomeGarbageIsHealthy() throws IOException {
    StringBuilder people = new StringBuilder("Many\n\nJanuary 29, 2025\n\n");
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        people.append(
            "It is one of the firms that there are. Ada B%s%s founded Firm%1$s%2$s.\n\n"
                .formatted(a, b));
      }
    }
    String many = article("many.txt", people.toString());
    for (String date : List.of("2025-01-01", "2025-01-02", "2025-01-03")) {
      run("build", many, "--published", date, "--loc", loc()).done();
    }
    run("retract", "2025-01-02", "--loc", loc());
    Outcome outcome = doctor().done();
    assertThat(told(outcome)).isEmpty();
  }

  @Test
  void whatIsNoDatasetIsSaidToBeNone() throws IOException {
    Outcome none = doctor();
    assertThat(none.status()).isEqualTo(1);
    assertThat(line(none, "error ", "directory", "no dataset"))
        .endsWith("; mend: newsgraph build ARTICLE --loc '" + loc() + "'");
    assertThat(none.err())
        .startsWith("newsgraph: 1 error, 0 warnings; not checked for that: access, lock, ");
    assertThat(Path.of(loc())).doesNotExist();

    article("news/a.txt", "x");
    String foreign = folder.resolve("news").toString();
    assertThat(run("doctor", "--loc", foreign).out()).contains("holds other files");
    assertThat(run("doctor", "--loc", foreign + "/a.txt").out()).contains("is a file");
    assertThat(run("doctor", "--loc", foreign).status()).isEqualTo(1);
    run("doctor").failed(2, "--loc");

    buildTwo();
    Files.writeString(
        Path.of(loc(), "newsgraph.properties"), "format=99\nwritten-by=newsgraph 9.9\n");
    assertThat(doctor().status()).isEqualTo(1);
    assertThat(doctor().out()).contains("newsgraph 9.9, which is newer");
  }

  @Test
  void theLockOfAProcessThatIsGoneIsNoFault() throws IOException {
    buildTwo();
    Files.writeString(Path.of(loc(), "tdb.lock"), "99999999\n");
    assertThat(doctor().done().out())
        .contains("free; process 99999999, which had it last, is gone");
  }

  @Test
  void aDatasetThatMayNotBeWrittenIsExaminedAllTheSame() throws IOException {
    buildTwo();
    Path file = data("GSPO.dat");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "who is root may write everything");
    String line = ill("access", "GSPO.dat", "may not be written", "chmod u+w ");
    assertThat(line).endsWith("'" + file + "'");
    assertThat(doctor().out()).contains("indexes read and agreeing");
    Files.setPosixFilePermissions(data("GPOS.dat"), PosixFilePermissions.fromString("r--r--r--"));
    ill("access", "GPOS.dat: may not be written", "so with 1 more; mend: chmod -R u+rwX ");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assertThat(doctor().status()).isEqualTo(1);
    assertThat(doctor().out()).contains("may not be read; mend: chmod u+rX ");
  }

  @Test
  void whatAKilledCompactionLeftIsToldOfAndCompactTakesItAway() throws IOException {
    buildTwo();
    Files.createDirectory(Path.of(loc(), "Data-0000"));
    Files.createDirectory(Path.of(loc(), "Data-0002-tmp"));
    article("dataset ü 東/Data-0000/nodes.dat", "old");
    article("dataset ü 東/newsgraph-built.tsv.new", "half");

    Outcome outcome = doctor().done();

    assertThat(told(outcome)).hasSize(3).allMatch(line -> line.startsWith("warning  leftovers"));
    mend(line(outcome, "warning", "newsgraph-built.tsv.new", "mend: rm "));
    line(outcome, "warning", "Data-0000", "compaction that was killed");
    mend(line(outcome, "warning", "Data-0002-tmp", "broken off"));
    healthy(loc());
  }

  @Test
  void aCommitThatWasBrokenOffIsLeftForTheNextCommand() throws IOException {
    buildTwo();
    Files.write(data("journal.jrnl"), new byte[64]);
    String line = ill("files", "journal.jrnl", "killed in its commit", "newsgraph stats --loc ");
    assertThat(data("journal.jrnl")).hasSize(64);
    assertThat(line).endsWith("'" + loc() + "'");
  }

  @Test
  void aDatasetWithoutAQuadIsToldOf() {
    Store.openOrCreate(Path.of(loc())).close();
    line(doctor().done(), "warning", "graphs", "holds nothing");
  }

  @Test
  void aDatasetThatWasKilledAsItWasCreatedIsCreatedAnew() throws IOException {
    Store.openOrCreate(Path.of(loc())).close();
    for (String name : List.of("nodes.idn", "GSPO.bpt", "GSPO.dat", "nodes-data.bdf")) {
      Files.delete(data(name));
    }
    String line = ill("files", "Data-0001: ", "killed as it was created", "mend: rm -r ");
    String ada = article("ada.txt", founding("A start", "Ada Byron", "Enginery"));
    mend(line, Map.of("ARTICLE", ada));
    healthy(loc());
  }

  // Damaged files

  /** Mends without a backup, since all that is lost follows from what is left. */
  private void mendsWithoutBackup(String line, String before) throws IOException {
    assertThat(line).contains("; mend: rm -f ", "newsgraph backup", "newsgraph restore");
    mend(line);
    String mended = loc() + "-mended";
    assertThat(export(mended)).isEqualTo(before);
    healthy(mended);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GPOS.dat",
        "OSPG.idn",
        "SPOG.bpt",
        "POS.dat",
        "SPO.bpt",
        "prefixes.idn",
        "GPU.dat"
      })
  void aDerivedFileThatIsGoneIsMadeAnew(String name) throws IOException {
    buildTwo();
    String before = export(loc());
    Files.delete(data(name));
    String line = ill("files", name + ": gone");
    assertThat(data(name)).doesNotExist();
    mendsWithoutBackup(line, before);
  }

  @Test
  void aDerivedFileThatWasCutShortIsMadeAnew() throws IOException {
    buildTwo();
    String before = export(loc());
    try (RandomAccessFile file = new RandomAccessFile(data("GPOS.dat").toFile(), "rw")) {
      file.setLength(BLOCK);
    }
    String line = ill("files", "GPOS.dat: cut short at 8192 of ", "the index GPOS");
    assertThat(data("GPOS.dat")).hasSize(BLOCK);
    mendsWithoutBackup(line, before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nodes-data.obj", "nodes.idn", "GSPO.dat", "GSPO.bpt"})
  void aFileThatHoldsWhatNoOtherDoesIsBroughtBackFromABackup(String name) throws IOException {
    buildTwo();
    String before = export(loc());
    String kept = folder.resolve("kept.nq.gz").toString();
    run("backup", "--loc", loc(), "-o", kept).done();
    Files.delete(data(name));

    String line = ill("files", name + ": gone", "mend: newsgraph restore BACKUP.nq.gz --loc ");

    mend(line, Map.of("BACKUP.nq.gz", kept));
    assertThat(export(loc() + "-restored")).isEqualTo(before);
  }

  /** Writes over all blocks of a file that are in use. */
  private void overwrite(String name, int at, byte[] bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(data(name).toFile(), "rw")) {
      for (long block = 0; block < 64; block++) {
        file.seek(block * BLOCK + at);
        file.write(bytes);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GPOS.dat", "GOSP.idn", "OSP.dat", "POS.idn", "prefixes.idn"})
  void blocksOfZerosAreTraced(String name) throws IOException {
    build();
    String before = export(loc());
    overwrite(name, 0, new byte[BLOCK]);
    mendsWithoutBackup(ill("indexes", name + ": "), before);
  }

  @Test
  void entriesThatOneIndexLacksAreNoticed() throws IOException {
    buildTwo();
    String before = export(loc());
    try (RandomAccessFile file = new RandomAccessFile(data("OSPG.dat").toFile(), "rw")) {
      for (long block = 0; block < 64; block++) {
        file.seek(block * BLOCK);
        int entries = file.readInt();
        if (entries > 1) {
          file.seek(block * BLOCK);
          file.writeInt(entries - 1);
        }
      }
    }
    mendsWithoutBackup(
        ill("indexes", "OSPG.dat", "that are not those of the other indexes"), before);
  }

  @Test
  void aTermThatChangedByOneBitIsNoticed() throws IOException {
    buildTwo();
    byte[] bytes = Files.readAllBytes(data("nodes-data.obj"));
    int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Ada Byron");
    bytes[at] ^= 1;
    Files.write(data("nodes-data.obj"), bytes);
    ill("indexes", "nodes-data.obj", "another term than it should", "newsgraph restore BACKUP");
  }

  @Test
  void noiseAnywhereIsAFindingAndNoFailure() throws IOException {
    build();
    Path whole = Path.of(loc());
    Path kept = folder.resolve("kept");
    copy(whole, kept);
    byte[] noise = new byte[BLOCK];
    new java.util.Random(1).nextBytes(noise);
    ByteBuffer.wrap(noise).putInt(0, Integer.MAX_VALUE);
    for (String name : List.of("nodes.dat", "nodes.idn", "nodes.bpt", "GSPO.dat", "GPU.idn")) {
      copy(kept, whole);
      overwrite(name, 0, noise);
      Outcome outcome = doctor();
      assertThat(outcome.status()).as(name + outcome.err()).isEqualTo(3);
      assertThat(outcome.out()).as(name).contains("error ", name.replaceFirst("[.-].*", ""));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  // Graphs

  @Test
  void halfAnArticleWithoutItsBeginningCanBeTakenBack() throws IOException {
    build();
    change(
        dataset -> {
          remove(dataset, ADA_GRAPH, Node.ANY, Node.ANY);
        });
    mend(ill("graphs", "<" + ADA + ">", "holds half an article"));
    healthy(loc());
    run("build", folder.resolve("ada.txt").toString(), "--loc", loc()).done();
    healthy(loc());
  }

  @Test
  void aFactWithoutTheWordsOfItsSentenceIsToldOf() throws IOException {
    build();
    change(dataset -> remove(dataset, Node.ANY, Vocabulary.ANCHOR_OF, Node.ANY));
    String line = ill("evidence", "<" + ADA + ">", "1 fact or event without a sentence");
    line(doctor(), "warning", "log", "not the graph that a build noted, of 2 entities, 1 fact");
    line(doctor(), "error", "shapes", "a sentence has its words", "newsgraph validate --loc ");
    mend(line);
    healthy(loc());
  }

  @Test
  void aSentenceOfAnotherLengthThanItsOffsetsIsToldOf() {
    build();
    change(
        dataset -> {
          Quad words = dataset.find(ADA_GRAPH, Node.ANY, Vocabulary.ANCHOR_OF, Node.ANY).next();
          dataset.delete(words);
          dataset.add(
              ADA_GRAPH,
              words.getSubject(),
              words.getPredicate(),
              NodeFactory.createLiteralString("Ada Byron founded"));
        });
    ill("evidence", "1 fact or event without a sentence with its words, place and article");
  }

  @Test
  void anAssertedFactThatIsNotStatedAndAStatedOneWithoutEvidenceAreToldOf() {
    build();
    change(dataset -> remove(dataset, ENGINERY, FOUNDER, Node.ANY));
    ill("evidence", "1 fact asserted by a sentence and not in the graph", "schema:founder");

    run("build", folder.resolve("ada.txt").toString(), "--loc", loc()).done();
    assertThat(told(doctor())).as("a build mends it").isEmpty();
    change(
        dataset ->
            dataset.add(
                ADA_GRAPH,
                ENGINERY,
                FOUNDER,
                NodeFactory.createURI(BASE + "entity/person/Eve_Dole")));
    ill("evidence", "1 fact without evidence", "Enginery> schema:founder");
  }

  @Test
  void graphsThatWereLoadedAreNoHalfArticles() {
    build();
    String people = article("people.ttl", "<urn:a> <http://xmlns.com/foaf/0.1/name> \"A\" .");
    run("load", people, "--loc", loc()).done();
    assertThat(doctor().done().out()).contains("2 articles, 1 other graph\n");
    String exported = folder.resolve("all.ttl").toString();
    run("export", "--loc", loc(), "-o", exported).done();
    String other = folder.resolve("other").toString();
    run("load", exported, "--loc", other).done();
    healthy(other);
  }

  @Test
  void shapesThatAreViolatedAreToldOfInShort() {
    build();
    change(
        dataset ->
            dataset.add(
                ADA_GRAPH, ENGINERY, Vocabulary.LABEL, NodeFactory.createLiteralString("Engines")));
    ill("shapes", "<" + ADA + ">", "1 violation; the first: ", "an entity has one label");
  }

  @Test
  void aLineOfTheLogThatWasCutOffIsToldOf() throws IOException {
    build();
    Path log = Path.of(loc(), "newsgraph-built.tsv");
    String whole = Files.readString(log);
    Files.writeString(log, whole + whole.substring(0, 50));
    mend(line(doctor().done(), "warning", "log", "line 3 is none", "mend: rm "));
    healthy(loc());
  }

  @Test
  void decisionsOnWhatIsGoneAreToldOfAndCanBeTakenBack() throws IOException {
    build();
    run("resolve", "--reject", "Enginery", "Cranery", "--loc", loc()).done();
    healthy(loc());
    run("retract", "A start", "--loc", loc()).done();

    Outcome outcome = doctor().done();

    mend(line(outcome, "warning", "decisions", "no article names <" + ENGINERY + "> any more"));
    healthy(loc());

    Node decisions = NodeFactory.createURI(BASE + "decisions");
    change(
        dataset ->
            dataset.add(
                decisions,
                NodeFactory.createURI(BASE + "decisions/1"),
                RDF.Nodes.type,
                Vocabulary.SAME_DECISION));
    ill("decisions", "1 of 1 decisions do not name two entities", "resolve --undo-all");
  }

  @Test
  void anEntityThatWasJoinedToAnotherIsNotMissed() {
    build();
    run("resolve", "--accept", "Enginery", "Cranery", "--loc", loc()).done();
    healthy(loc());
  }

  @Test
  void jsonHasTheSame() throws IOException {
    buildTwo();
    Files.delete(data("GPOS.dat"));
    Outcome outcome = doctor("--json");
    assertThat(outcome.status()).isEqualTo(3);
    JsonObject object = JSON.parse(outcome.out());
    assertThat(object.getString("outcome")).isEqualTo("ill");
    assertThat(object.getNumber("errors").intValue()).isEqualTo(1);
    JsonObject finding =
        object
            .getArray("findings")
            .map(value -> value.getAsObject())
            .filter(one -> one.getString("severity").equals("error"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.getString("check")).isEqualTo("files");
    assertThat(finding.getString("where")).isEqualTo(data("GPOS.dat").toString());
    assertThat(finding.getString("mend")).startsWith("rm -f ");
    assertThat(object.getArray("unchecked").map(v -> v.getAsString().value()).toList())
        .contains("indexes", "shapes");
  }
}
