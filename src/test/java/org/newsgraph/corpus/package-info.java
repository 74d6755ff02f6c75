/**
 * The test corpus and its scorer: snippets of news with everything that they say, and how much of
 * it an extractor finds.
 *
 * <p>The conventions of the data are in {@code src/test/corpus/README.md}. Start reading at {@link
 * org.newsgraph.corpus.CorpusReport}.
 */
@NullMarked
package org.newsgraph.corpus;

import org.jspecify.annotations.NullMarked;
