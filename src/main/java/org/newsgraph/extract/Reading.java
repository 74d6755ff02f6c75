package org.newsgraph.extract;

import java.util.List;
import java.util.Optional;
import org.newsgraph.annotate.Mention;
import org.newsgraph.annotate.ParsedSentence;
import org.newsgraph.fact.Entity;
import org.newsgraph.resolve.Resolution;

/**
 * A sentence with all that is known of it when patterns are applied.
 *
 * @param sentence its tokens, tree and values
 * @param resolution who is who in its article
 * @param text the article's text
 */
record Reading(ParsedSentence sentence, Resolution resolution, String text) {

  /** The shortest resolved mention that covers a token. */
  Optional<Mention> mentionAt(int token) {
    return resolution.mentionAt(sentence.sentence().index(), token);
  }

  /** The resolved mentions, in order. */
  List<Mention> mentions() {
    return resolution.mentions(sentence.sentence().index());
  }

  /** The entity that a resolved mention stands for. */
  Entity entity(Mention mention) {
    return resolution.entity(resolution.referent(mention));
  }
}
