package org.newsgraph.fact;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes and properties that may be written, as the ontology defines them.
 *
 * @param superclasses for each class its superclasses, transitively, itself included
 * @param properties by name
 */
public record Schema(
    SortedMap<Term, Set<Term>> superclasses, SortedMap<Term, Property> properties) {

  /**
   * A property.
   *
   * @param name its compact name
   * @param domain classes of the subject, any of which will do
   * @param range classes or datatypes of the object, any of which will do
   * @param symmetric whether it holds both ways
   * @param superproperties what it implies, transitively, itself left out
   */
  public record Property(
      Term name, Set<Term> domain, Set<Term> range, boolean symmetric, Set<Term> superproperties) {

    /** Copies the sets in sorted order. */
    public Property {
      domain = Collections.unmodifiableSet(new TreeSet<>(domain));
      range = Collections.unmodifiableSet(new TreeSet<>(range));
      superproperties = Collections.unmodifiableSet(new TreeSet<>(superproperties));
    }
  }

  /** Copies the maps. */
  public Schema {
    superclasses = Collections.unmodifiableSortedMap(new TreeMap<>(superclasses));
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /**
   * The property of that name.
   *
   * @throws IllegalArgumentException if the ontology has none
   */
  public Property property(Term name) {
    Property property = properties.get(name);
    if (property == null) {
      throw new IllegalArgumentException("the ontology has no property " + name);
    }
    return property;
  }

  /** Whether {@code type} is {@code ancestor} or one of its subclasses. */
  public boolean isA(Term type, Term ancestor) {
    return superclassesOf(type).contains(ancestor);
  }

  /**
   * The superclasses of a class, itself included.
   *
   * @throws IllegalArgumentException if the ontology has no such class
   */
  public Set<Term> superclassesOf(Term type) {
    Set<Term> found = superclasses.get(type);
    if (found == null) {
      throw new IllegalArgumentException("the ontology has no class " + type);
    }
    return found;
  }

  /** Whether something of the given types may be the subject of the property. */
  public boolean admitsSubject(Property property, Set<Term> types) {
    return isAny(types, property.domain());
  }

  /** Whether something of the given types may be the object of the property. */
  public boolean admitsObject(Property property, Set<Term> types) {
    return isAny(types, property.range());
  }

  /** Whether one of the types is one of the classes or a subclass of it. */
  public boolean isAny(Set<Term> types, Set<Term> classes) {
    return types.stream().anyMatch(t -> classes.stream().anyMatch(c -> isA(t, c)));
  }
}
