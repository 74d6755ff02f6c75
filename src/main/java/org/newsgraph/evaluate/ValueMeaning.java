package org.newsgraph.evaluate;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.fact.Money;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Value;

/**
 * Whether a value is what the words of an article mean. Judged from the words alone and not with
 * the extractor's own reading of dates and amounts, which is measured here.
 */
final class ValueMeaning {

  private static final Pattern YEAR = Pattern.compile("\\b(1[4-9]\\d\\d|20\\d\\d)\\b");
  private static final Pattern DAY = Pattern.compile("\\b([12]?\\d|3[01])(?:st|nd|rd|th)?\\b");
  private static final Pattern RELATIVE_YEAR = Pattern.compile("\\b(last|this|next) year\\b");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(\\d[\\d,]*(?:\\.\\d+)?)\\s*[- ]?(thousand|million|billion|trillion|mn|bn|tn|[kmb])?\\b",
          Pattern.CASE_INSENSITIVE);

  /** A date that names no year is near the day of publication. */
  private static final int NEAR_DAYS = 400;

  private final Optional<PartialDate> published;

  /**
   * @param published the day from which "Monday" is seen, if known
   */
  ValueMeaning(Optional<PartialDate> published) {
    this.published = published;
  }

  /** Whether the words mean the value. */
  boolean means(String words, Value value) {
    return switch (value) {
      case Value.OfDate date -> meansDate(words.toLowerCase(Locale.ROOT), date.date());
      case Value.OfMoney money -> meansMoney(words, money.money());
      case Value.OfText text -> Words.alike(words, text.text());
      case Value.OfNumber number ->
          amounts(words).stream().anyMatch(a -> a.compareTo(number.number().abs()) == 0);
      case Value.OfEntity entity ->
          Words.normal(entity.entity().name()).equals(Words.normal(words));
    };
  }

  private boolean meansDate(String words, PartialDate date) {
    Optional<Integer> year = year(words);
    Optional<Month> month = month(words);
    if (year.isPresent()) {
      return date.firstDay().getYear() == year.get() && sameGrain(words, month, date);
    }
    if (month.isPresent()) {
      return near(date) && sameGrain(words, month, date);
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (words.contains(
          day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT))) {
        return date instanceof PartialDate.OfDay(LocalDate of)
            && of.getDayOfWeek() == day
            && near(date);
      }
    }
    return near(date);
  }

  private Optional<Integer> year(String words) {
    Matcher named = YEAR.matcher(words);
    if (named.find()) {
      return Optional.of(Integer.parseInt(named.group(1)));
    }
    Matcher relative = RELATIVE_YEAR.matcher(words);
    if (!relative.find()) {
      return Optional.empty();
    }
    int away =
        switch (relative.group(1)) {
          case "last" -> -1;
          case "next" -> 1;
          default -> 0;
        };
    return published.map(day -> day.firstDay().getYear() + away);
  }

  private static Optional<Month> month(String words) {
    for (Month month : Month.values()) {
      String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      if (Pattern.compile("\\b(" + name + "|" + name.substring(0, 3) + "t?\\b)")
          .matcher(words)
          .find()) {
        return Optional.of(month);
      }
    }
    return Optional.empty();
  }

  private static boolean sameGrain(String words, Optional<Month> month, PartialDate date) {
    Matcher day = DAY.matcher(YEAR.matcher(words).replaceAll(" "));
    return switch (date) {
      case PartialDate.OfYear ofYear -> month.isEmpty();
      case PartialDate.OfMonth of ->
          month.filter(m -> m == of.month().getMonth()).isPresent() && !day.find();
      case PartialDate.OfDay of ->
          month.filter(m -> m == of.day().getMonth()).isPresent()
              && day.find()
              && Integer.parseInt(day.group(1)) == of.day().getDayOfMonth();
    };
  }

  private boolean near(PartialDate date) {
    return published
        .map(day -> Math.abs(ChronoUnit.DAYS.between(day.firstDay(), date.firstDay())) <= NEAR_DAYS)
        .orElse(true);
  }

  private static boolean meansMoney(String words, Money money) {
    return amounts(words).stream()
        .anyMatch(
            amount ->
                amount.compareTo(money.min().abs()) == 0
                    || money.max().filter(max -> amount.compareTo(max.abs()) == 0).isPresent());
  }

  private static List<BigDecimal> amounts(String words) {
    List<BigDecimal> found = new ArrayList<>();
    Matcher amount = AMOUNT.matcher(words);
    while (amount.find()) {
      String magnitude = amount.group(2) == null ? "" : amount.group(2).toLowerCase(Locale.ROOT);
      int zeros =
          switch (magnitude) {
            case "thousand", "k" -> 3;
            case "million", "mn", "m" -> 6;
            case "billion", "bn", "b" -> 9;
            case "trillion", "tn" -> 12;
            default -> 0;
          };
      found.add(new BigDecimal(amount.group(1).replace(",", "")).scaleByPowerOfTen(zeros));
    }
    return found;
  }
}
