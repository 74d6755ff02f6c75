package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.Term;

/**
 * Which of the ontology's properties say what the relations of a public set say: {@code
 * ontology/names/benchmark-relations.tsv}.
 */
final class BenchmarkRelations {

  /**
   * A relation of a set, as a property says it.
   *
   * @param label the set's name of the relation
   * @param inverse whether the property's object is the relation's subject
   * @param symmetric whether the relation holds both ways
   */
  record Relation(String label, Term property, boolean inverse, boolean symmetric) {}

  private final List<Relation> relations;

  private BenchmarkRelations(List<Relation> relations) {
    this.relations = relations;
  }

  /**
   * The relations of a set.
   *
   * @param set such as {@code knowledgenet}
   */
  static BenchmarkRelations of(String set) {
    List<Relation> found = new ArrayList<>();
    for (DataTable.Row row : DataTable.read("benchmark-relations.tsv").rows()) {
      if (row.get("set").equals(set)) {
        for (String property : row.list("properties")) {
          found.add(
              new Relation(
                  row.get("relation"),
                  Term.of(property.replace("^", "")),
                  property.startsWith("^"),
                  row.get("symmetric").equals("yes")));
        }
      }
    }
    return new BenchmarkRelations(List.copyOf(found));
  }

  /** What a property says in the set's terms, empty where nothing. */
  Optional<Relation> of(Term property) {
    return relations.stream().filter(r -> r.property().equals(property)).findFirst();
  }
}
