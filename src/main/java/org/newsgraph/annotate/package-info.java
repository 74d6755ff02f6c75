/**
 * Layers over an article's text: sentences, tokens with tags and lemmas, typed mentions, dates and
 * amounts.
 *
 * <p>Each layer is a value of its own; none changes the text or another layer. Start reading at
 * {@link org.newsgraph.annotate.Sentence}.
 */
@NullMarked
package org.newsgraph.annotate;

import org.jspecify.annotations.NullMarked;
