/**
 * Word lists and tables that ship with the program, under {@code ontology/names/}.
 *
 * <p>They are data so that a list can be read and extended without touching code. Start reading at
 * {@link org.newsgraph.data.DataTable}.
 */
@NullMarked
package org.newsgraph.data;

import org.jspecify.annotations.NullMarked;
