@NullMarked
package org.newsgraph.resolve;

import org.jspecify.annotations.NullMarked;
