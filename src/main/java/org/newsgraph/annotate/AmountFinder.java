package org.newsgraph.annotate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.newsgraph.article.Span;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.Money;
import org.newsgraph.fact.Value;

/**
 * Finds amounts of money and percentages in a sentence, with their exact values.
 *
 * <p>A range is one amount ("US$225 billion to US$600 billion"), an old and a new value are two
 * ("rose from $5 to $7"). Vague amounts ("billions of dollars") and percentage points give nothing,
 * nor does a range of percentages. Word lists: {@code currencies.tsv}, {@code magnitudes.tsv},
 * {@code number-words.tsv}, {@code fractions.tsv}, {@code approximators.txt}, {@code
 * change-words.txt}.
 */
public final class AmountFinder {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** How many tokens before an amount a word of change may stand. */
  private static final int CHANGE_WINDOW = 12;

  private final NumberExpression numbers = new NumberExpression();
  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final Currencies currencies = new Currencies();
  private final Set<String> changeWords = DataTable.read("change-words.txt").words();
  private final Pattern number;
  private final Pattern percent;
  private final Set<String> functionWords = DataTable.read("function-words.txt").words();
  private final Pattern fraction;
  private final Map<String, BigDecimal> fractions = new LinkedHashMap<>();
  private final Pattern approximator;

