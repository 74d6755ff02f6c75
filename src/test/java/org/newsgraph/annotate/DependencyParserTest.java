package org.newsgraph.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsgraph.encoder.SentenceEncoder;

class DependencyParserTest {

  private static SentenceEncoder encoder;
  private static DependencyParser parser;

  @BeforeAll
  static void load() {
    encoder = new SentenceEncoder();
    parser = new DependencyParser();
  }

  @AfterAll
  static void close() {
    parser.close();
    encoder.close();
  }

  @Test
  void findsSubjectAndObject() {
    assertThat(arcs("On Friday Norvik bought a small chip maker for $ 20 million ."))
        .contains("Norvik nsubj bought", "maker obj bought", "Friday obl bought", "bought root -");
  }

  @Test
  void findsThePassiveAndItsAgent() {
    assertThat(arcs("The bank was founded by two brothers in 1921 ."))
        .contains(
            "bank nsubj:pass founded",
            "was aux:pass founded",
            "brothers obl:agent founded",
            "1921 obl founded");
  }

  @Test
  void aParticipleLikePastWithAnObjectIsActive() {
    assertThat(arcs("The board appointed former Kestrel executive Julia Stern as chairwoman ."))
        .contains("board nsubj appointed", "Julia obj appointed");
  }

  @Test
  void findsThePassiveOfAHeadline() {
    assertThat(arcs("Kestrel hit with record fine over data breach"))
        .contains("Kestrel nsubj:pass hit", "fine obl hit");
  }

  @Test
  void findsTheCopulaAndNegation() {
    assertThat(arcs("Ms Okoye is not the chairwoman of Telvane ."))
        .contains("is cop chairwoman", "not advmod chairwoman", "Telvane nmod chairwoman");
  }

  @Test
  void findsARelativeClause() {
    assertThat(arcs("The minister who signed the treaty resigned on Tuesday ."))
        .contains("signed acl:relcl minister", "who nsubj signed", "minister nsubj resigned");
  }

  @Test
  void findsAnApposition() {
    assertThat(arcs("Lena Brandt , the founder of Kestrel , left the company ."))
        .contains("founder appos Lena", "Lena nsubj left", "Kestrel nmod founder");
  }

  @Test
  void findsReportedSpeech() {
    assertThat(arcs("\u201C We will appeal , \u201D said the lawyer ."))
        .contains("lawyer nsubj said", "We nsubj appeal");
  }

  @Test
  void tagsNamesThatNoTrainingSentenceHolds() {
    TaggedParse parse = parse("DeepSeek-R1 beats Qwen2 , Brussels said .");

    assertThat(parse.tags())
        .containsExactly("PROPN", "VERB", "PROPN", "PUNCT", "PROPN", "VERB", "PUNCT");
  }

  @Test
  void typographicQuotationMarksParseAsStraightOnes() {
    assertThat(parse("It \u2019s Peru \u2019s \u201C last \u201D mine ."))
        .isEqualTo(parse("It 's Peru 's \" last \" mine ."));
  }

  @Test
  void theResultDoesNotDependOnOtherSentences() {
    TaggedParse before = parse("Shares fell 3 % .");

    parse("The court in Quito ordered the firm to pay , but Velmar refused , a clerk said .");

    assertThat(parse("Shares fell 3 % .")).isEqualTo(before);
  }

  @Test
  void threadsShareAParserAndAgree() {
    String sentence = "Velmar denied on Friday that it had sold its stake in Norvik .";

    List<TaggedParse> parses =
        IntStream.range(0, 40).parallel().mapToObj(i -> parse(sentence)).toList();

    assertThat(parses).hasSize(40).containsOnly(parse(sentence));
  }

  @Test
  void aSentenceOfAThousandWordsGivesOneTree() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 125; i++) {
      words.addAll(List.of("the", "firm", "sold", "its", "stake", "in", "Peru", ";"));
    }

    TaggedParse parse = parse(words);

    assertThat(parse.tags()).hasSize(1000);
    assertThat(parse.parse().heads()).hasSize(1000);
  }

  @Test
  void wordsThatTheVocabularyLacksKeepTheirPlace() {
    List<String> words = List.of("\u200B", "x".repeat(300), "\uD83D\uDE80", "\u6771\u4EAC", "fell");

    assertThat(parse(words).tags()).hasSize(5);
  }

  @Test
  void wordsThatNameTheModelsMarksAreWords() {
    List<String> words = Collections.nCopies(3, "[SEP]");

    assertThat(parse(words).parse().heads()).hasSize(3);
  }

  private static List<String> arcs(String text) {
    List<String> words = List.of(text.split(" "));
    Parse parse = parse(text).parse();
    return IntStream.range(0, words.size())
        .mapToObj(
            i ->
                words.get(i)
                    + " "
                    + parse.relation(i)
                    + " "
                    + (parse.head(i) < 0 ? "-" : words.get(parse.head(i))))
        .toList();
  }

  private static TaggedParse parse(String text) {
    return parse(List.of(text.split(" ")));
  }

  private static TaggedParse parse(List<String> words) {
    return parser.parse(encoder.encode(words));
  }
}
