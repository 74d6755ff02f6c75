package org.newsgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Pattern.Filler;
import org.newsgraph.extract.Pattern.Path;
import org.newsgraph.extract.Pattern.Role;
import org.newsgraph.extract.Pattern.Step;
import org.newsgraph.extract.Pattern.ValueKind;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.resolve.Kinds;
import org.newsgraph.resolve.Resolution;

/** Finds who and what fills a pattern's roles around one match of its trigger. */
final class RoleFiller {

  private static final Term PRODUCT = Term.of("schema:Product");
  private static final Term PERSON = Term.of("schema:Person");
  private static final Term COUNTRY = Term.of("schema:Country");

  private final Reading reading;
  private final ParsedSentence sentence;
  private final Resolution resolution;
  private final String text;
  private final Match match;
  private final Lexicon lexicon;
  private final Schema schema;
  private final Kinds kinds;
  private final EntityFinder entities;
  private final PostFinder posts;
  private final Map<EntityKey, Entity> newEntities = new LinkedHashMap<>();

  RoleFiller(Reading reading, Match match, Lexicon lexicon, Schema schema) {
    this.reading = reading;
    this.sentence = reading.sentence();
    this.resolution = reading.resolution();
    this.text = reading.text();
    this.match = match;
    this.lexicon = lexicon;
    this.schema = schema;
    this.kinds = new Kinds(schema);
    this.entities = new EntityFinder(resolution, lexicon, kinds);
    this.posts = new PostFinder(lexicon);
  }

  /** The fillers of all roles. */
  Fillers fill(Map<String, Role> roles) {
    Map<String, List<Value>> values = new LinkedHashMap<>();
    roles.forEach(
        (name, role) -> {
          for (Path path : role.paths()) {
            List<Value> found = follow(path, role);
            if (!found.isEmpty()) {
              values.put(name, found);
              break;
            }
          }
        });
    return new Fillers(values, newEntities);
  }

  private List<Integer> follow(int token, Step step) {
    Step any = new Step(step.relation(), Set.of());
    List<Integer> found =
        switch (step.relation()) {
          case "next" -> next(token);
          case "post" -> posts.of(sentence, token, reading.mentionAt(token));
          case "description" -> description(token);
          default -> Grammar.follow(sentence, token, isOfClasses(step) ? any : step);
        };
    return step.lemmas().isEmpty()
        ? found
        : found.stream().filter(t -> isOne(t, step.lemmas())).toList();
  }

  /** Whether a step is limited to nouns of a class, "object[schema:Product]". */
  private static boolean isOfClasses(Step step) {
    return step.lemmas().stream().anyMatch(l -> l.contains(":"));
  }

  private boolean isOne(int token, Set<String> words) {
    return words.contains(sentence.token(token).lemma())
        || noun(Math.max(0, token - 2), token)
            .filter(
                type ->
                    words.stream().anyMatch(w -> w.contains(":") && schema.isA(type, Term.of(w))))
            .isPresent();
  }

  /** The noun that describes a name before its comma: "chatbot" in "its chatbot, Juniper". */
  private List<Integer> description(int name) {
    int begin = reading.mentionAt(name).map(Mention::begin).orElse(name);
    if (begin > 0 && sentence.token(begin - 1).text().equals("the")) {
      begin--;
    }
    return begin > 1
            && sentence.token(begin - 1).text().equals(",")
            && Phrases.isCommonNoun(sentence, begin - 2)
        ? List.of(begin - 2)
        : List.of();
  }

  /** The name directly behind a verb, whatever the parser took its words for. */
  private List<Integer> next(int verb) {
    return reading.mentions().stream()
        .filter(m -> m.begin() > verb && m.form() == Mention.Form.NAME)
        .filter(
            m ->
                IntStream.range(verb + 1, m.begin())
                    .noneMatch(
                        i -> sentence.token(i).tag().matches("VERB|AUX|ADP|PUNCT|CCONJ|SCONJ")))
        .map(Mention::head)
        .limit(1)
        .toList();
  }

