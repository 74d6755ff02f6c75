/**
 * Who is who across articles: which entities of different articles are one, and which of one name
 * are two.
 *
 * <p>Start reading at {@link org.newsgraph.identity.EntityIdentity}.
 */
@NullMarked
package org.newsgraph.identity;

import org.jspecify.annotations.NullMarked;
