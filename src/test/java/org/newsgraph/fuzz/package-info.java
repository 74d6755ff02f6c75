/**
 * Bad inputs by the thousand, the same ones at every run: what the readers of articles and patterns
 * do with bytes that nobody meant.
 *
 * <p>Start reading at {@link org.newsgraph.fuzz.FuzzRun}; {@code bench/fuzz} runs it.
 */
@NullMarked
package org.newsgraph.fuzz;

import org.jspecify.annotations.NullMarked;
