/**
 * The command line: one thin class a command. Nothing else knows picocli.
 *
 * <p>Start reading at {@link org.newsgraph.cli.Main}; which failure gives which exit status is in
 * {@code ExitStatus}.
 */
@NullMarked
package org.newsgraph.cli;

import org.jspecify.annotations.NullMarked;
