package org.newsgraph.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;

/**
 * Gives each token of a sentence its UPOS tag: OpenNLP's model, then {@link TagCorrections}.
 *
 * <p>The model was trained on words with their clitics ("don't", tagged {@code AUX+PART}), so that
 * is how it gets them.
 */
final class Tagger {

  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  private final POSModel model;
  private final TagCorrections corrections;

  /**
   * @throws IllegalStateException if the model is missing from the program
   */
  Tagger(TagCorrections corrections) {
    this.corrections = corrections;
    try (InputStream in = POSModel.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(MODEL + " is missing from the program");
      }
      model = new POSModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tags the sentences of one article; not to be shared between threads. */
  Session session(Set<String> names) {
    return new Session(new POSTaggerME(model, POSTagFormat.UD), names);
  }

  /** The state that OpenNLP's tagger needs. */
  final class Session {
    private final POSTaggerME model;
    private final Set<String> names;

    private Session(POSTaggerME model, Set<String> names) {
      this.model = model;
      this.names = names;
    }

    /**
     * Tags a sentence.
     *
     * @param words its tokens with plain characters, a headline's in sentence case
     * @param spaced whether white space stands before each
     * @return a tag for each token
     */
    List<String> tag(List<String> words, List<Boolean> spaced) {
      List<String> units = new ArrayList<>();
      List<Integer> unitOf = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        boolean clitic = i > 0 && !spaced.get(i) && isClitic(words.get(i));
        if (clitic) {
          units.set(units.size() - 1, units.getLast() + words.get(i));
        } else {
          units.add(words.get(i));
        }
        unitOf.add(units.size() - 1);
      }
      String[] unitTags = model.tag(units.toArray(String[]::new));
      List<String> tags = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        boolean first = i == 0 || !unitOf.get(i).equals(unitOf.get(i - 1));
        String[] parts = unitTags[unitOf.get(i)].split("\\+");
        tags.add(first ? parts[0] : parts.length > 1 ? parts[1] : "X");
      }
      return corrections.correct(words, tags, names);
    }
  }

  /** Whether a token such as "'s" or "n't" hangs on the word before it. */
  static boolean isClitic(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "not" -> !word.equals("not");
      default -> false;
    };
  }
}
