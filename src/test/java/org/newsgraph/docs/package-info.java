/**
 * Keeps what the project shows of itself true: the sample graphs, the README's examples, the names
 * and files that the documents point to. Start reading at {@link org.newsgraph.docs.ReadmeIT}.
 */
@NullMarked
package org.newsgraph.docs;

import org.jspecify.annotations.NullMarked;
