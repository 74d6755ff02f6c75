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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.newsgraph.annotate.Lexicon;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.annotate.Phrases;
import org.newsgraph.annotate.ValueMention;
import org.newsgraph.extract.Pattern.EventTemplate;
import org.newsgraph.extract.Pattern.FactTemplate;
import org.newsgraph.extract.Pattern.Filler;
import org.newsgraph.extract.Pattern.Path;
import org.newsgraph.extract.Pattern.Role;
import org.newsgraph.extract.Pattern.Step;
import org.newsgraph.extract.Pattern.Trigger;
import org.newsgraph.extract.Pattern.ValueKind;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Evidence;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.resolve.Kinds;
import org.newsgraph.resolve.Resolution;

/** Applies patterns to the sentences of an article. */
final class PatternMatcher {

  private static final Term PRODUCT = Term.of("schema:Product");

  /** What the patterns found in a sentence. */
  record Found(List<Fact> facts, List<Event> events, List<Entity> entities) {}

  private final List<Pattern> patterns;
  private final Lexicon lexicon;
  private final Schema schema;
  private final Kinds kinds;
  private final ModalityJudge modality;

  PatternMatcher(List<Pattern> patterns, Lexicon lexicon, Schema schema, ModalityJudge modality) {
    this.patterns = List.copyOf(patterns);
    this.lexicon = lexicon;
    this.schema = schema;
    this.kinds = new Kinds(schema);
    this.modality = modality;
  }

  /** A run of tokens that a pattern looks for; {@code head} governs it. */
  private record Match(int begin, int end, int head) {}

  /** The fillers of a role, by the pattern's name for it. */
  private record Fillers(Map<String, List<Value>> values, Map<EntityKey, Entity> newEntities) {
    List<Value> of(String role) {
      return values.getOrDefault(role, List.of());
    }
  }

  /** Everything that the patterns say of one sentence. */
  Found match(ParsedSentence sentence, Resolution resolution, String text) {
    List<Fact> facts = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    Map<EntityKey, Entity> entities = new LinkedHashMap<>();
    for (Pattern pattern : patterns) {
      for (Match match : matches(sentence, resolution, pattern.trigger())) {
        Judgement judgement = judge(pattern, sentence, resolution, match);
        if (pattern.state() && (judgement.former() || isOver(sentence, match, pattern.trigger()))) {
          continue;
        }
        Fillers fillers = fill(pattern, sentence, match, resolution, text);
        Evidence evidence =
            new Evidence(
                sentence.sentence().span(),
                "pattern/" + pattern.name(),
                pattern.confidence(),
                judgement.modality(),
                judgement.attributedTo());
        int before = facts.size() + events.size();
        pattern.facts().forEach(t -> state(t, pattern, fillers, evidence, resolution, facts));
        pattern.event().ifPresent(t -> build(t, fillers, evidence, events));
        if (facts.size() + events.size() > before) {
          pattern
              .event()
              .flatMap(EventTemplate::each)
              .ifPresent(
                  each ->
                      gapped(
                          pattern, each, sentence, match, resolution, fillers, evidence, events));
        }
        if (facts.size() + events.size() > before) {
          entities.putAll(fillers.newEntities());
        }
      }
    }
    return new Found(facts, events, List.copyOf(entities.values()));
  }

  private Judgement judge(
      Pattern pattern, ParsedSentence sentence, Resolution resolution, Match match) {
    boolean predicate =
        Phrases.children(sentence, match.head(), "cop").findAny().isPresent()
            || Phrases.is(sentence, match.head(), "xcomp");
    boolean argument =
        switch (Phrases.base(sentence.parse().relation(match.head()))) {
          case "obj", "iobj", "obl", "root" -> !identifies(sentence, resolution, match);
          default -> false;
        };
    boolean presupposed =
        switch (pattern.trigger()) {
          case Trigger.OfVerb verb -> false;
          case Trigger.OfNoun noun -> pattern.event().isEmpty() && !predicate && !argument;
          case Trigger.OfTitle title -> !predicate;
          case Trigger.OfEntity entity -> true;
        };
    return presupposed
        ? modality.presupposed(
            sentence, match.begin() == match.head() ? match.head() : match.begin())
        : modality.judge(sentence, new EntityFinder(resolution, lexicon, kinds), match.head());
  }

