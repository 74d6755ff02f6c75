/**
 * The domain's centre: what an article says, as values. An {@link org.newsgraph.fact.ArticleGraph}
 * holds the entities, facts and events of one article, each with its {@link
 * org.newsgraph.fact.Evidence}.
 *
 * <p>Knows neither RDF nor a command line. Start reading at {@link
 * org.newsgraph.fact.ArticleGraph}.
 */
@NullMarked
package org.newsgraph.fact;

import org.jspecify.annotations.NullMarked;
