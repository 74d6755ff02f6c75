package org.newsgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleInputs;
import org.newsgraph.article.ArticleIris;
import org.newsgraph.article.ReadResult;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.query.ArticleIndex;
import org.newsgraph.query.SoleSupport;
import org.newsgraph.rdf.IriMinter;
import org.newsgraph.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsgraph retract}. */
@Command(
    name = "retract",
    description = "Takes articles back: their graphs, and all that is known from them alone.",
    footer = {
      "",
      "What other articles say too stays, with their evidence. Names that lead nowhere, or to more",
      "than one article, are told of before anything is removed. The IRI of each article removed",
      "is a line of the output. Its words leave the disk with the next compact.",
      "",
      "Examples:",
      "  newsgraph retract news/lumerra.txt --loc graph",
      "  newsgraph retract \"Lumerra names a chief\" --dry-run --loc graph",
      "  newsgraph retract https://w3id.org/newsgraph/id/article/2025-03-03/lumerra --loc graph"
    })
final class RetractCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @Parameters(
      arity = "1..*",
      paramLabel = "ARTICLE",
      description =
          "IRI, headline, the beginning of either that no other article shares, or the file that"
              + " the article was read from.")
  private List<String> articles = List.of();

  @Option(names = "--dry-run", description = "Say what would go; remove nothing.")
  private boolean dryRun;

  RetractCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Store store = location.openExisting()) {
      SequencedMap<String, ArticleIndex.Entry> found = new TreeMap<>();
      SoleSupport support =
          store.read(
              dataset -> {
                ArticleIndex index = new ArticleIndex(dataset);
                articles.stream()
                    .flatMap(name -> find(index, name))
                    .forEach(entry -> found.put(entry.iri(), entry));
                return SoleSupport.of(dataset, found.keySet());
              });
      if (!dryRun) {
        new EntityIdentity(store).remove(found.keySet());
      }
      tell(found, support);
    }
    return ExitStatus.DONE;
  }

  private void tell(SequencedMap<String, ArticleIndex.Entry> found, SoleSupport gone) {
    found.keySet().forEach(session.out()::println);
    if (verbosity.quiet()) {
      return;
    }
    found
        .values()
        .forEach(e -> session.tell((dryRun ? "would retract " : "retracted ") + e.title()));
    session.tell(
        "%s, %s; known from nowhere else: %s, %s, %s%s"
            .formatted(
                Count.of(found.size(), "article", "articles"),
                Count.of(gone.quads(), "quad", "quads"),
                Count.of(gone.entities(), "entity", "entities"),
                Count.of(gone.facts(), "fact", "facts"),
                Count.of(gone.events(), "event", "events"),
                dryRun ? "; nothing removed" : ""));
  }

  private Stream<ArticleIndex.Entry> find(ArticleIndex index, String name) {
    if (name.isBlank()) {
      throw new UsageException("which article? Name its IRI, its headline or its file");
    }
    return isFile(name)
        ? new ArticleInputs(new ArticleIris(IriMinter.DEFAULT_BASE), Optional.empty(), session.in())
            .read(List.of(name))
            .flatMap(RetractCommand::article)
            .map(article -> inDataset(index, article))
        : Stream.of(index.find(name));
  }

  private static Stream<Article> article(ReadResult read) {
    return switch (read) {
      case ReadResult.Read(Article article) -> Stream.of(article);
      case ReadResult.LeftOut ignored -> Stream.empty();
      case ReadResult.Unreadable unreadable ->
          throw new UncheckedIOException(new IOException(unreadable.message()));
    };
  }

  /** The article as stored; another base or a date given by hand may have changed its IRI. */
  private static ArticleIndex.Entry inDataset(ArticleIndex index, Article article) {
    return index.entries().stream()
        .filter(entry -> entry.iri().equals(article.iri()))
        .findFirst()
        .orElseGet(() -> index.find(article.headline().orElse(article.iri())));
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
