package org.newsgraph.corpus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.corpus.Finding.Kind;
import org.newsgraph.corpus.Finding.Outcome;
import org.newsgraph.fact.ArticleGraph;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

/**
 * How an extractor did on a list of snippets.
 *
 * @param findings every judgement, in the order of the corpus
 */
record CorpusScore(List<Finding> findings) {

  CorpusScore {
    findings = List.copyOf(findings);
  }

  /** Runs the extractor on every snippet and judges what it gives. */
  static CorpusScore of(List<CorpusItem> items, Function<CorpusItem, ArticleGraph> extractor) {
    return new CorpusScore(
        items.stream()
            .flatMap(
                item -> {
                  ArticleGraph graph = extractor.apply(item);
                  return Stream.concat(
                      FactScorer.findings(item, graph).stream(),
                      EventScorer.findings(item, graph).stream());
                })
            .toList());
  }

  /** Facts or events, roles or speakers, of every modality. */
  Tally tally(Kind kind) {
    return tally(finding -> finding.kind() == kind);
  }

  /** Facts and events together, of every modality. */
  Tally total() {
    return tally(CorpusScore::factOrEvent);
  }

  /** Facts and events that are written as plain triples, or ought to be: the figure to keep. */
  Tally plain() {
    return tally(finding -> factOrEvent(finding) && finding.plain());
  }

  /**
   * The share of predictions with the right modality among those that are right or acceptable in
   * all else, from 0 to 1; 1 where there are none.
   */
  double modalityAccuracy() {
    Map<Outcome, Long> count =
        findings.stream()
            .filter(CorpusScore::factOrEvent)
            .collect(Collectors.groupingBy(Finding::outcome, Collectors.counting()));
    long right = count.getOrDefault(Outcome.RIGHT, 0L) + count.getOrDefault(Outcome.ACCEPTED, 0L);
    long all = right + count.getOrDefault(Outcome.WRONG_MODALITY, 0L);
    return all == 0 ? 1 : (double) right / all;
  }

  /** Facts and events by property or class. */
  Map<String, Tally> byLabel() {
    return group(finding -> Stream.of(finding.label().toString()));
  }

  /** Facts and events by tag of their snippet. */
  Map<String, Tally> byTag() {
    return group(finding -> finding.tags().stream());
  }

  /** Events by class. */
  Map<Term, Tally> byClass() {
    Map<Term, Tally> classes = new TreeMap<>();
    findings.stream()
        .filter(finding -> finding.kind() == Kind.EVENT)
        .map(Finding::label)
        .distinct()
        .forEach(type -> classes.put(type, tally(f -> is(f, Kind.EVENT, type))));
    return classes;
  }

  /** The roles of right events of a class. */
  Map<Term, Tally> byRole(Term type) {
    Map<Term, Tally> roles = new TreeMap<>();
    findings.stream()
        .filter(finding -> finding.event().filter(type::equals).isPresent())
        .map(Finding::label)
        .distinct()
        .forEach(
            role ->
                roles.put(
                    role,
                    tally(
                        f ->
                            is(f, Kind.ROLE, role) && f.event().filter(type::equals).isPresent())));
    return roles;
  }

  /** Facts and events by the modality that they are given in, or ought to be. */
  Map<Modality, Tally> byModality() {
    Map<Modality, Tally> modalities = new EnumMap<>(Modality.class);
    for (Modality modality : Modality.values()) {
      modalities.put(modality, tally(f -> factOrEvent(f) && f.modality() == modality));
    }
    return modalities;
  }

  /**
   * How many facts and events that are right or acceptable in all else, of which {@code expected}
   * was expected, are given in the modality {@code given}.
   */
  long confused(Modality expected, Modality given) {
    return findings.stream()
        .filter(CorpusScore::factOrEvent)
        .filter(f -> f.modality() == given && f.expected().filter(expected::equals).isPresent())
        .count();
  }

  /** How many required facts and events were not given in the modality expected. */
  long unmet(Modality expected) {
    return misses().stream().filter(f -> factOrEvent(f) && f.modality() == expected).count();
  }

  /** The modality that an expectation counts under: asserted if that will do, else the first. */
  static Modality modality(Set<Modality> accepted) {
    return accepted.contains(Modality.ASSERTED) ? Modality.ASSERTED : accepted.iterator().next();
  }

  /** What was predicted and is wrong. */
  List<Finding> surplus() {
    return findings.stream()
        .filter(f -> f.outcome() == Outcome.WRONG || f.outcome() == Outcome.WRONG_MODALITY)
        .toList();
  }

  /** What was required and not predicted. */
  List<Finding> misses() {
    return findings.stream().filter(finding -> finding.outcome() == Outcome.MISSED).toList();
  }

  private Tally tally(Predicate<Finding> which) {
    return Tally.of(findings.stream().filter(which));
  }

  private Map<String, Tally> group(Function<Finding, Stream<String>> keys) {
    Map<String, Tally> groups = new TreeMap<>();
    findings.stream()
        .filter(CorpusScore::factOrEvent)
        .flatMap(keys)
        .distinct()
        .forEach(
            key ->
                groups.put(key, tally(f -> factOrEvent(f) && keys.apply(f).anyMatch(key::equals))));
    return groups;
  }

  private static boolean is(Finding finding, Kind kind, Term label) {
    return finding.kind() == kind && finding.label().equals(label);
  }

  private static boolean factOrEvent(Finding finding) {
    return finding.kind() == Kind.FACT || finding.kind() == Kind.EVENT;
  }
}
