package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.List;

/** Gives a tokenized sentence its tree, the parser's parts of speech and the lemmas that go with them. */
public final class SentenceParser implements AutoCloseable {

  /** A sentence with the parser's tags, and its tree. */
  public record Parsed(Sentence sentence, Parse parse) {}

  private final SentenceEncoder encoder = new SentenceEncoder();
  private final DependencyParser parser = new DependencyParser(encoder);
  private final Lemmatizer lemmatizer = new Lemmatizer();

  /** Parses a sentence, whose own tags and lemmas play no part. */
  public Parsed parse(Sentence sentence) {
    TaggedParse tagged = parser.parse(forParser(sentence));
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token token = sentence.tokens().get(i);
      String tag = tagged.tags().get(i);
      tokens.add(new Token(token.span(), token.text(), tag, lemmatizer.lemma(token.text(), tag)));
    }
    return new Parsed(
        new Sentence(sentence.index(), sentence.span(), sentence.role(), tokens), tagged.parse());
  }

  /** The sentence with every currency sign as the one that the parser was trained on. */
  private static Sentence forParser(Sentence sentence) {
    List<Token> tokens =
        sentence.tokens().stream()
            .map(t -> t.text().matches("[A-Z]{0,3}\\$|[€£¥₹₽₩]") ? new Token(t.span(), "$", t.tag(), t.lemma()) : t)
            .toList();
    return new Sentence(sentence.index(), sentence.span(), sentence.role(), tokens);
  }

  @Override
  public void close() {
    parser.close();
    encoder.close();
  }
}
