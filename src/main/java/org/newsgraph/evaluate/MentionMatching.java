package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsgraph.article.Span;

/** Which marked mention each found one is; no two are the same. */
final class MentionMatching {

  /** Says that a found mention is none of those marked. */
  static final int NONE = -1;

  private MentionMatching() {}

  /**
   * Pairs mentions up, in the order of those found; of several that a found one may be, with the
   * shortest.
   *
   * @param expected those marked
   * @param found those found
   * @param text what the spans refer to
   * @return for each found mention the index of the marked one, or {@link #NONE}
   */
  static List<Integer> match(List<GoldMention> expected, List<Span> found, String text) {
    List<Integer> matched = new ArrayList<>(Collections.nCopies(found.size(), NONE));
    Set<Integer> taken = new HashSet<>();
    for (int f = 0; f < found.size(); f++) {
      Span span = found.get(f);
      Span bare = Words.withoutArticle(span, text);
      int best = NONE;
      for (int e = 0; e < expected.size(); e++) {
        GoldMention candidate = expected.get(e);
        if (!taken.contains(e)
            && (candidate.admits(span) || candidate.admits(bare))
            && (best == NONE || candidate.span().length() < expected.get(best).span().length())) {
          best = e;
        }
      }
      if (best != NONE) {
        taken.add(best);
        matched.set(f, best);
      }
    }
    return matched;
  }
}
