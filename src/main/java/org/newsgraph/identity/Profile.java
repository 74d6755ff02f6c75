package org.newsgraph.identity;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What tells an entity from others.
 *
 * @param iri its own
 * @param kind such as {@code person}
 * @param label its name
 * @param names all that tell, the label among them
 * @param formerNames what it was called before, as articles say
 * @param types local names of its classes, such as {@code Corporation}
 * @param descriptions in the words of articles, such as "striker"
 * @param facts values in words by property; {@code ^} before a property says that the entity is its
 *     object
 */
record Profile(
    String iri,
    String kind,
    String label,
    SortedSet<String> names,
    SortedSet<String> formerNames,
    SortedSet<String> types,
    SortedSet<String> descriptions,
    SortedMap<String, SortedSet<String>> facts) {

  Profile {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    formerNames = Collections.unmodifiableSortedSet(new TreeSet<>(formerNames));
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    descriptions = Collections.unmodifiableSortedSet(new TreeSet<>(descriptions));
    TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
    facts.forEach((k, v) -> copy.put(k, Collections.unmodifiableSortedSet(new TreeSet<>(v))));
    facts = Collections.unmodifiableSortedMap(copy);
  }

  /** What it is called, and was. */
  SortedSet<String> allNames() {
    SortedSet<String> all = new TreeSet<>(names);
    all.addAll(formerNames);
    return all;
  }

  SortedSet<String> values(String property) {
    return facts.getOrDefault(property, Collections.emptySortedSet());
  }
}
