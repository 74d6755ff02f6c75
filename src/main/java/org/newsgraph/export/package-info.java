/**
 * Takes graphs out of the dataset as files: sorted, so that one graph always gives the same bytes.
 *
 * <p>Start reading at {@link org.newsgraph.export.GraphExport}; the syntax itself is left to Jena's
 * writers.
 */
@NullMarked
package org.newsgraph.export;

import org.jspecify.annotations.NullMarked;
