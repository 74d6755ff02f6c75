package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.Report.Column;
import org.newsgraph.evaluate.Report.Row;
import org.newsgraph.evaluate.Report.Table;
import org.newsgraph.extract.ReadArticle.Kind;

/** Adds up, over documents, how mentions were found, typed and put together. */
final class MentionScores {

  private static final String TYPED = "all, with type";
  private static final String UNTYPED = "all, words alone";

  /**
   * A mention as found.
   *
   * @param type as the set names types
   * @param cluster mentions of one thing share this
   */
  record Found(Span span, Kind kind, String type, int cluster) {}

  private final Map<String, Counts> byType = new TreeMap<>();
  private final Map<String, Counts> byKind = new TreeMap<>();
  private Counts typed = Counts.NONE;
  private Counts untyped = Counts.NONE;
  private Coreference all = Coreference.NONE;
  private Coreference several = Coreference.NONE;

  /** Adds the mentions of a document to the counts by type and kind. */
  void addMentions(List<GoldMention> expected, List<Found> found, String text) {
    List<Integer> matched = match(expected, found, text);
    boolean[] met = new boolean[expected.size()];
    for (int f = 0; f < found.size(); f++) {
      int e = matched.get(f);
      boolean hit = e != MentionMatching.NONE;
      boolean sameType = hit && expected.get(e).type().equals(found.get(f).type());
      if (sameType) {
        met[e] = true;
      }
      count(byType, found.get(f).type(), sameType ? Counts.HIT : Counts.FALSE_ALARM);
      typed = typed.plus(sameType ? Counts.HIT : Counts.FALSE_ALARM);
      untyped = untyped.plus(hit ? Counts.HIT : Counts.FALSE_ALARM);
      count(
          byKind,
          name(hit ? expected.get(e).kind() : found.get(f).kind()),
          hit ? Counts.HIT : Counts.FALSE_ALARM);
    }
    for (int e = 0; e < expected.size(); e++) {
      if (!met[e]) {
        count(byType, expected.get(e).type(), Counts.MISS);
        typed = typed.plus(Counts.MISS);
      }
      if (!matched.contains(e)) {
        count(byKind, name(expected.get(e).kind()), Counts.MISS);
        untyped = untyped.plus(Counts.MISS);
      }
    }
  }

  /** Adds the clusters of a document to the coreference. */
  void addClusters(List<GoldMention> expected, List<Found> found, String text) {
    List<Integer> numbers = new ArrayList<>(match(expected, found, text));
    for (int f = 0; f < found.size(); f++) {
      if (numbers.get(f) == MentionMatching.NONE) {
        numbers.set(f, expected.size() + f);
      }
    }
    List<Integer> places = new ArrayList<>();
    for (int e = 0; e < expected.size(); e++) {
      places.add(e);
    }
    List<String> entities = expected.stream().map(GoldMention::entity).toList();
    List<Integer> clusters = found.stream().map(Found::cluster).toList();
    all = all.plus(compared(entities, places, clusters, numbers, 1));
    several = several.plus(compared(entities, places, clusters, numbers, 2));
  }

  private static Coreference compared(
      List<String> entities,
      List<Integer> places,
      List<Integer> clusters,
      List<Integer> numbers,
      int least) {
    return Coreference.of(
        Coreference.clusters(entities, places, least),
        Coreference.clusters(clusters, numbers, least));
  }

  private static List<Integer> match(List<GoldMention> expected, List<Found> found, String text) {
    return MentionMatching.match(expected, found.stream().map(Found::span).toList(), text);
  }

  private static void count(Map<String, Counts> counts, String label, Counts one) {
    counts.merge(label, one, Counts::plus);
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The table of mentions by type. */
  Table types() {
    Map<String, Counts> rows = new LinkedHashMap<>(byType);
    rows.put(TYPED, typed);
    rows.put(UNTYPED, untyped);
    return Table.counted("mentions by type", rows);
  }

  /** The table of mentions by how they refer, whatever their type. */
  Table kinds() {
    return Table.counted("mentions by kind", byKind);
  }

  /** The table of coreference. */
  Table coreference(String name) {
    List<Row> rows = new ArrayList<>();
    rows(all, "", rows);
    rows(several, ", singletons left out", rows);
    return new Table(
        name, List.of(Column.share("precision"), Column.share("recall"), Column.share("f1")), rows);
  }

  private static void rows(Coreference coreference, String suffix, List<Row> rows) {
    Function<Coreference.Shares, double[]> figures =
        s -> new double[] {s.precision(), s.recall(), s.f1()};
    rows.add(Row.of("MUC" + suffix, figures.apply(coreference.muc())));
    rows.add(Row.of("B3" + suffix, figures.apply(coreference.bCubed())));
    rows.add(Row.of("CEAFe" + suffix, figures.apply(coreference.ceaf())));
    double precision = mean(coreference, Coreference.Shares::precision);
    double recall = mean(coreference, Coreference.Shares::recall);
    rows.add(Row.of("CoNLL" + suffix, precision, recall, coreference.conll()));
  }

  private static double mean(Coreference coreference, Function<Coreference.Shares, Double> figure) {
    return (figure.apply(coreference.muc())
            + figure.apply(coreference.bCubed())
            + figure.apply(coreference.ceaf()))
        / 3;
  }
}
