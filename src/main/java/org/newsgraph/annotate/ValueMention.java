package org.newsgraph.annotate;

import org.newsgraph.article.Span;
import org.newsgraph.fact.Value;

/**
 * A date, amount of money or percentage in a sentence, resolved to its value.
 *
 * @param span where it stands in the article's text, "on", "in" and "since" left out
 * @param value a date, an amount or a number of percent, without the sign that a verb such as
 *     "fell" gives it
 */
public record ValueMention(Span span, Value value) {}
