package org.newsgraph.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.newsgraph.doctor.Diagnosis.Outcome;
import org.newsgraph.doctor.Finding.Severity;
import org.newsgraph.fact.Schema;
import org.newsgraph.identity.EntityIdentity;
import org.newsgraph.ontology.Vocabulary;
import org.newsgraph.pipeline.BuildNotes;
import org.newsgraph.store.Progress;
import org.newsgraph.store.StoreExamination;
import org.newsgraph.store.StoreFault;
import org.newsgraph.store.StorePart;
import org.newsgraph.validate.ShapeValidator;

/**
 * Looks at a dataset from the outside in: the directory, the files, the indexes, the graphs. Each
 * look needs that those before it found nothing that is in its way. Nothing is written, and the
 * same dataset gives the same findings.
 */
public final class Doctor {

  private final Path dataset;
  private final Schema schema;
  private final ShapeValidator shapes;
  private final Progress progress;

  /**
   * @param dataset its directory, which need not be there
   * @param schema the ontology's classes and properties
   * @param shapes what a graph has to look like
   * @param progress is told how far it is
   */
  public Doctor(Path dataset, Schema schema, ShapeValidator shapes, Progress progress) {
    this.dataset = dataset;
    this.schema = schema;
    this.shapes = shapes;
    this.progress = progress;
  }

  /** Does all checks that can be done. */
  public Diagnosis examine() {
    try (StoreExamination store = new StoreExamination(dataset)) {
      return new Visit(store).run();
    }
  }

  /** The state of one examination. */
  private final class Visit {

    private final StoreExamination store;
    private final FaultTexts texts = new FaultTexts(dataset);
    private final Mends mends = new Mends(dataset);
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Check> done = EnumSet.noneOf(Check.class);

    Visit(StoreExamination store) {
      this.store = store;
    }

    Diagnosis run() {
      Optional<StoreFault> absent = store.directory();
      note(Check.DIRECTORY, absent.stream().toList());
      if (absent.isPresent()) {
        return result(Outcome.NO_PATIENT);
      }
      ok(
          Check.DIRECTORY,
          "a dataset" + store.writer().map(writer -> ", written last by " + writer).orElse(""));
      List<StoreFault> barred = store.access();
      done.add(Check.ACCESS);
      findings.addAll(texts.access(barred));
      if (barred.stream().anyMatch(StoreFault.Unreadable.class::isInstance)) {
        return result(Outcome.NO_PATIENT);
      }
      ok(Check.ACCESS, "can be read and written");
      Optional<StoreFault> held = store.lock();
      note(Check.LOCK, held.stream().toList());
      if (held.isPresent()) {
        return result(Outcome.IN_USE);
      }
      OptionalLong former = store.formerHolder();
      ok(
          Check.LOCK,
          former.isPresent()
              ? "free; process %d, which had it last, is gone".formatted(former.getAsLong())
              : "free");
      leftovers();
      List<StoreFault> broken = store.files();
      note(Check.FILES, broken);
      if (!broken.isEmpty()) {
        return result(Outcome.ILL);
      }
      ok(Check.FILES, "all there, none cut short");
      note(Check.ROOM, store.room().stream().toList());
      ok(Check.ROOM, "enough for a compaction");
      List<StoreFault> damaged = store.indexes(progress);
      note(Check.INDEXES, damaged);
      if (!FaultTexts.parts(damaged).stream().allMatch(StorePart::derived)) {
        return result(Outcome.ILL);
      }
      ok(
          Check.INDEXES,
          "%d indexes read and agreeing, %d quads, %d terms"
              .formatted(store.indexCount(), store.quads(), store.terms()));
      graphs();
      return result(
          findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)
              ? Outcome.ILL
              : Outcome.HEALTHY);
    }

    private void leftovers() {
      note(Check.LEFTOVERS, store.leftovers());
      BuildNotes.read(dataset)
          .unfinished()
          .ifPresent(
              file ->
                  findings.add(
                      new Finding(
                          Check.LEFTOVERS,
                          Severity.WARNING,
                          file.toString(),
                          "a copy of the log of builds that was broken off; not used",
                          Optional.of(mends.remove(file)))));
      ok(Check.LEFTOVERS, "none");
    }

    private void graphs() {
      List<String> names = store.graphNames();
      BuildNotes notes = BuildNotes.read(dataset);
      GraphCheck check = new GraphCheck(schema, shapes, notes, mends);
      DecisionCheck decisions =
          new DecisionCheck(store.graph(EntityIdentity.decisionsGraph()), mends);
      progress.begin("graphs", names.size());
      for (String name : names) {
        if (!name.equals(Vocabulary.ONTOLOGY) && !EntityIdentity.isOwnGraph(name)) {
          Graph graph = store.graph(name);
          findings.addAll(check.check(name, graph));
          decisions.meet(name, graph);
        }
        progress.step();
      }
      done.addAll(
          EnumSet.of(Check.GRAPHS, Check.LOG, Check.EVIDENCE, Check.DECISIONS, Check.SHAPES));
      if (names.isEmpty()) {
        findings.add(
            new Finding(
                Check.GRAPHS,
                Severity.WARNING,
                dataset.toString(),
                "holds nothing, as a restore or a first build leaves it that was broken off",
                Optional.of(mends.build())));
      }
      ok(
          Check.GRAPHS,
          GraphCheck.counted(check.articles(), "article", "articles")
              + ", "
              + GraphCheck.counted(check.others(), "other graph", "other graphs"));
      log(notes);
      ok(Check.LOG, "as noted of " + GraphCheck.counted(check.noted(), "article", "articles"));
      ok(
          Check.EVIDENCE,
          "complete for "
              + GraphCheck.counted(check.pieces(), "fact or event", "facts and events"));
      findings.addAll(decisions.findings());
      ok(
          Check.DECISIONS,
          GraphCheck.counted(decisions.count(), "decision", "decisions")
              + ", on entities that there are");
      ok(Check.SHAPES, "no violations");
    }

    private void log(BuildNotes notes) {
      if (!notes.unreadable().isEmpty()) {
        findings.add(
            new Finding(
                Check.LOG,
                Severity.WARNING,
                notes.file().toString(),
                ("line %d is none, as a build leaves it that was killed; of no harm, and without the"
                        + " file the next build reads all articles again")
                    .formatted(notes.unreadable().getFirst()),
                Optional.of(mends.remove(notes.file()))));
      }
    }

    private void note(Check check, List<StoreFault> faults) {
      done.add(check);
      faults.forEach(fault -> findings.add(texts.finding(check, fault, faults)));
    }

    /** Says so where a check that was done found nothing. */
    private void ok(Check check, String what) {
      done.add(check);
      if (findings.stream().noneMatch(finding -> finding.check() == check)) {
        findings.add(new Finding(check, Severity.OK, dataset.toString(), what, Optional.empty()));
      }
    }

    private Diagnosis result(Outcome outcome) {
      return new Diagnosis(
          outcome,
          List.copyOf(new TreeSet<>(findings)),
          Stream.of(Check.values()).filter(check -> !done.contains(check)).toList());
    }
  }
}
