package org.newsgraph.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.annotate.AnnotatedArticle;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Lexicon.TitleKind;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.fact.Term;
import org.newsgraph.reader.ArticleReading;

/**
 * Decides what a name stands for, over all its mentions: tables, given names, suffixes, titles, the
 * words around it and the trained reader each add a weight to a class; the heaviest family of
 * classes wins, and within it the heaviest class.
 */
final class EntityTyper {

  private static final Term PERSON = Term.of("schema:Person");
  private static final Term ORGANIZATION = Term.of("schema:Organization");
  private static final Term PRODUCT = Term.of("schema:Product");
  private static final Term PLACE = Term.of("schema:Place");

  /** A name with less evidence than this stays untyped, and so outside the graph. */
  private static final double THRESHOLD = 0.4;

  /** What the tables' own class of a name weighs, for each mention. */
  private static final double LISTED = 5;

  /**
   * What the trained reader's classes weigh together, for each mention: less than the tables, more
   * than a noun or title beside the name, which the parser may have put in the wrong place.
   */
  private static final double READ = 4;

  /** What "&" weighs, for each mention: "Delling & Sons" is a firm, whoever Delling was. */
  private static final double PARTNERS = 5;

  private static final Term COUNTRY = Term.of("schema:Country");

  /** What a match weighs for a town that the tables and the reader know: more than both. */
  private static final double PLAYING_TOWN = 10;

  private static final Pattern SCORE = Pattern.compile("(?<![\\d-])\\d ?[-–] ?\\d(?![\\d-])");

  private static final Pattern PLAYED =
      Pattern.compile(
          "(?i)\\b(?:beat|beaten|wins?|won|victory|victories|draws?|drew|defeat(?:s|ed)?|los[te]|loses|thrash(?:ed|es)?)\\b");

  /** A class has to have this share of its family's probability to be named, not the family. */
  private static final double MAJORITY = 0.5;

  private final Lexicon lexicon;
  private final Kinds kinds;
  private final TypeCues cues;

  EntityTyper(Lexicon lexicon, Kinds kinds, TypeCues cues) {
    this.lexicon = lexicon;
    this.kinds = kinds;
    this.cues = cues;
  }

  /**
   * The class of what the mentions name.
   *
   * @param reading what the trained reader takes them for
   * @param mentions names of one entity, one or more
   * @return the most specific class, empty where nothing tells
   */
  Optional<Term> type(AnnotatedArticle article, ArticleReading reading, List<Mention> mentions) {
    return decide(weights(article, reading, mentions));
  }

  /**
   * The class of a name about which little is known but that stands in one row with others: "Biden
   * and Trump".
   *
   * @param beside the classes of the names it is coordinated with
   */
  Optional<Term> type(
      AnnotatedArticle article, ArticleReading reading, List<Mention> mentions, List<Term> beside) {
    Map<Term, Double> weights = weights(article, reading, mentions);
    beside.forEach(type -> add(weights, Kinds.root(kinds.of(type)), 1));
    return decide(weights);
  }

  private Map<Term, Double> weights(
      AnnotatedArticle article, ArticleReading reading, List<Mention> mentions) {
    Map<Term, Double> weights = new TreeMap<>();
    for (Mention mention : mentions) {
      byForm(mention, weights);
      byContext(article.sentences().get(mention.sentence()), mention, weights);
      byScore(article.sentences().get(mention.sentence()), mention, weights);
    }
    byReader(reading, mentions, weights);
    return weights;
  }

  /** The reader's classes, the mean over the mentions; what it holds for no entity is no vote. */
  private void byReader(ArticleReading reading, List<Mention> mentions, Map<Term, Double> weights) {
    List<Integer> spans =
        mentions.stream()
            .filter(m -> m.form() == Mention.Form.NAME)
            .map(m -> reading.indexOf(m.sentence(), m.begin(), m.end()))
            .flatMap(Optional::stream)
            .toList();
    if (spans.isEmpty()) {
      return;
    }
    double[] probabilities = reading.types(spans);
    Map<Kind, Double> families = new TreeMap<>();
    Map<Term, Double> classes = new TreeMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      double probability = probabilities[i];
      kinds
          .ofLocalName(reading.typeLabels().get(i))
          .ifPresent(
              type -> {
                classes.put(type, probability);
                families.merge(kinds.of(type), probability, Double::sum);
              });
    }
    double weight = READ * spans.size();
    families.forEach(
        (family, mass) -> {
          Term named =
              classes.entrySet().stream()
                  .filter(e -> kinds.of(e.getKey()) == family && e.getValue() >= MAJORITY * mass)
                  .max(
                      Map.Entry.<Term, Double>comparingByValue()
                          .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                  .map(Map.Entry::getKey)
                  .orElse(Kinds.root(family));
          if (mass >= MAJORITY) {
            add(weights, named, weight * mass);
          } else {
            add(weights, Kinds.root(family), weight * mass);
          }
        });
  }

