@NullMarked
package org.newsgraph.architecture;

import org.jspecify.annotations.NullMarked;
