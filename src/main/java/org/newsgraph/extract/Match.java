package org.newsgraph.extract;

/**
 * A run of tokens that a pattern looks for.
 *
 * @param begin index of its first token
 * @param end index after its last token
 * @param head index of the token that governs the others
 */
record Match(int begin, int end, int head) {}
