/**
 * From mentions to entities: one type a name, decided over all its mentions; name variants,
 * pronouns and descriptions led back to the entity they stand for.
 *
 * <p>Start reading at {@link org.newsgraph.resolve.EntityResolver}.
 */
@NullMarked
package org.newsgraph.resolve;

import org.jspecify.annotations.NullMarked;
