package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.data.DataFile;

/**
 * Mends what the tagger's model often gets wrong in news: numbers, marks, clitics and names here,
 * verbs in {@link VerbTags}.
 */
final class TagCorrections {

  private static final Set<String> SYMBOLS = Set.of("%", "+", "=", "<", ">", "#", "~", "\u00B0");

  private static final Pattern NUMBER = Pattern.compile("[.]?\\d[\\d.,:/-]*");
  private static final Pattern CURRENCY = Pattern.compile("\\p{Lu}{0,3}\\p{Sc}");
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}]+");
  private static final Pattern DEMONYM = Pattern.compile("\\p{Lu}\\w*(?:an|ian|ese|ish|ic|i|ch)");

  /** Pronouns are few; what else the model takes for one is a noun. */
  private static final Pattern PRONOUN =
      Pattern.compile(
          ".*(?:self|selves|body|one|ones|thing|others?|ever)|mine|yours|ours|hers|theirs|plenty|half"
              + "|much|less|enough|none|either|neither");

  private final VerbTags verbTags;
  private final Map<String, String> functionWords = new HashMap<>();
  private final Set<String> hostsOfIs = DataFile.read("tag-classes.txt").words("before is");
  private final Set<String> numberWords = DataFile.read("number-words.txt").words();
  private final Set<String> magnitudes = DataFile.read("magnitudes.txt").words();

  TagCorrections(Lemmatizer lemmatizer) {
    verbTags = new VerbTags(lemmatizer);
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
    verbTags.correct(words, corrected);
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
            hostsOfIs.contains(before.toLowerCase(Locale.ROOT)) ? "AUX" : possessive(words, i);
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
      case "PRON" ->
          functionWords.containsKey(lower) || PRONOUN.matcher(lower).matches() ? "PRON" : "NOUN";
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
    boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    if (!acronym && functionWords.containsKey(word.toLowerCase(Locale.ROOT))) {
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
}
