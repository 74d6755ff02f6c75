package org.newsgraph.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Article;
import org.newsgraph.article.Article.Paragraph;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.GoldArticle.Statement;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Term;

/** Reads articles in the format of {@code training/corpus/README.md}. */
final class NewsReader {

  private static final Pattern HEADER =
      Pattern.compile("#article id=(\\S+) published=(\\d{4}-\\d\\d-\\d\\d) domain=\\S+\\s*");
  private static final Pattern MENTION =
      Pattern.compile("\\[([ev]\\d+)(?::(\\w+))?\\|([^\\[\\]|]+)\\]");
  private static final Map<String, Optional<Modality>> MODALITIES =
      Map.of(
          "negated", Optional.of(Modality.DENIED),
          "alleged", Optional.of(Modality.ALLEGED),
          "planned", Optional.of(Modality.PLANNED),
          "possible", Optional.of(Modality.POSSIBLE),
          "former", Optional.empty());
  private static final Set<String> PRONOUNS =
      Set.of(
          ("he him his himself she her hers herself it its itself they them their theirs themselves"
                  + " i me my mine we us our ours you your yours one")
              .split(" "));
  private static final Set<String> DESCRIBING =
      Set.of("a", "an", "the", "one", "two", "three", "this", "that", "its", "his", "her", "their");

  private final Path file;
  private final List<GoldArticle> articles = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private Optional<Draft> draft = Optional.empty();

  private NewsReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws GoldException if it does not keep to the format
   */
  static List<GoldArticle> read(Path file) {
    NewsReader reader = new NewsReader(file);
    int number = 0;
    for (String line : GoldFiles.lines(file)) {
      number++;
      reader.line(number, line.strip());
    }
    reader.finish();
    if (reader.articles.isEmpty()) {
      throw new GoldException(
          file, "has no articles; each begins with '#article id=ID published=DATE domain=WORD'");
    }
    return reader.articles;
  }

