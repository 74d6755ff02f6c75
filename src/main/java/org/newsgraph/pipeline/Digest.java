package org.newsgraph.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The first half of a SHA-256, enough to tell texts apart that nobody made to collide.
 *
 * @param high its first eight bytes
 * @param low its next eight
 */
record Digest(long high, long low) {

  /** Of nothing, and of an empty set. */
  static final Digest ZERO = new Digest(0, 0);

  /** Of several texts in their order; where one ends and the next begins counts. */
  static Digest of(Iterable<String> texts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sha.update(bytes);
      }
      ByteBuffer digest = ByteBuffer.wrap(sha.digest());
      return new Digest(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Of a set to which one more is added, in whatever order. */
  Digest plus(Digest member) {
    return new Digest(high + member.high, low + member.low);
  }

  /** 32 hexadecimal digits. */
  String hex() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }

  /**
   * Reads {@link #hex}.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static Digest parse(String hex) {
    if (hex.length() != 32) {
      throw new IllegalArgumentException("no digest: " + hex);
    }
    return new Digest(
        HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
  }
}
