package org.newsgraph.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the canonical address of an article into the one form that serves as its IRI: scheme and
 * host in lower case, without default port, fragment and the parameters that only count visitors;
 * what no IRI may hold is percent-encoded.
 *
 * <p>So the same article has the same IRI whether it comes from its page, a feed or a collection.
 */
final class ArticleAddress {

  private static final int MAX_LENGTH = 2000;

  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)(?<scheme>https?):(?://)(?:[^/?#@]*@)?"
              + "(?<host>[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?)\\.?(?<port>:\\d{1,5})?"
              + "(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  private static final Pattern COUNTING =
      Pattern.compile(
          "(?i)(?:utm_\\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ocid|cmpid|icid|ftag"
              + "|at_\\w+|ref_?src|_ga)(?:=.*)?");

  private ArticleAddress() {}

  /**
   * The address in its one form.
   *
   * @return empty where it is not absolute, not of the web, or that of a whole site, as a page has
   *     it whose template is wrong
   */
  static Optional<String> of(String raw) {
    String address = raw.strip();
    if (address.startsWith("//")) {
      address = "https:" + address;
    }
    Matcher parts = PARTS.matcher(address);
    if (address.length() > MAX_LENGTH || !parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    String port = orEmpty(parts.group("port"));
    boolean usual = port.equals(scheme.equals("http") ? ":80" : ":443");
    String path = encoded(orEmpty(parts.group("path")));
    String query = query(orEmpty(parts.group("query")));
    if (query.isEmpty() && path.matches("/?(?:index\\.\\w+)?")) {
      return Optional.empty();
    }
    return Optional.of(
        scheme
            + "://"
            + parts.group("host").toLowerCase(Locale.ROOT)
            + (usual ? "" : port)
            + (path.isEmpty() ? "/" : path)
            + query);
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }

  private static String query(String query) {
    String kept =
        Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.isEmpty() && !COUNTING.matcher(parameter).matches())
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + encoded(kept);
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      boolean escape = c != '%' || isEscape(text, at);
      if (escape && isKept(c)) {
        encoded.appendCodePoint(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format("%%%02X", b));
        }
      }
      at += Character.charCount(c);
    }
    return encoded.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0
        && text.charAt(at + 1) < 0x80
        && text.charAt(at + 2) < 0x80;
  }

  private static boolean isKept(int c) {
    return c < 0x80
        ? Character.isLetterOrDigit(c) || "-._~:/?@!$&'()*+,;=%".indexOf(c) >= 0
        : Character.isLetterOrDigit(c);
  }
}
