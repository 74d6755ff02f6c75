package org.newsgraph.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsgraph.data.DataTable;
import org.newsgraph.data.DataTable.Row;

/**
 * Base forms of English verbs and nouns, by the rules of regular inflection and a list of what they
 * miss, {@code ontology/names/lemmas.tsv}.
 *
 * <p>Rules and no statistical model, since patterns have to rely on base forms: OpenNLP's makes
 * "rul" of "ruled".
 */
final class Lemmatizer {

  private static final String VOWELS = "aeiouy";

  private final Map<String, String> verbForms = new HashMap<>();
  private final Map<String, String> nounForms = new HashMap<>();
  private final Set<String> verbs = new HashSet<>();

  Lemmatizer() {
    for (Row row : DataTable.read("lemmas.tsv").rows()) {
      boolean verb = row.get("pos").equals("VERB");
      String base = row.get("lemma");
      if (verb) {
        verbs.add(base);
      }
      for (String form : row.get("forms").split(" ")) {
        (verb ? verbForms : nounForms).putIfAbsent(form, base);
      }
    }
  }

  /**
   * The base form of a word.
   *
   * @param tag its part of speech as UPOS
   * @return in lower case; for all but verbs and nouns the word itself
   */
  String lemma(String word, String tag) {
    String lower = Characters.plain(word).toLowerCase(Locale.ROOT);
    return switch (tag) {
      case "VERB", "AUX" -> verb(lower);
      case "NOUN" -> noun(lower);
      case "PART" -> lower.equals("n't") ? "not" : lower;
      default -> lower;
    };
  }

  private String verb(String form) {
    String irregular = verbForms.get(form);
    if (irregular != null) {
      return irregular;
    }
    if (verbs.contains(form)) {
      return form;
    }
    int hyphen = form.lastIndexOf('-');
    if (hyphen > 0 && hyphen < form.length() - 2) {
      return form.substring(0, hyphen + 1) + verb(form.substring(hyphen + 1));
    }
    if (form.endsWith("ing") && hasVowel(form, 3)) {
      return base(form.substring(0, form.length() - 3), false);
    }
    if (form.endsWith("ed") && hasVowel(form, 2) && !form.endsWith("eed")) {
      return base(form.substring(0, form.length() - 2), true);
    }
    if (form.matches("(?:agr|fr|guarant|decr|refer)eed")) {
      return form.substring(0, form.length() - 1);
    }
    return form.endsWith("s") ? withoutS(form) : form;
  }

  private static boolean hasVowel(String form, int ending) {
    for (int i = 0; i < form.length() - ending; i++) {
      if (VOWELS.indexOf(form.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private String withoutS(String form) {
    if (form.matches(".*(?:ss|us|is)") || form.length() < 3) {
      return form;
    }
    String shorter = form.substring(0, form.length() - 1);
    String shortest = form.substring(0, form.length() - 2);
    if (form.endsWith("ies")) {
      return form.length() > 4 ? form.substring(0, form.length() - 3) + "y" : shorter;
    }
    boolean strip =
        form.matches(".*(?:sses|shes|ches|xes|zzes|oes)")
            || (form.endsWith("es") && verbs.contains(shortest) && !verbs.contains(shorter));
    return strip ? shortest : shorter;
  }

  /** The base form whose regular past tense or participle has {@code stem} before its ending. */
  private String base(String stem, boolean past) {
    if (verbs.contains(stem)) {
      return stem;
    }
    if (verbs.contains(stem + "e")) {
      return stem + "e";
    }
    int length = stem.length();
    char last = stem.charAt(length - 1);
    if (length < 2) {
      return stem;
    }
    char before = stem.charAt(length - 2);
    String single = stem.substring(0, length - 1);
    if (last == before && VOWELS.indexOf(last) < 0) {
      boolean undouble = verbs.contains(single) || "lszf".indexOf(last) < 0;
      return undouble ? single : stem;
    }
    if (past && last == 'i') {
      return length == 2 ? stem + "e" : single + "y";
    }
    if (past && last == 'e') {
      return stem + "e";
    }
    return takesE(stem, before, last) ? stem + "e" : stem;
  }

  /** Whether a base form in a silent "e" is the likelier one: "provid", "announc", "settl". */
  private static boolean takesE(String stem, char before, char last) {
    if (last == 'u' || "cvz".indexOf(last) >= 0) {
      return true;
    }
    if (VOWELS.indexOf(last) >= 0 || "wxh".indexOf(last) >= 0) {
      return false;
    }
    if (VOWELS.indexOf(before) < 0) {
      return switch (last) {
        case 'l' -> before != 'r' && before != 'w';
        case 's' -> true;
        case 'g' -> before != 'n' || stem.matches(".*[aeu]ng");
        default -> false;
      };
    }
    boolean twoVowels =
        stem.length() > 2
            && VOWELS.indexOf(stem.charAt(stem.length() - 3)) >= 0
            && !stem.matches(".*qu..|.*[iu]a[td]");
    if (twoVowels) {
      return last == 's' || last == 'g';
    }
    boolean oneSyllable = stem.matches("[^aeiouy]*(?:qu)?[aeiouy][^aeiouy]");
    return oneSyllable
        || switch (last) {
          case 't' -> "aou".indexOf(before) >= 0;
          case 'r' -> "aiu".indexOf(before) >= 0;
          case 'n' -> before == 'i';
          case 'm' -> "auo".indexOf(before) >= 0;
          case 'l' -> "iou".indexOf(before) >= 0;
          case 'p' -> before == 'a';
          default -> true;
        };
  }

  private String noun(String form) {
    String irregular = nounForms.get(form);
    if (irregular != null) {
      return irregular;
    }
    if (!form.endsWith("s") || form.length() < 4 || form.matches(".*(?:ss|us|is|'s|\\ds)")) {
      return form;
    }
    if (form.endsWith("ies") && form.length() > 4) {
      return form.substring(0, form.length() - 3) + "y";
    }
    return form.matches(".*(?:sses|shes|ches|xes|zzes|[^aeiou]oes)")
        ? form.substring(0, form.length() - 2)
        : form.substring(0, form.length() - 1);
  }
}
