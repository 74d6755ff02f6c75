package org.newsgraph.identity;

/**
 * What two names have to do with each other.
 *
 * @param words for a user, such as "the same name"
 * @param weight the log-odds that bearers of such names are one, as far as the names tell
 * @param guessed whether one of the names does not tell what kind of thing bears it
 */
record NameRelation(String words, double weight, boolean guessed) {}
