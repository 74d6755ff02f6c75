package org.newsgraph.cli;

/** The command line asks for what cannot be. The message is one line that says what can. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
