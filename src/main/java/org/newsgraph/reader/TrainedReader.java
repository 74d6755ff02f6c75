package org.newsgraph.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.TaggedSpan;
import org.newsgraph.annotate.TaggedSpan.Kind;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.encoder.ArticleStates;
import org.newsgraph.encoder.EncodedSentence;
import org.newsgraph.encoder.Model;

/**
 * Reads mentions, relations, events and coreference from the encoder's states, with heads trained
 * together ({@code training/README.md}). Each sentence is read by itself and on the calling thread,
 * so that the result depends on the article alone. May be used by several threads at once.
 */
public final class TrainedReader implements AutoCloseable {

  /** Of a sentence with more mentions than this only the nearest pairs are weighed. */
  private static final int MOST_MENTIONS = 40;

  private static final int MOST_PAIRS = MOST_MENTIONS * (MOST_MENTIONS - 1);

  private final MentionHead mentions;
  private final SpanHead spans;
  private final PairHead pairs;
  private final CoreferenceHead coreference;
  private final RoleHead roles;

  private TrainedReader() {
    mentions = new MentionHead();
    spans = new SpanHead();
    pairs = new PairHead();
    coreference = new CoreferenceHead();
    roles = new RoleHead();
  }

  /**
   * Loads the weights.
   *
   * @return empty where the program was built without them
   * @throws IllegalStateException if they are there in part, or cannot be used
   */
  public static Optional<TrainedReader> load() {
    return Model.exists(MentionHead.FILE) ? Optional.of(new TrainedReader()) : Optional.empty();
  }

  /** Marks mentions and the words that tell of events. */
  public Tags tag(ArticleStates states) {
    return mentions.tag(states);
  }

  /**
   * Reads everything else.
   *
   * @param states of the same sentences
   * @param tags what {@link #tag} has marked
   * @param known names, pronouns and descriptions that rules have settled on, in order; where they
   *     overlap with what is marked they count
   */
  public ArticleReading read(
      AnnotatedArticle article, ArticleStates states, Tags tags, List<Mention> known) {
    Map<Integer, List<TaggedSpan>> marked = new HashMap<>();
    tags.spans().forEach(s -> add(marked, s.sentence(), s));
    Map<Integer, List<Mention>> settled = new HashMap<>();
    known.forEach(m -> add(settled, m.sentence(), m));
    Map<Integer, List<Tags.Trigger>> triggers = new HashMap<>();
    tags.triggers().forEach(t -> add(triggers, t.sentence(), t));
    Reading reading = new Reading(article);
    for (ParsedSentence sentence : article.sentences()) {
      int index = sentence.sentence().index();
      List<TaggedSpan> here =
          union(
              sentence,
              marked.getOrDefault(index, List.of()),
              settled.getOrDefault(index, List.of()));
      if (!here.isEmpty()) {
        reading.read(states.of(index), here, triggers.getOrDefault(index, List.of()));
      }
    }
    return reading.result();
  }

  private static <T> void add(Map<Integer, List<T>> lists, int sentence, T value) {
    lists.computeIfAbsent(sentence, k -> new ArrayList<>()).add(value);
  }

  /** The sentence's mentions, not overlapping, in order. */
  private static List<TaggedSpan> union(
      ParsedSentence sentence, List<TaggedSpan> marked, List<Mention> settled) {
    int index = sentence.sentence().index();
    List<TaggedSpan> found = new ArrayList<>();
    for (Mention mention : settled) {
      Optional<TaggedSpan> same =
          marked.stream()
              .filter(s -> s.begin() == mention.begin() && s.end() == mention.end())
              .findFirst();
      Kind kind =
          switch (mention.form()) {
            case NAME -> Kind.NAME;
            case DEMONYM -> Kind.VALUE;
            case NOMINAL -> Kind.NOMINAL;
            case PRONOUN -> Kind.PRONOUN;
          };
      addApart(
          new TaggedSpan(
              index,
              mention.begin(),
              mention.end(),
              kind,
              same.map(TaggedSpan::probability).orElse(0.0)),
          found);
    }
    marked.stream()
        .filter(s -> s.kind() != Kind.NAME)
        .map(s -> trimmed(sentence, s))
        .flatMap(Optional::stream)
        .forEach(s -> addApart(s, found));
    for (ValueMention value : sentence.values()) {
      int[] tokens =
          IntStream.range(0, sentence.size())
              .filter(i -> sentence.token(i).span().overlaps(value.span()))
              .toArray();
      if (tokens.length > 0) {
        addApart(
            new TaggedSpan(index, tokens[0], tokens[tokens.length - 1] + 1, Kind.VALUE, 0), found);
      }
    }
    found.sort(Comparator.comparingInt(TaggedSpan::begin));
    return found;
  }

