package org.newsgraph.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.annotate.SentenceAnnotator.Annotated;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.encoder.SentenceEncoder;

class SentenceAnnotatorTest {

  private static SentenceAnnotator annotator;

  @BeforeAll
  static void load() {
    annotator = new SentenceAnnotator(new SentenceEncoder(), new DependencyParser());
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Poe met Dr. Roe and Sen. Doe at St. Mary’s.",
        "It is based in the U.S. and owned by Acme Co. of Ghent.",
        "Acme Inc. Chief Executive Ann Poe left on Jan. 5 at 10 a.m. on foot.",
        "The bank was founded by J. P. Morgan in the U.K. last century.",
        "In Roe vs. Poe the court said No. 5 was void.",
        "Prices rose 2.5 percent to $3.75 at acme.com.",
        "Yahoo! Inc. was sold.",
        "“Why now?” Ms Roe asked.",
        "“Is it over?” he said.",
        "“We won. We are glad,” she said.",
        "He told them: “We won. We are glad.”",
        "The mill (it was shut. It still is.) burned.",
        "It owns eBay, iPhone makers and so on ... and more.",
        "He read it [4] twice."
      })
  void keepsOneSentence(String text) {
    assertThat(sentences(text)).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It sells in the U.S. The company is big. | It sells in the U.S. | The company is big.",
        "It was sold to Acme Corp. In May it shut. | It was sold to Acme Corp. | In May it shut.",
        "They came at 10 a.m. He left. | They came at 10 a.m. | He left.",
        "Is it over? No. It is not! | Is it over? | No. | It is not!",
        "He said “no.” She said “yes.” | He said “no.” | She said “yes.”",
        "“No,” he said. “It is not.” | “No,” he said. | “It is not.”",
        "It shut in 2020. 2021 was worse. | It shut in 2020. | 2021 was worse.",
        "They had no permission.. More came. | They had no permission.. | More came.",
        "They had no permission.The owner left. | They had no permission. | The owner left.",
        "It went on… Then it ended. | It went on… | Then it ended.",
        "It was so.[17] Others left. | It was so.[17] | Others left.",
        "The mill shut. iPhone sales fell. | The mill shut. | iPhone sales fell.",
        "It was up to the U.S. “We agree,” he said. | It was up to the U.S. | “We agree,” he said.",
        "He runs “Acme Capital and more. It grows. | He runs “Acme Capital and more. | It grows."
      })
  void splitsSentences(String text, String first, String second) {
    assertThat(sentences(text)).startsWith(first, second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "It cost US$600 or $2.5bn. | It cost US$ 600 or $ 2.5 bn .",
        "H100s and GPT-4 beat DeepSeek-R1. | H100s and GPT-4 beat DeepSeek-R1 .",
        "Google's, China’s and S&P’s 17% | Google 's , China ’s and S&P ’s 17 %",
        "They don't, can't, won’t, cannot. | They do n't , ca n't , wo n’t , can not .",
        "The banks' 10-12 men | The banks ' 10 - 12 men",
        "Acme—which won—and Poe–Roe | Acme — which won — and Poe – Roe",
        "They left too,despite it... and so… | They left too , despite it ... and so …",
        "The U.S.-based J.P. Poe Jr. of AT&T | The U.S.-based J.P. Poe Jr. of AT&T",
        "a 40-year-old in the 1990s at 10:15 | a 40-year-old in the 1990s at 10:15",
        "1,299.50 of 24/7 (5G) “C++” | 1,299.50 of 24/7 ( 5G ) “ C++ ”",
        "See https://acme.com/a?b=c, @poe, a.b@c.org. |"
            + " See https://acme.com/a?b=c , @poe , a.b@c.org .",
        "the U.S.’s €300m plan for O’Neill | the U.S. ’s € 300 m plan for O’Neill",
        "it's he'll we've I'm they’re | it 's he 'll we 've I 'm they ’re"
      })
  void cutsTokens(String text, String tokens) {
    List<String> found = new ArrayList<>();
    annotate(text).forEach(s -> s.tokens().forEach(t -> found.add(t.text())));
    assertThat(String.join(" ", found)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({
    "He founded it.,founded,found",
    "They found it.,found,find",
    "She bought it.,bought,buy",
    "She led it.,led,lead",
    "She said so.,said,say",
    "Shares fell sharply.,fell,fall",
    "It was banned.,banned,ban",
    "It was sued.,sued,sue",
    "It was banned.,was,be",
    "They have agreed to it.,agreed,agree",
    "It announced it.,announced,announce",
    "It controlled them.,controlled,control",
    "They visited it.,visited,visit",
    "It denies it.,denies,deny",
    "They are challenging the fine in court.,challenging,challenge",
    "He was accused of it.,accused,accuse",
    "He resigned yesterday.,resigned,resign",
    "It was acquired by them.,acquired,acquire",
    "It has persuaded them.,persuaded,persuade",
    "It restricts them.,restricts,restrict",
    "She is suing them.,suing,sue",
    "They don't know.,n't,not",
    "It’s here.,’s,be"
  })
  void findsBaseForms(String text, String word, String lemma) {
    assertThat(token(text, word).lemma()).isEqualTo(lemma);
  }

  @ParameterizedTest
  @CsvSource({
    "The company was founded by Ann Poe in Ghent.,founded,VERB",
    "The company was founded by Ann Poe in Ghent.,was,AUX",
    "The company was founded by Ann Poe in Ghent.,Poe,PROPN",
    "Its shares fell 17% on Monday.,fell,VERB",
    "Its shares fell 17% on Monday.,17,NUM",
    "Its shares fell 17% on Monday.,%,SYM",
    "They have sold it.,have,AUX",
    "They have a mill.,have,VERB",
    "They sent it to Acme.,to,ADP",
    "They plan to sell it.,to,PART",
    "They plan to sell it.,sell,VERB",
    "Google’s owner lost US$5.,’s,PART",
    "Google’s owner lost US$5.,US$,SYM",
    "The Chinese firm left the United States.,Chinese,ADJ",
    "The Chinese firm left the United States.,United,PROPN",
    "He met the 40-year-old owner.,40-year-old,ADJ",
    "They sold US technology.,US,PROPN"
  })
  void tagsWords(String text, String word, String tag) {
    assertThat(token(text, word).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "Telvane Mill Buys Rival And Sacks Its Chief,Buys,VERB",
    "Telvane Mill Buys Rival And Sacks Its Chief,Sacks,VERB",
    "Telvane Mill Buys Rival And Sacks Its Chief,Rival,NOUN",
    "Telvane Mill Buys Rival And Sacks Its Chief,Its,PRON",
    "MINISTER DENIES PLAN TO RAISE FUEL TAX,DENIES,VERB",
    "MINISTER DENIES PLAN TO RAISE FUEL TAX,TAX,NOUN"
  })
  void tagsHeadlinesWhateverTheirCase(String headline, String word, String tag) {
    Paragraph paragraph = new Paragraph(new Span(0, headline.length()), Role.HEADLINE);

    Sentence sentence = annotator.annotate(article(headline, paragraph)).getFirst().sentence();

    assertThat(sentence.role()).isEqualTo(Role.HEADLINE);
    assertThat(sentence.tokens())
        .filteredOn(token -> token.text().equals(word))
        .extracting(Token::tag)
        .containsExactly(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US$", "HK$", "€", "£", "₹", "₽"})
  void parsesEveryCurrencySignAsADollar(String sign) {
    Annotated dollars = parsed("Norvik paid $40 million for the mill.");

    Annotated others = parsed("Norvik paid " + sign + "40 million for the mill.");

    assertThat(others.parse()).isEqualTo(dollars.parse());
    assertThat(others.sentence().tokens().get(2).text()).isEqualTo(sign);
  }

  @Test
  void givesEachSentenceItsTree() {
    Annotated annotated = parsed("Norvik, the mill’s owner, left.");

    assertThat(annotated.sentence().tokens())
        .extracting(Token::text)
        .containsExactly("Norvik", ",", "the", "mill", "’s", "owner", ",", "left", ".");
    assertThat(annotated.parse().heads()).containsExactly(7, 5, 3, 5, 3, 0, 5, -1, 7);
    assertThat(annotated.parse().relation(0)).isEqualTo("nsubj");
    assertThat(annotated.parse().relation(5)).isEqualTo("appos");
  }

  @Test
  void keepsOffsetsWithSurrogatePairsAndNonBreakingSpaces() {
    String text = "😀 The\u00A0mill’s\nowner – Ms\u00A0Roe – “left”. It\u2003shut.";

    List<Sentence> sentences = annotate(text);

    assertThat(sentences).hasSize(2).extracting(Sentence::index).containsExactly(0, 1);
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        assertThat(token.span().of(text)).isEqualTo(token.text());
        assertThat(sentence.span().contains(token.span())).isTrue();
      }
    }
    assertThat(sentences.get(1).span().of(text)).isEqualTo("It\u2003shut.");
  }

  @Test
  void cutsATableOfFiguresAtCommas() {
    StringBuilder table = new StringBuilder("Results");
    for (int i = 0; i < 200; i++) {
      table.append(String.format(Locale.ROOT, " row %d 1.5,", i));
    }

    List<Sentence> sentences = annotate(table.toString());

    assertThat(sentences)
        .allSatisfy(
            s -> assertThat(s.tokens()).hasSizeLessThanOrEqualTo(SentenceSplitter.MAX_TOKENS));
    assertThat(sentences.getFirst().tokens().getLast().text()).isEqualTo(",");
    assertThat(sentences.stream().mapToInt(s -> s.tokens().size()).sum()).isEqualTo(1 + 4 * 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-", "x.", "(", "“", "1,", "'s", "...", "ä"})
  void readsOddTextWithoutHarm(String piece) {
    String text = piece.repeat(400);

    List<Sentence> sentences = annotate(text);

    assertThat(sentences).isNotEmpty();
    assertThat(sentences.getLast().span().end()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-", "x.", "(", "“", "1,", "'s", "...", "ä"})
  void cutsAnyLengthOfOddText(String piece) {
    String text = piece.repeat(20_000);
    Abbreviations abbreviations = new Abbreviations();
    List<Span> tokens = new Tokenizer(abbreviations).tokenize(text, new Span(0, text.length()));

    List<List<Span>> sentences = new SentenceSplitter(abbreviations).split(text, tokens);

    assertThat(sentences.stream().flatMap(List::stream).toList()).isEqualTo(tokens);
    assertThat(tokens.getLast().end()).isEqualTo(text.length());
  }

  @Test
  void readsNoSentenceWhereThereIsNoParagraph() {
    assertThat(annotator.annotate(article("Nothing here"))).isEmpty();
  }

  private static Token token(String text, String word) {
    return annotate(text).stream()
        .flatMap(sentence -> sentence.tokens().stream())
        .filter(token -> token.text().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sentences(String text) {
    return annotate(text).stream().map(s -> s.span().of(text)).toList();
  }

  private static Annotated parsed(String text) {
    Paragraph paragraph = new Paragraph(new Span(0, text.length()), Role.BODY);
    return annotator.annotate(article(text, paragraph)).getFirst();
  }

  private static List<Sentence> annotate(String text) {
    Paragraph paragraph = new Paragraph(new Span(0, text.length()), Role.BODY);
    return annotator.annotate(article(text, paragraph)).stream().map(Annotated::sentence).toList();
  }

  private static Article article(String text, Paragraph... paragraphs) {
    return new Article(
        "https://example.org/a",
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(paragraphs));
  }
}
