package org.newsgraph.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, as a question that work asks of itself. The work is not cut off in the middle of a write:
 * it stops at the next article.
 */
final class Interruption {

  private static final int PATIENCE_SECONDS = 5;

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

  /**
   * Asks the work to end and waits for it. Called as the process ends, asked to or not.
   *
   * @param err is told where there is work to wait for
   */
  void request(PrintStream err) {
    requested = true;
    if (!working || done.getCount() == 0) {
      return;
    }
    err.println("newsgraph: stopping ...");
    try {
      // Past that time the dataset's journal sees to it that a write cut off has never been.
      boolean inTime = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        err.println("newsgraph: stopped; what is not stored yet is lost, the dataset is as it was");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
