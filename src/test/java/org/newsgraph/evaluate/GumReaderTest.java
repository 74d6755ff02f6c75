package org.newsgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.ReadArticle.Kind;

class GumReaderTest {

  private static final String DOCUMENT =
      """
      # newdoc id = TEST_news_mill
      # global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
      # meta::genre = news
      # newpar
      # newpar_block = p (2 s)
      # text = The old owner's firm closed.
      1 The the DET DT _ 3 det _ Entity=(1-organization-new-x-cf1-5-coref(2-person-new-x-cf2-3-sgl
      2 old old ADJ JJ _ 3 amod _ _
      3-4 owner's _ _ _ _ _ _ _ _
      3 owner owner NOUN NN _ 5 nmod:poss _ _
      4 's 's PART POS _ 3 case _ Entity=2)
      5 firm firm NOUN NN _ 6 nsubj _ Entity=1)
      6 closed close VERB VBD _ 0 root _ SpaceAfter=No
      7 . . PUNCT . _ 6 punct _ _

      # text = It was Bramley Mills.
      1 It it PRON PRP _ 3 nsubj _ Entity=(1-organization-giv-x-cf1-1-ana)
      2 was be AUX VBD _ 3 cop _ _
      3 Bramley Bramley PROPN NNP _ 0 root _ Entity=(1-organization-giv-x-cf1-1,2-coref
      4 Mills Mills PROPN NNP _ 3 flat _ Entity=1)|SpaceAfter=No
      5 . . PUNCT . _ 3 punct _ _

      """
          .replace(' ', '\t')
          .replaceAll("(?m)^#\t", "# ");

  @TempDir Path folder;

  private Path file(String content) throws IOException {
    String[] lines = content.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("# ")) {
        lines[i] = lines[i].replace('\t', ' ');
      }
    }
    return Files.writeString(folder.resolve("mill.conllu"), String.join("\n", lines));
  }

  @Test
  void textMentionsAndKindsAreRead() throws IOException {
    GumReader.Document document = GumReader.read(file(DOCUMENT)).getFirst();
    String text = document.article().text();
    assertThat(text.strip()).isEqualTo("The old owner's firm closed. It was Bramley Mills.");
    assertThat(document.news()).isTrue();
    assertThat(document.mentions())
        .extracting(m -> m.span().of(text) + "/" + m.core().of(text) + "/" + m.entity())
        .containsExactly(
            "The old owner's/owner/2",
            "The old owner's firm/firm/1",
            "It/It/1",
            "Bramley Mills/Bramley Mills/1");
    assertThat(document.mentions())
        .extracting(GoldMention::kind)
        .containsExactly(Kind.NOMINAL, Kind.NOMINAL, Kind.PRONOUN, Kind.NAME);
  }

  @Test
  void anEntityThatDoesNotEndIsNamed() throws IOException {
    Path broken = file(DOCUMENT.replace("Entity=2)", "_"));
    assertThatThrownBy(() -> GumReader.read(broken))
        .isInstanceOf(GoldException.class)
        .hasMessageContaining("mill.conllu:15: entity 2 does not end");
  }
}