  private Optional<Term> decide(Map<Term, Double> weights) {
    Map<Kind, Double> families = new TreeMap<>();
    weights.forEach((type, weight) -> families.merge(kinds.of(type), weight, Double::sum));
    return families.entrySet().stream()
        .filter(e -> e.getValue() >= THRESHOLD)
        .max(
            Map.Entry.<Kind, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .flatMap(family -> mostSpecific(weights, family.getKey()));
  }

  /**
   * Classes of another family that the text itself gives the name, as where a firm and its app
   * share one.
   *
   * @param main what {@link #type} has decided
   */
  Set<Term> furtherTypes(AnnotatedArticle article, List<Mention> mentions, Term main) {
    if (kinds.of(main) != Kind.ORGANIZATION) {
      return Set.of();
    }
    Map<Term, Double> described = new TreeMap<>();
    for (Mention mention : mentions) {
      ParsedSentence sentence = article.sentences().get(mention.sentence());
      Phrases.descriptions(sentence, mention.head(), mention.end())
          .filter(c -> !mention.covers(c))
          .forEach(c -> nounPhraseType(sentence, c).ifPresent(type -> add(described, type, 1)));
    }
    return described.keySet().stream()
        .filter(type -> kinds.of(type) == Kind.SOFTWARE || kinds.of(type) == Kind.PRODUCT)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Term> mostSpecific(Map<Term, Double> weights, Kind family) {
    return weights.entrySet().stream()
        .filter(e -> kinds.of(e.getKey()) == family)
        .max(
            Comparator.<Map.Entry<Term, Double>>comparingInt(
                    e -> kinds.isGeneric(e.getKey()) ? 0 : 1)
                .thenComparing(Map.Entry.comparingByValue())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  private void byForm(Mention mention, Map<Term, Double> weights) {
    mention.type().ifPresent(type -> add(weights, type, LISTED));
    String[] words = mention.name().split(" ");
    if (mention.type().isEmpty() && words.length >= 2 && words.length <= 4) {
      if (lexicon.givenName(words[0]).isPresent()) {
        add(weights, PERSON, lexicon.isAmbiguousGivenName(words[0]) ? 1 : 3);
      } else if (lexicon.isLeadingSurname(words[0]) && words.length <= 3) {
        add(weights, PERSON, 1.5);
      } else if (words[0].matches("[A-Z]\\.?") || words[1].matches("[A-Z]\\.?")) {
        add(weights, PERSON, 2);
      } else {
        // A made-up name of two words is as often a firm's; what stands around it decides.
        add(weights, PERSON, 0.3);
        add(weights, ORGANIZATION, 0.45);
      }
    }
    if (mention.type().isEmpty() && mention.name().contains(" & ")) {
      add(weights, ORGANIZATION, PARTNERS);
    }
    String last = words[words.length - 1];
    if (last.matches("(?=.*[A-Z])(?=.*[0-9]).+")
        || words.length > 1 && last.matches("[0-9]+[A-Za-z]?")) {
      add(weights, PRODUCT, 0.9);
    } else if (words.length == 1) {
      add(weights, ORGANIZATION, mention.name().matches("[A-Z]{2,5}") ? 1 : 0.4);
    }
  }

  /** "Derby beat Preston 2-0" is of clubs, whatever towns there are. */
  private void byScore(ParsedSentence sentence, Mention mention, Map<Term, Double> weights) {
    boolean country = mention.type().filter(COUNTRY::equals).isPresent();
    if (country || mention.form() != Mention.Form.NAME) {
      return;
    }
    String relation = sentence.parse().relation(mention.head());
    boolean plays =
        relation.equals("nsubj")
            || relation.equals("obj")
            || Phrases.preposition(sentence, mention.head()).matches("over|against|at|past|with");
    if (!plays) {
      return;
    }
    String text = words(sentence, 0, sentence.size());
    if (SCORE.matcher(text).find() && PLAYED.matcher(text).find()) {
      mention
          .type()
          .filter(type -> kinds.of(type) == Kind.PLACE)
          .ifPresentOrElse(
              type -> add(weights, ORGANIZATION, PLAYING_TOWN),
              () -> mightBeTeam(mention, weights));
    }
  }

  private void mightBeTeam(Mention mention, Map<Term, Double> weights) {
    if (mention.type().isEmpty() && !mention.name().contains(" ")) {
      add(weights, ORGANIZATION, 1);
    }
  }

  private void byContext(ParsedSentence sentence, Mention mention, Map<Term, Double> weights) {
    titleBefore(sentence, mention)
        .ifPresent(kind -> add(weights, PERSON, kind == TitleKind.HONORIFIC ? 4 : 3));
    nounBefore(sentence, mention).ifPresent(type -> add(weights, type, 3));
    byHead(sentence, mention, weights);
    Phrases.descriptions(sentence, mention.head(), mention.end())
        .filter(c -> !mention.covers(c))
        .forEach(c -> nounPhraseType(sentence, c).ifPresent(type -> add(weights, type, 3)));
    sentence
        .parse()
        .children(mention.head())
        .filter(c -> !mention.covers(c))
        .forEach(child -> byChild(sentence, child, weights));
  }

  /** "chipmaker Nvidia", "the app Fernweh". */
  private Optional<Term> nounBefore(ParsedSentence sentence, Mention mention) {
    if (mention.begin() == 0) {
      return Optional.empty();
    }
    int before = mention.begin() - 1;
    return sentence.token(before).tag().equals("NOUN")
        ? lexicon.noun(sentence.token(before).text())
        : Optional.empty();
  }

  private Optional<TitleKind> titleBefore(ParsedSentence sentence, Mention mention) {
    for (int from = Math.max(0, mention.begin() - lexicon.longestTitle());
        from < mention.begin();
        from++) {
      String words = words(sentence, from, mention.begin());
      Optional<TitleKind> kind = lexicon.title(words);
      if (kind.isPresent() && lexicon.isPersonalTitle(words)) {
        return kind;
      }
    }
    return Optional.empty();
  }

  private void byHead(ParsedSentence sentence, Mention mention, Map<Term, Double> weights) {
    int name = mention.head();
    int head = sentence.parse().head(name);
    if (head < 0 || mention.covers(head)) {
      return;
    }
    String lemma = Phrases.lemma(sentence, head).toLowerCase(Locale.ROOT);
    String preposition = Phrases.preposition(sentence, name);
    switch (sentence.parse().relation(name)) {
      case "nmod:poss" -> cue(lemma, "owner-of", weights);
      case "compound" -> {
        cue(lemma, "owner-of", weights);
        if (head == mention.end()) {
          lexicon
              .noun(lemma)
              .filter(type -> kinds.of(type) != Kind.PERSON)
              .ifPresent(type -> add(weights, type, 1.2));
        }
      }
      case "nmod" -> {
        if (preposition.equals("of") || preposition.equals("in") && lemma.matches("share|stake")) {
          cue(lemma, "of", weights);
        }
      }
      case "appos" -> nounPhraseType(sentence, head).ifPresent(type -> add(weights, type, 3));
      case "nsubj" -> {
        cue(lemma, "subject-of", weights);
        if (Phrases.children(sentence, head, "cop").findAny().isPresent()
            && Phrases.preposition(sentence, head).isEmpty()) {
          nounPhraseType(sentence, head).ifPresent(type -> add(weights, type, 3));
        }
      }
      case "nsubj:pass", "obj" -> cue(lemma, "object-of", weights);
      case "obl:agent" -> cue(lemma, "agent-of", weights);
      case "obl" -> cue(lemma, preposition, weights);
      default -> {}
    }
    if (preposition.equals("in")
        && mention.type().isEmpty()
        && sentence.parse().relation(name).equals("obl")) {
      add(weights, PLACE, 0.6);
    }
  }

  private static void byChild(ParsedSentence sentence, int child, Map<Term, Double> weights) {
    if (sentence.parse().relation(child).equals("acl:relcl")
        && sentence
            .parse()
            .children(child)
            .anyMatch(c -> sentence.token(c).text().matches("who|whose|whom"))) {
      add(weights, PERSON, 2);
    }
  }

  /** What "a Chinese start-up" or "the bank's chief executive" denotes. */
  private Optional<Term> nounPhraseType(ParsedSentence sentence, int noun) {
    if (!sentence.token(noun).tag().equals("NOUN")) {
      return Optional.empty();
    }
    int begin = Phrases.phraseBegin(sentence, noun);
    for (int from = begin; from <= noun; from++) {
      if (lexicon.title(words(sentence, from, noun + 1)).isPresent()
          && lexicon.isPersonalTitle(words(sentence, from, noun + 1))) {
        return Optional.of(PERSON);
      }
    }
    return lexicon.noun(sentence.token(noun).text());
  }

  private static String words(ParsedSentence sentence, int begin, int end) {
    StringBuilder words = new StringBuilder();
    for (int i = begin; i < end; i++) {
      words.append(i > begin ? " " : "").append(sentence.token(i).text());
    }
    return words.toString();
  }

  private void cue(String lemma, String relation, Map<Term, Double> weights) {
    cues.of(lemma, relation).forEach(w -> add(weights, w.type(), w.weight()));
  }

  private static void add(Map<Term, Double> weights, Term type, double weight) {
    weights.merge(type, weight, Double::sum);
  }
}
