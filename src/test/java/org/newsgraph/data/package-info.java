/** Tests of how the program's word lists and tables are read. */
@NullMarked
package org.newsgraph.data;

import org.jspecify.annotations.NullMarked;
