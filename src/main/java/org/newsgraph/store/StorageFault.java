package org.newsgraph.store;

import org.apache.jena.query.QueryException;

/**
 * Tells failures of TDB2's files from those of whoever works on the dataset. TDB2 has no exception
 * of its own for a damaged file: whatever its code comes across comes out.
 */
final class StorageFault {

  private StorageFault() {}

  /** Whether code of TDB2 threw the exception, or what is behind it. */
  static boolean isBehind(RuntimeException failure) {
    if (failure instanceof QueryException) {
      return false;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (thrownByStorage(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Buffers and collections of Java may stand between the fault and TDB2's code. */
  private static boolean thrownByStorage(Throwable cause) {
    for (StackTraceElement frame : cause.getStackTrace()) {
      String name = frame.getClassName();
      if (name.startsWith("org.apache.jena.dboe.") || name.startsWith("org.apache.jena.tdb2.")) {
        return true;
      }
      if (name.startsWith("org.apache.jena.riot.thrift.")
          || name.startsWith("org.apache.jena.atlas.")) {
        continue;
      }
      if (name.startsWith("org.apache.jena.") || name.startsWith("org.newsgraph.")) {
        return false;
      }
    }
    return false;
  }
}
