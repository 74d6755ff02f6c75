/**
 * Facts and events from annotated sentences: patterns, modality, attribution.
 *
 * <p>Start reading at {@link org.newsgraph.extract.Extractor}.
 */
@NullMarked
package org.newsgraph.extract;

import org.jspecify.annotations.NullMarked;
