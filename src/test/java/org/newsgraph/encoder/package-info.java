@NullMarked
package org.newsgraph.encoder;

import org.jspecify.annotations.NullMarked;
