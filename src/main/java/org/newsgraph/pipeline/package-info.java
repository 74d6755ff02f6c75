/**
 * The whole way of an article: read, extracted, written as RDF, checked against the shapes, stored.
 *
 * <p>Start reading at {@link org.newsgraph.pipeline.GraphBuild}.
 */
@NullMarked
package org.newsgraph.pipeline;

import org.jspecify.annotations.NullMarked;
