package org.newsgraph.backup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a backup, a comment to every other reader of N-Quads.
 *
 * @param quads lines before it that hold a quad
 * @param sha256 of all bytes before it, unpacked, in hexadecimal
 */
record Seal(long quads, String sha256) {

  static final String BEGINNING = "# newsgraph backup ends: ";

  private static final Pattern LINE =
      Pattern.compile(Pattern.quote(BEGINNING) + "(\\d{1,18}) quads, sha256 ([0-9a-f]{64})\\s*");

  static Optional<Seal> parse(String line) {
    Matcher seal = LINE.matcher(line);
    return seal.matches()
        ? Optional.of(new Seal(Long.parseLong(seal.group(1)), seal.group(2)))
        : Optional.empty();
  }

  byte[] line() {
    return "%s%d quads, sha256 %s\n"
        .formatted(BEGINNING, quads, sha256)
        .getBytes(StandardCharsets.UTF_8);
  }
}
