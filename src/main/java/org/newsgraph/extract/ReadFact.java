package org.newsgraph.extract;

import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Term;
import org.newsgraph.fact.Value;
import org.newsgraph.reader.ReadModality;

/**
 * A fact as the trained reader weighs it in one sentence.
 *
 * @param probability that the sentence states it, in whatever modality, from 0 to 1
 * @param modality the most probable modality
 * @param modalityProbability of that modality, from 0 to 1
 * @param subjectHead index of the token that governs the subject's mention
 * @param objectHead index of the token that governs the object's mention
 */
record ReadFact(
    EntityKey subject,
    Term property,
    Value object,
    double probability,
    ReadModality modality,
    double modalityProbability,
    int subjectHead,
    int objectHead) {}