  /**
   * A mention without the marks and prepositions at its ends; empty where its words cannot be what
   * the reader takes them for, since a verb is no pronoun.
   */
  static Optional<TaggedSpan> trimmed(ParsedSentence sentence, TaggedSpan span) {
    int begin = span.begin();
    int end = span.end();
    while (begin < end && sentence.token(begin).tag().matches("PUNCT|ADP|CCONJ|SCONJ")) {
      begin++;
    }
    while (end > begin && sentence.token(end - 1).tag().matches("PUNCT|ADP|CCONJ|SCONJ|DET")) {
      end--;
    }
    String wanted =
        switch (span.kind()) {
          case NAME -> "PROPN|NOUN|ADJ|NUM|X";
          case NOMINAL -> "NOUN|PROPN|ADJ|NUM|PRON";
          case PRONOUN -> "PRON|DET|ADV";
          case VALUE -> "NOUN|PROPN|ADJ|NUM|ADV|SYM|X";
        };
    if (span.kind() == Kind.PRONOUN) {
      end = span.end();
    }
    boolean fits =
        IntStream.range(begin, end).anyMatch(i -> sentence.token(i).tag().matches(wanted));
    return fits
        ? Optional.of(new TaggedSpan(span.sentence(), begin, end, span.kind(), span.probability()))
        : Optional.empty();
  }

  private static void addApart(TaggedSpan span, List<TaggedSpan> found) {
    if (found.stream().noneMatch(s -> s.overlaps(span.sentence(), span.begin(), span.end()))) {
      found.add(span);
    }
  }

  /** What is read of one article so far. */
  private final class Reading {
    private final AnnotatedArticle article;
    private final List<ReadSpan> read = new ArrayList<>();
    private final List<ReadPair> weighed = new ArrayList<>();
    private final List<ReadTrigger> triggers = new ArrayList<>();
    private final SortedMap<Integer, List<ArticleReading.Link>> links = new TreeMap<>();
    private final CoreferenceHead.Reading referring = coreference.start();

    Reading(AnnotatedArticle article) {
      this.article = article;
    }

    /** Reads a sentence; a mention that a cut of the sentence parts is left out. */
    void read(EncodedSentence sentence, List<TaggedSpan> here, List<Tags.Trigger> told) {
      for (EncodedSentence.Window window : sentence.windows()) {
        List<TaggedSpan> within =
            here.stream().filter(s -> window.contains(s.begin(), s.end())).toList();
        if (!within.isEmpty()) {
          window(
              window,
              within,
              told.stream().filter(t -> window.contains(t.word(), t.word() + 1)).toList());
        }
      }
    }

    private void window(
        EncodedSentence.Window window, List<TaggedSpan> within, List<Tags.Trigger> told) {
      int first = read.size();
      List<SpanHead.Described> described =
          spans.describe(window, within.stream().map(s -> new int[] {s.begin(), s.end()}).toList());
      List<float[]> vectors = described.stream().map(SpanHead.Described::vector).toList();
      for (int i = 0; i < within.size(); i++) {
        TaggedSpan span = within.get(i);
        read.add(
            new ReadSpan(
                span.sentence(),
                span.begin(),
                span.end(),
                span.kind(),
                span.probability(),
                described.get(i).types()));
        refer(first + i, span, vectors.get(i));
      }
      weighed.addAll(
          pairs.weigh(
              candidates(within).stream()
                  .map(
                      c ->
                          new PairHead.Candidate(
                              first + c[0], first + c[1], vectors.get(c[0]), vectors.get(c[1])))
                  .toList()));
      List<Integer> indices = IntStream.range(first, read.size()).boxed().toList();
      for (Tags.Trigger trigger : told) {
        triggers.add(
            new ReadTrigger(
                trigger.sentence(),
                trigger.word(),
                trigger.event(),
                trigger.probability(),
                roles.weigh(window.state(trigger.word()), indices, vectors)));
      }
    }

    private void refer(int index, TaggedSpan span, float[] vector) {
      if (span.kind() == Kind.VALUE) {
        return;
      }
      ParsedSentence sentence = article.sentences().get(span.sentence());
      List<String> words =
          IntStream.range(span.begin(), span.end())
              .mapToObj(i -> sentence.token(i).text())
              .toList();
      List<ArticleReading.Link> found =
          referring.next(index, words, span.kind(), span.sentence(), vector);
      if (!found.isEmpty()) {
        links.put(index, found);
      }
    }

    ArticleReading result() {
      return new ArticleReading(spans.types(), pairs.relations(), read, weighed, triggers, links);
    }
  }

  /**
   * The pairs to weigh, as indices, in order: a date or amount is no subject, and of too many pairs
   * the nearest are taken.
   */
  static List<int[]> candidates(List<TaggedSpan> spans) {
    List<int[]> found = new ArrayList<>();
    for (int subject = 0; subject < spans.size(); subject++) {
      for (int object = 0; object < spans.size(); object++) {
        if (subject != object && spans.get(subject).kind() != Kind.VALUE) {
          found.add(new int[] {subject, object});
        }
      }
    }
    if (found.size() <= MOST_PAIRS) {
      return found;
    }
    // A stable sort: of equally near pairs the earlier.
    found.sort(
        Comparator.comparingInt(p -> Math.abs(spans.get(p[0]).begin() - spans.get(p[1]).begin())));
    List<int[]> nearest = new ArrayList<>(found.subList(0, MOST_PAIRS));
    nearest.sort(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> p[1]));
    return nearest;
  }

  @Override
  public void close() {
    mentions.close();
    spans.close();
    pairs.close();
    coreference.close();
    roles.close();
  }
}
