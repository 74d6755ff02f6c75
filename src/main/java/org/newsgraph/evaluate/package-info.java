/**
 * How often the extractor is right, measured against files that people have annotated. A {@link
 * org.newsgraph.evaluate.GoldSet} holds the articles of such a file and scores what was read of
 * them; the scorers are functions of what is expected and what is given.
 *
 * <p>Knows neither a command line nor RDF. Start reading at {@link org.newsgraph.evaluate.GoldSet}.
 */
@NullMarked
package org.newsgraph.evaluate;

import org.jspecify.annotations.NullMarked;
