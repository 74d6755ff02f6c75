/** Tests of who is who across articles. */
@NullMarked
package org.newsgraph.identity;

import org.jspecify.annotations.NullMarked;
