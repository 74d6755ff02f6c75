package org.newsgraph.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A command in a {@code console} block of a document, with the output that the document shows.
 *
 * @param line where the command stands, counted from 1
 * @param command without prompts; several lines where lines that begin with {@code >} follow it
 * @param shown the lines of output; one of them may be {@code ...}, which stands for any number of
 *     lines
 */
record ConsoleExample(int line, String command, List<String> shown) {

  static final String ELISION = "...";

  ConsoleExample {
    shown = List.copyOf(shown);
    if (shown.stream().filter(ELISION::equals).count() > 1) {
      throw new IllegalArgumentException("line " + line + ": more than one line of three dots");
    }
  }

  /** Whether a run that printed these lines is what the document shows. */
  boolean shows(List<String> printed) {
    return shown.equals(cut(printed));
  }

  /** The printed lines with those left out that the document leaves out. */
  List<String> cut(List<String> printed) {
    int head = shown.indexOf(ELISION);
    int tail = shown.size() - head - 1;
    if (head < 0 || printed.size() < head + tail) {
      return printed;
    }
    List<String> kept = new ArrayList<>(printed.subList(0, head));
    kept.add(ELISION);
    kept.addAll(printed.subList(printed.size() - tail, printed.size()));
    return kept;
  }
}
