package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsgraph.annotate.AmountFinder;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.DateFinder;
import org.newsgraph.annotate.DependencyParser;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.NameFinder;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.SentenceAnnotator;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.encoder.ArticleStates;
import org.newsgraph.encoder.SentenceEncoder;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.reader.ArticleReading;
import org.newsgraph.reader.LabelledSpan;
import org.newsgraph.reader.Tags;
import org.newsgraph.reader.TrainedReader;
import org.newsgraph.resolve.EntityResolver;
import org.newsgraph.resolve.Kinds;
import org.newsgraph.resolve.Resolution;

/**
 * Runs the stages one after another, with the models, tables and patterns that ship with the
 * program.
 */
public final class StagedExtractor implements Extractor, AutoCloseable {

  private final Sources sources;
  private final Schema schema;
  private final Lexicon lexicon;
  private final Kinds kinds;
  private final SentenceEncoder encoder;
  private final SentenceAnnotator annotator;
  private final DateFinder dates;
  private final AmountFinder amounts;
  private final Optional<TrainedReader> reader;
  private final NameFinder names;
  private final EntityResolver resolver;
  private final PatternMatcher patterns;
  private final SentenceStatements statements;
  private final QuoteFinder quotes;
  private final ReportFinder reports;

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
    this.sources = sources;
    this.schema = schema;
    lexicon = Lexicon.read();
    kinds = new Kinds(schema);
    encoder = new SentenceEncoder();
    annotator = new SentenceAnnotator(encoder, new DependencyParser());
    dates = new DateFinder();
    amounts = new AmountFinder();
    reader = sources.model() ? TrainedReader.load() : Optional.empty();
    names = new NameFinder(lexicon);
    resolver = new EntityResolver(lexicon, schema);
    List<Pattern> known = own.with(BuiltInPatterns.read(new PatternReader(schema)));
    ModalityJudge modality = new ModalityJudge();
    patterns = new PatternMatcher(known, lexicon, schema, modality);
    statements =
        new SentenceStatements(
            new FactDecision(FactDecision.Thresholds.DEFAULT, states(known)),
            new EventDecision(
                EventDecision.Thresholds.DEFAULT,
                schema,
                known.stream().map(Pattern::event).flatMap(Optional::stream).toList()),
            modality,
            lexicon,
            schema);
    Speech speech = new Speech();
    quotes = new QuoteFinder(speech);
    reports = new ReportFinder(speech, modality);
  }

  /** The properties of patterns that tell a lasting state. */
  private static Set<Term> states(List<Pattern> patterns) {
    return patterns.stream()
        .filter(Pattern::state)
        .flatMap(p -> p.facts().stream())
        .map(Pattern.FactTemplate::property)
        .collect(Collectors.toSet());
  }

  @Override
  public ArticleGraph extract(Article article) {
    return read(article).graph();
  }

  /** Extracts everything that the article states, and keeps what the graph leaves out. */
  public ReadArticle read(Article article) {
    return read(article, new Marking.None());
  }

  /**
   * Extracts everything, and weighs relations between spans as an evaluation asks for them.
   *
   * @param marking what the trained reader takes for mentions in any case, in place of those that
   *     it would have found there
   */
  public ReadArticle read(Article article, Marking marking) {
    ArticleStates states = new ArticleStates(encoder);
    AnnotatedArticle annotated = annotate(article, states);
    Tags tags = reader.map(r -> r.tag(states)).orElse(Tags.none());
    List<Mention> named = names.find(annotated, tags.spans());
    ArticleReading reading =
        reader
            .map(r -> r.read(annotated, states, tags, withAnaphors(annotated, named)))
            .orElse(ArticleReading.none());
    List<LabelledSpan> financial =
        marking instanceof Marking.Financial ? tags.financial() : List.of();
    List<Mention> asked =
        switch (marking) {
          case Marking.None none -> List.of();
          case Marking.Given given -> mentions(annotated, given.spans());
          case Marking.Financial all -> entities(annotated, financial);
        };
    ArticleReading shown =
        asked.isEmpty()
            ? reading
            : reader.map(r -> r.read(annotated, states, tags, asked)).orElse(reading);
    Resolution resolution = resolver.resolve(annotated, reading, named);
    GraphAssembler graph = new GraphAssembler(resolution.entities());
    ReadingInterpreter interpreter = new ReadingInterpreter(reading, lexicon, schema);
    for (ParsedSentence sentence : annotated.sentences()) {
      state(new Reading(sentence, resolution, article.text()), interpreter, graph);
    }
    interpreter.newEntities().forEach(graph::add);
    if (sources.patterns()) {
      EntityFinder entities = new EntityFinder(resolution, lexicon, kinds);
      quotes.find(annotated, entities).forEach(graph::add);
      reports.find(annotated, entities).forEach(graph::add);
    }
    return new ReadMentions(annotated, resolution, kinds)
        .with(shown, financial, graph.assemble(article));
  }

  /** Spans as mentions; one that no sentence holds is left out. */
  private static List<Mention> mentions(AnnotatedArticle article, List<Span> marked) {
    List<Mention> mentions = new ArrayList<>();
    for (Span span : marked) {
      for (ParsedSentence sentence : article.sentences()) {
        int[] tokens =
            IntStream.range(0, sentence.size())
                .filter(i -> sentence.token(i).span().overlaps(span))
                .toArray();
        if (tokens.length > 0 && sentence.sentence().span().contains(span)) {
          int last = tokens[tokens.length - 1];
          mentions.add(
              new Mention(
                  sentence.sentence().index(),
                  tokens[0],
                  last + 1,
                  last,
                  Mention.Form.NAME,
                  span.of(article.article().text()),
                  Optional.empty()));
        }
      }
    }
    return mentions;
  }

  private static List<Mention> entities(AnnotatedArticle article, List<LabelledSpan> spans) {
    return spans.stream()
        .map(
            s ->
                new Mention(
                    s.sentence(),
                    s.begin(),
                    s.end(),
                    s.end() - 1,
                    Mention.Form.NAME,
                    article
                        .sentences()
                        .get(s.sentence())
                        .span(s.begin(), s.end())
                        .of(article.article().text()),
                    Optional.empty()))
        .toList();
  }

  private List<Mention> withAnaphors(AnnotatedArticle article, List<Mention> named) {
    return Stream.concat(named.stream(), resolver.anaphors(article, named).stream())
        .sorted()
        .toList();
  }

  private void state(Reading reading, ReadingInterpreter interpreter, GraphAssembler graph) {
    PatternMatcher.Found found =
        sources.patterns() ? patterns.match(reading) : PatternMatcher.Found.none();
    found.entities().forEach(graph::add);
    if (reading.sentence().sentence().role() == Role.HEADLINE) {
      // A headline tells what happened; what is so, the body says in full.
      statements.events(found.events(), List.of(), reading).forEach(graph::add);
      return;
    }
    List<ReadEvent> events = interpreter.events(reading);
    statements
        .facts(
            found.facts(),
            interpreter.facts(reading),
            SentenceStatements.departing(found.events(), events),
            reading)
        .forEach(graph::add);
    statements.events(found.events(), events, reading).forEach(graph::add);
  }

  /** The article's sentences, parsed, with their dates and amounts. */
  public AnnotatedArticle annotate(Article article) {
    return annotate(article, new ArticleStates(encoder));
  }

  private AnnotatedArticle annotate(Article article, ArticleStates states) {
    List<ParsedSentence> sentences = new ArrayList<>();
    for (SentenceAnnotator.Annotated annotated : annotator.annotate(article, states)) {
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
    reader.ifPresent(TrainedReader::close);
    annotator.close();
  }
}
