package org.newsgraph.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.article.Span;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Entity;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;
import org.newsgraph.ontology.Vocabulary;

/**
 * Adds to an article's graph what it calls its entities beside their names, such as "the Danish
 * brewer", and names that they had before: what tells them from their namesakes in other articles.
 */
public final class Descriptions {

  private static final Set<Kind> DESCRIBED =
      Set.of(Kind.PERSON, Kind.ORGANIZATION, Kind.PRODUCT, Kind.SOFTWARE);

  /** How far a description reaches, in characters. */
  private static final int REACH = 70;

  private static final Pattern WORDS_BEFORE =
      Pattern.compile("((?:[\\p{L}][\\p{L}'’-]*[ ]){1,5})$");

  private static final Pattern APPOSITION =
      Pattern.compile(
          "^(?:[’']s?)?(?:,? (?:who|which) (?:is|was|had been)| (?:is|was|became)|,(?: \\d{1,3},)?| \\()"
              + " ?(?:now |then |once |formerly )?(?:(?:a|an|the|its|one of the) )?"
              + "((?:[\\p{L}][\\p{L}'’-]*[ ]?){1,7})");

  private static final Pattern STOP =
      Pattern.compile(
          "(?i)\\b(?:said|says|told|by|with|of|in|on|at|for|to|from|and|that|when|after|before|against|who|which|has|had|is|was|were|the|a|an|its|his|her|their|as|between|behind)\\b");

  /** Behind the name of a person. */
  private static final Pattern AGE_BEHIND =
      Pattern.compile(
          "^(?:, (?:aged )?| \\(| who (?:is|was) |, who (?:is|was) |, (?:a|an|the|his|her|their) )(\\d{1,3})(?=[,.;)]|-year-old | years old)");

  private static final Pattern AGE_BEFORE =
      Pattern.compile("(?<![\\d.,])(\\d{1,3})-year-old(?: [\\p{L}'’-]+){0,3} $");

  private static final int OLDEST = 115;

  private static final String NAME =
      "(\\p{Lu}(?:[\\p{L}\\p{N}&'’-]|\\.(?=\\p{L}))*(?: (?:of |for |and |& )?\\p{Lu}(?:[\\p{L}\\p{N}&'’-]|\\.(?=\\p{L}))*){0,5})";

  /** What may stand between a name and the verb, such as ", the law firm,". */
  private static final String APPOSED = "^(?:, (?:a|an|the|its) [^,.;]{1,60},)?";

  /** Behind a name: what its bearer was called before. */
  private static final Pattern FORMERLY =
      Pattern.compile(
          "^(?:,| \\(| -| –| —)? ?(?:which was |which is |who was |a company |a firm )?(?:formerly|previously|once|until recently|until \\d{4}|until last year)"
              + " (?:known as |called |named |trading as )?(?:the )?"
              + NAME);

  private static final Pattern RENAMED_FROM =
      Pattern.compile(
          APPOSED
              + ",? ?(?:which |who )?(?:changed its name from|has changed its name from|took its name in place of|was renamed from|was known as|used to be called|used to be known as|was called|traded as) (?:the )?"
              + NAME
              + "(?! (?:today|now))");

  /** Behind a name: what its bearer is called now. */
  private static final Pattern NOW =
      Pattern.compile(
          APPOSED
              + "(?:,|,? which| \\()? ?(?:has |had |will be |is )?(?:now called|now known as|now named|been renamed|renamed itself|renamed|was renamed|is renamed|changed its name to|will change its name to|changing its name to|is changing its name to|rebranded as|rebranded itself|been rebranded as) (?:as )?(?:the )?"
              + NAME);

  /** Behind a name: what its bearer was called before a marriage. */
  private static final Pattern MAIDEN =
      Pattern.compile(
          "^(?:,? \\(?n[ée]e |[^.;\\p{Lu}]{0,60}\\b(?:maiden|birth|unmarried) name,? (?:of |was |is )?)"
              + NAME);

