@NullMarked
package org.newsgraph.pipeline;

import org.jspecify.annotations.NullMarked;