  private List<Value> follow(Path path, Role role) {
    if (role.filler() instanceof Filler.OfTitle) {
      return List.of(
          new Value.OfText(sentence.span(titleBegin(), titleEnd(match.head())).of(text)));
    }
    Step first = path.steps().getFirst();
    if (first.relation().equals("time") || first.relation().equals("moment")) {
      return List.copyOf(Grammar.dates(sentence, match.head(), first.relation().equals("moment")));
    }
    if (first.relation().equals("until")) {
      return List.copyOf(Grammar.ends(sentence, match.head()));
    }
    if (first.relation().equals("namesake")) {
      return namesake(role);
    }
    List<Integer> tokens =
        path.steps().size() == 1 && first.lemmas().isEmpty() ? adjacent(first) : List.of();
    if (tokens.isEmpty()) {
      tokens = List.of(match.head());
      if (first.relation().equals("self") && isAnaphor()) {
        // "the president" refers to someone; it does not say that he is one.
        return List.of();
      }
      for (Step step : path.steps()) {
        tokens = tokens.stream().flatMap(t -> follow(t, step).stream()).distinct().toList();
      }
    }
    Set<Value> found = new LinkedHashSet<>();
    for (int token : withNames(tokens)) {
      if (role.except().contains(sentence.token(token).lemma())) {
        continue;
      }
      value(token, role).ifPresent(found::add);
      boolean single =
          role.filler() instanceof Filler.OfText
              || role.filler() instanceof Filler.OfPhrase
              || role.filler() instanceof Filler.OfPost
              || role.filler() instanceof Filler.OfValue;
      if (single && !found.isEmpty()) {
        // Words take in those coordinated with them; a second amount is another's.
        break;
      }
    }
    return List.copyOf(found);
  }

  /**
   * Adds the names that a noun announces: "Borel" and "Corvid" in "the brewers Borel and Corvid".
   */
  private List<Integer> withNames(List<Integer> tokens) {
    List<Integer> all = new ArrayList<>();
    for (int token : tokens) {
      all.add(token);
      if (Phrases.isCommonNoun(sentence, token) && reading.mentionAt(token).isEmpty()) {
        sentence
            .parse()
            .children(token)
            .filter(c -> c > token)
            .filter(c -> Phrases.is(sentence, c, "appos") || Phrases.is(sentence, c, "flat"))
            .filter(c -> !Grammar.isSetOff(sentence, token, c))
            .flatMap(c -> Phrases.children(sentence, c, "conj"))
            .filter(
                c -> reading.mentionAt(c).filter(m -> m.form() == Mention.Form.NAME).isPresent())
            .forEach(all::add);
      }
    }
    return all.stream().distinct().toList();
  }

  private boolean isAnaphor() {
    return reading
        .mentionAt(match.head())
        .filter(m -> m.form() == Mention.Form.NOMINAL)
        .isPresent();
  }

  /** Where a title begins with the nouns that belong to it: "property developer". */
  private int titleBegin() {
    int begin = match.begin();
    while (begin > 0
        && sentence.token(begin - 1).tag().equals("NOUN")
        && Phrases.is(sentence, begin - 1, "compound")
        && sentence.parse().head(begin - 1) == match.head()) {
      begin--;
    }
    return begin;
  }

  /**
   * Where a title ends with what it is over: "minister of justice", but not "head of the company".
   */
  private int titleEnd(int head) {
    return Phrases.children(sentence, head, "nmod")
        .filter(c -> c == head + 2 && Phrases.preposition(sentence, c).equals("of"))
        .filter(c -> Character.isLowerCase(sentence.token(c).text().charAt(0)))
        .map(c -> c + 1)
        .findFirst()
        .orElse(head + 1);
  }

  /**
   * The entity whose whole name the matched name begins with: Boeing for "Boeing 737". What it is
   * has to be known well, since "Rule 37" and "District 6" begin with no maker.
   */
  private List<Value> namesake(Role role) {
    String name = reading.mentionAt(match.head()).map(Mention::name).orElse("");
    return resolution.entities().values().stream()
        .filter(
            e ->
                role.filler() instanceof Filler.OfClass(Set<Term> classes)
                    && schema.isAny(e.types(), classes))
        .filter(e -> e.types().stream().anyMatch(t -> !kinds.isGeneric(t)))
        .filter(e -> lexicon.noun(e.key().name()).isEmpty())
        .filter(
            e ->
                Stream.concat(Stream.of(e.key().name()), e.aliases().stream())
                    .anyMatch(n -> isLongerForm(name, n)))
        .map(e -> (Value) new Value.OfEntity(e.key()))
        .limit(1)
        .toList();
  }

