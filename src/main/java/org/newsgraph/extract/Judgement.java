package org.newsgraph.extract;

import java.util.Optional;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Modality;

/**
 * How a sentence means what a verb or noun of it says.
 *
 * @param modality how certain the article is
 * @param attributedTo who says so, where the sentence names someone known
 * @param former whether it is said to be over
 */
record Judgement(Modality modality, Optional<EntityKey> attributedTo, boolean former) {}
