package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.data.DataFile;

/**
 * Cuts an article into sentences and tokens, and gives each token its part of speech and base form.
 *
 * <p>Typographic characters are read as plain ones; offsets and {@link Token#text()} are those of
 * the article's text. Making an annotator loads a model, which takes some tenths of a second; it
 * may then be shared between threads.
 */
public final class SentenceAnnotator {

  private final Tokenizer tokenizer;
  private final SentenceSplitter splitter;
  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final Tagger tagger = new Tagger(new TagCorrections(lemmatizer));
  private final Set<String> functionWords = DataFile.read("function-words.txt").words();

  /**
   * Loads the model and the word lists.
   *
   * @throws IllegalStateException if the program was packed without one of them
   */
  public SentenceAnnotator() {
    Abbreviations abbreviations = new Abbreviations();
    tokenizer = new Tokenizer(abbreviations);
    splitter = new SentenceSplitter(abbreviations);
  }

  /** The sentences of all paragraphs, in order; a headline is one or more of its own. */
  public List<Sentence> annotate(Article article) {
    String text = article.text();
    String plain = Characters.plain(text);
    List<Cut> cuts = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      List<Span> tokens = tokenizer.tokenize(text, paragraph.span());
      for (List<Span> sentence : splitter.split(text, tokens)) {
        cuts.add(new Cut(paragraph.role(), sentence));
      }
    }
    Casing casing = Casing.of(plain, cuts, functionWords);
    Tagger.Session session = tagger.session(casing.names());
    List<Sentence> sentences = new ArrayList<>();
    for (Cut cut : cuts) {
      sentences.add(sentence(sentences.size(), cut, text, plain, casing, session));
    }
    return sentences;
  }

  private Sentence sentence(
      int index, Cut cut, String text, String plain, Casing casing, Tagger.Session session) {
    List<String> words = new ArrayList<>();
    List<Boolean> spaced = new ArrayList<>();
    for (int i = 0; i < cut.tokens().size(); i++) {
      words.add(cut.tokens().get(i).of(plain));
      spaced.add(i == 0 || cut.tokens().get(i - 1).end() < cut.tokens().get(i).begin());
    }
    List<String> tags = session.tag(casing.sentenceCase(words, cut.role()), spaced);
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Span span = cut.tokens().get(i);
      tokens.add(
          new Token(span, span.of(text), tags.get(i), lemmatizer.lemma(words.get(i), tags.get(i))));
    }
    Span span = cut.tokens().getFirst().union(cut.tokens().getLast());
    return new Sentence(index, span, cut.role(), tokens);
  }

  /** A sentence before it is tagged. */
  private record Cut(Role role, List<Span> tokens) {}

  /**
   * What the running text shows of how words are written.
   *
   * @param names words met with a capital within a sentence and never without
   * @param common words met in lower case and never with a capital within a sentence
   */
  private record Casing(Set<String> names, Set<String> common, Set<String> functionWords) {

    private static final double TITLE_CASE = 0.6;
    private static final int LONG_WORD = 4;

    static Casing of(String plain, List<Cut> cuts, Set<String> functionWords) {
      Set<String> capitalised = new HashSet<>();
      Set<String> lower = new HashSet<>();
      for (Cut cut : cuts) {
        if (cut.role() == Role.HEADLINE) {
          continue;
        }
        for (int i = 0; i < cut.tokens().size(); i++) {
          String word = cut.tokens().get(i).of(plain);
          if (Character.isLowerCase(word.charAt(0))) {
            lower.add(word);
          } else if (i > 0
              && TagCorrections.isCapitalised(word)
              && Character.isLetter(plain.charAt(cut.tokens().get(i - 1).begin()))) {
            capitalised.add(word);
          }
        }
      }
      Set<String> names = new HashSet<>(capitalised);
      names.removeIf(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
      Set<String> common = new HashSet<>(lower);
      capitalised.forEach(word -> common.remove(word.toLowerCase(Locale.ROOT)));
      return new Casing(Set.copyOf(names), Set.copyOf(common), functionWords);
    }

    /** Writes a title-case headline as a sentence, as far as its words are known. */
    List<String> sentenceCase(List<String> words, Role role) {
      if (role != Role.HEADLINE || !isTitleCase(words)) {
        return words;
      }
      List<String> cased = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        String lower = words.get(i).toLowerCase(Locale.ROOT);
        boolean usual = functionWords.contains(lower) || common.contains(lower);
        cased.add(i > 0 && usual && !isAcronym(words.get(i)) ? lower : words.get(i));
      }
      return cased;
    }

    /** "US" is no pronoun where the words beside it are not in capitals. */
    private static boolean isAcronym(String word) {
      return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isTitleCase(List<String> words) {
      int longWords = 0;
      int capitalised = 0;
      for (String word : words.subList(1, words.size())) {
        if (word.length() >= LONG_WORD && Character.isLetter(word.charAt(0))) {
          longWords++;
          capitalised += TagCorrections.isCapitalised(word) ? 1 : 0;
        }
      }
      return longWords > 1 && capitalised >= TITLE_CASE * longWords;
    }
  }
}
