package org.newsgraph.diff;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.newsgraph.diff.Difference.Change;
import org.newsgraph.diff.Difference.Topic;
import org.newsgraph.diff.GraphContent.EntityNames;

/** Which entity of one graph is which of another, where their IRIs are not the same. */
final class EntityMatch {

  private final SortedMap<String, EntityNames> before;
  private final SortedMap<String, EntityNames> after;
  private final SortedMap<String, String> renamed = new TreeMap<>();
  private final SortedSet<Difference> differences = new TreeSet<>();
  private final Set<String> taken = new HashSet<>();

  EntityMatch(SortedMap<String, EntityNames> before, SortedMap<String, EntityNames> after) {
    this.before = before;
    this.after = after;
    before.forEach(
        (iri, names) -> {
          EntityNames now = after.get(iri);
          if (now != null) {
            compare(names, now);
          }
        });
    // The surest first: who has kept a name, then who has taken one.
    matchNew((old, now) -> same(old.label(), now.label()));
    matchNew((old, now) -> shareClass(old, now) && knows(now, old.label()));
    matchNew((old, now) -> shareClass(old, now) && knows(old, now.label()));
    merge();
    split();
    before.forEach(
        (iri, old) -> {
          if (!after.containsKey(iri) && !renamed.containsKey(iri)) {
            add(Change.REMOVED, old.label(), classes(old), "", "");
          }
        });
    after.forEach(
        (iri, now) -> {
          if (!before.containsKey(iri) && !taken.contains(iri)) {
            add(Change.ADDED, now.label(), classes(now), "", "");
          }
        });
  }

  /** The IRI in the second graph of an entity of the first. */
  String renamed(String iri) {
    return renamed.getOrDefault(iri, iri);
  }

  SortedSet<Difference> differences() {
    return differences;
  }

  private void compare(EntityNames old, EntityNames now) {
    if (!old.label().equals(now.label())) {
      add(Change.RENAMED, now.label(), classes(now), old.label(), now.label());
    }
    if (!old.types().equals(now.types())) {
      add(Change.RETYPED, now.label(), classes(now), classes(old), classes(now));
    }
  }

  private void matchNew(BiPredicate<EntityNames, EntityNames> test) {
    before.forEach(
        (iri, old) -> {
          if (after.containsKey(iri) || renamed.containsKey(iri)) {
            return;
          }
          Optional<Map.Entry<String, EntityNames>> found =
              after.entrySet().stream()
                  .filter(e -> !before.containsKey(e.getKey()) && !taken.contains(e.getKey()))
                  .filter(e -> test.test(old, e.getValue()))
                  .findFirst();
          found.ifPresent(
              e -> {
                renamed.put(iri, e.getKey());
                taken.add(e.getKey());
                compare(old, e.getValue());
              });
        });
  }

  private void merge() {
    before.forEach(
        (iri, old) -> {
          if (after.containsKey(iri) || renamed.containsKey(iri)) {
            return;
          }
          after.entrySet().stream()
              .filter(e -> shareClass(old, e.getValue()) && knows(e.getValue(), old.label()))
              .filter(
                  e ->
                      before.get(e.getKey()) == null || !knows(before.get(e.getKey()), old.label()))
              .findFirst()
              .ifPresent(
                  e -> {
                    renamed.put(iri, e.getKey());
                    add(
                        Change.MERGED,
                        e.getValue().label(),
                        classes(e.getValue()),
                        old.label(),
                        e.getValue().label());
                  });
        });
  }

  private void split() {
    after.forEach(
        (iri, now) -> {
          if (before.containsKey(iri) || taken.contains(iri)) {
            return;
          }
          before.entrySet().stream()
              .filter(e -> after.containsKey(renamed(e.getKey())))
              .filter(e -> shareClass(e.getValue(), now) && knows(e.getValue(), now.label()))
              .findFirst()
              .ifPresent(
                  e -> {
                    taken.add(iri);
                    add(Change.SPLIT, now.label(), classes(now), e.getValue().label(), now.label());
                  });
        });
  }

  private void add(Change change, String about, String what, String old, String now) {
    differences.add(new Difference(Topic.ENTITY, change, about, what, old, now));
  }

  private static String classes(EntityNames names) {
    return String.join(", ", names.types());
  }

  private static boolean knows(EntityNames names, String name) {
    return Stream.concat(Stream.of(names.label()), names.aliases().stream())
        .anyMatch(known -> same(known, name));
  }

  /** IRIs of one kind only, and not a town for a company of its name. */
  private static boolean shareClass(EntityNames one, EntityNames other) {
    return one.types().stream().anyMatch(other.types()::contains)
        || one.types().contains("schema:Thing")
        || other.types().contains("schema:Thing")
        || generalKind(one).equals(generalKind(other));
  }

  private static String generalKind(EntityNames names) {
    String all = String.join(" ", names.types());
    return all.contains("Organization") || all.contains("Corporation") ? "organization" : all;
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}
