package org.newsgraph.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.newsgraph.export.WholeFile;
import org.newsgraph.identity.Candidate;
import org.newsgraph.identity.Candidate.Side;
import org.newsgraph.identity.Clue;
import org.newsgraph.identity.Decision;
import org.newsgraph.identity.Decision.Kind;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.identity.NamedIdentity;
import org.newsgraph.query.ArticleIndex;
import org.newsgraph.store.Store;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsgraph resolve}. */
@Command(
    name = "resolve",
    description =
        "Lists entities of different articles that may be one, and takes decisions on them.",
    footer = {
      "",
      "What is one for certain a build joins by itself, what is two it keeps apart; the rest is",
      "listed here with what speaks for and against. ENTITY is an IRI, or a name that one entity",
      "has; N is a number of the list. Decisions are kept in the dataset, hold for articles yet to",
      "come, and can be taken back. docs/identity.md says more.",
      "",
      "Examples:",
      "  newsgraph resolve --loc graph",
      "  newsgraph resolve --ask --loc graph",
      "  newsgraph resolve --accept 1 --loc graph",
      "  newsgraph resolve --reject \"J. Smith\" \"John Smith\" --loc graph",
      "  newsgraph resolve --accept \"Nordic Union\" wd:Q95 --loc graph",
      "  newsgraph resolve --split \"John Smith\" \"A mayor resigns\" --loc graph",
      "  newsgraph resolve --export decisions.tsv --loc graph",
      "  newsgraph resolve --from decisions.tsv --loc graph",
      "  newsgraph resolve --table aliases.csv --loc graph"
    })
final class ResolveCommand implements Callable<Integer> {

  private static final int LISTED = 50;

  private final Session session;

  @Mixin private final Location location = new Location();
  @Mixin private final Verbosity verbosity = new Verbosity();

  @ArgGroup(exclusive = true)
  private Action action = new Action();

  /** What to do; by default to list. */
  static final class Action {
    @Option(
        names = "--accept",
        arity = "1..2",
        paramLabel = "N|ENTITY",
        description =
            "The two are one; the first keeps its IRI. The second may be an identity in Wikidata,"
                + " such as wd:Q95.")
    private List<String> accept = List.of();

    @Option(
        names = "--reject",
        arity = "1..2",
        paramLabel = "N|ENTITY",
        description = "The two are two; parts them where they were joined.")
    private List<String> reject = List.of();

    @Option(
        names = "--split",
        arity = "1..*",
        paramLabel = "ENTITY",
        description =
            "Parts names that were joined; with articles behind it, those speak of a namesake.")
    private List<String> split = List.of();

    @Option(
        names = "--undo",
        arity = "2",
        paramLabel = "ENTITY",
        description = "Takes the decision on the two back.")
    private List<String> undo = List.of();

    @Option(names = "--undo-all", description = "Takes all decisions back.")
    private boolean undoAll;

    @Option(names = "--ask", description = "Asks about one pair after the other: y, n, s, q.")
    private boolean ask;

    @Option(names = "--decided", description = "Lists the decisions.")
    private boolean decided;

    @Option(
        names = "--from",
        paramLabel = "FILE",
        description = "Takes decisions from a csv or tsv file: columns decision, a, b, who, why.")
    private @Nullable String from;

    @Option(
        names = "--export",
        paramLabel = "FILE",
        description = "Writes the decisions, and what is undecided with a ?, as tsv for --from.")
    private @Nullable String export;

    @Option(
        names = "--table",
        paramLabel = "FILE",
        description =
            "Takes names in: csv or tsv with columns name, kind, aliases (parted by |), country,"
                + " wikidata; or RDF with skos:altLabel and skos:exactMatch.")
    private @Nullable String table;
  }

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides; kept with decisions.")
  private String who = "";

  @Option(names = "--because", paramLabel = "TEXT", description = "Why; kept with decisions.")
  private String why = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many pairs to list; by default ${DEFAULT-VALUE}.")
  private int limit = LISTED;

  ResolveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<NamedIdentity> names =
        action.table == null ? List.of() : new IdentityFiles(session).names(action.table);
    List<IdentityFiles.Row> rows =
        action.from == null ? List.of() : new IdentityFiles(session).decisions(action.from);
    if (limit < 1) {
      throw new UsageException("--limit %d; give 1 or more".formatted(limit));
    }
    try (Store store = location.openExisting()) {
      EntityIdentity identity = new EntityIdentity(store);
      identity.requireIndex();
      if (!action.accept.isEmpty()) {
        decide(identity, List.of(pair(identity, Kind.SAME, action.accept)));
      } else if (!action.reject.isEmpty()) {
        decide(identity, List.of(pair(identity, Kind.DIFFERENT, action.reject)));
      } else if (!action.split.isEmpty()) {
        decide(identity, split(store, identity));
      } else if (!action.undo.isEmpty() || action.undoAll) {
        undo(identity);
      } else if (action.from != null) {
        decide(identity, rows.stream().map(row -> decision(identity, row)).toList());
      } else if (action.table != null) {
        int articles = identity.bring(names);
        tell(
            "%s taken in; %s"
                .formatted(
                    Count.of(names.size(), "name", "names"),
                    Count.of(articles, "article uses them", "articles use them")));
      } else if (action.export != null) {
        export(identity, action.export);
      } else if (action.decided) {
        identity.decisions().forEach(this::print);
      } else if (action.ask) {
        ask(identity);
      } else {
        list(identity);
      }
    }
    return ExitStatus.DONE;
  }

  private void tell(String message) {
    if (!verbosity.quiet()) {
      session.tell(message);
    }
  }

  private void decide(EntityIdentity identity, List<Decision> decisions) {
    identity.decide(decisions);
    decisions.forEach(
        d -> tell((d.kind() == Kind.SAME ? "one: " : "two: ") + d.entity() + " and " + d.other()));
    if (decisions.size() != 1) {
      tell(Count.of(decisions.size(), "decision", "decisions") + " taken in");
    }
  }

  private Decision pair(EntityIdentity identity, Kind kind, List<String> named) {
    if (named.size() == 1) {
      String number = named.getFirst();
      if (!number.matches("[1-9]\\d{0,6}")) {
        throw new UsageException(
            "'%s' and who else? Name two entities, or a number of the list".formatted(number));
      }
      List<Candidate> undecided = identity.undecided();
      if (Integer.parseInt(number) > undecided.size()) {
        throw new UsageException(
            "no pair %s; %s undecided"
                .formatted(number, Count.of(undecided.size(), "pair is", "pairs are")));
      }
      Candidate candidate = undecided.get(Integer.parseInt(number) - 1);
      return Decision.of(kind, candidate.one().iri(), candidate.other().iri(), who, why);
    }
    return decision(
        identity,
        new IdentityFiles.Row(
            kind == Kind.SAME, named.getFirst(), named.getLast(), who, why, new TreeSet<>(), ""));
  }

  private Decision decision(EntityIdentity identity, IdentityFiles.Row row) {
    String place = row.place().isEmpty() ? "" : row.place() + ": ";
    String one = entity(identity, row.one(), place);
    String other = entity(identity, row.other(), place);
    if (one.startsWith(Decision.WIKIDATA)) {
      throw new UsageException(place + "name the dataset's entity first, Wikidata's second");
    }
    if (one.equals(other)) {
      throw new UsageException(
          "%s<%s> twice; name two entities, or part it with --split".formatted(place, one));
    }
    return new Decision(
        row.same() ? Kind.SAME : Kind.DIFFERENT,
        one,
        other,
        row.articles(),
        row.who().isEmpty() ? who : row.who(),
        row.why().isEmpty() ? why : row.why());
  }

  private static String entity(EntityIdentity identity, String named, String place) {
    String iri = IdentityFiles.iri(named.strip());
    if (iri.matches("[a-z][a-z0-9+.-]*:\\S+")) {
      return iri;
    }
    List<String> found = identity.named(named);
    if (found.isEmpty()) {
      throw new UsageException(
          "%snothing in the dataset is named '%s'; see resolve --loc DIR".formatted(place, named));
    }
    if (found.size() > 1) {
      throw new UsageException(
          "%s'%s' may be any of %s; give the IRI"
              .formatted(place, named, String.join(", ", found)));
    }
    return found.getFirst();
  }

  private List<Decision> split(Store store, EntityIdentity identity) {
    String entity = entity(identity, action.split.getFirst(), "");
    if (action.split.size() == 1) {
      List<Decision> partings =
          identity.partings(entity).stream()
              .map(d -> Decision.of(d.kind(), d.entity(), d.other(), who, why))
              .toList();
      if (partings.isEmpty()) {
        throw new UsageException(
            "all that name <%s> call it the same; name the articles that speak of another behind it"
                .formatted(entity));
      }
      return partings;
    }
    SortedSet<String> named = identity.articles(entity);
    SortedSet<String> articles =
        store.read(
            dataset -> {
              ArticleIndex index = new ArticleIndex(dataset);
              return action.split.stream()
                  .skip(1)
                  .map(name -> index.find(name).iri())
                  .collect(Collectors.toCollection(TreeSet::new));
            });
    for (String article : articles) {
      if (!named.contains(article)) {
        throw new UsageException("<%s> does not name <%s>".formatted(article, entity));
      }
    }
    return List.of(
        new Decision(Kind.DIFFERENT, entity, identity.namesake(entity), articles, who, why));
  }

  private void undo(EntityIdentity identity) {
    List<Decision> all = identity.decisions();
    List<Decision> taken = all;
    if (!action.undoAll) {
      String one = IdentityFiles.iri(action.undo.getFirst());
      String other = IdentityFiles.iri(action.undo.getLast());
      taken = all.stream().filter(d -> isCalled(identity, d, one, other)).toList();
      if (taken.size() != 1) {
        throw new UsageException(
            "%s on '%s' and '%s'; see resolve --decided"
                .formatted(Count.of(taken.size(), "decision is", "decisions are"), one, other));
      }
    }
    identity.undo(taken);
    tell(Count.of(taken.size(), "decision", "decisions") + " taken back");
  }

  /** After a join the name of the one that went leads to the other, so IRIs' ends count too. */
  private static boolean isCalled(
      EntityIdentity identity, Decision decision, String one, String other) {
    return decision.isOn(one, other)
        || is(identity, decision.entity(), one) && is(identity, decision.other(), other)
        || is(identity, decision.entity(), other) && is(identity, decision.other(), one);
  }

  private static boolean is(EntityIdentity identity, String iri, String named) {
    return iri.equals(named)
        || iri.endsWith("/" + named.replace(' ', '_'))
        || identity.side(iri).filter(side -> side.label().equals(named)).isPresent();
  }

  private void print(Decision decision) {
    session
        .out()
        .println(
            Stream.of(
                    decision.kind().name().toLowerCase(Locale.ROOT),
                    decision.entity(),
                    decision.other(),
                    IdentityFiles.cell(decision.who()),
                    IdentityFiles.cell(decision.why()),
                    String.join(" ", decision.articles()))
                .collect(Collectors.joining("\t")));
  }

  private void list(EntityIdentity identity) {
    List<Candidate> undecided = identity.undecided();
    for (int i = 0; i < Math.min(limit, undecided.size()); i++) {
      print(i + 1, undecided.get(i), session.out());
    }
    tell(
        "%s undecided%s"
            .formatted(
                Count.of(undecided.size(), "pair", "pairs"),
                undecided.size() > limit ? ", the first %d listed".formatted(limit) : ""));
  }

  private void print(int number, Candidate candidate, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%d. %s and %s: one with a probability of %.2f%n",
        number,
        candidate.one().label(),
        candidate.other().label(),
        candidate.likeness().probability());
    for (Clue clue : candidate.likeness().clues()) {
      out.printf("   %s %s%n", clue.weight() >= 0 ? "+" : "-", clue.words());
    }
    print(candidate.one(), out);
    print(candidate.other(), out);
    out.println();
  }

  private static void print(Side side, PrintStream out) {
    out.printf("   <%s>%n", side.iri());
    out.printf(
        "     %s%s%n",
        Count.of(side.articles(), "article", "articles"),
        side.descriptions().isEmpty() ? "" : "; " + String.join(", ", side.descriptions()));
    side.passages()
        .forEach(
            p ->
                out.printf(
                    "     %s%s%n",
                    p.title(), p.sentence().isEmpty() ? "" : ": \"" + p.sentence() + "\""));
  }

  private void ask(EntityIdentity identity) throws IOException {
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
    List<Candidate> undecided = identity.undecided();
    int number = 0;
    int taken = 0;
    for (Candidate candidate : undecided) {
      number++;
      print(number, candidate, session.err());
      String answer = "";
      while (!List.of("y", "n", "s", "q").contains(answer)) {
        session.err().print("One and the same? y(es), n(o), s(kip), q(uit): ");
        session.err().flush();
        String line = answers.readLine();
        answer = line == null ? "q" : line.strip().toLowerCase(Locale.ROOT);
        answer = answer.isEmpty() ? answer : answer.substring(0, 1);
      }
      if (answer.equals("q")) {
        break;
      }
      if (!answer.equals("s")) {
        identity.decide(
            List.of(
                Decision.of(
                    answer.equals("y") ? Kind.SAME : Kind.DIFFERENT,
                    candidate.one().iri(),
                    candidate.other().iri(),
                    who,
                    why)));
        taken++;
      }
    }
    tell("%s of %s taken".formatted(Count.of(taken, "decision", "decisions"), undecided.size()));
  }

  private void export(EntityIdentity identity, String file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("decision\ta\tb\twho\twhy\tarticles\tprobability\tevidence");
    for (Decision d : identity.decisions()) {
      lines.add(
          String.join(
              "\t",
              d.kind().name().toLowerCase(Locale.ROOT),
              d.entity(),
              d.other(),
              IdentityFiles.cell(d.who()),
              IdentityFiles.cell(d.why()),
              String.join(" ", d.articles()),
              "",
              ""));
    }
    for (Candidate c : identity.undecided()) {
      lines.add(
          String.join(
              "\t",
              "?",
              c.one().iri(),
              c.other().iri(),
              "",
              "",
              "",
              String.format(Locale.ROOT, "%.2f", c.likeness().probability()),
              IdentityFiles.cell(
                  c.likeness().clues().stream()
                      .map(clue -> (clue.weight() >= 0 ? "+ " : "- ") + clue.words())
                      .collect(Collectors.joining("; ")))));
    }
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    if (file.equals("-")) {
      session.out().write(bytes, 0, bytes.length);
    } else {
      WholeFile.write(Path.of(file), out -> out.write(bytes));
    }
  }
}
