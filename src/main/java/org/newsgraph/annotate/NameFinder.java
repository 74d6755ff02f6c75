package org.newsgraph.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.newsgraph.annotate.Lexicon.Entry;
import org.newsgraph.annotate.Mention.Form;
import org.newsgraph.article.Article.Role;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.Term;

/**
 * Finds names by their capitals, their parts of speech and the tables.
 *
 * <p>A run of capitalised words is cut where a job title, a known institution or a demonym ends:
 * "US President Jane Roe" has a country, a title and a person. Headlines in title case are read
 * last, and only for names that the body or the tables know.
 */
public final class NameFinder {

  private static final Term COUNTRY = Term.of("schema:Country");

  /** Words of "North Korean". */
  private static final int LONGEST_DEMONYM = 2;

  private static final int LONGEST_ENTRY = 8;

  private final Lexicon lexicon;
  private final Set<String> particles;
  private final Set<String> ofNames;
  private final Set<String> modifiers;
  private final Set<String> calendar;
  private final Set<String> portfolios;

  /** A finder that knows the given tables. */
  public NameFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    DataTable parts = DataTable.read("name-parts.tsv");
    particles = parts.wordsWhere("use", "particle");
    ofNames = parts.wordsWhere("use", "of-name");
    modifiers = parts.wordsWhere("use", "modifier");
    calendar = parts.wordsWhere("use", "calendar");
    portfolios = parts.wordsWhere("use", "portfolio");
  }

  /** The names of the article by the rules alone, in order, not overlapping. */
  public List<Mention> find(AnnotatedArticle article) {
    return find(article, List.of());
  }

  /**
   * The names of the article, in order, not overlapping.
   *
   * @param tagged what the trained reader takes for mentions, in order
   */
  public List<Mention> find(AnnotatedArticle article, List<TaggedSpan> tagged) {
    Map<Integer, List<TaggedSpan>> tags = new HashMap<>();
    tagged.stream()
        .filter(t -> t.kind() == TaggedSpan.Kind.NAME)
        .forEach(t -> tags.computeIfAbsent(t.sentence(), k -> new ArrayList<>()).add(t));
    List<Mention> found = new ArrayList<>();
    for (ParsedSentence sentence : article.sentences()) {
      if (!isTitleCase(sentence)) {
        List<Mention> rules = new ArrayList<>();
        findIn(article, sentence, rules);
        found.addAll(
            settle(
                article,
                sentence,
                rules,
                tags.getOrDefault(sentence.sentence().index(), List.of())));
      }
    }
    Set<String> known =
        found.stream().map(Mention::name).collect(Collectors.toCollection(HashSet::new));
    for (ParsedSentence sentence : article.sentences()) {
      if (isTitleCase(sentence)) {
        findKnown(article, sentence, known, found);
      }
    }
    found.sort(null);
    return found;
  }

  private List<Mention> settle(
      AnnotatedArticle article,
      ParsedSentence sentence,
      List<Mention> rules,
      List<TaggedSpan> tagged) {
    List<Mention> read = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    for (TaggedSpan span : tagged) {
      // "the Acme Group": annotators take the article for part of the name or not.
      int begin =
          span.end() - span.begin() > 1
                  && sentence.token(span.begin()).text().equalsIgnoreCase("the")
              ? span.begin() + 1
              : span.begin();
      int end = trimmed(article, sentence, begin, span.end());
      if (mayBeName(article, sentence, begin, end)) {
        read.add(
            mention(
                article,
                sentence,
                begin,
                end,
                lexicon
                    .entry(name(article, sentence, begin, end))
                    .map(Entry::type)
                    .or(() -> typeBySuffix(sentence, begin, end))));
        probabilities.add(span.probability());
      }
    }
    return NameSignals.settle(
        rules.stream()
            .map(
                m ->
                    new NameSignals.ByRule(
                        m, m.form() != Form.NAME || lexicon.entry(m.name()).isPresent()))
            .toList(),
        read,
        probabilities);
  }

  /**
   * Where a name ends that has been taken too far: "John Smith of" Ohio, "Rivers Register (", "Acme
   * and". The possessive is left out of all but the names that the tables know with it.
   */
  private int trimmed(AnnotatedArticle article, ParsedSentence sentence, int begin, int end) {
    int last = end;
    while (last - begin > 1
        && isBesideName(sentence, last - 1)
        && lexicon.entry(name(article, sentence, begin, last)).isEmpty()) {
      last--;
    }
    return last;
  }

  private static boolean isBesideName(ParsedSentence sentence, int index) {
    Token token = sentence.token(index);
    boolean word = token.tag().matches("ADP|CCONJ|DET|PRON|AUX") && !isCapitalised(token.text());
    boolean possessive = token.text().matches("['’]s?") && token.tag().equals("PART");
    return word || possessive || token.text().matches("[(\\[,;:]");
  }

  /** Whether words could be a name at all, whatever the reader takes them for. */
  private boolean mayBeName(AnnotatedArticle article, ParsedSentence sentence, int begin, int end) {
    String name = name(article, sentence, begin, end);
    return name.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
        && name.codePoints().anyMatch(Character::isLetter)
        && !lexicon.isNoName(name)
        && !calendar.contains(name)
        && lexicon.title(name).isEmpty()
        && lexicon.countryOfDemonym(name).isEmpty()
        && lexicon.countryOfDemonym(name.substring(name.lastIndexOf('-') + 1)).isEmpty()
        && !lexicon.isRegionAdjective(name)
        && !isLetter(name)
        && !(end - begin == 1
            && sentence.token(begin).tag().matches("DET|PRON|ADP|CCONJ|SCONJ|AUX")
            && !hasInnerCapital(name)
            && lexicon.entry(name).isEmpty())
        && !(begin == 0 && end == 1 && lexicon.isGoods(name.toLowerCase(Locale.ROOT)))
        && IntStream.range(begin, end).noneMatch(i -> sentence.valueAt(i).isPresent());
  }

  /** Whether capitals tell nothing here, because most words have one. */
  private static boolean isTitleCase(ParsedSentence sentence) {
    List<Token> words =
        sentence.sentence().tokens().stream()
            .filter(t -> Character.isLetter(t.text().charAt(0)))
            .toList();
    long capitals = words.stream().filter(t -> Character.isUpperCase(t.text().charAt(0))).count();
    return words.size() > 3
        && (sentence.sentence().role() == Role.HEADLINE
            ? capitals * 2 > words.size()
            : capitals * 5 > words.size() * 4);
  }

  private void findKnown(
      AnnotatedArticle article, ParsedSentence sentence, Set<String> known, List<Mention> found) {
    int at = 0;
    while (at < sentence.size()) {
      int end = at;
      for (int to = Math.min(sentence.size(), at + LONGEST_ENTRY); to > at; to--) {
        String name = name(article, sentence, at, to);
        if (Character.isUpperCase(name.codePointAt(0))
            && (known.contains(name) || lexicon.entry(name).isPresent())
            && !lexicon.countryOfDemonym(name).isPresent()) {
          found.add(mention(article, sentence, at, to, lexicon.entry(name).map(Entry::type)));
          end = to;
          break;
        }
      }
      at = Math.max(end, at + 1);
    }
  }

  private void findIn(AnnotatedArticle article, ParsedSentence sentence, List<Mention> found) {
    int at = 0;
    while (at < sentence.size()) {
      if (!isNameToken(sentence, at)) {
        at++;
        continue;
      }
      int end = runEnd(article, sentence, at);
      split(article, sentence, at, end, found);
      at = end;
    }
  }

  private boolean isNameToken(ParsedSentence sentence, int index) {
    Token token = sentence.token(index);
    String text = token.text();
    if (!isCapitalised(text) || sentence.valueAt(index).isPresent() || calendar.contains(text)) {
      return false;
    }
    if (modifierName(text).isPresent()) {
      return true;
    }
    if (portfolios.contains(text)
        && index + 1 < sentence.size()
        && lexicon.title(sentence.token(index + 1).text()).isPresent()) {
      return false;
    }
    if (lexicon.isNoName(text) || abbreviatesNoun(sentence, index)) {
      // It names nothing by itself, but may be part of a name: "DeepSeek AI".
      return index > 0
          && !lexicon.isNoName(sentence.token(index - 1).text())
          && !text.endsWith("$")
          && sentence.token(index - 1).tag().equals("PROPN")
          && !modifiesNoun(sentence, index)
          && isCapitalised(sentence.token(index - 1).text())
          && lexicon.countryOfDemonym(sentence.token(index - 1).text()).isEmpty()
          && lexicon.entry(sentence.token(index - 1).text()).isEmpty();
    }
    if (isLetter(text)) {
      // "I" and "A"; a single letter names something only inside a longer name.
      return token.tag().equals("PROPN")
          && index + 1 < sentence.size()
          && isCapitalised(sentence.token(index + 1).text());
    }
    if (lexicon.countryOfDemonym(text).isPresent() && lexicon.entry(text).isEmpty()) {
      return true;
    }
    boolean opens = index == 0 || isOpening(sentence.token(index - 1).text());
    if (opens && !hasInnerCapital(text)) {
      return token.tag().equals("PROPN")
          || opensName(sentence, index)
          || lexicon.entry(text).isPresent()
              && !token.tag().equals("PRON")
              && !token.tag().equals("DET");
    }
    return switch (token.tag()) {
      case "PROPN", "NOUN", "X", "ADJ", "NUM", "VERB", "SYM" -> true;
      default -> hasInnerCapital(text) && text.length() > 1 && lexicon.entry(text).isPresent();
    };
  }

  /** Whether a single letter names nothing by itself, as all but X do. */
  private static boolean isLetter(String text) {
    return text.length() == 1 && !text.equals("X");
  }

  /** "AI" in "Acme's AI chips" belongs to the chips. */
  private static boolean modifiesNoun(ParsedSentence sentence, int index) {
    int head = sentence.parse().head(index);
    return head > index
        && sentence.token(head).tag().equals("NOUN")
        && !sentence.parse().relation(index).equals("nmod:poss");
  }

  /**
   * A common word at the beginning that belongs to the capitals behind it: "Breakthrough Energy
   * Ventures".
   */
  private boolean opensName(ParsedSentence sentence, int index) {
    return sentence.token(index).tag().matches("NOUN|ADJ")
        && Phrases.base(sentence.parse().relation(index)).matches("compound|amod")
        && index + 1 < sentence.size()
        && isCapitalised(sentence.token(index + 1).text())
        && !lexicon.opensSentences(sentence.token(index).text())
        && lexicon.entry(sentence.token(index + 1).text()).isEmpty()
        && lexicon.givenName(sentence.token(index + 1).text()).isEmpty();
  }

  /**
   * "electric vehicles (EVs)": capitals in brackets that are the initials of the words before them.
   */
  private static boolean abbreviatesNoun(ParsedSentence sentence, int index) {
    String text = sentence.token(index).text();
    if (index < 2
        || !sentence.token(index - 1).text().equals("(")
        || !text.matches("[A-Z]{2,6}s?")) {
      return false;
    }
    String initials = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
    int word = index - 2;
    for (int i = initials.length() - 1; i >= 0 && word >= 0; i--, word--) {
      String before = sentence.token(word).text();
      if (Character.toUpperCase(before.charAt(0)) != initials.charAt(i) || isCapitalised(before)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpening(String text) {
    return text.equals("\"")
        || text.equals("“")
        || text.equals("‘")
        || text.equals(":")
        || text.equals("'")
        || text.equals("``")
        || text.equals("-")
        || text.equals("•");
  }

  private static boolean isCapitalised(String text) {
    return Character.isUpperCase(text.codePointAt(0))
        || text.length() > 2 && Character.isLowerCase(text.charAt(0)) && hasInnerCapital(text);
  }

  private static boolean hasInnerCapital(String text) {
    return text.codePoints().skip(1).anyMatch(Character::isUpperCase);
  }

  private int runEnd(AnnotatedArticle article, ParsedSentence sentence, int begin) {
    int end = begin + 1;
    while (end < sentence.size()) {
      String text = sentence.token(end).text();
      if (isNameToken(sentence, end) || isModelNumber(sentence, end)) {
        end++;
      } else if (end + 1 < sentence.size()
          && isNameToken(sentence, end + 1)
          && joins(sentence, begin, end, text)) {
        end += 2;
      } else if (reachesEntry(article, sentence, begin, end)) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  /** "737" in "Boeing 737", "3" in "Model 3". */
  private static boolean isModelNumber(ParsedSentence sentence, int index) {
    Token token = sentence.token(index);
    return token.tag().equals("NUM")
        && token.text().matches("[0-9]{1,4}[A-Za-z]{0,2}")
        && sentence.valueAt(index).isEmpty()
        && sentence.parse().head(index) < index
        && sentence.parse().head(index) >= 0
        && isCapitalised(sentence.token(sentence.parse().head(index)).text());
  }

  /** "Lagos" of "Lagos-based". */
  private Optional<String> modifierName(String text) {
    int hyphen = text.lastIndexOf('-');
    return hyphen > 0 && isCapitalised(text) && modifiers.contains(text.substring(hyphen + 1))
        ? Optional.of(text.substring(0, hyphen))
        : Optional.empty();
  }

  private boolean joins(ParsedSentence sentence, int begin, int at, String text) {
    if (text.equals("&")) {
      return true;
    }
    if (text.matches("['’]s?")) {
      // "Pilots' Guild", "People's Party", but not "Acme's Bank".
      return lexicon.organizationSuffix(sentence.token(at + 1).text()).isPresent()
          && (sentence.token(at - 1).text().endsWith("s") && text.length() == 1
              || sentence.token(at - 1).text().matches("People|Women|Men|Children"))
          && lexicon.entry(sentence.token(at - 1).text()).isEmpty();
    }
    String before = sentence.token(at - 1).text();
    if (text.equals("of") || text.equals("for")) {
      // "Guild of Pilots", but not "Tessera of Austin".
      return ofNames.contains(before)
          || text.equals("of")
              && at - 1 > 0
              && isCapitalised(before)
              && lexicon.noun(before).isPresent()
              && (lexicon.organizationSuffix(before).isEmpty() || at - begin == 1);
    }
    if (text.equals("and")) {
      String first = sentence.token(begin).text();
      return (first.equals("Ministry") || first.equals("Department") || first.equals("Bureau"))
          && at - begin > 2;
    }
    return particles.contains(text);
  }

  /**
   * Whether a known name, such as "Industrial and Commercial Bank of China", goes on past {@code
   * end}.
   */
  private boolean reachesEntry(
      AnnotatedArticle article, ParsedSentence sentence, int begin, int end) {
    if (sentence.token(end).text().equals(",")) {
      return false;
    }
    for (int to = end + 1; to <= Math.min(sentence.size(), begin + LONGEST_ENTRY); to++) {
      if (lexicon.entry(name(article, sentence, begin, to)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Cuts a run of capitalised words into its names, titles and demonyms. */
  private void split(
      AnnotatedArticle article, ParsedSentence sentence, int begin, int end, List<Mention> found) {
    if (begin >= end) {
      return;
    }
    Optional<String> modifier = modifierName(sentence.token(begin).text());
    if (modifier.isPresent()) {
      if (lexicon.entry(modifier.get()).isPresent()) {
        found.add(
            new Mention(
                sentence.sentence().index(),
                begin,
                begin + 1,
                begin,
                Form.NAME,
                modifier.get(),
                lexicon.entry(modifier.get()).map(Entry::type)));
      }
      split(article, sentence, begin + 1, end, found);
      return;
    }
    Optional<Entry> whole = lexicon.entry(name(article, sentence, begin, end));
    if (whole.isPresent()) {
      found.add(mention(article, sentence, begin, end, whole.map(Entry::type)));
      return;
    }
    for (int from = begin; from < end; from++) {
      for (int to = Math.min(end, from + lexicon.longestTitle()); to > from; to--) {
        String words = name(article, sentence, from, to);
        if (lexicon.title(words).isPresent()
            && lexicon.givenName(words).isEmpty()
            && !(to < end && endsAsOrganization(sentence, from, end))
            && (to < end || from > begin || isPlainTitle(sentence, from))) {
          split(article, sentence, begin, from, found);
          split(article, sentence, to, end, found);
          return;
        }
      }
    }
    for (int to = Math.min(end, begin + LONGEST_DEMONYM); to > begin; to--) {
      Optional<String> country = lexicon.countryOfDemonym(name(article, sentence, begin, to));
      if (country.isPresent() && !endsAsOrganization(sentence, to, end)) {
        found.add(demonym(sentence, begin, to, country.get()));
        split(article, sentence, to, end, found);
        return;
      }
    }
    if (end - begin > 1 && !endsAsOrganization(sentence, begin, end)) {
      for (int to = end - 1; to > begin; to--) {
        Optional<Entry> first = lexicon.entry(name(article, sentence, begin, to));
        if (first.isPresent() && startsOwnName(sentence, to)) {
          found.add(mention(article, sentence, begin, to, first.map(Entry::type)));
          split(article, sentence, to, end, found);
          return;
        }
      }
    }
    if (lexicon.isRegionAdjective(name(article, sentence, begin, end))) {
      return;
    }
    int last = end;
    while (last > begin && particles.contains(sentence.token(last - 1).text())) {
      last--;
    }
    if (last > begin) {
      found.add(mention(article, sentence, begin, last, typeBySuffix(sentence, begin, last)));
    }
  }

  private static Mention demonym(ParsedSentence sentence, int begin, int end, String country) {
    return new Mention(
        sentence.sentence().index(),
        begin,
        end,
        end - 1,
        Form.DEMONYM,
        country,
        Optional.of(COUNTRY));
  }

  private boolean isPlainTitle(ParsedSentence sentence, int index) {
    return !hasInnerCapital(sentence.token(index).text());
  }

  /** Whether a new name starts here although none ended: a model number or a given name. */
  private boolean startsOwnName(ParsedSentence sentence, int index) {
    String text = sentence.token(index).text();
    return text.matches("(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9-]+")
        || lexicon.givenName(text).isPresent() && !lexicon.isAmbiguousGivenName(text);
  }

  private boolean endsAsOrganization(ParsedSentence sentence, int begin, int end) {
    return end - begin >= 1 && typeBySuffix(sentence, begin, end).isPresent();
  }

  private Optional<Term> typeBySuffix(ParsedSentence sentence, int begin, int end) {
    Optional<Term> last = lexicon.organizationSuffix(sentence.token(end - 1).text());
    if (last.isPresent()) {
      return last;
    }
    return IntStream.range(begin, end - 1)
        .filter(i -> i + 1 < end && sentence.token(i + 1).text().matches("of|for"))
        .mapToObj(i -> lexicon.organizationSuffix(sentence.token(i).text()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Mention mention(
      AnnotatedArticle article, ParsedSentence sentence, int begin, int end, Optional<Term> type) {
    return new Mention(
        sentence.sentence().index(),
        begin,
        end,
        Phrases.head(sentence, begin, end),
        Form.NAME,
        name(article, sentence, begin, end),
        type);
  }

  /**
   * The words as a name: straight apostrophes, single spaces, no plural "s" after a model number.
   */
  private static String name(
      AnnotatedArticle article, ParsedSentence sentence, int begin, int end) {
    String words =
        article
            .text(sentence.sentence().index(), begin, end)
            .replace('’', '\'')
            .replaceAll("[\\s\\u00a0]+", " ");
    if (words.length() > 1 && words.endsWith(".") && !words.matches(".*\\b[A-Z]\\.")) {
      // "Ltd." and "Inc." are written with and without; an initial and "U.S." keep theirs.
      words = words.substring(0, words.length() - 1);
    }
    return words.matches(".*[A-Z]+[0-9]+s") ? words.substring(0, words.length() - 1) : words;
  }
}
