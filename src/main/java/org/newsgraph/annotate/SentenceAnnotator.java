package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.data.DataTable;
import org.newsgraph.encoder.ArticleStates;
import org.newsgraph.encoder.SentenceEncoder;

/**
 * Cuts an article into sentences and tokens, and gives each sentence its dependency tree and each
 * token its part of speech and base form.
 *
 * <p>The parser reads typographic characters as plain ones and every currency sign as a dollar;
 * offsets and {@link Token#text()} are those of the article's text. A headline in title case stays
 * as it is, since the parser was trained on such too. May be used by several threads at once.
 */
public final class SentenceAnnotator implements AutoCloseable {

  /**
   * A sentence and its tree.
   *
   * @param parse a head and a relation for each of the sentence's tokens
   */
  public record Annotated(Sentence sentence, Parse parse) {}

  /** The parser was trained on texts that have hardly any but the dollar's own. */
  private static final Pattern CURRENCY_SIGN = Pattern.compile("\\p{Lu}{0,3}\\p{Sc}");

  private final SentenceEncoder encoder;
  private final DependencyParser parser;
  private final Tokenizer tokenizer;
  private final SentenceSplitter splitter;
  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final Set<String> goods = DataTable.read("goods.txt").words();
  private final Set<String> legalForms = DataTable.read("legal-forms.txt").words();

  /**
   * Loads the word lists.
   *
   * @param encoder closed with this annotator
   * @param parser closed with this annotator
   * @throws IllegalStateException if the program was packed without one of the lists
   */
  public SentenceAnnotator(SentenceEncoder encoder, DependencyParser parser) {
    this.encoder = encoder;
    this.parser = parser;
    Abbreviations abbreviations = new Abbreviations();
    tokenizer = new Tokenizer(abbreviations);
    splitter = new SentenceSplitter(abbreviations);
  }

  /** The sentences of all paragraphs, in order; a headline is one or more of its own. */
  public List<Annotated> annotate(Article article) {
    return annotate(article, new ArticleStates(encoder));
  }

  /**
   * The sentences of all paragraphs, as {@link #annotate(Article)} gives them.
   *
   * @param states where their states are kept for others, sentence by sentence; none yet
   */
  public List<Annotated> annotate(Article article, ArticleStates states) {
    String plain = Characters.plain(article.text());
    List<Annotated> annotated = new ArrayList<>();
    for (Cut cut : cuts(article, plain)) {
      TaggedParse parse =
          parser.parse(states.add(cut.words().stream().map(this::forParser).toList()));
      annotated.add(
          new Annotated(
              sentence(annotated.size(), cut, parse.tags(), article.text()), parse.parse()));
    }
    return annotated;
  }

  private List<Cut> cuts(Article article, String plain) {
    List<Cut> cuts = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      List<Span> tokens = tokenizer.tokenize(article.text(), paragraph.span());
      for (List<Span> sentence : splitter.split(article.text(), tokens)) {
        List<String> words = sentence.stream().map(token -> token.of(plain)).toList();
        cuts.add(new Cut(paragraph.role(), sentence, words));
      }
    }
    return cuts;
  }

  /** A word in the form that the parser knows best of those that are alike to it. */
  private String forParser(String word) {
    if (CURRENCY_SIGN.matcher(word).matches()) {
      return "$";
    }
    return legalForms.contains(word) ? "Corp" : word;
  }

  private Sentence sentence(int index, Cut cut, List<String> tags, String text) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      Span span = cut.tokens().get(i);
      String tag = i == 0 && isCapitalisedGoods(cut.words(), tags) ? "NOUN" : tags.get(i);
      tokens.add(new Token(span, span.of(text), tag, lemmatizer.lemma(cut.words().get(i), tag)));
    }
    Span span = cut.tokens().getFirst().union(cut.tokens().getLast());
    return new Sentence(index, span, cut.role(), tokens);
  }

  /** Whether a sentence begins with what only there has a capital: "Copper fell". */
  private boolean isCapitalisedGoods(List<String> words, List<String> tags) {
    return tags.getFirst().equals("PROPN")
        && goods.contains(words.getFirst().toLowerCase(Locale.ROOT))
        && (tags.size() == 1 || !tags.get(1).equals("PROPN"));
  }

  /**
   * A sentence before it is parsed.
   *
   * @param words the tokens' plain characters
   */
  private record Cut(Role role, List<Span> tokens, List<String> words) {}

  @Override
  public void close() {
    parser.close();
    encoder.close();
  }
}