  /** "who swam as Hanna Lindqvist until she married". */
  private static final Pattern UNTIL_MARRIED =
      Pattern.compile(
          "^,? (?:who|\\() ?[^.;\\p{Lu}]{0,60}\\b(?:as|called|named) "
              + NAME
              + "(?: before (?:her|his) (?:marriage|wedding)| (?:until|before) (?:she|he) (?:was )?married)");

  private final Comparison comparison = new Comparison(new NameForms());

  /**
   * Adds to a graph.
   *
   * @param from the article and its entities
   * @param nodes the IRI of an entity in {@code graph}
   * @param graph the article's; changed
   */
  public void add(ArticleGraph from, Function<EntityKey, Node> nodes, Graph graph) {
    String text = from.article().text();
    for (Entity entity : from.entities()) {
      if (!DESCRIBED.contains(entity.key().kind())) {
        continue;
      }
      Node node = nodes.apply(entity.key());
      List<Span> names =
          entity.mentions().stream()
              .filter(span -> span.end() <= text.length())
              .filter(span -> isName(span.of(text), entity))
              .toList();
      Stream<String> nominals =
          entity.mentions().stream()
              .filter(span -> span.end() <= text.length() && !names.contains(span))
              .map(
                  span -> span.of(text).replaceFirst("^(?i)(?:the|this|that|an?|its|his|her) ", ""))
              .flatMap(words -> telling(words, false, false).stream());
      Stream.concat(names.stream().flatMap(span -> describe(text, span, entity).stream()), nominals)
          .distinct()
          .limit(2)
          .forEach(
              words ->
                  graph.add(node, Vocabulary.DESCRIPTION, NodeFactory.createLiteralString(words)));
      if (entity.key().kind() == Kind.PERSON) {
        from.article()
            .published()
            .flatMap(date -> age(text, names).map(age -> aged(age, date.firstDay().getYear())))
            .ifPresent(
                words ->
                    graph.add(
                        node, Vocabulary.DESCRIPTION, NodeFactory.createLiteralString(words)));
      }
      names.forEach(span -> addFormerNames(text, span, node, entity, from, nodes, graph));
    }
  }

  /** How a description tells an age. */
  private static String aged(int age, int year) {
    return "aged %d in %d".formatted(age, year);
  }

  /** The first age that stands beside one of the names. */
  private static Optional<Integer> age(String text, List<Span> names) {
    return names.stream()
        .sorted(Comparator.comparingInt(Span::begin))
        .flatMap(
            span -> {
              Matcher behind =
                  AGE_BEHIND.matcher(
                      text.substring(span.end(), Math.min(text.length(), span.end() + REACH)));
              Matcher before =
                  AGE_BEFORE.matcher(
                      text.substring(Math.max(0, span.begin() - REACH), span.begin()));
              return Stream.of(behind, before).filter(Matcher::find).map(m -> m.group(1));
            })
        .map(Integer::parseInt)
        .filter(age -> age > 0 && age <= OLDEST)
        .findFirst();
  }

  private static boolean isName(String mention, Entity entity) {
    return Character.isUpperCase(mention.codePointAt(0))
        && (entity.key().name().contains(mention)
            || mention.contains(entity.key().name())
            || entity.aliases().contains(mention));
  }

  private List<String> describe(String text, Span span, Entity entity) {
    List<String> found = new ArrayList<>();
    String before = text.substring(Math.max(0, span.begin() - REACH), span.begin());
    Matcher words = WORDS_BEFORE.matcher(before);
    if (words.find()) {
      String phrase = words.group(1);
      Matcher stop = STOP.matcher(phrase);
      int from = 0;
      while (stop.find()) {
        from = stop.end();
      }
      telling(phrase.substring(from).strip(), true, entity.key().kind() == Kind.PERSON)
          .ifPresent(found::add);
    }
    String after = text.substring(span.end(), Math.min(text.length(), span.end() + REACH));
    Matcher apposition = APPOSITION.matcher(after);
    if (apposition.find()) {
      String phrase = apposition.group(1);
      Matcher stop = STOP.matcher(phrase);
      telling((stop.find() ? phrase.substring(0, stop.start()) : phrase).strip(), false, false)
          .ifPresent(found::add);
    }
    return found;
  }

