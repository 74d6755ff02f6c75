/**
 * RDF from files into the dataset: any syntax, whole or not at all.
 *
 * <p>Start reading at {@link org.newsgraph.load.GraphLoad}; a file that is no RDF is refused with
 * the place by {@link org.newsgraph.load.RdfFile}.
 */
@NullMarked
package org.newsgraph.load;

import org.jspecify.annotations.NullMarked;