  /** Whether a noun only says who a name is: "Acme's rival Borel", "its rival, Borel". */
  private static boolean identifies(ParsedSentence sentence, Resolution resolution, Match match) {
    return Phrases.children(sentence, match.head(), "appos").findAny().isPresent()
        || match.end() < sentence.size()
            && resolution
                .mentionAt(sentence.sentence().index(), match.end())
                .filter(m -> m.begin() == match.end())
                .isPresent();
  }

  private List<Match> matches(ParsedSentence sentence, Resolution resolution, Trigger trigger) {
    return switch (trigger) {
      case Trigger.OfVerb(Set<String> lemmas) ->
          IntStream.range(0, sentence.size())
              .filter(i -> sentence.token(i).tag().equals("VERB"))
              .filter(i -> lemmas.contains(Phrases.lemma(sentence, i)))
              .filter(i -> !isInName(sentence, resolution, i))
              .mapToObj(i -> new Match(i, i + 1, i))
              .toList();
      case Trigger.OfNoun(Set<String> lemmas) ->
          IntStream.range(0, sentence.size())
              .filter(i -> sentence.token(i).tag().equals("NOUN"))
              .filter(i -> !isInName(sentence, resolution, i))
              .boxed()
              .flatMap(i -> nouns(sentence, i, lemmas).stream())
              .toList();
      case Trigger.OfTitle(Set<Trigger.Lexical> titles) -> titles(sentence, titles);
      case Trigger.OfEntity(Set<Term> classes) ->
          resolution.mentions(sentence.sentence().index()).stream()
              .filter(m -> m.form() == Mention.Form.NAME)
              .filter(m -> isOne(resolution.entity(resolution.referent(m)), classes))
              .map(m -> new Match(m.begin(), m.end(), m.head()))
              .toList();
    };
  }

  /** "Designated" in "Specially Designated Nationals" tells of no designation. */
  private static boolean isInName(ParsedSentence sentence, Resolution resolution, int token) {
    return resolution
        .mentionAt(sentence.sentence().index(), token)
        .filter(m -> m.form() == Mention.Form.NAME)
        .isPresent();
  }

  /** A noun of one word or several, "parent company", that ends at a token; the longest counts. */
  private static Optional<Match> nouns(ParsedSentence sentence, int last, Set<String> lemmas) {
    String words = sentence.token(last).lemma();
    Optional<Match> found =
        lemmas.contains(words) ? Optional.of(new Match(last, last + 1, last)) : Optional.empty();
    for (int begin = last - 1; begin >= Math.max(0, last - 2); begin--) {
      words = sentence.token(begin).lemma() + " " + words;
      if (lemmas.contains(words)) {
        found = Optional.of(new Match(begin, last + 1, last));
      }
    }
    return found;
  }