  /** "Boeing 737" for Boeing, "Acme-R1" for Acme, but not "Acme-critic". */
  private static boolean isLongerForm(String name, String shorter) {
    return name.length() > shorter.length() + 1
        && name.startsWith(shorter)
        && name.substring(shorter.length()).matches("[ -][A-Z0-9].*");
  }

  /**
   * Names that stand right before or behind a title: "Acme's chief executive Jane Roe". Titles and
   * names are strung together in ways that parsers tell apart badly, while the order of the words
   * is fixed.
   */
  private List<Integer> adjacent(Step step) {
    if (step.relation().equals("self")) {
      return reading
          .mentionAt(Math.min(match.end(), sentence.size() - 1))
          .filter(m -> m.begin() == match.end() && m.form() == Mention.Form.NAME)
          .map(this::named)
          .orElse(List.of());
    }
    if (step.relation().equals("apposition")
        && Grammar.follow(sentence, match.head(), step).isEmpty()) {
      return entities
          .announced(sentence, match.head(), match.end())
          .map(m -> List.of(m.head()))
          .orElse(List.of());
    }
    if (step.relation().equals("owner") && match.begin() > 0) {
      int before = match.begin() - 1;
      while (before > 0
          && reading.mentionAt(before).isEmpty()
          && (sentence.token(before).text().matches("'s|’s|'|’")
              || sentence.token(before).tag().equals("ADJ"))) {
        before--;
      }
      int at = before;
      return reading
          .mentionAt(at)
          .filter(m -> m.end() == at + 1)
          .map(m -> List.of(m.head()))
          .orElse(List.of());
    }
    return List.of();
  }

  /**
   * The name behind a noun; behind one in the plural, "the brewers Acme and Borel", all of them.
   */
  private List<Integer> named(Mention name) {
    boolean plural =
        !sentence.token(match.head()).text().equalsIgnoreCase(sentence.token(match.head()).lemma());
    return IntStream.concat(
            IntStream.of(name.head()),
            plural
                ? Phrases.children(sentence, name.head(), "conj")
                    .filter(
                        c ->
                            reading
                                .mentionAt(c)
                                .filter(m -> m.form() == Mention.Form.NAME)
                                .isPresent())
                : IntStream.empty())
        .boxed()
        .toList();
  }

  private Optional<Value> value(int token, Role role) {
    if (isPeople(token)) {
      return role.filler() instanceof Filler.OfParty
          ? Optional.of(new Value.OfEntity(entity(phraseStart(token), token, PERSON)))
          : Optional.empty();
    }
    return switch (role.filler()) {
      case Filler.OfClass(Set<Term> classes) ->
          entities
              .find(sentence, token, key -> schema.isAny(resolution.entity(key).types(), classes))
              .or(() -> unnamed(token, classes))
              .or(() -> government(token, classes))
              .map(Value.OfEntity::new);
      case Filler.OfParty(Set<Term> classes) ->
          entities
              .find(sentence, token, key -> schema.isAny(resolution.entity(key).types(), classes))
              .or(() -> unnamed(token, classes))
              .or(() -> government(token, classes))
              .or(() -> party(token, classes))
              .map(Value.OfEntity::new);
      case Filler.OfThing(Term fallback) ->
          entities
              .find(sentence, token, key -> isThing(resolution.entity(key), fallback))
              .or(
                  () ->
                      entities.find(sentence, token, key -> true).isPresent()
                          ? Optional.empty()
                          : thing(token, fallback))
              .map(Value.OfEntity::new);
      case Filler.OfValue(ValueKind kind) -> amount(token, kind, role.sign());
      case Filler.OfText() when sentence.valueAt(token).isPresent() -> Optional.empty();
      case Filler.OfText() -> phrase(token).map(s -> new Value.OfText(s.of(text)));
      case Filler.OfPhrase() ->
          sentence.token(token).tag().equals("VERB")
              ? Optional.empty()
              : Optional.of(
                  new Value.OfText(sentence.span(phraseStart(token), titleEnd(token)).of(text)));
      case Filler.OfPost() ->
          posts.of(sentence, token, reading.mentionAt(token)).stream()
              .findFirst()
              .map(
                  t ->
                      new Value.OfText(
                          sentence.span(posts.begin(sentence, t), titleEnd(t)).of(text)));
      case Filler.OfTitle() -> Optional.empty();
      case Filler.OfPercent(BigDecimal percent) -> Optional.of(new Value.OfNumber(percent));
    };
  }

