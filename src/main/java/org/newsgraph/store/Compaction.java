package org.newsgraph.store;

/**
 * What compacting did.
 *
 * @param before bytes of all files of the dataset
 * @param after the same when it was done
 */
public record Compaction(long before, long after) {}
