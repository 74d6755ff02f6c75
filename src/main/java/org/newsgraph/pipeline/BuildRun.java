package org.newsgraph.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.newsgraph.article.Article;
import org.newsgraph.article.ReadResult;
import org.newsgraph.ontology.OntologyFile;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.pipeline.ArticlePipeline.Prepared;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Replaced;
import org.newsgraph.store.Store;

/** The state of one build. Extracts on several threads and stores in the order of the inputs. */
final class BuildRun implements AutoCloseable {

  /**
   * Articles a transaction. Each commit copies 1.4 to 2 MB of index blocks whatever it writes, so
   * single ones would let the dataset grow without need.
   */
  private static final int BATCH = 100;

  private record Pending(Article article, Future<Prepared> result) {}

  private final ArticlePipeline pipeline;
  private final BuildOptions options;
  private final Consumer<BuildNotice> notices;
  private final Supplier<Store> opening;
  private final ExecutorService workers;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<NamedGraph> staged = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable Store store;

  private Replaced written = Replaced.NONE;
  private int read;
  private int failed;
  private int entities;
  private int facts;
  private int events;
  private int leftOut;
  private int undated;

  BuildRun(
      ArticlePipeline pipeline,
      BuildOptions options,
      Consumer<BuildNotice> notices,
      Supplier<Store> opening) {
    this.pipeline = pipeline;
    this.options = options;
    this.notices = notices;
    this.opening = opening;
    this.workers = Executors.newFixedThreadPool(options.threads());
  }

  void accept(ReadResult input) {
    switch (input) {
      case ReadResult.Read(Article article) -> submit(article);
      case ReadResult.LeftOut(String directory, String note) ->
          notices.accept(new BuildNotice.LeftOut(directory + ": " + note));
      case ReadResult.Unreadable unreadable -> fail(unreadable.message(), Optional.empty());
    }
  }

  BuildReport finish(boolean interrupted) {
    while (!pending.isEmpty()) {
      collect(pending.remove());
    }
    flush();
    if (store != null && !interrupted) {
      store.compactIfItPays();
    }
    return new BuildReport(
        read, written, failed, entities, facts, events, leftOut, undated, interrupted);
  }

  private void submit(Article article) {
    if (!names.add(article.iri())) {
      fail(
          "a second article named <%s>; the first is kept, since headline and date are the same"
              .formatted(article.iri()),
          Optional.empty());
      return;
    }
    if (store == null) {
      store = opening.get();
    }
    pending.add(
        new Pending(
            article, workers.submit(() -> pipeline.prepare(article, options.minConfidence()))));
    // Enough in hand to keep the workers busy, and no more in memory than that.
    if (pending.size() > 2 * options.threads()) {
      collect(pending.remove());
    }
  }

  private void collect(Pending one) {
    try {
      stage(one.article(), one.result().get());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof RuntimeException cause)) {
        throw new IllegalStateException(e.getCause());
      }
      fail(
          "<%s> could not be extracted: %s".formatted(one.article().iri(), cause),
          Optional.of(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void stage(Article article, Prepared prepared) {
    read++;
    entities += prepared.entities();
    facts += prepared.facts();
    events += prepared.events();
    leftOut += prepared.leftOut();
    undated += article.published().isEmpty() ? 1 : 0;
    if (!prepared.violations().isEmpty()) {
      notices.accept(new BuildNotice.Violated(article.iri(), prepared.violations()));
    }
    notices.accept(new BuildNotice.Extracted(article.iri()));
    staged.add(prepared.graph());
    if (staged.size() >= BATCH) {
      flush();
    }
  }

  private void flush() {
    if (store == null || staged.isEmpty()) {
      return;
    }
    if (written.equals(Replaced.NONE)) {
      store.replace(
          List.of(new NamedGraph(Vocabulary.ONTOLOGY, OntologyFile.read(OntologyFile.ONTOLOGY))));
    }
    written = written.plus(store.replace(staged));
    staged.clear();
  }

  private void fail(String message, Optional<RuntimeException> cause) {
    failed++;
    notices.accept(new BuildNotice.Failed(message, cause));
  }

  /** Stops the workers and lets go of the dataset. */
  @Override
  public void close() {
    workers.shutdownNow();
    if (store != null) {
      store.close();
    }
  }
}
