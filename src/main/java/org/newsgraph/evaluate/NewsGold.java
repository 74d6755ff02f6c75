package org.newsgraph.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.newsgraph.article.Article;
import org.newsgraph.evaluate.FactJudgement.ExpectedFact;
import org.newsgraph.evaluate.FactJudgement.GivenFact;
import org.newsgraph.evaluate.FactJudgement.Outcome;
import org.newsgraph.evaluate.FactJudgement.Stated;
import org.newsgraph.evaluate.MentionScores.Found;
import org.newsgraph.evaluate.Report.Column;
import org.newsgraph.evaluate.Report.Row;
import org.newsgraph.evaluate.Report.Table;
import org.newsgraph.extract.ReadArticle;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Schema;

/** News with every mention, coreference and fact marked: {@code training/corpus}. */
public final class NewsGold implements GoldSet {

  private static final String ALL = "all, pooled";

  private final Schema schema;
  private final List<GoldArticle> articles;

  private NewsGold(Schema schema, List<GoldArticle> articles) {
    this.schema = schema;
    this.articles = articles;
  }

  /**
   * Reads a file, or each {@code .txt} file of a folder.
   *
   * @param part only that part of the articles, if given
   * @throws GoldException if a file does not keep to the format or no article is of the part
   */
  public static NewsGold read(Path gold, Optional<Part> part, Schema schema) {
    List<GoldArticle> articles = new ArrayList<>();
    Map<String, Path> files = new HashMap<>();
    for (Path file : GoldFiles.of(gold, ".txt")) {
      for (GoldArticle article : NewsReader.read(file)) {
        Path other = files.putIfAbsent(article.id(), file);
        if (other != null) {
          throw new GoldException(
              file, "has an article '%s', as %s has; rename one".formatted(article.id(), other));
        }
        if (part.isEmpty() || Part.of(article.id()) == part.get()) {
          articles.add(article);
        }
      }
    }
    if (articles.isEmpty()) {
      throw new GoldException(gold, "has no article of that part; name another with --part");
    }
    return new NewsGold(schema, articles);
  }

  @Override
  public List<Article> articles() {
    return articles.stream().map(GoldArticle::article).toList();
  }

  @Override
  public Report score(List<ReadArticle> readings) {
    MentionScores mentions = new MentionScores();
    for (int i = 0; i < articles.size(); i++) {
      GoldArticle gold = articles.get(i);
      String text = gold.article().text();
      List<Found> found = found(readings.get(i));
      mentions.addMentions(gold.mentions(), found, text);
      mentions.addClusters(
          gold.things(), found.stream().filter(f -> f.kind() != Kind.VALUE).toList(), text);
    }
    List<FactJudgement> judged = judge(readings);
    Calibration calibration =
        Calibration.of(
            judged.stream()
                .flatMap(j -> j.given().stream())
                .map(g -> new Calibration.Guess(g.confidence(), g.outcome() == Outcome.RIGHT))
                .toList());
    Map<String, Counts> plain = plain(judged);
    return new Report(
        GoldFormat.NEWSGRAPH,
        articles.size(),
        List.of(
            mentions.types(),
            mentions.kinds(),
            mentions.coreference("coreference"),
            Table.counted("facts in any modality", anyModality(judged)),
            Table.counted("plain triples", plain),
            new Table(
                "summary",
                List.of(Column.share("figure")),
                List.of(
                    Row.of("free-text precision", of(plain, Counts::precision)),
                    Row.of("free-text recall", of(plain, Counts::recall)),
                    Row.of("free-text f1", of(plain, Counts::f1)),
                    Row.of("modality accuracy", modalityAccuracy(judged)),
                    Row.of("expected calibration error", calibration.expectedError()))),
            calibration.table("calibration")));
  }

  private static double of(Map<String, Counts> counts, ToDoubleFunction<Counts> figure) {
    return figure.applyAsDouble(counts.getOrDefault(ALL, Counts.NONE));
  }

