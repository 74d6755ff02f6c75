package org.newsgraph.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.data.DataFile;

/** Mends what the tagger's model often gets wrong about verbs and auxiliaries. */
final class VerbTags {

  /** "40-year-old", "market-leading", but not "re-elected" or "co-founded". */
  private static final Pattern HYPHENATED =
      Pattern.compile(
          "(?!(?:re|co|pre|over|out|under|un|de|mis|cross|off|dis)-).*\\p{L}-\\p{L}+.*|\\d.*-.*");

  private final Lemmatizer lemmatizer;
  private final Set<String> be;
  private final Set<String> get;
  private final Set<String> haveOrDo;
  private final Set<String> modals;
  private final Set<String> possessives;
  private final Set<String> pastOrNot;

  VerbTags(Lemmatizer lemmatizer) {
    this.lemmatizer = lemmatizer;
    DataFile classes = DataFile.read("tag-classes.txt");
    be = classes.words("be");
    get = classes.words("get");
    haveOrDo = classes.words("have or do");
    modals = classes.words("modal");
    possessives = classes.words("possessive");
    pastOrNot = classes.words("past or not");
  }

  /**
   * Corrects the tags of a sentence in place.
   *
   * @param words its tokens with plain characters
   */
  void correct(List<String> words, List<String> tags) {
    for (int i = words.size() - 1; i >= 0; i--) {
      tags.set(i, verb(words, tags, i));
    }
    addMissingVerb(words, tags);
    for (int i = words.size() - 1; i >= 0; i--) {
      tags.set(i, auxiliary(words, tags, i));
    }
  }

  private String verb(List<String> words, List<String> tags, int i) {
    String word = words.get(i);
    String tag = tags.get(i);
    String lower = word.toLowerCase(Locale.ROOT);
    int before = previousContent(words, tags, i);
    String previous = before >= 0 ? words.get(before).toLowerCase(Locale.ROOT) : "";
    String next = i + 1 < words.size() ? words.get(i + 1).toLowerCase(Locale.ROOT) : "";
    boolean participle = lower.matches(".{2,}ed") || lemmatizer.isIrregularForm(lower);
    if (tag.matches("ADJ|NOUN|ADV") && participle && !TagCorrections.isCapitalised(word)) {
      boolean passive = be.contains(previous) || get.contains(previous);
      boolean perfect = haveOrDo.contains(previous);
      boolean past = lemmatizer.isIrregularForm(lower);
      boolean afterSubject =
          past
              && (!pastOrNot.contains(lower)
                  || (i > 0 && before == i - 1 && tags.get(before).matches("NOUN|PROPN|PRON")));
      return next.equals("by") || passive || perfect || afterSubject ? "VERB" : tag;
    }
    if (tag.equals("NOUN") && i > 0 && opensRelativeClause(words, tags, i)) {
      return "VERB";
    }
    if (tag.equals("VERB") && HYPHENATED.matcher(lower).matches()) {
      return next.matches("the|a|an|its|his|her|their") ? "VERB" : "ADJ";
    }
    if (tag.equals("NOUN")
        && modals.contains(previous)
        && before >= 0
        && tags.get(before).equals("AUX")) {
      return "VERB";
    }
    boolean progressive =
        tag.equals("ADJ")
            && lower.endsWith("ing")
            && next.matches("the|a|an|its|their|them|him|it|us");
    if (progressive) {
      return "VERB";
    }
    boolean plural = tag.equals("VERB") && i == 0 && lower.endsWith("s");
    if (plural && i + 1 < words.size() && tags.get(i + 1).matches("VERB|AUX")) {
      return "NOUN";
    }
    if (tag.equals("NOUN") && i > 0 && takesObject(words, tags, i)) {
      return "VERB";
    }
    if (tag.equals("VERB") && possessives.contains(previous) && before == i - 1) {
      boolean modifies = i + 1 < words.size() && tags.get(i + 1).matches("NOUN|PROPN|ADJ|NUM");
      return modifies || lower.endsWith("ed") ? tag : "NOUN";
    }
    return tag;
  }

  /**
   * In a sentence without any verb, such as a headline, takes the first word for one that may be a
   * verb and stands between nouns: "Acme buys rival".
   */
  private void addMissingVerb(List<String> words, List<String> tags) {
    if (tags.contains("VERB") || tags.contains("AUX")) {
      return;
    }
    for (int i = 1; i < words.size() - 1; i++) {
      String lower = words.get(i).toLowerCase(Locale.ROOT);
      boolean form =
          (lower.endsWith("s") && lemmatizer.isListedVerb(lemmatizer.lemma(lower, "VERB")))
              || lemmatizer.isIrregularForm(lower);
      boolean between =
          tags.get(i - 1).matches("NOUN|PROPN|NUM|PRON|SYM")
              && tags.get(i + 1).matches("NOUN|PROPN|DET|ADP|PRON|PART|ADJ|NUM|SYM|ADV|SCONJ");
      if (tags.get(i).matches("NOUN|ADJ|ADV") && form && between) {
        tags.set(i, "VERB");
        return;
      }
    }
  }

  /** Whether this is the only word after "that" or "who" that can be the verb of its clause. */
  private static boolean opensRelativeClause(List<String> words, List<String> tags, int i) {
    if (!words.get(i - 1).matches("that|which|who") || TagCorrections.isCapitalised(words.get(i))) {
      return false;
    }
    if (i < 2 || !tags.get(i - 2).matches("NOUN|PROPN|PUNCT")) {
      return false;
    }
    for (int k = i + 1; k < tags.size() && !tags.get(k).equals("PUNCT"); k++) {
      if (tags.get(k).matches("VERB|AUX")) {
        return false;
      }
    }
    return i + 1 < tags.size();
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
    if (be.contains(lower)) {
      return "AUX";
    }
    if (modals.contains(lower) && tag.matches("AUX|VERB")) {
      return "AUX";
    }
    if (haveOrDo.contains(lower) && tag.matches("AUX|VERB")) {
      return helps(words, tags, i) ? "AUX" : "VERB";
    }
    if (tag.equals("AUX")
        && !Tagger.isClitic(lower)
        && !get.contains(lower)
        && !lower.matches("used|ought|let")) {
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
