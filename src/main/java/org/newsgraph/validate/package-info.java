/**
 * SHACL: whether a graph has the shape that {@code ontology/shapes.ttl} asks for, and the graph
 * without what has not.
 *
 * <p>Start reading at {@link org.newsgraph.validate.ShapeValidator}.
 */
@NullMarked
package org.newsgraph.validate;

import org.jspecify.annotations.NullMarked;
