package org.newsgraph.pipeline;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.newsgraph.article.ReadResult;
import org.newsgraph.store.Store;

/** Builds a dataset from inputs, or brings one up to date with them. */
public final class GraphBuild {

  private final ArticlePipeline pipeline;
  private final BuildOptions options;
  private final Consumer<BuildNotice> notices;
  private final Graph ontology;

  /**
   * @param pipeline makes the graph of an article
   * @param options how to run
   * @param notices is told what happens, on the thread that calls {@link #run}
   * @param ontology is stored beside the articles
   */
  public GraphBuild(
      ArticlePipeline pipeline,
      BuildOptions options,
      Consumer<BuildNotice> notices,
      Graph ontology) {
    this.pipeline = pipeline;
    this.options = options;
    this.notices = notices;
    this.ontology = ontology;
  }

  /**
   * Reads all inputs and stores their articles. An input that cannot be read is told of and the
   * next one taken.
   *
   * @param inputs read as they are needed, in order
   * @param store opens the dataset; called once there is an article to store, so that inputs
   *     without one leave no empty dataset behind
   * @param log remembers what was stored, for the next build
   * @param stop asked before each input; once true, no more are read and what is done is stored
   * @throws org.newsgraph.store.StoreException if the dataset cannot be opened or written
   */
  public BuildReport run(
      Stream<ReadResult> inputs, Supplier<Store> store, BuildLog log, BooleanSupplier stop) {
    try (inputs;
        BuildRun run = new BuildRun(pipeline, options, notices, ontology, store, log)) {
      inputs.takeWhile(input -> !stop.getAsBoolean()).forEachOrdered(run::accept);
      return run.finish(stop.getAsBoolean());
    }
  }
}
