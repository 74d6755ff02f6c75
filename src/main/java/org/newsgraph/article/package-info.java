/**
 * An article as read: its text untouched, its headline, byline, date and paragraphs found in it.
 *
 * <p>Every offset of the project points into {@link org.newsgraph.article.Article#text()}. Start
 * reading at {@link org.newsgraph.article.Article}.
 */
@NullMarked
package org.newsgraph.article;

import org.jspecify.annotations.NullMarked;
