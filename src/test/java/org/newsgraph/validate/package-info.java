@NullMarked
package org.newsgraph.validate;

import org.jspecify.annotations.NullMarked;