  /** Loads the word lists. */
  public AmountFinder() {
    String magnitude = "(?<magnitude>" + numbers.magnitude() + ")?";
    number =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}$.,])(?<minus>(?<![^ (])-)?(?<before>"
                + currencies.before()
                + ")?"
                + ("(?:(?<figures>" + numbers.figures() + ")")
                + ("|(?<words>" + numbers.numberInWords() + ")(?!\\p{L}))")
                + (magnitude + "(?:(?<gap>[ -]?)(?<after>" + currencies.after() + "))?"));
    for (DataTable.Row row : DataTable.read("fractions.tsv").rows()) {
      BigDecimal whole = new BigDecimal(row.get("whole"));
      fractions.put(row.get("one"), whole);
      fractions.put(row.get("more"), whole);
    }
    String some = NumberExpression.alternatives(DataTable.read("approximators.txt").words());
    approximator = Pattern.compile("(?i)(?:^|[^\\p{L}])" + some + " ?(?:the |a |an |another )?$");
    fraction =
        Pattern.compile(
            "(?i)(?<by>(?<!\\p{L})by (?:"
                + some
                + " )?)?(?<![\\p{L}-])(?<parts>an?|one|two|three|four)[ -](?<fraction>"
                + String.join("|", fractions.keySet())
                + ")(?![\\p{L}-])(?<ofValue> of (?:its|their|his|her) (?:[\\p{L}-]+ )?(?:value|worth)(?!\\p{L}))?(?: ?(?<next>\\p{L}+))?");
    percent =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}$.,])(?<minus>(?<![^ (])-)?(?:(?<figures>"
                + numbers.figures()
                + (")|(?<words>" + numbers.numberInWords() + "))[ -]?")
                + "(?:%|(?i:per[ -]?cent|pct|p\\.c\\.)(?!\\p{L}))(?![ -]points?)");
  }

  /**
   * The amounts and percentages of a sentence, in order, not overlapping.
   *
   * @param text the article's text
   */
  public List<ValueMention> find(Sentence sentence, String text) {
    String plain = Characters.plain(sentence.span().of(text));
    Scan scan = new Scan(sentence, plain);
    List<ValueMention> found = new ArrayList<>(scan.money());
    List<ValueMention> shares = new ArrayList<>(scan.percentages());
    shares.addAll(scan.fractions());
    for (ValueMention mention : shares) {
      if (found.stream().noneMatch(other -> other.span().overlaps(mention.span()))) {
        found.add(mention);
      }
    }
    found.sort(Comparator.comparing(ValueMention::span));
    return found;
  }

  /** A number, with a currency or without. */
  private record Part(
      int begin,
      int end,
      BigDecimal number,
      int power,
      boolean inWords,
      Currencies.@Nullable Written before,
      Currencies.@Nullable Written after) {

    Currencies.@Nullable Written currency() {
      return before != null ? before : after;
    }

    BigDecimal value(int somePower, Currencies.Written currency) {
      return number.scaleByPowerOfTen(somePower).multiply(currency.unit());
    }
  }

  /** The state of reading one sentence. */
  private final class Scan {
    private final Sentence sentence;
    private final String plain;
    private final int offset;

    Scan(Sentence sentence, String plain) {
      this.sentence = sentence;
      this.plain = plain.replaceAll("[\\u2013\\u2014]", "-");
      this.offset = sentence.span().begin();
    }

    List<ValueMention> money() {
      List<Part> parts = parts();
      List<ValueMention> found = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        Optional<Part> next =
            i + 1 < parts.size() ? Optional.of(parts.get(i + 1)) : Optional.empty();
        boolean linked = next.filter(other -> isLinked(part, other)).isPresent();
        if (linked) {
          found.addAll(pair(part, next.get()));
          i++;
        } else if (part.currency() != null) {
          single(part, part.power(), part.currency()).ifPresent(found::add);
        }
      }
      return found;
    }

    private List<Part> parts() {
      List<Part> parts = new ArrayList<>();
      Matcher m = number.matcher(plain);
      while (m.find()) {
        String words = m.group("words");
        String magnitude = m.group("magnitude");
        String before = m.group("before");
        String after = m.group("after");
        boolean article = words != null && words.matches("(?i)an?") && magnitude == null;
        if (article || (before != null && words != null)) {
          continue;
        }
        if (after != null && magnitude == null && !isPlural(m)) {
          after = null;
        }
        BigDecimal value = numbers.number(words != null ? words : m.group("figures"));
        parts.add(
            new Part(
                m.start(),
                m.end(),
                m.group("minus") == null ? value : value.negate(),
                magnitude == null ? 0 : numbers.power(magnitude),
                words != null,
                before == null ? null : currencies.of(before),
                after == null ? null : currencies.of(after)));
      }
      return parts;
    }

    /** Whether the currency's word belongs to the number: not so in "27 euro countries". */
    private static boolean isPlural(Matcher m) {
      boolean adjective = m.group("after").matches("(?i)euro|dollar|rupee");
      boolean pricesOfAYear = m.group().matches("(?:19|20)\\d\\d .*dollars");
      return !pricesOfAYear && (!adjective || m.group("gap").equals("-"));
    }

    /** Whether two numbers stand as the ends of a range do, or as an old and a new value. */
    private boolean isLinked(Part low, Part high) {
      String between = plain.substring(low.end(), high.begin());
      Currencies.Written first = low.currency();
      Currencies.Written second = high.currency();
      boolean hyphen = between.matches(" ?- ?");
      boolean and = between.equals(" and ") && wordBefore(low.begin()).equals("between");
      boolean oneCurrency =
          second == null
              ? first != null && (hyphen || high.power() > 0)
              : first == null || first.code().equals(second.code());
      return oneCurrency && (hyphen || and || between.equals(" to "));
    }

    private List<ValueMention> pair(Part low, Part high) {
      Currencies.Written currency = high.currency() != null ? high.currency() : low.currency();
      if (currency == null) {
        return List.of();
      }
      boolean shares = low.power() == 0 && low.number().compareTo(high.number()) < 0;
      int power = shares ? high.power() : low.power();
      BigDecimal min = low.value(power, currency);
      BigDecimal max = high.value(high.power(), currency);
      String between = plain.substring(low.end(), high.begin());
      boolean change = between.equals(" to ") && isChange(low.begin());
      List<ValueMention> found = new ArrayList<>();
      if (change || min.compareTo(max) >= 0) {
        if (low.currency() != null || change) {
          single(low, power, currency).ifPresent(found::add);
        }
        single(high, high.power(), currency).ifPresent(found::add);
      } else if (isMoney(max, currency, high)) {
        found.add(
            mention(
                low.begin(),
                high.end(),
                new Value.OfMoney(
                    new Money(
                        currency.code(), min, Optional.of(max), isApproximate(low.begin())))));
      }
      return found;
    }

    private Optional<ValueMention> single(Part part, int power, Currencies.Written currency) {
      BigDecimal value = part.value(power, currency);
      if (!isMoney(value, currency, part)) {
        return Optional.empty();
      }
      Money money =
          new Money(currency.code(), value, Optional.empty(), isApproximate(part.begin()));
      return Optional.of(mention(part.begin(), part.end(), new Value.OfMoney(money)));
    }

    private boolean isMoney(BigDecimal value, Currencies.Written currency, Part part) {
      return !currency.measured() || part.before() != null || value.abs().compareTo(THOUSAND) >= 0;
    }

    List<ValueMention> percentages() {
      List<ValueMention> found = new ArrayList<>();
      Matcher m = percent.matcher(plain);
      while (m.find()) {
        String words = m.group("words");
        boolean vague = words != null && words.matches("(?i)an?");
        if (vague || endsRange(m.start())) {
          continue;
        }
        BigDecimal value = numbers.number(words != null ? words : m.group("figures"));
        BigDecimal signed = m.group("minus") == null ? value : value.negate();
        found.add(mention(m.start(), m.end(), new Value.OfNumber(signed)));
      }
      return found;
    }

    /**
     * Parts of a whole by which something changes: "by a third", "lost two-thirds of its value".
     */
    List<ValueMention> fractions() {
      List<ValueMention> found = new ArrayList<>();
      Matcher m = fraction.matcher(plain);
      while (m.find()) {
        boolean changes =
            m.group("by") != null
                && (m.group("next") == null
                    || functionWords.contains(m.group("next").toLowerCase(Locale.ROOT)));
        if (!changes && m.group("ofValue") == null) {
          continue;
        }
        BigDecimal parts = numbers.number(m.group("parts").replaceAll("(?i)^an?$", "one"));
        BigDecimal whole = fractions.get(m.group("fraction").toLowerCase(Locale.ROOT));
        found.add(
            mention(
                m.start("parts"),
                m.end("fraction"),
                new Value.OfNumber(
                    parts
                        .multiply(BigDecimal.valueOf(100))
                        .divide(whole, 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros())));
      }
      return found;
    }

    /** Whether a bare number before makes it the upper end of a range: "5 to 6 percent", "5-6%". */
    private boolean endsRange(int begin) {
      String before = plain.substring(Math.max(0, begin - 40), begin);
      boolean to = before.matches("(?s).*(?<![\\p{L}$])[\\d.]+ to $") && !isChange(begin);
      boolean and = before.matches("(?si).*\\bbetween [\\d.]+ and $");
      return to || and || before.matches("(?s).*[\\d%] ?-");
    }

    private ValueMention mention(int begin, int end, Value value) {
      return new ValueMention(new Span(offset + begin, offset + end), value);
    }

    private boolean isApproximate(int begin) {
      String before = plain.substring(Math.max(0, begin - 40), begin);
      return approximator.matcher(before.replaceFirst("(?i)(?:between|from) $", "")).find();
    }

    private String wordBefore(int begin) {
      String[] words = plain.substring(Math.max(0, begin - 20), begin).strip().split("[^\\p{L}]+");
      return words.length == 0 ? "" : words[words.length - 1].toLowerCase(Locale.ROOT);
    }

    /** Whether a word of change stands before, so that two amounts are an old and a new one. */
    private boolean isChange(int begin) {
      List<Token> tokens = sentence.tokens();
      int at = 0;
      while (at < tokens.size() && tokens.get(at).span().begin() < offset + begin) {
        at++;
      }
      for (int i = at - 1; i >= Math.max(0, at - CHANGE_WINDOW); i--) {
        String word = tokens.get(i).text();
        if (changeWords.contains(lemmatizer.lemma(word, "VERB"))) {
          return true;
        }
        if (word.equals(";")) {
          return false;
        }
      }
      return false;
    }
  }
}
