package org.newsgraph.encoder;

/**
 * The shape of a word, which the encoder reads beside its lower-cased pieces. The ordinals are the
 * trained embedding's rows: {@code training/words.py} has the same list and rules.
 */
enum WordShape {
  /** The marks that begin and end what the encoder reads. */
  NO_WORD,
  LOWER,
  CAPITALISED,
  UPPER,
  SINGLE_CAPITAL,
  MIXED,
  NUMBER,
  ALPHANUMERIC,
  SYMBOL;

  static WordShape of(String word) {
    int letters = 0;
    int upper = 0;
    boolean digits = false;
    boolean firstLetterUpper = false;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      int c = word.codePointAt(i);
      if (Character.isLetter(c)) {
        boolean isUpper = Character.isUpperCase(c);
        firstLetterUpper |= letters == 0 && isUpper;
        letters++;
        upper += isUpper ? 1 : 0;
      }
      digits |= Character.isDigit(c);
    }
    if (digits) {
      return letters > 0 ? ALPHANUMERIC : NUMBER;
    }
    if (letters == 0) {
      return SYMBOL;
    }
    if (upper == 0) {
      return LOWER;
    }
    if (upper == letters) {
      return upper == 1 ? SINGLE_CAPITAL : UPPER;
    }
    return upper == 1 && firstLetterUpper ? CAPITALISED : MIXED;
  }
}
