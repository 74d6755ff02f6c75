package org.newsgraph.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.data.DataTable;
import org.newsgraph.fact.Term;

/** What a neighbouring word tells of a name's class, by the table {@code type-cues.tsv}. */
final class TypeCues {

  /**
   * A class, and how much the word speaks for it.
   *
   * @param weight above 0; 2 and more is all but certain
   */
  record Weighted(Term type, double weight) {}

  private record Cue(String word, String relation) {}

  private final Map<Cue, List<Weighted>> cues = new HashMap<>();

  TypeCues() {
    for (DataTable.Row row : DataTable.read("type-cues.tsv").rows()) {
      cues.computeIfAbsent(new Cue(row.get("word"), row.get("relation")), k -> new ArrayList<>())
          .add(new Weighted(Term.of(row.get("type")), Double.parseDouble(row.get("weight"))));
    }
  }

  /** What stands to {@code lemma} in that relation; empty where nothing is known. */
  List<Weighted> of(String lemma, String relation) {
    return cues.getOrDefault(new Cue(lemma, relation), List.of());
  }
}
