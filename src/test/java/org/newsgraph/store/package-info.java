@NullMarked
package org.newsgraph.store;

import org.jspecify.annotations.NullMarked;
