package org.newsgraph.article;

/**
 * A line of a PDF file.
 *
 * @param page from 1
 * @param text not empty
 * @param size of its largest letters, in points
 * @param opens whether the space above it or its indent starts a paragraph
 */
record PdfLine(int page, String text, float size, boolean opens) {}
