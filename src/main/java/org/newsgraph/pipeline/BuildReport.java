package org.newsgraph.pipeline;

import org.newsgraph.store.Replaced;

/**
 * What a build did.
 *
 * @param read articles read, and extracted unless the dataset held their graphs already
 * @param written which of them were stored and which were there already
 * @param failed inputs or articles that could not be read or extracted
 * @param entities in the articles read, counted an article at a time
 * @param facts in the articles read
 * @param events in the articles read
 * @param leftOut findings of the shapes for which something was left out
 * @param undated articles read of which the day of publication is not known, so that "Monday" and
 *     the like could not be resolved
 * @param interrupted whether it was stopped before all inputs were read; what is counted as written
 *     is in the dataset
 */
public record BuildReport(
    int read,
    Replaced written,
    int failed,
    int entities,
    int facts,
    int events,
    int leftOut,
    int undated,
    boolean interrupted) {}