  /** The longest job titles of the given kinds; a shorter one within a longer is none. */
  private List<Match> titles(ParsedSentence sentence, Set<Trigger.Lexical> wanted) {
    List<Match> found = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      int next = at + 1;
      for (int end = Math.min(sentence.size(), at + lexicon.longestTitle()); end > at; end--) {
        Optional<Lexicon.TitleKind> kind =
            sentence.token(end - 1).tag().equals("VERB")
                ? Optional.empty()
                : lexicon.title(words(sentence, at, end));
        if (kind.isPresent()) {
          String name = kind.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
          if (wanted.contains(new Trigger.Lexical(name))) {
            found.add(new Match(at, end, end - 1));
          }
          next = end;
          break;
        }
      }
      at = next;
    }
    return found;
  }

  private static String words(ParsedSentence sentence, int begin, int end) {
    return IntStream.range(begin, end)
        .mapToObj(i -> sentence.token(i).text())
        .collect(Collectors.joining(" "));
  }

  /** Whether a past tense ends the state that a pattern tells. */
  private static boolean isOver(ParsedSentence sentence, Match match, Trigger trigger) {
    int head = match.head();
    boolean wasCopula =
        Phrases.children(sentence, head, "cop")
            .anyMatch(c -> sentence.token(c).text().toLowerCase(Locale.ROOT).matches("was|were"));
    if (wasCopula) {
      return true;
    }
    if (!(trigger instanceof Trigger.OfVerb)) {
      return false;
    }
    boolean auxiliary = Phrases.children(sentence, head, "aux").findAny().isPresent();
    boolean pastAuxiliary =
        Phrases.children(sentence, head, "aux")
            .anyMatch(
                c -> sentence.token(c).text().toLowerCase(Locale.ROOT).matches("was|were|had"));
    if (Phrases.is(sentence, head, "ccomp")) {
      // "They allege that he owned it": the tense follows that of the telling.
      return false;
    }
    boolean past = Grammar.isParticiple(sentence, head) && !Grammar.isPassive(sentence, head);
    return pastAuxiliary || past && !auxiliary;
  }

  private Fillers fill(
      Pattern pattern, ParsedSentence sentence, Match match, Resolution resolution, String text) {
    Map<String, List<Value>> values = new LinkedHashMap<>();
    Map<EntityKey, Entity> newEntities = new LinkedHashMap<>();
    pattern
        .roles()
        .forEach(
            (name, role) -> {
              for (Path path : role.paths()) {
                List<Value> found =
                    follow(path, role, sentence, match, resolution, text, newEntities);
                if (!found.isEmpty()) {
                  values.put(name, found);
                  break;
                }
              }
            });
    return new Fillers(values, newEntities);
  }

  private List<Value> follow(
      Path path,
      Role role,
      ParsedSentence sentence,
      Match match,
      Resolution resolution,
      String text,
      Map<EntityKey, Entity> newEntities) {
    if (role.filler() instanceof Filler.OfTitle) {
      return List.of(
          new Value.OfText(
              sentence
                  .span(titleBegin(sentence, match), titleEnd(sentence, match.head()))
                  .of(text)));
    }
    Step first = path.steps().getFirst();
    if (first.relation().equals("time") || first.relation().equals("moment")) {
      return List.copyOf(Grammar.dates(sentence, match.head(), first.relation().equals("moment")));
    }
    if (first.relation().equals("namesake")) {
      return namesake(sentence, match, role, resolution);
    }
    List<Integer> tokens =
        path.steps().size() == 1 ? adjacent(first, sentence, match, resolution) : List.of();
    if (tokens.isEmpty()) {
      tokens = List.of(match.head());
      if (first.relation().equals("self") && isAnaphor(sentence, match, resolution)) {
        // "the president" refers to someone; it does not say that he is one.
        return List.of();
      }
      for (Step step : path.steps()) {
        tokens =
            tokens.stream()
                .flatMap(t -> Grammar.follow(sentence, t, step).stream())
                .distinct()
                .toList();
      }
    }
    Set<Value> found = new LinkedHashSet<>();
    for (int token : tokens) {
      if (role.except().contains(sentence.token(token).lemma())) {
        continue;
      }
      value(token, role, sentence, match, resolution, text, newEntities).ifPresent(found::add);
      boolean single =
          role.filler() instanceof Filler.OfText
              || role.filler() instanceof Filler.OfPhrase
              || role.filler() instanceof Filler.OfValue;
      if (single && !found.isEmpty()) {
        // Words take in those coordinated with them; a second amount is another's.
        break;
      }
    }
    return List.copyOf(found);
  }

  private static boolean isAnaphor(ParsedSentence sentence, Match match, Resolution resolution) {
    return resolution
        .mentionAt(sentence.sentence().index(), match.head())
        .filter(m -> m.form() == Mention.Form.NOMINAL)
        .isPresent();
  }

  /** Where a title begins with the nouns that belong to it: "property developer". */
  private static int titleBegin(ParsedSentence sentence, Match match) {
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
  private static int titleEnd(ParsedSentence sentence, int head) {
    return Phrases.children(sentence, head, "nmod")
        .filter(c -> c == head + 2 && Phrases.preposition(sentence, c).equals("of"))
        .filter(c -> Character.isLowerCase(sentence.token(c).text().charAt(0)))
        .map(c -> c + 1)
        .findFirst()
        .orElse(head + 1);
  }

  /** The entity whose whole name the matched name begins with: Boeing for "Boeing 737". */
  private List<Value> namesake(
      ParsedSentence sentence, Match match, Role role, Resolution resolution) {
    String name =
        resolution
            .mentionAt(sentence.sentence().index(), match.head())
            .map(Mention::name)
            .orElse("");
    return resolution.entities().values().stream()
        .filter(
            e -> role.filler() instanceof Filler.OfClass(Set<Term> classes) && isOne(e, classes))
        .filter(
            e ->
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(e.key().name()), e.aliases().stream())
                    .anyMatch(n -> name.startsWith(n + " ") || name.startsWith(n + "-")))
        .map(e -> (Value) new Value.OfEntity(e.key()))
        .limit(1)
        .toList();
  }

  /**
   * Names that stand right before or behind a title: "Acme's chief executive Jane Roe". Titles and
   * names are strung together in ways that parsers tell apart badly, while the order of the words
   * is fixed.
   */
  private List<Integer> adjacent(
      Step step, ParsedSentence sentence, Match match, Resolution resolution) {
    int index = sentence.sentence().index();
    if (step.relation().equals("self")) {
      return resolution
          .mentionAt(index, Math.min(match.end(), sentence.size() - 1))
          .filter(m -> m.begin() == match.end() && m.form() == Mention.Form.NAME)
          .map(m -> List.of(m.head()))
          .orElse(List.of());
    }
    if (step.relation().equals("owner") && match.begin() > 0) {
      int before = match.begin() - 1;
      while (before > 0
          && resolution.mentionAt(index, before).isEmpty()
          && (sentence.token(before).text().matches("'s|’s|'|’")
              || sentence.token(before).tag().equals("ADJ"))) {
        before--;
      }
      int at = before;
      return resolution
          .mentionAt(index, at)
          .filter(m -> m.end() == at + 1)
          .map(m -> List.of(m.head()))
          .orElse(List.of());
    }
    return List.of();
  }

  private Optional<Value> value(
      int token,
      Role role,
      ParsedSentence sentence,
      Match match,
      Resolution resolution,
      String text,
      Map<EntityKey, Entity> newEntities) {
    EntityFinder entities = new EntityFinder(resolution, lexicon, kinds);
    return switch (role.filler()) {
      case Filler.OfClass(Set<Term> classes) ->
          entities
              .find(sentence, token, key -> isOne(resolution.entity(key), classes))
              .or(() -> unnamed(token, classes, sentence, resolution, text, newEntities))
              .map(Value.OfEntity::new);
      case Filler.OfThing(Term fallback) ->
          entities
              .find(sentence, token, key -> isThing(resolution.entity(key), fallback))
              .or(
                  () ->
                      entities.find(sentence, token, key -> true).isPresent()
                          ? Optional.empty()
                          : thing(token, fallback, sentence, text, newEntities))
              .map(Value.OfEntity::new);
      case Filler.OfValue(ValueKind kind) -> amount(token, kind, role.sign(), sentence);
      case Filler.OfText() -> phrase(token, sentence, match).map(s -> new Value.OfText(s.of(text)));
      case Filler.OfPhrase() ->
          sentence.token(token).tag().equals("VERB")
              ? Optional.empty()
              : Optional.of(
                  new Value.OfText(
                      sentence
                          .span(phraseStart(sentence, token), titleEnd(sentence, token))
                          .of(text)));
      case Filler.OfTitle() -> Optional.empty();
    };
  }

  /** Who has no name but is known by another's: "Google's parent company". */
  private Optional<EntityKey> unnamed(
      int token,
      Set<Term> classes,
      ParsedSentence sentence,
      Resolution resolution,
      String text,
      Map<EntityKey, Entity> newEntities) {
    int begin = Phrases.phraseBegin(sentence, token);
    String phrase = sentence.span(begin, token + 1).of(text);
    Optional<Mention> owner =
        resolution
            .mentionAt(sentence.sentence().index(), begin)
            .filter(m -> m.form() == Mention.Form.NAME);
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
            new java.util.TreeSet<>(Set.of(type)),
            new java.util.TreeSet<>(),
            List.of(sentence.span(begin, token + 1))));
    return Optional.of(key);
  }

  private boolean isThing(Entity entity, Term fallback) {
    return fallback.equals(PRODUCT)
        ? entity.types().stream().anyMatch(t -> isGoods(t) || kinds.of(t) == EntityKey.Kind.THING)
        : isOne(entity, Set.of(fallback));
  }

  private boolean isGoods(Term type) {
    return schema.isA(type, PRODUCT) || schema.isA(type, Term.of("schema:SoftwareApplication"));
  }

  private boolean isOne(Entity entity, Set<Term> classes) {
    return entity.types().stream().anyMatch(t -> classes.stream().anyMatch(c -> schema.isA(t, c)));
  }

  /** A noun phrase as an entity of its own: "advanced chips". */
  private Optional<EntityKey> thing(
      int token,
      Term fallback,
      ParsedSentence sentence,
      String text,
      Map<EntityKey, Entity> newEntities) {
    if (!sentence.token(token).tag().equals("NOUN") || sentence.valueAt(token).isPresent()) {
      return Optional.empty();
    }
    int begin = Phrases.phraseBegin(sentence, token);
    while (begin < token && sentence.token(begin).tag().matches("DET|PRON")) {
      begin++;
    }
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
    String name = sentence.span(begin, token + 1).of(text).replaceAll("[\\s\\u00a0]+", " ");
    EntityKey key = new EntityKey(kinds.of(type), name);
    newEntities.putIfAbsent(
        key,
        new Entity(
            key,
            new java.util.TreeSet<>(Set.of(type)),
            new java.util.TreeSet<>(),
            List.of(sentence.span(begin, token + 1))));
    return Optional.of(key);
  }

  /** Where a noun phrase begins, its article or "its" left out. */
  private static int phraseStart(ParsedSentence sentence, int noun) {
    int begin = Phrases.phraseBegin(sentence, noun);
    while (begin < noun && sentence.token(begin).tag().matches("DET|PRON")) {
      begin++;
    }
    return begin;
  }

  private static Optional<Value> amount(
      int token, ValueKind kind, int sign, ParsedSentence sentence) {
    return IntStream.concat(IntStream.of(token), sentence.parse().children(token))
        .mapToObj(sentence::valueAt)
        .flatMap(Optional::stream)
        .map(ValueMention::value)
        .flatMap(v -> signed(v, kind, sign).stream())
        .findFirst();
  }

  private static Optional<Value> signed(Value value, ValueKind kind, int sign) {
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
  private static Optional<org.newsgraph.article.Span> phrase(
      int token, ParsedSentence sentence, Match match) {
    int[] below =
        IntStream.range(0, sentence.size())
            .filter(i -> Phrases.isBelow(sentence, i, token))
            .filter(i -> i > match.head())
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

  private void state(
      FactTemplate template,
      Pattern pattern,
      Fillers fillers,
      Evidence evidence,
      Resolution resolution,
      List<Fact> facts) {
    for (Value subject : fillers.of(template.subject())) {
      for (Value object : fillers.of(template.object())) {
        if (subject instanceof Value.OfEntity(EntityKey key) && !subject.equals(object)) {
          Fact fact = new Fact(key, template.property(), object, List.of(evidence));
          if (fits(fact, fillers, resolution)) {
            facts.add(fact);
          }
        }
      }
    }
  }

  /** Whether domain and range of the property admit the fact. */
  private boolean fits(Fact fact, Fillers fillers, Resolution resolution) {
    Schema.Property property = schema.property(fact.property());
    return schema.admitsSubject(property, types(fact.subject(), fillers, resolution))
        && (!(fact.object() instanceof Value.OfEntity(EntityKey object))
            || schema.admitsObject(property, types(object, fillers, resolution)));
  }

  private static Set<Term> types(EntityKey key, Fillers fillers, Resolution resolution) {
    Entity added = fillers.newEntities().get(key);
    return added != null ? added.types() : resolution.entity(key).types();
  }

  private static void build(
      EventTemplate template, Fillers fillers, Evidence evidence, List<Event> events) {
    boolean complete = template.required().stream().noneMatch(r -> fillers.of(r).isEmpty());
    boolean any =
        template.anyOf().isEmpty()
            || template.anyOf().stream().anyMatch(r -> !fillers.of(r).isEmpty());
    if (!complete || !any) {
      return;
    }
    List<Value> each = template.each().map(fillers::of).orElse(List.of());
    if (each.size() < 2) {
      add(template, fillers.values(), evidence, events);
      return;
    }
    for (Value filler : each) {
      Map<String, List<Value>> one = new LinkedHashMap<>(fillers.values());
      one.put(template.each().orElseThrow(), List.of(filler));
      add(template, one, evidence, events);
    }
  }

  /**
   * Events in a row that leave their verb out: a name and its figure side by side behind a comma or
   * "and".
   */
  private void gapped(
      Pattern pattern,
      String each,
      ParsedSentence sentence,
      Match match,
      Resolution resolution,
      Fillers first,
      Evidence evidence,
      List<Event> events) {
    Role subject = role(pattern, each);
    for (Mention mention : resolution.mentions(sentence.sentence().index())) {
      if (mention.begin() <= match.end()
          || mention.end() >= sentence.size()
          || !sentence.token(mention.begin() - 1).text().matches("and|,")
          || hasVerb(sentence, match.end(), mention.begin())
          || !(subject.filler() instanceof Filler.OfClass(Set<Term> classes))
          || !isOne(resolution.entity(resolution.referent(mention)), classes)) {
        continue;
      }
      Map<String, List<Value>> fillers = new LinkedHashMap<>();
      fillers.put(each, List.of(new Value.OfEntity(resolution.referent(mention))));
      pattern
          .roles()
          .forEach(
              (name, role) -> {
                if (role.filler() instanceof Filler.OfValue(ValueKind kind)
                    && kind == ValueKind.DATE) {
                  fillers.put(name, first.of(name));
                } else if (role.filler() instanceof Filler.OfValue(ValueKind kind)) {
                  beside(sentence, mention.end(), kind, role.sign())
                      .ifPresent(v -> fillers.put(name, List.of(v)));
                }
              });
      build(pattern.event().orElseThrow(), new Fillers(fillers, Map.of()), evidence, events);
    }
  }

  private static Role role(Pattern pattern, String name) {
    Role role = pattern.roles().get(name);
    if (role == null) {
      throw new IllegalArgumentException("pattern " + pattern.name() + " has no role " + name);
    }
    return role;
  }

  private static boolean hasVerb(ParsedSentence sentence, int begin, int end) {
    return IntStream.range(begin, end).anyMatch(i -> sentence.token(i).tag().equals("VERB"));
  }

  /** The amount that begins at a token, words such as "about" and "its shares" between left out. */
  private static Optional<Value> beside(
      ParsedSentence sentence, int token, ValueKind kind, int sign) {
    return IntStream.range(token, Math.min(sentence.size(), token + 3))
        .takeWhile(i -> i == token || !sentence.token(i - 1).text().matches("and|,|while"))
        .mapToObj(sentence::valueAt)
        .flatMap(Optional::stream)
        .flatMap(v -> signed(v.value(), kind, sign).stream())
        .findFirst();
  }

  private static void add(
      EventTemplate template,
      Map<String, List<Value>> fillers,
      Evidence evidence,
      List<Event> events) {
    List<Event.Role> roles = new ArrayList<>();
    Set<Value> used = new LinkedHashSet<>();
    template
        .roles()
        .forEach(
            (name, property) ->
                fillers
                    .getOrDefault(name, List.of())
                    .forEach(
                        v -> {
                          if (used.add(v) || !(v instanceof Value.OfEntity)) {
                            roles.add(new Event.Role(property, v));
                          }
                        }));
    if (template.required().stream()
        .filter(template.roles()::containsKey)
        .allMatch(
            r ->
                roles.stream().anyMatch(role -> role.property().equals(template.roles().get(r))))) {
      events.add(new Event(template.type(), roles, List.of(evidence)));
    }
  }
}