  /** "Two thousand Brazilians", who are not Brazil. */
  private boolean isPeople(int token) {
    return reading.mentionAt(token).filter(m -> m.form() == Mention.Form.DEMONYM).isPresent()
        && Phrases.children(sentence, token, "nummod").findAny().isPresent();
  }

  /** The country that acts where its seat of government is named: "Washington barred exports". */
  private Optional<EntityKey> government(int token, Set<Term> classes) {
    if (!classes.contains(COUNTRY)) {
      return Optional.empty();
    }
    return reading
        .mentionAt(token)
        .filter(m -> m.form() == Mention.Form.NAME && m.head() == token)
        .flatMap(m -> lexicon.countryGovernedFrom(m.name()))
        .map(
            country -> {
              EntityKey key = new EntityKey(EntityKey.Kind.PLACE, country);
              newEntities.putIfAbsent(
                  key,
                  new Entity(
                      key,
                      new TreeSet<>(Set.of(COUNTRY)),
                      new TreeSet<>(),
                      List.of(sentence.span(token, token + 1))));
              return key;
            });
  }

  /** Who has no name but is known by another's: "Google's parent company". */
  private Optional<EntityKey> unnamed(int token, Set<Term> classes) {
    int begin = Phrases.phraseBegin(sentence, token);
    String phrase = sentence.span(begin, token + 1).of(text);
    Optional<Mention> owner = reading.mentionAt(begin).filter(m -> m.form() == Mention.Form.NAME);
    if (owner.isEmpty()
        || !phrase.matches("(?s).*['’]s? (parent|parent company|owner|holding company)")) {
      return Optional.empty();
    }
    Term type = Term.of("schema:Organization");
    if (classes.stream().noneMatch(c -> schema.isA(type, c))) {
      return Optional.empty();
    }
    EntityKey key =
        new EntityKey(kinds.of(type), phrase.replace('’', '\'').replaceAll("[\\s\\u00a0]+", " "));
    newEntities.putIfAbsent(
        key,
        new Entity(
            key,
            new TreeSet<>(Set.of(type)),
            new TreeSet<>(),
            List.of(sentence.span(begin, token + 1))));
    return Optional.of(key);
  }

  /**
   * Who is told by a noun alone: "two shareholders", "the town council". A noun that some entity of
   * the article may be meant by, "the company", is none.
   */
  private Optional<EntityKey> party(int token, Set<Term> classes) {
    if (!Phrases.isCommonNoun(sentence, token)
        || sentence.valueAt(token).isPresent()
        || reading.mentionAt(token).isPresent()) {
      return Optional.empty();
    }
    int begin = phraseStart(token);
    return noun(begin, token)
        .filter(type -> classes.stream().anyMatch(c -> schema.isA(type, c)))
        .filter(type -> !Phrases.is(sentence, match.head(), "amod"))
        .map(type -> entity(begin, token, type));
  }

