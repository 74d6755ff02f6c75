@NullMarked
package org.newsgraph.rdf;

import org.jspecify.annotations.NullMarked;
