/**
 * The ontology in code: the names that code writes and asks for, and the classes and properties
 * that {@code ontology/newsgraph.ttl} defines.
 *
 * <p>Start reading at {@link org.newsgraph.ontology.Vocabulary}.
 */
@NullMarked
package org.newsgraph.ontology;

import org.jspecify.annotations.NullMarked;
