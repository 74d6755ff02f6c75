/** Programs that measure the product and try to break it; {@code bench/README.md} says how. */
@NullMarked
package org.newsgraph.bench;

import org.jspecify.annotations.NullMarked;
