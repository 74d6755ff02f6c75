@NullMarked
package org.newsgraph.extract;

import org.jspecify.annotations.NullMarked;