  /**
   * The part of a phrase from the first word that tells of a country or line of work.
   *
   * @param before whether the name follows it
   * @param title whether its last words may be a title, with capitals
   */
  private Optional<String> telling(String phrase, boolean before, boolean title) {
    String[] words = phrase.split(" ");
    int first = -1;
    int last = -1;
    boolean field = false;
    for (int i = 0; i < words.length; i++) {
      for (int length = Math.min(3, words.length - i); length > 0; length--) {
        List<String> part = List.of(words).subList(i, i + length);
        boolean ofField =
            (title && i + length == words.length
                    || part.stream()
                        .noneMatch(w -> w.isEmpty() || Character.isUpperCase(w.charAt(0))))
                && comparison.isOfField(part);
        boolean ofCountry =
            length == 1
                && !words[i].isEmpty()
                && Character.isUpperCase(words[i].charAt(0))
                && comparison.countryOf(words[i]).isPresent();
        if (ofField || ofCountry) {
          first = first < 0 ? i : first;
          last = Math.max(last, i + length - 1);
          field |= ofField;
        }
      }
    }
    if (first < 0) {
      return Optional.empty();
    }
    // "Northgate's lawyers accused Quillmark" does not call anybody a lawyer.
    boolean calls = before ? last == words.length - 1 || !field : field;
    return calls
        ? Optional.of(String.join(" ", List.of(words).subList(first, last + 1)))
        : Optional.empty();
  }

  private static void addFormerNames(
      String text,
      Span span,
      Node node,
      Entity entity,
      ArticleGraph from,
      Function<EntityKey, Node> nodes,
      Graph graph) {
    String after = text.substring(span.end(), Math.min(text.length(), span.end() + 2 * REACH));
    for (Pattern pattern : List.of(FORMERLY, RENAMED_FROM)) {
      Matcher found = pattern.matcher(after);
      if (found.find()) {
        String name = known(found.group(1), entity, from);
        if (!name.equals(entity.key().name())) {
          graph.add(node, Vocabulary.FORMER_NAME, NodeFactory.createLiteralString(name));
        }
      }
    }
    addMaidenName(after, node, entity, graph);
    Matcher now = NOW.matcher(after);
    if (now.find()) {
      String name = known(now.group(1), entity, from);
      if (from.entities().stream()
          .noneMatch(e -> e.key().kind() == entity.key().kind() && e.key().name().equals(name))) {
        graph.add(node, Vocabulary.ALT_LABEL, NodeFactory.createLiteralString(name));
      }
      from.entities().stream()
          .map(Entity::key)
          .filter(key -> key.kind() == entity.key().kind() && key.name().equals(name))
          .filter(key -> !key.equals(entity.key()))
          .forEach(
              key ->
                  graph.add(
                      nodes.apply(key),
                      Vocabulary.FORMER_NAME,
                      NodeFactory.createLiteralString(entity.key().name())));
    }
  }

  private static void addMaidenName(String after, Node node, Entity entity, Graph graph) {
    String own = entity.key().name();
    if (entity.key().kind() != Kind.PERSON || !own.contains(" ")) {
      return;
    }
    for (Pattern pattern : List.of(MAIDEN, UNTIL_MARRIED)) {
      Matcher found = pattern.matcher(after);
      if (found.find()) {
        String words = found.group(1).replaceAll("[.'’]+$", "");
        String name = words.contains(" ") ? words : own.replaceFirst(" .*", "") + " " + words;
        if (!name.equals(own)) {
          graph.add(node, Vocabulary.FORMER_NAME, NodeFactory.createLiteralString(name));
        }
      }
    }
  }

  /** The canonical name of the entity that the words begin with; else the words. */
  private static String known(String words, Entity of, ArticleGraph from) {
    String name = words.replaceAll("[.'’]+$", "");
    return from.entities().stream()
        .filter(e -> e.key().kind() == of.key().kind())
        .filter(
            e ->
                name.equals(e.key().name())
                    || name.startsWith(e.key().name() + " ")
                    || e.aliases().contains(name))
        .map(e -> e.key().name())
        .findFirst()
        .orElse(name);
  }
}
