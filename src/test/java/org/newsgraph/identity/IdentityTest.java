package org.newsgraph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.cli.Main;
import org.newsgraph.identity.MarkedArticles.Marked;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.store.Store;

/** Builds a dataset of articles in which it is marked who is meant, and counts. */
class IdentityTest {

  /** A mention, who is meant and who was found; empty where its name was not. */
  private record Mention(int article, String name, String meant, String found) {}

  private record Score(long right, long joined, long same) {
    double precision() {
      return joined == 0 ? 1 : (double) right / joined;
    }

    double recall() {
      return same == 0 ? 1 : (double) right / same;
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "development, .98, .93",
    "development-two, .98, .96",
    "development-three, .98, .91",
    "development-four, .98, .92",
    "development-five, .98, .87",
    "development-six, .98, .9",
    "development-seven, .95, .7"
  })
  void mostOfWhatIsOneIsJoinedInDevelopment(String part, double precision, double recall)
      throws IOException {
    Score score = score(part, Boolean.getBoolean("newsgraph.errors"));
    assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
    assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
  }

  /** Tells no figure unless asked ({@code -Dnewsgraph.heldout=true}), lest it be fitted. */
  @Test
  void theTestPartIsNoWorseThanWhenItWasScored() throws IOException {
    Score score = score("test", false);
    assertThat(score.precision() >= .95).as("precision").isTrue();
    assertThat(score.recall() >= .79).as("recall").isTrue();
  }

  private Score score(String part, boolean errors) throws IOException {
    MarkedArticles marked = MarkedArticles.read(Path.of("src/test/identity", part + ".txt"));
    Path input = folder.resolve(part + ".jsonl");
    Path loc = folder.resolve(part);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < marked.articles().size(); i++) {
      Marked article = marked.articles().get(i);
      JsonObject line = new JsonObject();
      line.addProperty("url", "https://example.org/" + part + "/" + i);
      line.addProperty("headline", article.headline());
      line.addProperty("published", article.published());
      line.addProperty("text", article.text());
      lines.add(line.toString());
    }
    Files.write(input, lines);
    PrintStream err = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    assertThat(
            Main.run(
                InputStream.nullInputStream(),
                err,
                err,
                Map.of(),
                "build",
                input.toString(),
                "--loc",
                loc.toString(),
                "-q"))
        .isZero();
    List<Mention> mentions = new ArrayList<>();
    try (Store store = Store.openExisting(loc)) {
      for (int i = 0; i < marked.articles().size(); i++) {
        int number = i;
        String iri = "https://example.org/" + part + "/" + i;
        store.read(
            dataset -> {
              Node name = NodeFactory.createURI(iri);
              Graph stored = dataset.getGraph(name);
              marked
                  .articles()
                  .get(number)
                  .names()
                  .forEach(
                      (text, meant) ->
                          mentions.add(
                              new Mention(number, text, meant, found(name, stored, text))));
              return true;
            });
      }
    }
    Score score = count(mentions, errors);
    if (part.equals("test") && !Boolean.getBoolean("newsgraph.heldout")) {
      return score;
    }
    System.out.printf(
        Locale.ROOT,
        "identity, %s: %d articles, %d mentions; pairs: precision %.3f, recall %.3f"
            + " (%d right of %d joined, %d the same)%n",
        part,
        marked.articles().size(),
        marked.mentions(),
        score.precision(),
        score.recall(),
        score.right(),
        score.joined(),
        score.same());
    return score;
  }

  /** Who a name was found to be. The program leaves "The" and the full stop of "Jr." out of it. */
  private static String found(Node article, Graph stored, String text) {
    return Stream.of(text, text.replaceFirst("\\.$", ""), text.replaceFirst("^The ", ""))
        .map(name -> named(article, stored, name))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String named(Node article, Graph stored, String text) {
    ArticleLinks links = new ArticleLinks(article);
    Graph base = links.base(stored);
    for (Node property : List.of(Vocabulary.LABEL, Vocabulary.ALT_LABEL)) {
      List<Node> named =
          base.stream(Node.ANY, property, NodeFactory.createLiteralString(text))
              .map(Triple::getSubject)
              .sorted((a, b) -> a.toString().compareTo(b.toString()))
              .toList();
      if (!named.isEmpty()) {
        return links.assignments(stored).stream()
            .filter(a -> a.own().equals(named.getFirst()))
            .map(a -> a.standsFor().getURI())
            .findFirst()
            .orElse(named.getFirst().getURI());
      }
    }
    return "";
  }

  /** Pairs of mentions of different articles. */
  private static Score count(List<Mention> mentions, boolean errors) {
    long right = 0;
    long joined = 0;
    long same = 0;
    for (int i = 0; i < mentions.size(); i++) {
      for (int j = i + 1; j < mentions.size(); j++) {
        Mention a = mentions.get(i);
        Mention b = mentions.get(j);
        if (a.article() == b.article()) {
          continue;
        }
        boolean isSame = a.meant().equals(b.meant());
        boolean isJoined = !a.found().isEmpty() && a.found().equals(b.found());
        same += isSame ? 1 : 0;
        joined += isJoined ? 1 : 0;
        right += isSame && isJoined ? 1 : 0;
        if (errors && isSame != isJoined) {
          System.out.println((isSame ? "missed " : "wrong ") + a + " " + b);
        }
      }
    }
    return new Score(right, joined, same);
  }
}
