package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.newsgraph.export.GraphNames;
import org.newsgraph.extract.Extractor;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Store;

/** Builds that are run again, stopped, or without end. */
class BuildAgainTest extends CommandLineTest {

  private final AtomicInteger extracted = new AtomicInteger();
  private final Interruption interruption = new Interruption();
  private int stopAt = Integer.MAX_VALUE;

  private Outcome build(InputStream in, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Extractor scripted = new ScriptedExtractor();
    Extractor counting =
        article -> {
          if (extracted.incrementAndGet() == stopAt) {
            interruption.request(new PrintStream(OutputStreams.NONE, true, StandardCharsets.UTF_8));
          }
          return scripted.extract(article);
        };
    Session session =
        new Session(
            in,
            new PrintStream(OutputStreams.NONE, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            env,
            interruption,
            (schema, patterns) -> counting);
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--loc";
    all[args.length + 1] = loc();
    interruption.done();
    int status = Main.run(session, all);
    return new Outcome(status, "", err.toString(StandardCharsets.UTF_8));
  }

  private static final class OutputStreams {
    static final java.io.OutputStream NONE = java.io.OutputStream.nullOutputStream();
  }

  private static String line(int number) {
    return "{\"title\": \"Start %d\", \"date\": \"2025-01-29\", \"text\": \"Ada Byron founded Firm%d.\"}\n"
        .formatted(number, number);
  }

  /** A collection that never ends: who reads ahead never comes back. */
  private static InputStream endless() {
    AtomicInteger number = new AtomicInteger();
    Enumeration<InputStream> lines =
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return true;
          }

          @Override
          public InputStream nextElement() {
            return new ByteArrayInputStream(
                line(number.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
          }
        };
    return new SequenceInputStream(lines);
  }

  private String news(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(line(i));
    }
    return article("news.jsonl", lines.toString());
  }

  @Test
  void passesOverWhatIsStored() {
    String news = news(120);
    build(InputStream.nullInputStream(), "build", news).done();
    assertThat(extracted).hasValue(120);

    Outcome again = build(InputStream.nullInputStream(), "build", news).done();
    assertThat(extracted).hasValue(120);
    assertThat(again.err())
        .isEqualTo(
            "newsgraph: 120 articles read: 0 stored, 120 unchanged, 0 failed; 240 entities, 120"
                + " facts, 0 events, 0 violations left out\n");
  }

  @Test
  void extractsAgainWhereTextOrOptionsChanged() {
    build(InputStream.nullInputStream(), "build", news(3)).done();
    article("news.jsonl", line(0) + line(1).replace("Ada Byron", "Eve Dole") + line(2));
    String news = folder.resolve("news.jsonl").toString();

    assertThat(build(InputStream.nullInputStream(), "build", news).done().err())
        .contains("1 stored, 2 unchanged");
    assertThat(extracted).hasValue(4);
    build(InputStream.nullInputStream(), "build", news, "--min-confidence", "0.95").done();
    assertThat(extracted).hasValue(7);
  }

  @Test
  void extractsAgainWhereTheDatasetWasChanged() {
    String news = news(3);
    build(InputStream.nullInputStream(), "build", news).done();
    String name = "https://w3id.org/newsgraph/id/article/2025-01-29/start-1";
    try (Store store = Store.openExisting(Path.of(loc()))) {
      List<NamedGraph> other =
          store.read(
              dataset -> {
                assertThat(GraphNames.of(dataset)).contains(name);
                var copy = org.apache.jena.graph.GraphMemFactory.createDefaultGraph();
                dataset
                    .getGraph(NodeFactory.createURI(name))
                    .find()
                    .filterDrop(triple -> triple.getPredicate().getURI().endsWith("founder"))
                    .forEachRemaining(copy::add);
                return List.of(new NamedGraph(name, copy));
              });
      store.replace(other);
    }

    assertThat(build(InputStream.nullInputStream(), "build", news).done().err())
        .contains("1 stored, 2 unchanged");
    assertThat(extracted).hasValue(4);
  }

  @Test
  void aLogThatIsGoneOrBrokenCostsTimeAlone() throws IOException {
    String news = news(3);
    build(InputStream.nullInputStream(), "build", news).done();
    Path log = Path.of(loc()).resolve("newsgraph-built.tsv");
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(3);
    Files.writeString(log, lines.getFirst() + "\nnonsense\n" + lines.get(1).substring(0, 40));

    assertThat(build(InputStream.nullInputStream(), "build", news).done().err())
        .contains("0 stored, 3 unchanged");
    assertThat(extracted).hasValue(5);
    Files.delete(log);
    build(InputStream.nullInputStream(), "build", news).done();
    assertThat(extracted).hasValue(8);
  }

  @Test
  void stopsAnEndlessCollectionAndGoesOnFromThere() {
    stopAt = 250;
    Outcome stopped = build(endless(), "build", "-", "--threads", "2");
    assertThat(stopped.status()).isEqualTo(130);
    assertThat(stopped.err()).contains("interrupted; the same command again does the rest");
    int done = extracted.get();
    assertThat(done).isBetween(250, 260);

    String news = news(done + 1);
    interruptionIsOver(news, done);
  }

  private void interruptionIsOver(String news, int done) {
    assertThat(run("build", news, "--loc", loc()).done().err())
        .contains((done + 1) + " articles read: ")
        .contains(done + " unchanged");
  }

  @Test
  void drawsHowMuchIsReadOnATerminal() {
    env.put("NEWSGRAPH_TERMINAL", "1");
    String news = news(5);
    String failing = article("empty.txt", "");
    String err = build(InputStream.nullInputStream(), "build", news, failing).err();
    assertThat(err)
        .contains("100%", "articles: 5", "MB/s")
        .contains("\r\u001B[2Knewsgraph: " + failing);
  }
}
