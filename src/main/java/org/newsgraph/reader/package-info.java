/**
 * What a trained model reads in an article, beside the rules: mentions and their classes, relations
 * between them, events and their roles, what pronouns and descriptions refer to. Probabilities
 * only; what is made of them is decided in {@code resolve} and {@code extract}.
 *
 * <p>Start reading at {@link org.newsgraph.reader.TrainedReader}.
 */
@NullMarked
package org.newsgraph.reader;

import org.jspecify.annotations.NullMarked;
