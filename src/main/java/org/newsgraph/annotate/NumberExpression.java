package org.newsgraph.annotate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;

/**
 * Reads numbers in figures or words, and the words and letters that multiply them: "1,250",
 * "2.5bn", "twenty-five", "half a million", "two and a half billion", "500 crore".
 */
final class NumberExpression {

  private static final String GAP = "[ -]";

  private final Map<String, BigDecimal> numberWords = new HashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> letters = new HashMap<>();
  private final String figures =
      "(?:\\d{1,3}(?:,\\d{2,3})*,\\d{3}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?![\\d]|,\\d)";

  NumberExpression() {
    for (Row row : DataTable.read("number-words.tsv").rows()) {
      numberWords.put(row.get("word"), new BigDecimal(row.get("value")));
    }
    for (Row row : DataTable.read("magnitudes.tsv").rows()) {
      (row.get("kind").equals("word") ? words : letters)
          .put(row.get("written"), Integer.valueOf(row.get("power")));
    }
  }

  /** An expression for a number in figures. */
  String figures() {
    return figures;
  }

  /** An expression for a number in words that are not a magnitude: "a", "twenty-five", "half a". */
  String numberInWords() {
    String word = alternatives(numberWords.keySet());
    return "(?i:half"
        + GAP
        + "an?|an?"
        + GAP
        + "half|an?|"
        + word
        + "(?:"
        + GAP
        + "(?:and )?"
        + word
        + "){0,4}(?: and a half)?)";
  }

  /** An expression for one or two magnitudes after a number, the gap before them included. */
  String magnitude() {
    String word = "(?i:" + alternatives(words.keySet()) + ")";
    List<String> longOnes = letters.keySet().stream().filter(s -> s.length() > 1).toList();
    return "(?:"
        + GAP
        + word
        + "(?:"
        + GAP
        + word
        + ")?|"
        + alternatives(letters.keySet())
        + "(?![\\p{L}\\p{N}])"
        + "| "
        + alternatives(longOnes)
        + "(?![\\p{L}\\p{N}])|"
        + word
        + ")(?!\\p{L})";
  }

  /**
   * The value of what {@link #figures()} or {@link #numberInWords()} matched.
   *
   * @throws NumberFormatException if it is neither
   */
  BigDecimal number(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return new BigDecimal(text.replace(",", ""));
    }
    BigDecimal total = BigDecimal.ZERO;
    for (String word : text.toLowerCase(Locale.ROOT).split("[ -]+")) {
      BigDecimal value = numberWords.get(word);
      if (word.equals("a") || word.equals("an")) {
        total = total.signum() == 0 ? BigDecimal.ONE : total;
      } else if (word.equals("half")) {
        boolean alone = total.signum() == 0 || text.toLowerCase(Locale.ROOT).matches("an?[ -]half");
        total = alone ? new BigDecimal("0.5") : total.add(new BigDecimal("0.5"));
      } else if (word.equals("hundred")) {
        total = (total.signum() == 0 ? BigDecimal.ONE : total).multiply(BigDecimal.valueOf(100));
      } else if (value != null) {
        total = total.add(value);
      } else if (!word.equals("and")) {
        throw new NumberFormatException("no number: " + text);
      }
    }
    return total;
  }

  /** The power of ten of what {@link #magnitude()} matched; 0 for the empty text. */
  int power(String magnitude) {
    int power = 0;
    for (String part : magnitude.strip().split("[ -]+")) {
      Integer letter = letters.get(part);
      power += letter != null ? letter : words.getOrDefault(part.toLowerCase(Locale.ROOT), 0);
    }
    return power;
  }

  /** An expression for any of the given texts, the longest first. */
  static String alternatives(Iterable<String> texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(all::add);
    all.sort(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    return "(?:" + String.join("|", all.stream().map(Pattern::quote).toList()) + ")";
  }
}
