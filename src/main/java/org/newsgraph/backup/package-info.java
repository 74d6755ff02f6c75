/**
 * Copies of a dataset as single files that say themselves whether they are whole.
 *
 * <p>Start reading at {@link org.newsgraph.backup.Backup}.
 */
@NullMarked
package org.newsgraph.backup;

import org.jspecify.annotations.NullMarked;
