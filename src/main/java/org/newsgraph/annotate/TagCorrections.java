package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.data.DataFile;

/** Mends what the tagger's model often gets wrong in news: numbers, clitics, auxiliaries, names. */
final class TagCorrections {

  private static final Set<String> BE =
      Set.of("be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re");
  private static final Set<String> HAVE_DO =
      Set.of("have", "has", "had", "having", "do", "does", "did", "'ve");
  private static final Set<String> MODALS =
      Set.of(
          "can", "could", "will", "would", "shall", "should", "may", "might", "must", "ca", "wo",
          "'ll", "'d");
  private static final Set<String> HOSTS_OF_IS =
      Set.of(
          "it",
          "he",
          "she",
          "that",
          "this",
          "there",
          "here",
          "who",
          "what",
          "where",
          "how",
          "when",
          "why",
          "which",
          "everyone",
          "everything",
          "something",
          "nothing");
  private static final Set<String> POSSESSIVES =
      Set.of("the", "a", "an", "its", "his", "their", "our", "my", "your");
  private static final Set<String> SYMBOLS = Set.of("%", "+", "=", "<", ">", "#", "~", "\u00B0");

  private static final Pattern NUMBER = Pattern.compile("[.]?\\d[\\d.,:/-]*");
  private static final Pattern CURRENCY = Pattern.compile("\\p{Lu}{0,3}\\p{Sc}");
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}]+");
  private static final Pattern DEMONYM = Pattern.compile("\\p{Lu}\\w*(?:an|ian|ese|ish|ic|i|ch)");

  private final Lemmatizer lemmatizer;
  private final Map<String, String> functionWords = new HashMap<>();
  private final Set<String> numberWords = DataFile.read("number-words.txt").words();
  private final Set<String> magnitudes = DataFile.read("magnitudes.txt").words();

  TagCorrections(Lemmatizer lemmatizer) {
    this.lemmatizer = lemmatizer;
    DataFile.read("function-words.txt").rows(2).forEach(r -> functionWords.put(r.get(0), r.get(1)));
  }

  /**
   * Corrects the tags of a sentence.
   *
   * @param words its tokens with plain characters
   * @param names words that the article elsewhere writes with a capital within a sentence
   */
  List<String> correct(List<String> words, List<String> tags, Set<String> names) {
    List<String> corrected = new ArrayList<>(tags);
    for (int i = 0; i < words.size(); i++) {
      corrected.set(i, byForm(words, corrected, i));
    }
    for (int i = 0; i < words.size(); i++) {
      corrected.set(i, name(words, corrected, i, names));
    }
    for (int i = words.size() - 1; i >= 0; i--) {
      corrected.set(i, verb(words, corrected, i));
    }
    for (int i = words.size() - 1; i >= 0; i--) {
      corrected.set(i, auxiliary(words, corrected, i));
    }
    return corrected;
  }

  private String byForm(List<String> words, List<String> tags, int i) {
    String word = words.get(i);
    String lower = word.toLowerCase(Locale.ROOT);
    String before = i > 0 ? words.get(i - 1) : "";
    if (CURRENCY.matcher(word).matches() || SYMBOLS.contains(word)) {
      return "SYM";
    }
    if (NUMBER.matcher(word).matches()) {
      return "NUM";
    }
    if (magnitudes.contains(word) && NUMBER.matcher(before).matches()) {
      return "NUM";
    }
    if (word.equals("&")) {
      return "CCONJ";
    }
    if (Tagger.isClitic(word)) {
      return switch (lower) {
        case "n't" -> "PART";
        case "'s" ->
            HOSTS_OF_IS.contains(before.toLowerCase(Locale.ROOT)) ? "AUX" : possessive(words, i);
        default -> "AUX";
      };
    }
    if (word.equals("'") && before.endsWith("s") && tags.get(i - 1).matches("NOUN|PROPN")) {
      return "PART";
    }
    if (MARKS.matcher(word).matches()) {
      return "PUNCT";
    }
    boolean number = numberWords.contains(lower) && !lower.equals("half") && !lower.equals("one");
    if (number || lower.matches("[mbtr]+illion")) {
      return "NUM";
    }
    return switch (tags.get(i)) {
      case "PUNCT", "SYM", "X" -> functionWords.getOrDefault(lower, "NOUN");
      default -> tags.get(i);
    };
  }

  /** A possessive, unless a participle or "been" follows, as in "China's been accused". */
  private static String possessive(List<String> words, int i) {
    String next = i + 1 < words.size() ? words.get(i + 1).toLowerCase(Locale.ROOT) : "";
    return next.matches("been|not|going|a|an|the") ? "AUX" : "PART";
  }

  private String name(List<String> words, List<String> tags, int i, Set<String> names) {
    String word = words.get(i);
    String tag = tags.get(i);
    if (!isCapitalised(word) || !tag.matches("NOUN|VERB|ADJ|ADV|X|INTJ|PRON|DET|ADP|SCONJ")) {
      return tag;
    }
    boolean function = functionWords.containsKey(word.toLowerCase(Locale.ROOT));
    if (function) {
      return tag;
    }
    boolean opens = i == 0 || words.get(i - 1).matches("[\"'(:.?!\u2026\u2022\u2014\u2013-]+");
    boolean besideName =
        (i + 1 < words.size() && isCapitalised(words.get(i + 1)) && !opensFunction(words, i + 1))
            || (!opens && isCapitalised(words.get(i - 1)) && !opensFunction(words, i - 1));
    if (tag.equals("ADJ")
        && DEMONYM.matcher(word).matches()
        && !word.equals(word.toUpperCase(Locale.ROOT))) {
      return tag;
    }
    if (opens) {
      return names.contains(word) || (besideName && tag.equals("NOUN")) ? "PROPN" : tag;
    }
    return "PROPN";
  }

  private boolean opensFunction(List<String> words, int i) {
    return functionWords.containsKey(words.get(i).toLowerCase(Locale.ROOT));
  }

  static boolean isCapitalised(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private String verb(List<String> words, List<String> tags, int i) {
    String word = words.get(i);
    String tag = tags.get(i);
    String lower = word.toLowerCase(Locale.ROOT);
    int before = previousContent(words, tags, i);
    String previous = before >= 0 ? words.get(before).toLowerCase(Locale.ROOT) : "";
    String next = i + 1 < words.size() ? words.get(i + 1).toLowerCase(Locale.ROOT) : "";
    boolean participle = lower.matches(".{2,}ed") || lemmatizer.isIrregularForm(lower);
    if (tag.matches("ADJ|NOUN|ADV") && participle && !isCapitalised(word)) {
      boolean passive = BE.contains(previous) || previous.matches("get|got|gets|getting");
      boolean perfect = HAVE_DO.contains(previous);
      return next.equals("by") || passive || perfect ? "VERB" : tag;
    }
    if (tag.equals("NOUN")
        && MODALS.contains(previous)
        && before >= 0
        && tags.get(before).equals("AUX")) {
      return "VERB";
    }
    if (tag.equals("NOUN") && i > 0 && takesObject(words, tags, i)) {
      return "VERB";
    }
    if (tag.equals("VERB") && POSSESSIVES.contains(previous) && before == i - 1) {
      boolean modifies = i + 1 < words.size() && tags.get(i + 1).matches("NOUN|PROPN|ADJ|NUM");
      return modifies || lower.endsWith("ed") ? tag : "NOUN";
    }
    return tag;
  }

  /** Whether what the model takes for a noun is a verb: "by buying its", "to cut the". */
  private boolean takesObject(List<String> words, List<String> tags, int i) {
    String lower = words.get(i).toLowerCase(Locale.ROOT);
    String before = tags.get(i - 1);
    boolean object = i + 1 < tags.size() && tags.get(i + 1).matches("DET|PRON|PROPN");
    boolean gerund = lower.endsWith("ing") && before.matches("ADP|SCONJ");
    boolean infinitive = words.get(i - 1).equalsIgnoreCase("to") && lemmatizer.isListedVerb(lower);
    return object && (gerund || infinitive);
  }

  /** The last word before {@code i} that is neither an adverb nor "not"; -1 if there is none. */
  private static int previousContent(List<String> words, List<String> tags, int i) {
    int at = i - 1;
    while (at >= 0 && (tags.get(at).equals("ADV") || words.get(at).matches("not|n't"))) {
      at--;
    }
    return at;
  }

  private String auxiliary(List<String> words, List<String> tags, int i) {
    String lower = words.get(i).toLowerCase(Locale.ROOT);
    String tag = tags.get(i);
    if (tag.equals("PROPN")) {
      return tag;
    }
    if (BE.contains(lower)) {
      return "AUX";
    }
    if (MODALS.contains(lower) && tag.matches("AUX|VERB")) {
      return "AUX";
    }
    if (HAVE_DO.contains(lower) && tag.matches("AUX|VERB")) {
      return helps(words, tags, i) ? "AUX" : "VERB";
    }
    if (tag.equals("AUX")
        && !Tagger.isClitic(lower)
        && !lower.matches("get|gets|got|getting|used|ought|let")) {
      return "VERB";
    }
    if (lower.equals("to") && tag.matches("ADP|PART")) {
      int next = i + 1;
      while (next < tags.size() && tags.get(next).equals("ADV")) {
        next++;
      }
      return next < tags.size() && tags.get(next).matches("VERB|AUX") ? "PART" : "ADP";
    }
    return tag;
  }

  /** Whether a verb follows that "have" or "do" helps, past a subject and adverbs. */
  private static boolean helps(List<String> words, List<String> tags, int i) {
    for (int k = i + 1; k < Math.min(tags.size(), i + 4); k++) {
      String lower = words.get(k).toLowerCase(Locale.ROOT);
      switch (tags.get(k)) {
        case "VERB", "AUX" -> {
          return !lower.endsWith("ing");
        }
        case "ADV", "PART" -> {
          if (lower.equals("to")) {
            return false;
          }
        }
        case "PRON" -> {
          if (!lower.matches("he|she|it|they|we|you|i")) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
