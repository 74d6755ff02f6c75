/**
 * What two graphs say differently: articles, entities, facts and events, whatever the order of
 * their triples, their blank nodes and the places of the sentences behind them.
 *
 * <p>Start reading at {@link org.newsgraph.diff.GraphDiff}.
 */
@NullMarked
package org.newsgraph.diff;

import org.jspecify.annotations.NullMarked;
