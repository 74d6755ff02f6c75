package org.newsgraph.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.newsgraph.article.Article;
import org.newsgraph.article.ReadResult;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.pipeline.ArticlePipeline.Prepared;
import org.newsgraph.store.NamedGraph;
import org.newsgraph.store.Replaced;
import org.newsgraph.store.Store;
import org.newsgraph.store.StoreException;

/** The state of one build. Extracts on several threads and stores in the order of the inputs. */
final class BuildRun implements AutoCloseable {

  /**
   * Articles a transaction, at the least. Each commit copies 1.4 to 2 MB of index blocks whatever
   * it writes, so single ones would let the dataset grow without need.
   */
  private static final int BATCH = 100;

  /**
   * A batch is a twentieth of what was read before: the index of terms is by hash, so that each
   * commit copies the more of its blocks the more of them there are.
   */
  private static final int PART = 20;

  /** Articles a transaction at the most: Ctrl-C waits for one, and a crash loses one. */
  private static final int MOST = 500;

  /** A batch is written early where its graphs are large, so that they do not fill the memory. */
  private static final int TRIPLES = 300_000;

  /** Less than the time that the program is given to end after Ctrl-C. */
  private static final long PATIENCE_MILLIS = 2500;

  private record Pending(Article article, Digest source, Future<Prepared> result) {}

  private final ArticlePipeline pipeline;
  private final BuildOptions options;
  private final Consumer<BuildNotice> notices;
  private final Graph ontology;
  private final Supplier<Store> opening;
  private final ExecutorService workers;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<NamedGraph> staged = new ArrayList<>();
  private final Map<String, BuildLog.Entry> made = new LinkedHashMap<>();
  private final BuildLog log;
  private @Nullable Store store;
  private @Nullable EntityIdentity who;

  private Replaced written = Replaced.NONE;
  private boolean ontologyStored;
  private int stagedTriples;
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
      Graph ontology,
      Supplier<Store> opening,
      BuildLog log) {
    this.pipeline = pipeline;
    this.options = options;
    this.notices = notices;
    this.ontology = ontology;
    this.opening = opening;
    this.log = log;
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
    if (interrupted) {
      collectInTime();
    }
    while (!pending.isEmpty()) {
      collect(pending.remove());
    }
    flush();
    if (!interrupted) {
      compact(Store::compactIfItPays);
    }
    return new BuildReport(
        read, written, failed, entities, facts, events, leftOut, undated, interrupted);
  }

  /**
   * Waits for what is being extracted, but not long; what is not done then is left for next time.
   */
  private void collectInTime() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    for (Pending one : List.copyOf(pending)) {
      try {
        one.result().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        pending.remove(one);
        one.result().cancel(true);
      } catch (ExecutionException e) {
        // Told of where it is collected.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private void submit(Article article) {
    Digest source = log.source(article);
    Optional<Digest> before = log.meet(article, source);
    if (before.isPresent() || article.iri().equals(Vocabulary.ONTOLOGY)) {
      refuse(article, before.filter(source::equals).isPresent());
      return;
    }
    if (store == null) {
      store = opening.get();
      who = new EntityIdentity(store);
      log.load();
    }
    Optional<BuildLog.Entry> stored = log.stored(article, source, store);
    if (stored.isPresent()) {
      passOver(article, stored.get());
      return;
    }
    pending.add(
        new Pending(
            article,
            source,
            workers.submit(() -> pipeline.prepare(article, options.minConfidence()))));
    // Enough in hand to keep the workers busy, and no more in memory than that.
    if (pending.size() > 2 * options.threads()) {
      collect(pending.remove());
    }
  }

  private void refuse(Article article, boolean same) {
    String name = "<" + article.iri() + ">";
    if (same) {
      notices.accept(new BuildNotice.LeftOut(name + ": left out, the same article came before"));
    } else if (article.iri().equals(Vocabulary.ONTOLOGY)) {
      fail(name + " is the ontology's name and can be no article's", Optional.empty());
    } else {
      fail(
          "a second article named %s; the first is kept, since %s the same"
              .formatted(
                  name, article.url().isPresent() ? "the address is" : "headline and date are"),
          Optional.empty());
    }
  }

  private void passOver(Article article, BuildLog.Entry stored) {
    written = written.plus(new Replaced(0, 1));
    count(article, stored);
    notices.accept(new BuildNotice.Unchanged(article.iri()));
  }

  private void count(Article article, BuildLog.Entry made) {
    read++;
    entities += made.entities();
    facts += made.facts();
    events += made.events();
    undated += article.published().isEmpty() ? 1 : 0;
  }

  private void collect(Pending one) {
    try {
      stage(one, one.result().get());
    } catch (ExecutionException e) {
      // One article that takes more memory or stack than there is must not end the build.
      RuntimeException cause =
          e.getCause() instanceof RuntimeException known
              ? known
              : new IllegalStateException(e.getCause());
      fail(
          "<%s> could not be extracted: %s".formatted(one.article().iri(), cause),
          Optional.of(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void stage(Pending one, Prepared prepared) {
    Article article = one.article();
    BuildLog.Entry entry =
        new BuildLog.Entry(
            one.source(), Digest.ZERO, prepared.entities(), prepared.facts(), prepared.events());
    count(article, entry);
    leftOut += prepared.leftOut();
    if (prepared.violations().isEmpty()) {
      made.put(article.iri(), entry);
    } else {
      // Not noted, so that the next build tells of it again.
      notices.accept(new BuildNotice.Violated(article.iri(), prepared.violations()));
    }
    notices.accept(new BuildNotice.Extracted(article.iri()));
    staged.add(prepared.graph());
    stagedTriples += prepared.graph().graph().size();
    if (staged.size() >= Math.clamp(read / PART, BATCH, MOST) || stagedTriples >= TRIPLES) {
      flush();
    }
  }

  private void flush() {
    if (store == null || who == null || staged.isEmpty()) {
      return;
    }
    if (!ontologyStored) {
      store.replace(List.of(new NamedGraph(Vocabulary.ONTOLOGY, ontology)));
    }
    ontologyStored = true;
    written = written.plus(who.store(staged));
    log.add(made, store);
    made.clear();
    staged.clear();
    stagedTriples = 0;
    compact(Store::compactIfGrown);
  }

  /** A disk without room for a copy of the dataset is no reason to store no more. */
  private void compact(Consumer<Store> where) {
    if (store == null) {
      return;
    }
    try {
      where.accept(store);
    } catch (StoreException.Failed e) {
      notices.accept(new BuildNotice.LeftOut(String.valueOf(e.getMessage())));
    }
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
