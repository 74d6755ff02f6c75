package org.newsgraph.annotate;

import java.util.List;

/**
 * How well the parser thinks that each relation fits one arc.
 *
 * @param relations all there are
 * @param scores logits, one for each of them
 */
record ArcScores(List<String> relations, float[] scores) {

  /** The relation with the highest score; the first of equals. */
  String best() {
    int best = 0;
    for (int label = 1; label < scores.length; label++) {
      best = scores[label] > scores[best] ? label : best;
    }
    return relations.get(best);
  }

  /** How far a relation's score is behind that of the best, 0 if it is the best. */
  float behind(String relation) {
    int label = relations.indexOf(relation);
    return label < 0 ? Float.MAX_VALUE : scores[relations.indexOf(best())] - scores[label];
  }
}
