/** Tests of the scores, against cases worked out by hand. */
@NullMarked
package org.newsgraph.evaluate;

import org.jspecify.annotations.NullMarked;
