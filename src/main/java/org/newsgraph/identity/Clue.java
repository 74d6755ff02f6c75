package org.newsgraph.identity;

/**
 * A reason to take two entities for one, or for two.
 *
 * @param words for a user
 * @param weight log-odds; above zero for one, below for two
 */
public record Clue(String words, double weight) {}