  /** What a noun denotes, with the nouns before it that belong to it: "trade union". */
  private Optional<Term> noun(int begin, int token) {
    return IntStream.rangeClosed(Math.max(begin, token - 2), token)
        .mapToObj(i -> lexicon.noun(sentence.span(i, token + 1).of(text)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private EntityKey entity(int begin, int token, Term type) {
    String words = sentence.span(begin, token + 1).of(text).replaceAll("[\\s\\u00a0]+", " ");
    boolean capitalized = begin == 0 && !sentence.token(begin).tag().equals("PROPN");
    String name =
        capitalized ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) : words;
    EntityKey key = new EntityKey(kinds.of(type), name);
    newEntities.putIfAbsent(
        key,
        new Entity(
            key,
            new TreeSet<>(Set.of(type)),
            new TreeSet<>(),
            List.of(sentence.span(begin, token + 1))));
    return key;
  }

  private boolean isThing(Entity entity, Term fallback) {
    return fallback.equals(PRODUCT)
        ? entity.types().stream().anyMatch(t -> isGoods(t) || kinds.of(t) == EntityKey.Kind.THING)
        : schema.isAny(entity.types(), Set.of(fallback));
  }

  private boolean isGoods(Term type) {
    return schema.isA(type, PRODUCT) || schema.isA(type, Term.of("schema:SoftwareApplication"));
  }

  /** A noun phrase as an entity of its own: "advanced chips". */
  private Optional<EntityKey> thing(int token, Term fallback) {
    if (!Phrases.isCommonNoun(sentence, token) || sentence.valueAt(token).isPresent()) {
      return Optional.empty();
    }
    int begin = phraseStart(token);
    Optional<Term> known = lexicon.noun(sentence.token(token).text());
    if (fallback.equals(PRODUCT)
        && known.filter(t -> !isGoods(t) && kinds.of(t) != EntityKey.Kind.THING).isPresent()) {
      // A firm or a person is no merchandise.
      return Optional.empty();
    }
    if (!fallback.equals(PRODUCT) && known.filter(t -> schema.isA(t, fallback)).isEmpty()) {
      return Optional.empty();
    }
    Term type = known.filter(t -> isGoods(t) || !fallback.equals(PRODUCT)).orElse(fallback);
    return Optional.of(entity(begin, token, type));
  }

  /** Where a noun phrase begins, its article or "its" left out. */
  private int phraseStart(int noun) {
    int begin = Phrases.phraseBegin(sentence, noun);
    while (begin < noun && sentence.token(begin).tag().matches("DET|PRON")) {
      begin++;
    }
    return begin;
  }

  private Optional<Value> amount(int token, ValueKind kind, int sign) {
    return IntStream.concat(IntStream.of(token), sentence.parse().children(token))
        .mapToObj(sentence::valueAt)
        .flatMap(Optional::stream)
        .filter(v -> kind != ValueKind.PERCENT || !isShare(v))
        .map(ValueMention::value)
        .flatMap(v -> signed(v, kind, sign).stream())
        .findFirst();
  }

  /** "12% of its staff", a part of something and no change, but not "of its value". */
  private boolean isShare(ValueMention value) {
    int of =
        IntStream.range(0, sentence.size())
            .filter(i -> sentence.token(i).span().begin() >= value.span().end())
            .findFirst()
            .orElse(sentence.size());
    return of < sentence.size()
        && sentence.token(of).text().equals("of")
        && IntStream.range(of, Math.min(sentence.size(), of + 5))
            .noneMatch(i -> sentence.token(i).lemma().matches("value|worth|capitali[sz]ation"));
  }

  /** A value of the kind, with the sign that the trigger gives it. */
  static Optional<Value> signed(Value value, ValueKind kind, int sign) {
    return switch (value) {
      case Value.OfDate date when kind == ValueKind.DATE -> Optional.of(date);
      case Value.OfMoney money when kind == ValueKind.MONEY ->
          Optional.of(sign < 0 ? new Value.OfMoney(money.money().negate()) : money);
      case Value.OfNumber number when kind == ValueKind.PERCENT ->
          Optional.of(new Value.OfNumber(number.number().multiply(BigDecimal.valueOf(sign))));
      default -> Optional.empty();
    };
  }

  /** The words below a token, its own preposition left out. */
  private Optional<Span> phrase(int token) {
    int[] below =
        IntStream.range(0, sentence.size())
            .filter(i -> Phrases.isBelow(sentence, i, token))
            .filter(i -> token < match.head() ? i < match.head() : i > match.head())
            .toArray();
    if (below.length == 0) {
      return Optional.empty();
    }
    int begin = below[0];
    int end = below[below.length - 1];
    while (begin < end && sentence.token(begin).tag().matches("ADP|PUNCT|SCONJ")) {
      begin++;
    }
    while (end > begin && sentence.token(end).tag().equals("PUNCT")) {
      end--;
    }
    return Optional.of(sentence.span(begin, end + 1));
  }
}
