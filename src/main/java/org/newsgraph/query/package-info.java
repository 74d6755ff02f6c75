/**
 * Asks the dataset: SPARQL with the project's prefixes declared, named queries, what is known of an
 * entity, counts.
 *
 * <p>Start reading at {@link org.newsgraph.query.QueryRunner}; what can go wrong is in {@link
 * org.newsgraph.query.QueryFailure}.
 */
@NullMarked
package org.newsgraph.query;

import org.jspecify.annotations.NullMarked;
