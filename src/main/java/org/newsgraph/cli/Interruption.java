package org.newsgraph.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, as a question that work asks of itself. The work is not cut off in the middle of a write:
 * it stops at the next article.
 */
final class Interruption {

  private static final int PATIENCE_SECONDS = 10;

  private volatile boolean requested;
  private volatile boolean working;
  private final CountDownLatch done = new CountDownLatch(1);

  /** Whether work should come to an end. */
  boolean requested() {
    return requested;
  }

  /** Says that from now on work is under way that ends by itself once asked to. */
  void working() {
    working = true;
  }

  /** Says that the program is done. */
  void done() {
    done.countDown();
  }

  /** Asks the work to end and waits for it. Called as the process is told to end. */
  void request() {
    requested = true;
    if (!working) {
      return;
    }
    try {
      // Past that time the dataset's journal sees to it that a write cut off has never been.
      boolean ignored = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