  private List<FactJudgement> judge(List<ReadArticle> readings) {
    List<FactJudgement> judged = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      judged.add(FactScorer.judge(schema, articles.get(i), readings.get(i).graph()));
    }
    return judged;
  }

  private static List<Found> found(ReadArticle reading) {
    return reading.mentions().stream()
        .map(
            m ->
                new Found(
                    m.span(), m.kind(), m.type().substring(m.type().indexOf(':') + 1), m.cluster()))
        .toList();
  }

  private static Map<String, Counts> plain(List<FactJudgement> judged) {
    Map<String, Counts> counts = new TreeMap<>();
    for (FactJudgement judgement : judged) {
      for (GivenFact given : judgement.given()) {
        if (given.plain()) {
          boolean right = given.outcome() == Outcome.RIGHT;
          add(counts, given.fact(), right ? new Counts(1, 0, 0, 0) : Counts.FALSE_ALARM);
        }
      }
      for (ExpectedFact expected : judgement.expected()) {
        if (expected.plain()) {
          add(counts, expected.fact(), found(expected.given().contains(Modality.ASSERTED)));
        }
      }
    }
    return pooled(counts);
  }

  private static Map<String, Counts> anyModality(List<FactJudgement> judged) {
    Map<String, Counts> counts = new TreeMap<>();
    for (FactJudgement judgement : judged) {
      Map<Integer, List<GivenFact>> facts =
          judgement.given().stream()
              .collect(
                  Collectors.groupingBy(
                      GivenFact::number, LinkedHashMap::new, Collectors.toList()));
      for (List<GivenFact> modalities : facts.values()) {
        GivenFact first = modalities.getFirst();
        // Expected as no more so alone: that is none of the graph's modalities.
        boolean right = first.outcome() != Outcome.WRONG && !first.expected().isEmpty();
        add(counts, first.fact(), right ? new Counts(1, 0, 0, 0) : Counts.FALSE_ALARM);
      }
      for (ExpectedFact expected : judgement.expected()) {
        add(counts, expected.fact(), found(!expected.given().isEmpty()));
      }
    }
    return pooled(counts);
  }

  private static Counts found(boolean found) {
    return found ? new Counts(0, 0, 1, 0) : Counts.MISS;
  }

  private static void add(Map<String, Counts> counts, Stated fact, Counts one) {
    counts.merge(fact.property().toString(), one, Counts::plus);
  }

  private static Map<String, Counts> pooled(Map<String, Counts> counts) {
    Map<String, Counts> result = new LinkedHashMap<>(counts);
    result.put(ALL, counts.values().stream().reduce(Counts.NONE, Counts::plus));
    return result;
  }

  /** The share that is given in the right modality, of what is right in all else. */
  private static double modalityAccuracy(List<FactJudgement> judged) {
    Map<Outcome, Long> outcomes =
        judged.stream()
            .flatMap(j -> j.given().stream())
            .collect(Collectors.groupingBy(GivenFact::outcome, Collectors.counting()));
    long right = outcomes.getOrDefault(Outcome.RIGHT, 0L);
    return Counts.ratio(right, right + outcomes.getOrDefault(Outcome.WRONG_MODALITY, 0L));
  }

  @Override
  public Optional<String> mistakes(List<ReadArticle> readings) {
    StringBuilder lines =
        new StringBuilder(
            "article\twhat\tsubject\tproperty\tobject\tgiven\texpected\tconfidence\textractor"
                + "\tsentence\n");
    List<FactJudgement> judged = judge(readings);
    for (int i = 0; i < articles.size(); i++) {
      String text = articles.get(i).article().text();
      for (GivenFact given : judged.get(i).given()) {
        if (given.outcome() != Outcome.RIGHT) {
          line(
              lines,
              given.fact(),
              given.outcome() == Outcome.WRONG ? "wrong" : "wrong modality",
              Set.of(given.modality()),
              given.expected(),
              String.format(Locale.ROOT, "%.3f", given.confidence()),
              given.extractor(),
              text);
        }
      }
      judged.get(i).expected().stream()
          .filter(e -> e.given().isEmpty())
          .forEach(e -> line(lines, e.fact(), "missing", Set.of(), e.expected(), "", "", text));
    }
    return Optional.of(lines.toString());
  }

  private static void line(
      StringBuilder lines,
      Stated fact,
      String what,
      Set<Modality> given,
      Set<Modality> expected,
      String confidence,
      String extractor,
      String text) {
    List<String> cells =
        List.of(
            fact.article(),
            what,
            fact.subject(),
            fact.property().toString(),
            fact.object(),
            names(given),
            names(expected),
            confidence,
            extractor,
            fact.sentence().of(text));
    lines.append(
        cells.stream()
            .map(cell -> cell.replaceAll("\\s+", " ").strip())
            .collect(Collectors.joining("\t", "", "\n")));
  }

  private static String names(Set<Modality> modalities) {
    return modalities.stream()
        .sorted()
        .map(m -> m.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("|"));
  }
}
