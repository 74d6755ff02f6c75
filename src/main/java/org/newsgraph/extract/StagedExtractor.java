package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.annotate.AmountFinder;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.DateFinder;
import org.newsgraph.annotate.DependencyParser;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.NameFinder;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.SentenceAnnotator;
import org.newsgraph.annotate.SentenceEncoder;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Role;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Schema;
import org.newsgraph.resolve.EntityResolver;
import org.newsgraph.resolve.Kinds;
import org.newsgraph.resolve.Resolution;

/**
 * Runs the stages one after another, with the models, tables and patterns that ship with the
 * program.
 */
public final class StagedExtractor implements Extractor, AutoCloseable {

  private final Lexicon lexicon;
  private final Kinds kinds;
  private final SentenceAnnotator annotator;
  private final DateFinder dates;
  private final AmountFinder amounts;
  private final NameFinder names;
  private final EntityResolver resolver;
  private final PatternMatcher patterns;
  private final QuoteFinder quotes;

  /**
   * An extractor with the models, tables and patterns of the program.
   *
   * @param schema the classes and properties that may be written
   * @throws IllegalStateException if the program's own files are incomplete or a pattern is wrong
   */
  public StagedExtractor(Schema schema) {
    this(schema, Sources.BOTH);
  }

  /**
   * An extractor that listens to part of its sources only, to see what each is worth.
   *
   * @param schema the classes and properties that may be written
   * @param sources what it listens to
   * @throws IllegalStateException if the program's own files are incomplete or a pattern is wrong
   */
  public StagedExtractor(Schema schema, Sources sources) {
    this(schema, sources, OwnPatterns.NONE);
  }

  /**
   * An extractor with patterns of the user's own.
   *
   * @param schema the classes and properties that may be written, those of {@code own} among them
   * @param sources what it listens to
   * @param own patterns read against {@code schema}
   * @throws IllegalStateException if the program's own files are incomplete or a pattern is wrong
   */
  public StagedExtractor(Schema schema, Sources sources, OwnPatterns own) {
    lexicon = Lexicon.read();
    kinds = new Kinds(schema);
    annotator = new SentenceAnnotator(new DependencyParser(new SentenceEncoder()));
    dates = new DateFinder();
    amounts = new AmountFinder();
    names = new NameFinder(lexicon);
    resolver = new EntityResolver(lexicon, schema);
    patterns =
        new PatternMatcher(
            own.with(BuiltInPatterns.read(new PatternReader(schema))),
            lexicon,
            schema,
            new ModalityJudge());
    quotes = new QuoteFinder();
  }

  @Override
  public ArticleGraph extract(Article article) {
    return read(article).graph();
  }

  /** Extracts everything that the article states, and keeps what the graph leaves out. */
  public ReadArticle read(Article article) {
    AnnotatedArticle annotated = annotate(article);
    Resolution resolution = resolver.resolve(annotated, names.find(annotated));
    GraphAssembler graph = new GraphAssembler(resolution.entities());
    for (ParsedSentence sentence : annotated.sentences()) {
      if (sentence.sentence().role() == Role.HEADLINE) {
        // Telegraphic, often without verbs of its own; the body says the same in full.
        continue;
      }
      PatternMatcher.Found found =
          patterns.match(new Reading(sentence, resolution, article.text()));
      found.entities().forEach(graph::add);
      found.facts().forEach(graph::add);
      found.events().forEach(graph::add);
    }
    quotes.find(annotated, new EntityFinder(resolution, lexicon, kinds)).forEach(graph::add);
    return ReadMentions.of(annotated, resolution, graph.assemble(article));
  }

  /** The article's sentences, parsed, with their dates and amounts. */
  public AnnotatedArticle annotate(Article article) {
    List<ParsedSentence> sentences = new ArrayList<>();
    for (SentenceAnnotator.Annotated annotated : annotator.annotate(article)) {
      List<ValueMention> values =
          Stream.concat(
                  dates.find(annotated.sentence(), article.text(), article.published()).stream(),
                  amounts.find(annotated.sentence(), article.text()).stream())
              .sorted((a, b) -> a.span().compareTo(b.span()))
              .toList();
      ParsedSentence read = new ParsedSentence(annotated.sentence(), annotated.parse(), values);
      sentences.add(
          DayReferences.find(read, sentences, article.text())
              .map(day -> with(read, day))
              .orElse(read));
    }
    return new AnnotatedArticle(article, sentences);
  }

  private static ParsedSentence with(ParsedSentence sentence, ValueMention value) {
    List<ValueMention> values =
        Stream.concat(sentence.values().stream(), Stream.of(value))
            .sorted((a, b) -> a.span().compareTo(b.span()))
            .toList();
    return new ParsedSentence(sentence.sentence(), sentence.parse(), values);
  }

  @Override
  public void close() {
    annotator.close();
  }
}
