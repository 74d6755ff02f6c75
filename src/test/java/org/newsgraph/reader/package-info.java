@NullMarked
package org.newsgraph.reader;

import org.jspecify.annotations.NullMarked;
