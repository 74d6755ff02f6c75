@NullMarked
package org.newsgraph.ontology;

import org.jspecify.annotations.NullMarked;
