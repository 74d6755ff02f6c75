package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.List;
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
    Casing casing =
        Casing.of(
            cuts.stream()
                .filter(cut -> cut.role() == Role.BODY)
                .map(cut -> cut.tokens().stream().map(token -> token.of(plain)).toList())
                .toList(),
            functionWords);
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
    List<String> cased = cut.role() == Role.HEADLINE ? casing.sentenceCase(words) : words;
    List<String> tags = session.tag(cased, spaced);
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
}
