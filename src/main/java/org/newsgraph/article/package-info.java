/**
 * Articles as read from text, web pages, PDF, JSON and feeds: their text, headline, byline, date
 * and paragraphs.
 *
 * <p>Every offset of the project points into {@link org.newsgraph.article.Article#text()}. Start
 * reading at {@link org.newsgraph.article.Article}; {@link org.newsgraph.article.ArticleReading}
 * opens the inputs, and each reader hands text and metadata to one maker of articles.
 */
@NullMarked
package org.newsgraph.article;

import org.jspecify.annotations.NullMarked;
