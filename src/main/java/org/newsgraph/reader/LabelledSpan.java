package org.newsgraph.reader;

/**
 * A run of words that tags mark.
 *
 * @param sentence index of its sentence
 * @param begin index of its first token
 * @param end index after its last token
 * @param label what the tags call it, such as {@code name} or {@code Company}
 * @param probability how probable it is, borders included, from 0 to 1
 */
public record LabelledSpan(int sentence, int begin, int end, String label, double probability) {}
