/**
 * From the domain to RDF: IRIs, and the named graph of an article with its facts, events and
 * evidence.
 *
 * <p>Start reading at {@link org.newsgraph.rdf.ArticleGraphWriter}.
 */
@NullMarked
package org.newsgraph.rdf;

import org.jspecify.annotations.NullMarked;
