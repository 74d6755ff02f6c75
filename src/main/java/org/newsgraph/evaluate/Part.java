package org.newsgraph.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A part of an annotated corpus. Which one an article belongs to follows from its id alone: from
 * the first byte of the id's SHA-256, modulo 100.
 */
public enum Part {
  /** To train on: 0 to 69. */
  TRAIN,
  /** To look at while developing: 70 to 84. */
  DEVELOPMENT,
  /** To measure with and not to look at: 85 to 99. */
  TEST;

  private static final int TRAIN_BELOW = 70;
  private static final int DEVELOPMENT_BELOW = 85;

  /** The part that an article belongs to. */
  static Part of(String id) {
    int number = number(id);
    return number < TRAIN_BELOW ? TRAIN : number < DEVELOPMENT_BELOW ? DEVELOPMENT : TEST;
  }

  /**
   * Whether an instance of a public set belongs to a part. Such a set has a test part of its own
   * elsewhere; of what is here the reader is trained on all but the lowest numbers.
   *
   * @param part any, if empty
   * @param developmentBelow the first number to train on
   */
  static boolean keeps(Optional<Part> part, String id, int developmentBelow) {
    Part own = number(id) < developmentBelow ? DEVELOPMENT : TRAIN;
    return part.isEmpty() || part.get() == own;
  }

  private static int number(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return Byte.toUnsignedInt(digest[0]) % 100;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
