/**
 * The dataset on disk: a TDB2 directory that holds a named graph an article, and the ontology.
 *
 * <p>Start reading at {@link org.newsgraph.store.Store}; what can go wrong is in {@link
 * org.newsgraph.store.StoreException}.
 */
@NullMarked
package org.newsgraph.store;

import org.jspecify.annotations.NullMarked;
