package org.newsgraph.doctor;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.newsgraph.doctor.Finding.Severity;
import org.newsgraph.store.StoreFault;
import org.newsgraph.store.StorePart;

/** Puts into words what is wrong with files, and how to mend it. */
final class FaultTexts {

  private final Mends mends;

  /**
   * @param dataset the directory, as the user names it
   */
  FaultTexts(Path dataset) {
    this.mends = new Mends(dataset);
  }

  /** The parts that faults are in, each once. */
  static Set<StorePart> parts(Collection<StoreFault> faults) {
    return faults.stream()
        .flatMap(fault -> part(fault).stream())
        .collect(
            Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(StorePart::name))));
  }

  private static Optional<StorePart> part(StoreFault fault) {
    return switch (fault) {
      case StoreFault.Missing missing -> Optional.of(missing.part());
      case StoreFault.CutShort cut -> Optional.of(cut.part());
      case StoreFault.Damaged damaged -> Optional.of(damaged.part());
      case StoreFault.Disagrees disagrees -> Optional.of(disagrees.part());
      case StoreFault.UnknownTerms unknown -> Optional.of(unknown.part());
      case StoreFault.Absent ignored -> Optional.empty();
      case StoreFault.Foreign ignored -> Optional.empty();
      case StoreFault.Newer ignored -> Optional.empty();
      case StoreFault.Unreadable ignored -> Optional.empty();
      case StoreFault.Unwritable ignored -> Optional.empty();
      case StoreFault.InUse ignored -> Optional.empty();
      case StoreFault.LittleRoom ignored -> Optional.empty();
      case StoreFault.OldFiles ignored -> Optional.empty();
      case StoreFault.BrokenOffCopy ignored -> Optional.empty();
      case StoreFault.UnsettledCommit ignored -> Optional.empty();
      case StoreFault.HalfCreated ignored -> Optional.empty();
    };
  }

  /**
   * The finding for a fault.
   *
   * @param all that were found together: files are mended together
   */
  Finding finding(Check check, StoreFault fault, List<StoreFault> all) {
    return new Finding(
        check, severity(fault), fault.where().toString(), what(fault), mend(fault, all));
  }

  /** The findings for files that may not be read or written; what is wrong with many is one. */
  List<Finding> access(List<StoreFault> barred) {
    Map<String, List<StoreFault>> alike =
        barred.stream()
            .collect(Collectors.groupingBy(FaultTexts::what, TreeMap::new, Collectors.toList()));
    return alike.values().stream()
        .map(
            faults -> {
              Finding first = finding(Check.ACCESS, faults.getFirst(), faults);
              return faults.size() == 1
                  ? first
                  : new Finding(
                      first.check(),
                      first.severity(),
                      first.where(),
                      "%s; so with %d more".formatted(first.what(), faults.size() - 1),
                      Optional.of(mends.permitAll()));
            })
        .toList();
  }

  private static Severity severity(StoreFault fault) {
    return switch (fault) {
      case StoreFault.LittleRoom ignored -> Severity.WARNING;
      case StoreFault.OldFiles ignored -> Severity.WARNING;
      case StoreFault.BrokenOffCopy ignored -> Severity.WARNING;
      case StoreFault.Absent ignored -> Severity.ERROR;
      case StoreFault.Foreign ignored -> Severity.ERROR;
      case StoreFault.Newer ignored -> Severity.ERROR;
      case StoreFault.Unreadable ignored -> Severity.ERROR;
      case StoreFault.Unwritable ignored -> Severity.ERROR;
      case StoreFault.InUse ignored -> Severity.ERROR;
      case StoreFault.UnsettledCommit ignored -> Severity.ERROR;
      case StoreFault.HalfCreated ignored -> Severity.ERROR;
      case StoreFault.Missing ignored -> Severity.ERROR;
      case StoreFault.CutShort ignored -> Severity.ERROR;
      case StoreFault.Damaged ignored -> Severity.ERROR;
      case StoreFault.Disagrees ignored -> Severity.ERROR;
      case StoreFault.UnknownTerms ignored -> Severity.ERROR;
    };
  }

  private static String what(StoreFault fault) {
    return switch (fault) {
      case StoreFault.Absent ignored -> "no dataset";
      case StoreFault.Foreign foreign ->
          foreign.what() + ", not a dataset; name a dataset's directory";
      case StoreFault.Newer newer ->
          "written by %s, which is newer than this program; update newsgraph"
              .formatted(newer.writer());
      case StoreFault.Unreadable ignored -> "may not be read";
      case StoreFault.Unwritable ignored -> "may not be written, and even a reader has to lock it";
      case StoreFault.InUse use ->
          "in use by %s; wait until it is done"
              .formatted(
                  use.holder().isPresent()
                      ? "process " + use.holder().getAsLong()
                      : "another process");
      case StoreFault.LittleRoom room ->
          "the disk has %s left, and a compaction may take %s"
              .formatted(megabytes(room.free()), megabytes(room.needed()));
      case StoreFault.OldFiles old ->
          "%s of before a compaction that was killed; not used".formatted(megabytes(old.bytes()));
      case StoreFault.BrokenOffCopy copy ->
          "%s of a compaction that was broken off; not used".formatted(megabytes(copy.bytes()));
      case StoreFault.UnsettledCommit ignored ->
          "a write was killed in its commit; the next command that opens the dataset settles it,"
              + " then look again";
      case StoreFault.HalfCreated ignored ->
          "the files of a dataset that was killed as it was created; nothing is in them";
      case StoreFault.Missing missing -> "gone, %s with it".formatted(words(missing.part()));
      case StoreFault.CutShort cut ->
          "cut short at %d of %d bytes, %s with it"
              .formatted(cut.bytes(), cut.expected(), words(cut.part()));
      case StoreFault.Damaged damaged ->
          "damaged, %s with it: %s".formatted(words(damaged.part()), damaged.what());
      case StoreFault.Disagrees other ->
          "the index %s has %d entries that are not those of the other indexes, which have %d"
              .formatted(other.part().name(), other.entries(), other.others());
      case StoreFault.UnknownTerms unknown ->
          "%d entries of the index %s name terms that there are not"
              .formatted(unknown.entries(), unknown.part().name());
    };
  }

  private static String words(StorePart part) {
    boolean isTable = part.files().stream().anyMatch(file -> file.toString().endsWith(".obj"));
    return (isTable ? "the table " : "the index ") + part.name();
  }

  private Optional<String> mend(StoreFault fault, List<StoreFault> all) {
    return switch (fault) {
      case StoreFault.Absent ignored -> Optional.of(mends.build());
      case StoreFault.Unreadable unreadable -> Optional.of(mends.permit(unreadable.where(), "rX"));
      case StoreFault.Unwritable unwritable -> Optional.of(mends.permit(unwritable.where(), "w"));
      case StoreFault.LittleRoom ignored -> Optional.of(mends.move());
      case StoreFault.OldFiles ignored -> Optional.of(mends.compact());
      case StoreFault.BrokenOffCopy ignored -> Optional.of(mends.compact());
      case StoreFault.UnsettledCommit ignored -> Optional.of(mends.settle());
      case StoreFault.HalfCreated half -> Optional.of(mends.createAnew(half.where()));
      case StoreFault.Foreign ignored -> Optional.empty();
      case StoreFault.Newer ignored -> Optional.empty();
      case StoreFault.InUse ignored -> Optional.empty();
      case StoreFault.Missing ignored -> Optional.of(mends.without(parts(all)));
      case StoreFault.CutShort ignored -> Optional.of(mends.without(parts(all)));
      case StoreFault.Damaged ignored -> Optional.of(mends.without(parts(all)));
      case StoreFault.Disagrees ignored -> Optional.of(mends.without(parts(all)));
      case StoreFault.UnknownTerms ignored -> Optional.of(mends.without(parts(all)));
    };
  }

  private static String megabytes(long bytes) {
    return bytes >> 20 == 0 ? "less than 1 MB" : (bytes >> 20) + " MB";
  }
}
