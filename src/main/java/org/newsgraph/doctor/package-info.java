/**
 * What is wrong with a dataset, and how to mend it. Looks alone: nothing is written.
 *
 * <p>Start reading at {@link org.newsgraph.doctor.Doctor}; what can be wrong with files is in
 * {@link org.newsgraph.store.StoreFault}.
 */
@NullMarked
package org.newsgraph.doctor;

import org.jspecify.annotations.NullMarked;