  private void line(int number, String line) {
    if (line.startsWith("#article")) {
      finish();
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        throw wrong(number, "a header is '#article id=ID published=YYYY-MM-DD domain=WORD'");
      }
      if (!ids.add(header.group(1))) {
        throw wrong(number, "a second article '" + header.group(1) + "'; rename one of them");
      }
      draft = Optional.of(new Draft(header.group(1), date(number, header.group(2))));
    } else if (!line.isEmpty()) {
      Draft current =
          draft.orElseThrow(() -> wrong(number, "'#article id=...' has to come before this line"));
      if (line.startsWith(">")) {
        statement(number, line, current);
      } else {
        sentence(number, line, current);
      }
    }
  }

  private void finish() {
    draft.filter(d -> !d.text.isEmpty()).map(Draft::article).ifPresent(articles::add);
    draft = Optional.empty();
  }

  private void sentence(int number, String line, Draft article) {
    if (!article.text.isEmpty()) {
      article.text.append(' ');
    }
    int begin = article.text.length();
    Matcher mention = MENTION.matcher(line);
    int at = 0;
    StringBuilder rest = new StringBuilder();
    while (mention.find()) {
      rest.append(line, at, mention.start());
      article.text.append(line, at, mention.start());
      int from = article.text.length();
      article.text.append(mention.group(3));
      article.mention(
          this,
          number,
          mention.group(1),
          Optional.ofNullable(mention.group(2)),
          new Span(from, article.text.length()));
      at = mention.end();
    }
    rest.append(line.substring(at));
    if (rest.toString().matches(".*[\\[\\]|].*")) {
      throw wrong(number, "a bracket or bar that belongs to no mention; write [e1:Type|words]");
    }
    article.text.append(line.substring(at));
    article.sentence = Optional.of(new Span(begin, article.text.length()));
  }

  private void statement(int number, String line, Draft article) {
    String[] parts = line.substring(1).strip().split("\\s+");
    if (parts.length < 3 || parts.length > 4) {
      throw wrong(number, "a fact is '> SUBJECT PROPERTY OBJECT [MODALITY]'");
    }
    Span sentence =
        article.sentence.orElseThrow(() -> wrong(number, "a fact stands below its sentence"));
    for (String argument : List.of(parts[0], parts[2])) {
      if (!article.types.containsKey(argument)) {
        throw wrong(number, "'" + argument + "' is not marked so far; mark it in its sentence");
      }
    }
    Optional<Modality> modality = Optional.of(Modality.ASSERTED);
    if (parts.length > 3) {
      Optional<Modality> named = MODALITIES.get(parts[3]);
      if (named == null) {
        throw wrong(
            number,
            "'" + parts[3] + "' is no modality; write negated, alleged, planned, possible, former");
      }
      modality = named;
    }
    article.statements.add(
        new Statement(parts[0], property(number, parts[1]), parts[2], modality, sentence));
  }

  private Term property(int number, String name) {
    try {
      return Term.of(name);
    } catch (IllegalArgumentException e) {
      throw wrong(number, String.valueOf(e.getMessage()));
    }
  }

  private PartialDate date(int number, String iso) {
    try {
      return PartialDate.parse(iso);
    } catch (IllegalArgumentException e) {
      throw wrong(number, String.valueOf(e.getMessage()));
    }
  }

  private GoldException wrong(int number, String problem) {
    return new GoldException(file, number, problem);
  }

  /**
   * How a marked mention refers.
   *
   * @param name the entity's first mention
   * @param first whether this is it
   */
  static Kind kind(String text, String name, boolean first) {
    List<String> words = List.of(text.split("\\s+"));
    if (words.size() == 1 && PRONOUNS.contains(lower(text))) {
      return Kind.PRONOUN;
    }
    boolean described = DESCRIBING.contains(lower(words.getFirst()));
    List<String> content = described ? words.subList(1, words.size()) : words;
    Set<String> known = Set.copyOf(List.of(lower(name).split("[^\\p{L}\\p{N}]+")));
    boolean capital =
        content.stream()
            .filter(w -> w.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c)))
            .anyMatch(w -> first || !described || known.contains(lower(w)) || allCapital(content));
    boolean article =
        Set.of("a", "an", "one", "its", "his", "her", "their").contains(lower(words.getFirst()));
    return capital && !article ? Kind.NAME : Kind.NOMINAL;
  }

  private static boolean allCapital(List<String> words) {
    return words.size() == 1
        && words.getFirst().equals(words.getFirst().toUpperCase(Locale.ROOT))
        && words.getFirst().length() > 1;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** An article of which some lines are read. */
  private static final class Draft {
    private final String id;
    private final PartialDate published;
    private final StringBuilder text = new StringBuilder();
    private final List<GoldMention> mentions = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private Optional<Span> sentence = Optional.empty();

    Draft(String id, PartialDate published) {
      this.id = id;
      this.published = published;
    }

    void mention(NewsReader reader, int number, String id, Optional<String> type, Span span) {
      String words = span.of(text);
      boolean first = !types.containsKey(id);
      if (first && type.isEmpty()) {
        throw reader.wrong(
            number, "'" + id + "' has no type at its first mention; write [" + id + ":Type|words]");
      }
      String known = first ? type.orElse("") : types.getOrDefault(id, "");
      if (type.isPresent() && !type.get().equals(known)) {
        throw reader.wrong(
            number, "'" + id + "' is both " + known + " and " + type.get() + "; keep one type");
      }
      if (first) {
        types.put(id, known);
        names.put(id, words);
      }
      Kind kind =
          id.startsWith("v") ? Kind.VALUE : kind(words, names.getOrDefault(id, words), first);
      mentions.add(
          new GoldMention(span, Words.withoutArticle(span, text.toString()), kind, known, id));
    }

    GoldArticle article() {
      String all = text.toString();
      return new GoldArticle(
          id,
          new Article(
              "urn:newsgraph:gold:" + id,
              all,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(published),
              Optional.empty(),
              List.of(new Paragraph(new Span(0, all.length()), Role.BODY))),
          mentions,
          statements);
    }
  }
}
