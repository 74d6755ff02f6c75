package org.newsgraph.annotate;

import org.newsgraph.article.Span;

/**
 * A word or punctuation mark.
 *
 * @param span where it stands in the article's text
 * @param text its characters
 * @param tag its part of speech as a Universal Dependencies UPOS tag, such as {@code PROPN}
 * @param lemma its base form in lower case, such as {@code find} for "found"; the text itself where
 *     none is known
 */
public record Token(Span span, String text, String tag, String lemma) {}
